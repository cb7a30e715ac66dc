/**
 * When the first crew of each site is at each place, as far as it is in time: the matrix of every siting question.
 *
 * The ways that places hang on are turned round once, places by edges. A site's search then ends at the threshold, and
 * only places on edges that it got to are looked at: what lies beyond costs nothing. Arrivals are reckoned by the very
 * function that coverage uses, so that the least over the open sites is what a run says.
 */
import { createReachQuery, UNREACHED } from "@firecover/road-network";
import type { Approaches } from "../approach.ts";
import { type ArrivalField, haulMillis, hoseLimitFrom, leastOfEdge } from "../arrival.ts";
import type { EdgeTiles } from "../edge-tiles.ts";
import { gateSeeds } from "../gate-seeds.ts";
import { arriveOnEdge, type FirstArrival } from "../response.ts";
import { createStationSearch } from "../station-search.ts";
import { type PointsOfEdges, pointsOfEdges } from "../water-pairs.ts";

/** Pairs of site j: `firstPair[j] <= k < firstPair[j + 1]`, places ascending. */
export interface SiteTimes {
  readonly siteCount: number;
  readonly placeCount: number;
  readonly firstPair: Uint32Array;
  readonly place: Uint32Array;
  readonly millis: Uint32Array;
}

/** Places by the edges they hang on, as far as a hose is hauled in time; independent of speeds. */
export interface WaysToPlaces {
  readonly placeCount: number;
  /** Edges on which places hang. */
  readonly edges: Uint32Array;
  readonly points: PointsOfEdges;
  readonly haulMillis: Uint32Array;
}

export function waysToPlaces(
  approaches: Approaches,
  { crew, earliestMillis, haulMetresPerSecond }: ArrivalField,
  maxMillis: number,
): WaysToPlaces {
  const { edgeCount } = crew.drive.network;
  const farthest = Math.max(0, hoseLimitFrom(earliestMillis, haulMetresPerSecond, maxMillis));
  const points = pointsOfEdges(approaches, edgeCount, farthest);
  const edges: number[] = [];
  for (let e = 0; e < edgeCount; e++) if (points.first[e + 1]! > points.first[e]!) edges.push(e);
  return {
    placeCount: approaches.pointCount,
    edges: Uint32Array.from(edges),
    points,
    haulMillis: points.hoseMillimetres.map((hose) => haulMillis(hose, haulMetresPerSecond)),
  };
}

/** Of the sites that `field` counts, in its order; `maxMillis` is finite. */
export function siteTimes(
  field: ArrivalField,
  siteCount: number,
  ways: WaysToPlaces,
  maxMillis: number,
  onSite?: (done: number) => void,
): SiteTimes {
  const { crew, gates, gateMillis, haulMetresPerSecond } = field;
  const { placeCount, edges, points, haulMillis: hauled } = ways;
  const query = createReachQuery(crew.graph);
  const late = maxMillis + 1;
  const best = new Uint32Array(placeCount).fill(late);
  const found: FirstArrival = { millis: late, owner: -1 };
  const pairs = createPairs(siteCount, placeCount);
  for (let j = 0; j < siteCount; j++) {
    const isThis = (station: number) => station === j;
    if (field.countsAt(j)) {
      const seeds = gateSeeds(crew, gates, gateMillis, haulMetresPerSecond, isThis);
      const { cost, owner } = query.run(seeds, maxMillis);
      const first = { field: { ...field, countsAt: isThis }, millis: cost, owner };
      for (let n = 0; n < edges.length; n++) {
        const e = edges[n]!;
        const least = leastOfEdge(field, cost, 1, e);
        if (least >= late) continue;
        for (let k = points.first[e]!; k < points.first[e + 1]!; k++) {
          const i = points.point[k]!;
          if (least + hauled[k]! >= best[i]!) continue;
          found.millis = best[i]!;
          found.owner = -1;
          arriveOnEdge(first, e, points.alongMillimetres[k]!, hauled[k]!, found);
          best[i] = found.millis;
        }
      }
    }
    for (let i = 0; i < placeCount; i++) {
      if (best[i] === late) continue;
      pairs.add(i, best[i]!);
      best[i] = late;
    }
    pairs.endSite(j);
    onSite?.(j + 1);
  }
  return pairs.times();
}

/** However late: for questions of averages and of the worst served, which have no threshold. */
export function allSiteTimes(
  field: ArrivalField,
  siteCount: number,
  approaches: Approaches,
  tiles: EdgeTiles,
  onSite?: (done: number) => void,
): SiteTimes {
  const search = createStationSearch(field, tiles);
  const pairs = createPairs(siteCount, approaches.pointCount);
  for (let j = 0; j < siteCount; j++) {
    if (field.countsAt(j)) {
      search.start(j);
      const millis = search.arrivals(approaches);
      for (let i = 0; i < millis.length; i++) if (millis[i] !== UNREACHED) pairs.add(i, millis[i]!);
    }
    pairs.endSite(j);
    onSite?.(j + 1);
  }
  return pairs.times();
}

/** Columns that grow. */
function createPairs(siteCount: number, placeCount: number) {
  const firstPair = new Uint32Array(siteCount + 1);
  let place = new Uint32Array(4096);
  let millis = new Uint32Array(4096);
  let count = 0;
  return {
    add(i: number, at: number) {
      if (count === place.length) {
        const wider = new Uint32Array(2 * count);
        wider.set(place);
        place = wider;
        const longer = new Uint32Array(2 * count);
        longer.set(millis);
        millis = longer;
      }
      place[count] = i;
      millis[count++] = at;
    },
    endSite(j: number) {
      firstPair[j + 1] = count;
    },
    times: (): SiteTimes => ({
      siteCount,
      placeCount,
      firstPair,
      place: place.subarray(0, count),
      millis: millis.subarray(0, count),
    }),
  };
}
