/** Which sites cover which points, in compressed sparse row form both ways. */
import type { CostMatrix } from "../instance.ts";

/** Points of site j are `pointOf[firstPoint[j] … firstPoint[j + 1] - 1]`, sites of point i likewise; both ascending. */
export interface CoverSets {
  readonly siteCount: number;
  readonly pointCount: number;
  readonly firstPoint: Uint32Array;
  readonly pointOf: Uint32Array;
  readonly firstSite: Uint32Array;
  readonly siteOf: Uint32Array;
}

/** Pairs within `maxCost` among some sites and points, which are renumbered in the order given (points: ascending). */
export function coverSetsOf(
  costs: CostMatrix,
  maxCost: number,
  sites: ArrayLike<number>,
  points: ArrayLike<number>,
): CoverSets {
  const { demandCount, firstPair, demandOf, cost } = costs;
  const numberOf = new Int32Array(demandCount).fill(-1);
  for (let i = 0; i < points.length; i++) numberOf[points[i]!] = i;
  const firstPoint = new Uint32Array(sites.length + 1);
  const pointOf = new Uint32Array(demandOf.length);
  let pairs = 0;
  for (let j = 0; j < sites.length; j++) {
    const end = firstPair[sites[j]! + 1]!;
    for (let k = firstPair[sites[j]!]!; k < end; k++) {
      if (cost[k]! > maxCost) continue;
      const point = numberOf[demandOf[k]!]!;
      if (point !== -1) pointOf[pairs++] = point;
    }
    firstPoint[j + 1] = pairs;
  }
  return withSites(sites.length, points.length, firstPoint, pointOf.subarray(0, pairs));
}

/** Adds the other direction. */
export function withSites(
  siteCount: number,
  pointCount: number,
  firstPoint: Uint32Array,
  pointOf: Uint32Array,
): CoverSets {
  const firstSite = new Uint32Array(pointCount + 1);
  for (let k = 0; k < pointOf.length; k++) firstSite[pointOf[k]! + 1]!++;
  for (let i = 0; i < pointCount; i++) firstSite[i + 1]! += firstSite[i]!;
  const next = firstSite.slice(0, pointCount);
  const siteOf = new Uint32Array(pointOf.length);
  for (let j = 0; j < siteCount; j++) {
    for (let k = firstPoint[j]!; k < firstPoint[j + 1]!; k++) siteOf[next[pointOf[k]!]!++] = j;
  }
  return { siteCount, pointCount, firstPoint, pointOf, firstSite, siteOf };
}

/** The sets among `sites` and `points` alone, renumbered in the order given. */
export function subsets(sets: CoverSets, sites: ArrayLike<number>, points: ArrayLike<number>): CoverSets {
  const numberOf = new Int32Array(sets.pointCount).fill(-1);
  for (let i = 0; i < points.length; i++) numberOf[points[i]!] = i;
  const firstPoint = new Uint32Array(sites.length + 1);
  let room = 0;
  for (let j = 0; j < sites.length; j++)
    room += sets.firstPoint[sites[j]! + 1]! - sets.firstPoint[sites[j]!]!;
  const pointOf = new Uint32Array(room);
  let pairs = 0;
  for (let j = 0; j < sites.length; j++) {
    const start = pairs;
    let isAscending = true;
    for (let k = sets.firstPoint[sites[j]!]!; k < sets.firstPoint[sites[j]! + 1]!; k++) {
      const point = numberOf[sets.pointOf[k]!]!;
      if (point === -1) continue;
      if (pairs > start && point < pointOf[pairs - 1]!) isAscending = false;
      pointOf[pairs++] = point;
    }
    if (!isAscending) pointOf.subarray(start, pairs).sort();
    firstPoint[j + 1] = pairs;
  }
  return withSites(sites.length, points.length, firstPoint, pointOf.subarray(0, pairs));
}
