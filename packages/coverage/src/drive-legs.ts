/** The drivable edges that meet at each node, whichever way their traffic goes. */
import type { RoadNetwork } from "@firecover/road-network";

/** Legs of node u are `edge[k]` for `first[u] <= k < first[u + 1]`; an edge from a node to itself counts twice. */
export interface DriveLegs {
  readonly usable: Uint8Array;
  readonly first: Uint32Array;
  readonly edge: Uint32Array;
  /** Per node: 1 where engines arrive but do not pass; it has no legs. */
  readonly isEnd: Uint8Array;
}

export function driveLegs(network: RoadNetwork, usableEdge: Uint8Array): DriveLegs {
  const { nodeCount, edgeCount, edgeTail, edgeHead, nodeIsBarrier: isEnd } = network;
  const usable = usableEdge.slice();
  const first = new Uint32Array(nodeCount + 1);
  for (let e = 0; e < edgeCount; e++) {
    if (!usable[e]) continue;
    if (!isEnd[edgeTail[e]!]) first[edgeTail[e]! + 1]!++;
    if (!isEnd[edgeHead[e]!]) first[edgeHead[e]! + 1]!++;
  }
  for (let u = 0; u < nodeCount; u++) first[u + 1]! += first[u]!;
  const next = first.slice();
  const edge = new Uint32Array(first[nodeCount]!);
  for (let e = 0; e < edgeCount; e++) {
    if (!usable[e]) continue;
    if (!isEnd[edgeTail[e]!]) edge[next[edgeTail[e]!]!++] = e;
    if (!isEnd[edgeHead[e]!]) edge[next[edgeHead[e]!]!++] = e;
  }
  return { usable, first, edge, isEnd };
}
