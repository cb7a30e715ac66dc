/** The arcs of a graph out of and into each node, with costs that a closure changes in one place. */
import type { RoadGraph } from "../graph.ts";

/** Any cost plus this is beyond every limit, and the sum still fits 32 bits. */
export const closedCost = 0x80000000;

export interface RepairArcs {
  readonly firstOut: Uint32Array;
  /** Per arc a pair: head, cost. */
  readonly out: Uint32Array;
  readonly firstIn: Uint32Array;
  /** Per arc that comes in a pair: tail, number of the arc. */
  readonly into: Uint32Array;
}

export function repairArcs({ nodeCount, arcCount, firstOut, tail, head, cost }: RoadGraph): RepairArcs {
  const out = new Uint32Array(2 * arcCount);
  const firstIn = new Uint32Array(nodeCount + 1);
  for (let a = 0; a < arcCount; a++) {
    out[2 * a] = head[a]!;
    out[2 * a + 1] = cost[a]!;
    firstIn[head[a]! + 1]!++;
  }
  for (let u = 0; u < nodeCount; u++) firstIn[u + 1]! += firstIn[u]!;
  const next = firstIn.slice();
  const into = new Uint32Array(2 * arcCount);
  for (let a = 0; a < arcCount; a++) {
    const i = next[head[a]!]!++;
    into[2 * i] = tail[a]!;
    into[2 * i + 1] = a;
  }
  return { firstOut, out, firstIn, into };
}
