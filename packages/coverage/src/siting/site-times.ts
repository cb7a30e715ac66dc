/**
 * When the first crew of each site is at each place, as far as it is in time: the matrix of every siting question.
 *
 * The ways that places hang on are turned round once, places by edges. A site's search then ends at the threshold, and
 * only places on edges that it got to are looked at: what lies beyond costs nothing. Arrivals are reckoned by the very
 * function that coverage uses, so that the least over the open sites is what a run says.
 */
import { createReachQuery, type ReachQuery, UNREACHED } from "@firecover/road-network";
import type { Approaches } from "../approach.ts";
import { type ArrivalField, arrivalBounds, leastOfEdge } from "../arrival.ts";
import type { CrewGraph } from "../crew-graph.ts";
import type { EdgeTiles } from "../edge-tiles.ts";
import { gateSeeds } from "../gate-seeds.ts";
import { arriveOnEdge, type FirstArrival, type FirstCrew, responses } from "../response.ts";
import type { WaysToPlaces } from "./ways-to-places.ts";

/** Pairs of site j: `firstPair[j] <= k < firstPair[j + 1]`, places ascending. */
export interface SiteTimes {
  readonly siteCount: number;
  readonly placeCount: number;
  readonly firstPair: Uint32Array;
  readonly place: Uint32Array;
  readonly millis: Uint32Array;
}

const queries = new WeakMap<CrewGraph, ReachQuery>();

/** One per graph: making it costs as much as twenty searches. Each search overwrites what the one before found. */
export function reachQueryOf(crew: CrewGraph): ReachQuery {
  const known = queries.get(crew) ?? createReachQuery(crew.graph);
  queries.set(crew, known);
  return known;
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
  const { placeCount, points, haulMillis: hauled, firstOfNode, edgeOfNode } = ways;
  const { footLayer, foot } = crew;
  const query = reachQueryOf(crew);
  const late = maxMillis + 1;
  const best = new Uint32Array(placeCount).fill(late);
  const lastSite = new Int32Array(crew.drive.network.edgeCount).fill(-1);
  const found: FirstArrival = { millis: late, owner: -1 };
  const pairs = createPairs(siteCount, placeCount);

  /** Betters the places that hang on edge e; once per site. */
  function lookAt(first: FirstCrew, e: number, j: number): void {
    if (lastSite[e] === j) return;
    lastSite[e] = j;
    const least = leastOfEdge(field, first.millis, 1, e);
    for (let k = points.first[e]!; k < points.first[e + 1]!; k++) {
      const i = points.point[k]!;
      if (least + hauled[k]! >= best[i]!) continue;
      found.millis = best[i]!;
      found.owner = -1;
      arriveOnEdge(first, e, points.alongMillimetres[k]!, hauled[k]!, found);
      best[i] = found.millis;
    }
  }

  for (let j = 0; j < siteCount; j++) {
    if (field.countsAt(j)) {
      const isThis = (station: number) => station === j;
      const seeds = gateSeeds(crew, gates, gateMillis, haulMetresPerSecond, isThis);
      const { cost, owner } = query.run(seeds, maxMillis);
      const first = { field: { ...field, countsAt: isThis }, millis: cost, owner };
      // Whoever drives onto an edge could walk from the same node: but for gates on it, it is reached from an end on foot.
      for (let u = 0; u < foot.nodeCount; u++) {
        if (cost[footLayer + u]! >= late) continue;
        for (let n = firstOfNode[u]!; n < firstOfNode[u + 1]!; n++) lookAt(first, edgeOfNode[n]!, j);
      }
      for (let g = 0; g < gates.count; g++) if (gates.station[g] === j) lookAt(first, gates.edge[g]!, j);
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

/** What no choice can do without, and what counts however many are nearer. */
export interface KeptTimes {
  /** Sites that stand in every choice. */
  readonly staying: readonly number[];
  readonly thresholdMillis: number;
}

/**
 * However late: for questions of averages and of the worst served, which have no threshold. A site later at a place than
 * those that stay whatever is chosen serves nobody there: its pair is left out but within the threshold, where it
 * counts as the second one.
 */
export function allSiteTimes(
  field: ArrivalField,
  siteCount: number,
  approaches: Approaches,
  tiles: EdgeTiles,
  { staying, thresholdMillis }: KeptTimes,
  onSite?: (done: number) => void,
): SiteTimes {
  const stays = new Set(staying);
  const ofStaying = responsesFrom(field, (site) => stays.has(site), approaches, tiles);
  const pairs = createPairs(siteCount, approaches.pointCount);
  for (let j = 0; j < siteCount; j++) {
    if (field.countsAt(j)) {
      const millis = responsesFrom(field, (site) => site === j, approaches, tiles);
      for (let i = 0; i < millis.length; i++) {
        const at = millis[i]!;
        if (at === UNREACHED || (at > thresholdMillis && at > ofStaying[i]!)) continue;
        if (at <= thresholdMillis || at < ofStaying[i]! || stays.has(j)) pairs.add(i, at);
      }
    }
    pairs.endSite(j);
    onSite?.(j + 1);
  }
  return pairs.times();
}

/** From these sites together, however late. */
export function responsesFrom(
  field: ArrivalField,
  isOpen: (site: number) => boolean,
  approaches: Approaches,
  tiles: EdgeTiles,
): Uint32Array {
  const { crew, gates, gateMillis, haulMetresPerSecond } = field;
  const own = { ...field, countsAt: (site: number) => isOpen(site) && field.countsAt(site) };
  const seeds = gateSeeds(crew, gates, gateMillis, haulMetresPerSecond, own.countsAt);
  const { cost, owner } = reachQueryOf(crew).run(seeds);
  const millis = new Uint32Array(approaches.pointCount);
  const nearest = new Int32Array(approaches.pointCount);
  const first = { field: own, millis: cost, owner };
  responses(first, approaches, millis, nearest, arrivalBounds(own, cost, 1, tiles));
  return millis;
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
