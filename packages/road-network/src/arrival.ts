/** The cost of arriving at a place on an edge, from what a search found at the nodes. */
import type { RoadGraph } from "./graph.ts";
import { UNREACHED } from "./network.ts";
import type { Reach } from "./reach.ts";
import { partOfCost, type SnapSeed } from "./seed.ts";
import { seedsOnEdge } from "./seeds-on-edge.ts";
import type { Snap } from "./snap.ts";

export interface Arrival {
  /** UNREACHED when no seed gets there within the limit. */
  cost: number;
  /** Owner of the nearest seed; -1 when unreached. */
  owner: number;
  /** The last arc, driven in part; -1 when the place is at a node or on the seed's own edge. */
  arc: number;
  /** The graph node last passed; -1 when the place is on the seed's own edge. */
  node: number;
  /** The seed on the same edge, driven to directly; -1 otherwise. */
  seed: number;
}

/** Part of an arc counts as part; a seed on the same edge is reached along the edge itself. */
export function reachAt(reach: Reach, snap: Snap): Arrival {
  const best: Arrival = { cost: UNREACHED, owner: -1, arc: -1, node: -1, seed: -1 };
  const { graph, cost, owner } = reach;
  const { network, tail } = graph;
  const { edge, fraction } = snap;
  const offer = (arrival: number, byOwner: number, arc: number, node: number, seed: number) => {
    if (arrival > reach.maxCost || arrival > best.cost) return;
    if (arrival === best.cost && byOwner >= best.owner) return;
    best.cost = arrival;
    best.owner = byOwner;
    best.arc = arc;
    best.node = node;
    best.seed = seed;
  };

  for (const s of seedsOnEdge(reach.seeds, edge)) {
    const seed = (reach.seeds as readonly SnapSeed[])[s]!;
    const along = costAlongEdge(graph, seed.snap, snap);
    if (along !== UNREACHED) offer(seed.cost + along, seed.owner, -1, -1, s);
  }
  // At the very end of an edge one stands at the junction, whatever the edge allows.
  if (fraction === 0 || fraction === 1) {
    const end = fraction === 0 ? network.edgeTail[edge]! : network.edgeHead[edge]!;
    for (let u = end; u >= 0; u = graph.nextCopy[u]!) offer(cost[u]!, owner[u]!, -1, u, -1);
  }
  for (let a = graph.forwardArc[edge]!; a >= 0; a = graph.nextTwin[a]!) {
    const u = tail[a]!;
    if (cost[u] !== UNREACHED) offer(cost[u]! + partOfCost(fraction, graph.cost[a]!), owner[u]!, a, u, -1);
  }
  for (let a = graph.backwardArc[edge]!; a >= 0; a = graph.nextTwin[a]!) {
    const u = tail[a]!;
    if (cost[u] !== UNREACHED)
      offer(cost[u]! + partOfCost(1 - fraction, graph.cost[a]!), owner[u]!, a, u, -1);
  }
  return best;
}

/** Cost between two places of one edge along it; UNREACHED where its direction forbids that. */
export function costAlongEdge(graph: RoadGraph, from: Snap, to: Snap): number {
  if (from.fraction === to.fraction) return 0;
  const isForward = to.fraction > from.fraction;
  const arc = (isForward ? graph.forwardArc : graph.backwardArc)[from.edge]!;
  return arc < 0 ? UNREACHED : partOfCost(Math.abs(to.fraction - from.fraction), graph.cost[arc]!);
}

/** What a search found, per network node: the least over the copies of each node. */
export interface NodeReach {
  readonly cost: Uint32Array;
  readonly owner: Int32Array;
}

export function nodeReach({ graph, cost, owner }: Reach): NodeReach {
  const baseCount = graph.network.nodeCount;
  const nodeCost = cost.slice(0, baseCount);
  const nodeOwner = owner.slice(0, baseCount);
  for (let copy = baseCount; copy < graph.nodeCount; copy++) {
    const u = graph.nodeOf[copy]!;
    if (cost[copy]! > nodeCost[u]! || cost[copy] === UNREACHED) continue;
    if (cost[copy] === nodeCost[u] && owner[copy]! >= nodeOwner[u]!) continue;
    nodeCost[u] = cost[copy]!;
    nodeOwner[u] = owner[copy]!;
  }
  return { cost: nodeCost, owner: nodeOwner };
}
