/** The way driven from the nearest seed to a place. */
import { costAlongEdge, reachAt } from "./arrival.ts";
import { lonLatsBetween } from "./chainage.ts";
import type { RoadGraph } from "./graph.ts";
import { UNREACHED } from "./network.ts";
import type { Reach } from "./reach.ts";
import { isColumns, partOfCost, type Seed } from "./seed.ts";
import type { Snap } from "./snap.ts";

/** A stretch of one edge, driven from one fraction of it to another. */
export interface RouteLeg {
  readonly edge: number;
  readonly isForward: boolean;
  readonly fromFraction: number;
  readonly toFraction: number;
  readonly lengthMillimetres: number;
  readonly cost: number;
}

export interface Route {
  readonly owner: number;
  /** Index of the seed it starts from. */
  readonly seed: number;
  /** What the seed had spent before it started; included in `cost`. */
  readonly seedCost: number;
  readonly cost: number;
  readonly lengthMillimetres: number;
  /** In driving order; empty when the seed stands at the place. */
  readonly legs: readonly RouteLeg[];
  /** lon, lat, lon, lat … from the seed to the place, without repeated points. */
  readonly lonLats: readonly number[];
}

/** Null where the place is unreached. */
export function routeTo(reach: Reach, to: Snap): Route | null {
  const { graph } = reach;
  const arrival = reachAt(reach, to);
  if (arrival.cost === UNREACHED) return null;
  const legs: RouteLeg[] = [];
  let seedIndex = arrival.seed;
  if (seedIndex >= 0) {
    const from = seedAt(reach, seedIndex);
    if ("snap" in from) pushLeg(legs, graph, to.edge, from.snap.fraction, to.fraction);
  } else {
    const last = arrival.arc;
    if (last >= 0) pushLeg(legs, graph, to.edge, graph.arcIsForward[last] === 1 ? 0 : 1, to.fraction);
    let u = arrival.node;
    for (let a = reach.parentArc[u]!; a >= 0; a = reach.parentArc[u]!) {
      const isForward = graph.arcIsForward[a] === 1;
      pushLeg(legs, graph, graph.arcEdge[a]!, isForward ? 0 : 1, isForward ? 1 : 0);
      u = graph.tail[a]!;
    }
    seedIndex = -2 - reach.parentArc[u]!;
    const from = seedAt(reach, seedIndex);
    if ("snap" in from)
      pushLeg(legs, graph, from.snap.edge, from.snap.fraction, endDriven(reach, from.snap, u, from.cost));
    legs.reverse();
  }
  const seedCost = seedAt(reach, seedIndex).cost;
  let lengthMillimetres = 0;
  for (const leg of legs) lengthMillimetres += leg.lengthMillimetres;
  const lonLats = geometryOf(graph, legs, to);
  return {
    owner: arrival.owner,
    seed: seedIndex,
    seedCost,
    cost: arrival.cost,
    lengthMillimetres,
    legs,
    lonLats,
  };
}

function seedAt({ seeds }: Reach, i: number): Seed {
  return isColumns(seeds)
    ? { node: seeds.node[i]!, cost: seeds.cost[i]!, owner: seeds.owner[i]! }
    : seeds[i]!;
}

/** The end of its edge (0 or 1) towards which a seed was driven to arrive at node u. */
function endDriven({ graph, cost }: Reach, from: Snap, u: number, seedCost: number): 0 | 1 {
  if (from.fraction === 0 || from.fraction === 1) return from.fraction;
  const forward = graph.forwardArc[from.edge]!;
  if (forward < 0 || graph.head[forward] !== u) return 0;
  return seedCost + partOfCost(1 - from.fraction, graph.cost[forward]!) === cost[u] ? 1 : 0;
}

function pushLeg(
  legs: RouteLeg[],
  graph: RoadGraph,
  edge: number,
  fromFraction: number,
  toFraction: number,
): void {
  if (fromFraction === toFraction) return;
  const part = Math.abs(toFraction - fromFraction);
  const place = { edge, metres: 0, lon: 0, lat: 0 };
  legs.push({
    edge,
    isForward: toFraction > fromFraction,
    fromFraction,
    toFraction,
    lengthMillimetres: Math.round(part * graph.network.edgeLengthMillimetres[edge]!),
    cost: costAlongEdge(graph, { ...place, fraction: fromFraction }, { ...place, fraction: toFraction }),
  });
}

function geometryOf(graph: RoadGraph, legs: readonly RouteLeg[], to: Snap): number[] {
  if (legs.length === 0) return [to.lon, to.lat];
  const lonLats: number[] = [];
  for (const { edge, fromFraction, toFraction } of legs) {
    const points = lonLatsBetween(graph.network, edge, fromFraction, toFraction);
    for (let i = 0; i < points.length; i += 2) {
      const isRepeated =
        points[i] === lonLats[lonLats.length - 2] && points[i + 1] === lonLats[lonLats.length - 1];
      if (!isRepeated) lonLats.push(points[i]!, points[i + 1]!);
    }
  }
  return lonLats;
}
