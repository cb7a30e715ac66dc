/** A site is dominated by another that covers all it covers and more, costs no more and is bound by no rule the less. */
import type { CoverSets } from "../covering/cover-sets.ts";
import type { SiteRules } from "../covering/site-rules.ts";
import { askedRarely } from "../watch.ts";

/**
 * Sites that some best choice is content with, ascending. A dominated site j is exchanged for its dominator k in any
 * choice; that is within the rules if k has no conflict that j has not, and k is in every group that j is in. All sites where
 * `isOver` ends the comparing.
 */
export function undominatedSites(
  { sets, rules }: { sets: CoverSets; rules: SiteRules },
  isOver: () => boolean = () => false,
): number[] {
  const { siteCount, pointCount, firstPoint, pointOf } = sets;
  const size = (j: number) => firstPoint[j + 1]! - firstPoint[j]!;
  const words = (pointCount + 31) >>> 5;
  const bits = new Uint32Array(siteCount * words);
  const isTimeUp = askedRarely(isOver, 1e6);
  const everySite = Array.from({ length: siteCount }, (_, j) => j);
  for (let j = 0; j < siteCount; j++) {
    if (isTimeUp(size(j))) return everySite;
    for (let k = firstPoint[j]!; k < firstPoint[j + 1]!; k++)
      bits[j * words + (pointOf[k]! >>> 5)]! |= 1 << (pointOf[k]! & 31);
  }
  const groupsOf: number[][] = Array.from({ length: siteCount }, () => []);
  rules.groups.forEach((group, g) => {
    for (const j of group) groupsOf[j]!.push(g);
  });
  // Widest first, so that a dominator is met before what it dominates; of equals the cheaper, then the first.
  const order = everySite.toSorted((a, b) => size(b) - size(a) || rules.price[a]! - rules.price[b]! || a - b);
  const kept: number[] = [];
  for (const j of order) {
    if (isTimeUp(words + 8 * kept.length)) return everySite;
    if (!kept.some((k) => dominates(k, j))) kept.push(j);
  }
  return kept.sort((a, b) => a - b);

  function dominates(k: number, j: number): boolean {
    if (rules.price[k]! > rules.price[j]!) return false;
    for (let w = 0; w < words; w++) if ((bits[j * words + w]! & ~bits[k * words + w]!) !== 0) return false;
    const conflicts = rules.conflicts[j]!;
    return (
      rules.conflicts[k]!.every((other) => other === j || conflicts.includes(other)) &&
      groupsOf[j]!.every((g) => groupsOf[k]!.includes(g))
    );
  }
}
