/** Points put into groups that share their sites as far as they can, so that a cut over one group names few sites. */
import type { CoverSets } from "./cover-sets.ts";

/** Points looked at where sites are compared; more would cost more than they tell. */
const SAMPLE = 2000;

/** Group of each point, 0 … groupCount − 1. Sites are gathered round seeds far from one another, points follow their sites. */
export function groupPoints(sets: CoverSets, atMost: number): { groupOf: Int32Array; groupCount: number } {
  const { siteCount, pointCount, firstPoint, pointOf, firstSite, siteOf } = sets;
  const step = Math.max(1, Math.floor(pointCount / SAMPLE));
  const isSampled = (i: number) => i % step === 0;
  const size = new Int32Array(siteCount);
  for (let j = 0; j < siteCount; j++) {
    for (let k = firstPoint[j]!; k < firstPoint[j + 1]!; k++) if (isSampled(pointOf[k]!)) size[j]!++;
  }
  const alikeness = new Float64Array(siteCount).fill(-1); // with the seed of its group: shared points ÷ points of either
  const seedOf = new Int32Array(siteCount);
  const shared = new Int32Array(siteCount);
  let seed = size.indexOf(size.reduce((a, b) => Math.max(a, b), 0));
  for (let g = 0; g < Math.min(atMost, siteCount); g++) {
    shared.fill(0);
    for (let k = firstPoint[seed]!; k < firstPoint[seed + 1]!; k++) {
      const i = pointOf[k]!;
      if (!isSampled(i)) continue;
      for (let s = firstSite[i]!; s < firstSite[i + 1]!; s++) shared[siteOf[s]!]!++;
    }
    for (let j = 0; j < siteCount; j++) {
      const alike = j === seed ? 2 : shared[j]! / Math.max(1, size[j]! + size[seed]! - shared[j]!);
      if (alike <= alikeness[j]!) continue;
      alikeness[j] = alike;
      seedOf[j] = g;
    }
    seed = alikeness.indexOf(alikeness.reduce((a, b) => Math.min(a, b), Infinity));
    if (alikeness[seed] === 2) break;
  }
  return groupsBySites(sets, seedOf);
}

/** The group that most of a point's sites are of; groups numbered without gaps. */
function groupsBySites({ siteCount, pointCount, firstSite, siteOf }: CoverSets, seedOf: Int32Array) {
  const votes = new Int32Array(siteCount);
  const groupOf = new Int32Array(pointCount);
  const number = new Map<number, number>();
  for (let i = 0; i < pointCount; i++) {
    let best = 0;
    votes.fill(0, 0, seedOf.length);
    let most = 0;
    for (let s = firstSite[i]!; s < firstSite[i + 1]!; s++) {
      const g = seedOf[siteOf[s]!]!;
      if (++votes[g]! > most) {
        most = votes[g]!;
        best = g;
      }
    }
    if (!number.has(best)) number.set(best, number.size);
    groupOf[i] = number.get(best)!;
  }
  return { groupOf, groupCount: Math.max(1, number.size) };
}
