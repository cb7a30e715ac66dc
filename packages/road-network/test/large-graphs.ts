/** Graphs of some thousand nodes whose searches fill buckets, and a plain search to compare with. */

import type { RoadGraph } from "../src/index.ts";
import { network, road } from "./towns.ts";

export interface Arc {
  tail: number;
  head: number;
  cost: number;
}

/** A graph of these arcs; no places on edges, only nodes. */
export function graphOf(nodeCount: number, arcs: readonly Arc[]): RoadGraph {
  const sorted = arcs.toSorted((a, b) => a.tail - b.tail);
  const firstOut = new Uint32Array(nodeCount + 1);
  for (const { tail } of sorted) firstOut[tail + 1]!++;
  for (let u = 0; u < nodeCount; u++) firstOut[u + 1]! += firstOut[u]!;
  return {
    network: network([road(1, [1, 2])]),
    passesBarriers: true,
    nodeCount,
    arcCount: sorted.length,
    firstOut,
    tail: Uint32Array.from(sorted, (arc) => arc.tail),
    head: Uint32Array.from(sorted, (arc) => arc.head),
    cost: Uint32Array.from(sorted, (arc) => arc.cost),
    arcEdge: new Uint32Array(sorted.length),
    arcIsForward: new Uint8Array(sorted.length),
    nodeOf: Uint32Array.from({ length: nodeCount }, (_, u) => u),
    nextCopy: new Int32Array(nodeCount).fill(-1),
    forwardArc: new Int32Array(1).fill(-1),
    backwardArc: new Int32Array(1).fill(-1),
    nextTwin: new Int32Array(sorted.length).fill(-1),
  };
}

/** Hubs with many spokes, some of them dead ends, tied together at random; costs as small as `mostCost`. */
export function randomArcs(nodeCount: number, mostCost: number, random: () => number): Arc[] {
  const node = () => Math.floor(random() * nodeCount);
  const cost = () => 1 + Math.floor(random() * mostCost);
  const arcs: Arc[] = [];
  for (let u = 1; u < nodeCount; u++) {
    const hub = random() < 0.5 ? 0 : Math.floor(random() * u);
    arcs.push({ tail: hub, head: u, cost: cost() }, { tail: u, head: hub, cost: cost() });
    if (random() < 0.5) arcs.push({ tail: u, head: node(), cost: cost() });
  }
  return arcs;
}

export interface Start {
  node: number;
  cost: number;
  owner: number;
}

/** Least [cost, owner] per node, [Infinity, -1] beyond the limit: looks again at all that got better. */
export function plainSearch(
  nodeCount: number,
  arcs: readonly Arc[],
  starts: readonly Start[],
  limit: number,
) {
  const best = Array.from({ length: nodeCount }, (): [number, number] => [Number.POSITIVE_INFINITY, -1]);
  const from = Map.groupBy(arcs, (arc) => arc.tail);
  let waiting = new Set<number>();
  const offer = (v: number, cost: number, owner: number) => {
    const [known, knownOwner] = best[v]!;
    if (cost > limit || cost > known || (cost === known && owner >= knownOwner)) return;
    best[v] = [cost, owner];
    waiting.add(v);
  };
  for (const { node, cost, owner } of starts) offer(node, cost, owner);
  while (waiting.size > 0) {
    const now = waiting;
    waiting = new Set();
    for (const u of now) {
      const [cost, owner] = best[u]!;
      for (const arc of from.get(u) ?? []) offer(arc.head, cost + arc.cost, owner);
    }
  }
  return best;
}
