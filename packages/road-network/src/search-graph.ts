/** A graph as the loop of searches reads it. */
import { bucketLayout } from "./buckets.ts";
import type { RoadGraph } from "./graph.ts";
import { greatestCost } from "./seed.ts";

/** Nodes per block, as a shift: neighbours have close numbers, so that a search within a limit touches few blocks. */
export const blockShift = 8;

/** Plain columns, so that threads can share them. */
export interface SearchGraph {
  readonly nodeCount: number;
  readonly firstOut: Uint32Array;
  /**
   * Per arc a pair: `2 * head + (leads on ? 1 : 0)`, and cost. From a dead end the only way on is back to the tail;
   * where the two stand in different blocks, the arc counts as leading on.
   */
  readonly arcs: Int32Array;
  readonly shift: number;
  readonly ringSize: number;
  /** Of one node. */
  readonly mostArcs: number;
}

/** Where columns are kept: of this thread alone, or shared. */
export type Allocate = (bytes: number) => ArrayBuffer | SharedArrayBuffer;
export const ownMemory: Allocate = (bytes) => new ArrayBuffer(bytes);

export function searchGraph(
  { nodeCount, arcCount, firstOut, tail, head, cost }: Omit<RoadGraph, "network">,
  allocate: Allocate = ownMemory,
): SearchGraph {
  const arcs = new Int32Array(allocate(8 * arcCount + 8)); // one more, to be read ahead and not used
  for (let a = 0; a < arcCount; a++) {
    const v = head[a]!;
    let leadsOn = tail[a]! >> blockShift === v >> blockShift ? 0 : 1;
    for (let b = firstOut[v]!; b < firstOut[v + 1]!; b++) if (head[b] !== tail[a]) leadsOn = 1;
    arcs[2 * a] = 2 * v + leadsOn;
    arcs[2 * a + 1] = Math.min(cost[a]!, greatestCost + 1); // beyond any limit, and sums stay below 2^31
  }
  const ownFirstOut = new Uint32Array(allocate(4 * (nodeCount + 1)));
  ownFirstOut.set(firstOut.subarray(0, nodeCount + 1));
  let mostArcs = 1;
  for (let u = 0; u < nodeCount; u++) mostArcs = Math.max(mostArcs, firstOut[u + 1]! - firstOut[u]!);
  return { nodeCount, firstOut: ownFirstOut, arcs, ...bucketLayout(cost), mostArcs };
}
