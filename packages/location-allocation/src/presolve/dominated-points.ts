/** A demand point that must be covered is dominated by one that fewer of the same sites cover: cover that, and it is too. */
import type { CoverSets } from "../covering/cover-sets.ts";
import { askedRarely } from "../watch.ts";

/** Points that are left to be covered once those that come with another are gone, ascending; all where `isOver` ends it. */
export function undominatedPoints(
  { siteCount, pointCount, firstSite, siteOf, firstPoint }: CoverSets,
  isOver: () => boolean = () => false,
): number[] {
  const size = (i: number) => firstSite[i + 1]! - firstSite[i]!;
  const order = Array.from({ length: pointCount }, (_, i) => i).sort((a, b) => size(a) - size(b) || a - b);
  const isAmong = new Uint8Array(siteCount);
  /** Kept points by the one of their sites that covers fewest points: a dominator is under one of the point's own sites. */
  const keptUnder: number[][] = Array.from({ length: siteCount }, () => []);
  const kept: number[] = [];
  let work = 0;
  const isTimeUp = askedRarely(isOver, 1e6);
  for (const i of order) {
    if (isTimeUp(work + size(i))) return order.sort((a, b) => a - b);
    work = 0;
    for (let s = firstSite[i]!; s < firstSite[i + 1]!; s++) isAmong[siteOf[s]!] = 1;
    if (!isDominated(i)) {
      kept.push(i);
      keptUnder[rarestSite(i)]?.push(i);
    }
    for (let s = firstSite[i]!; s < firstSite[i + 1]!; s++) isAmong[siteOf[s]!] = 0;
  }
  return kept.sort((a, b) => a - b);

  function isDominated(i: number): boolean {
    for (let s = firstSite[i]!; s < firstSite[i + 1]!; s++) {
      const rivals = keptUnder[siteOf[s]!]!;
      work += rivals.length;
      if (rivals.some(isWithin)) return true;
    }
    return false;
  }

  function isWithin(k: number): boolean {
    for (let s = firstSite[k]!; s < firstSite[k + 1]!; s++) if (isAmong[siteOf[s]!] === 0) return false;
    return true;
  }

  function rarestSite(i: number): number {
    let rarest = -1;
    let fewest = Infinity;
    for (let s = firstSite[i]!; s < firstSite[i + 1]!; s++) {
      const j = siteOf[s]!;
      const points = firstPoint[j + 1]! - firstPoint[j]!;
      if (points >= fewest) continue;
      rarest = j;
      fewest = points;
    }
    return rarest;
  }
}
