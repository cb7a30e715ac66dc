/** Finds the nearest of several refills, on the way from it or on the way home to it. */
import { createReachQuery, type NodeSeed, type RoadGraph, UNREACHED } from "@firecover/road-network";
import { arrivals, departures, millisAlong, type Place } from "./tanker-shuttle-places.ts";

export interface Refill {
  /** Index of the water source. */
  readonly source: number;
  /** What it keeps up. */
  readonly lps: number;
  /** Where a tanker stands beside it. */
  readonly places: readonly Place[];
}

export type Leg = "there" | "back";

export interface Arrived {
  readonly millis: number;
  /** Its number among the refills. */
  readonly refill: number;
}

/** Nothing is farther than the limit; null where no refill is near enough. */
export type LegSearch = (
  leg: Leg,
  /** Numbers among the refills. */
  from: readonly number[],
  limitMillis: number,
) => (stop: Place) => Arrived | null;

/** Home is searched backwards, from the refills against the arcs. */
export function createLegSearch(drive: RoadGraph, refills: readonly Refill[]): LegSearch {
  const queries = { there: createReachQuery(drive), back: createReachQuery(reversed(drive)) };
  const seedsAt = (ends: typeof departures) =>
    refills.map(({ places }, r) =>
      places.flatMap((place) =>
        ends(drive, place).map(([node, cost]): NodeSeed => ({ node, cost, owner: r })),
      ),
    );
  const seedsOf = { there: seedsAt(departures), back: seedsAt(arrivals) };
  return (leg, from, limitMillis) => {
    const isThere = leg === "there";
    const atStop = isThere ? arrivals : departures;
    const seeds = from.flatMap((r) => seedsOf[leg][r]!);
    const onEdge = new Map<number, { refill: number; along: number }[]>();
    for (const r of from) {
      for (const place of refills[r]!.places) {
        const known = onEdge.get(place.edge) ?? [];
        known.push({ refill: r, along: place.along });
        onEdge.set(place.edge, known);
      }
    }
    const { cost, owner } = queries[leg].run(seeds, limitMillis);
    return (stop) => {
      let best = UNREACHED;
      let refill = -1;
      const offer = (millis: number, r: number) => {
        if (millis > limitMillis || millis > best || (millis === best && r >= refill)) return;
        best = millis;
        refill = r;
      };
      for (const [node, millis] of atStop(drive, stop)) {
        if (cost[node] !== UNREACHED) offer(cost[node]! + millis, owner[node]!);
      }
      if (stop.edge >= 0) {
        for (const { refill: r, along } of onEdge.get(stop.edge) ?? []) {
          const [start, end] = isThere ? [along, stop.along] : [stop.along, along];
          const millis = millisAlong(drive, stop.edge, start, end);
          if (millis !== UNREACHED) offer(millis, r);
        }
      }
      return refill < 0 ? null : { millis: best, refill };
    };
  };
}

/** Every arc turned round. */
function reversed(graph: RoadGraph): RoadGraph {
  const { nodeCount, arcCount } = graph;
  const firstOut = new Uint32Array(nodeCount + 1);
  for (let a = 0; a < arcCount; a++) firstOut[graph.head[a]! + 1]!++;
  for (let u = 0; u < nodeCount; u++) firstOut[u + 1]! += firstOut[u]!;
  const next = firstOut.slice();
  const tail = new Uint32Array(arcCount);
  const head = new Uint32Array(arcCount);
  const cost = new Uint32Array(arcCount);
  for (let a = 0; a < arcCount; a++) {
    const slot = next[graph.head[a]!]!++;
    tail[slot] = graph.head[a]!;
    head[slot] = graph.tail[a]!;
    cost[slot] = graph.cost[a]!;
  }
  return { ...graph, firstOut, tail, head, cost };
}
