/** Many places asked for again and again: what each adds to the costs of nodes, in the order of the nodes. */
import { costAlongEdge } from "./arrival.ts";
import type { RoadGraph } from "./graph.ts";
import { UNREACHED } from "./network.ts";
import type { Search } from "./search.ts";
import { type Allocate, blockShift, ownMemory } from "./search-graph.ts";
import { partOfCost } from "./seed.ts";
import type { Snap } from "./snap.ts";

/** Plain columns, so that threads can share them. */
export interface Targets {
  /** Entries of block b of nodes: blockFirst[b] <= i < blockFirst[b + 1]. */
  readonly blockFirst: Uint32Array;
  /** One may go on from this node … */
  readonly node: Uint32Array;
  /** … and arrives at so much more cost … */
  readonly added: Uint32Array;
  /** … at the place of this number. */
  readonly target: Uint32Array;
}

/** A null place is never arrived at. */
export function targetsOf(
  graph: RoadGraph,
  tos: readonly (Snap | null)[],
  allocate: Allocate = ownMemory,
): Targets {
  const blockFirst = new Uint32Array(allocate(4 * ((graph.nodeCount >> blockShift) + 2)));
  forEachAccess(graph, tos, (u) => {
    blockFirst[(u >> blockShift) + 1]!++;
  });
  for (let b = 1; b < blockFirst.length; b++) blockFirst[b]! += blockFirst[b - 1]!;
  const count = blockFirst[blockFirst.length - 1]!;
  const [node, added, target] = [0, 1, 2].map(() => new Uint32Array(allocate(4 * count))) as Three;
  const next = blockFirst.slice();
  forEachAccess(graph, tos, (u, cost, to) => {
    const i = next[u >> blockShift]!++;
    node[i] = u;
    added[i] = cost;
    target[i] = to;
  });
  return { blockFirst, node, added, target };
}

type Three = [Uint32Array, Uint32Array, Uint32Array];

/** The same ways to arrive as in `reachAt`. */
function forEachAccess(
  graph: RoadGraph,
  tos: readonly (Snap | null)[],
  visit: (node: number, cost: number, to: number) => void,
): void {
  tos.forEach((snap, to) => {
    if (snap === null) return;
    const { edge, fraction } = snap;
    if (fraction === 0 || fraction === 1) {
      const end = fraction === 0 ? graph.network.edgeTail[edge]! : graph.network.edgeHead[edge]!;
      for (let u = end; u >= 0; u = graph.nextCopy[u]!) visit(u, 0, to);
    }
    for (let a = graph.forwardArc[edge]!; a >= 0; a = graph.nextTwin[a]!)
      visit(graph.tail[a]!, partOfCost(fraction, graph.cost[a]!), to);
    for (let a = graph.backwardArc[edge]!; a >= 0; a = graph.nextTwin[a]!)
      visit(graph.tail[a]!, partOfCost(1 - fraction, graph.cost[a]!), to);
  });
}

/** Costs of all targets after a search; only those near the nodes it touched are looked at. */
export function fillRow({ cost, isTouched, maxCost }: Search, targets: Targets, row: Uint32Array): void {
  const { blockFirst, node, added, target } = targets;
  row.fill(UNREACHED);
  for (let block = 0; block < isTouched.length; block++) {
    if (isTouched[block] === 0) continue;
    for (let i = blockFirst[block]!; i < blockFirst[block + 1]!; i++) {
      const reached = cost[node[i]!]!;
      const arrival = reached + added[i]!;
      if (reached >= 0 && arrival <= maxCost && arrival < row[target[i]!]!) row[target[i]!] = arrival;
    }
  }
}

/** The places on the edge of a place, to which one drives along it. */
export type PlacesByEdge = ReadonlyMap<number, readonly number[]>;

export function placesByEdge(tos: readonly (Snap | null)[]): PlacesByEdge {
  const byEdge = new Map<number, number[]>();
  tos.forEach((snap, to) => {
    if (snap === null) return;
    const known = byEdge.get(snap.edge);
    if (known) known.push(to);
    else byEdge.set(snap.edge, [to]);
  });
  return byEdge;
}

export function fillAlongEdge(
  graph: RoadGraph,
  from: Snap,
  tos: readonly (Snap | null)[],
  byEdge: PlacesByEdge,
  maxCost: number,
  row: Uint32Array,
): void {
  for (const to of byEdge.get(from.edge) ?? []) {
    const along = costAlongEdge(graph, from, tos[to]!);
    if (along <= maxCost && along < row[to]!) row[to] = along;
  }
}
