/**
 * Stretches of ways farther than a hose reaches from every last stop, in groups that hang together.
 *
 * Between two places of known hose a way's hose rises from both ends and meets in a peak; what lies above the reach is
 * one stretch round that peak. Stretches hang together at nodes that are above the reach themselves.
 */
import { type RoadNetwork, UNREACHED } from "@firecover/road-network";
import type { AccessReach } from "../access-reach.ts";

export interface DeepStretch {
  readonly edge: number;
  /** Millimetres from the edge's tail. */
  readonly from: number;
  readonly to: number;
  /** The longest hose run to a place of it, and that place; UNREACHED where no last stop is connected on foot. */
  readonly peakHose: number;
  readonly peakAlong: number;
  /** Where hose comes in at either end of the piece of way: -1 = from a stop on this edge itself, else a node. */
  readonly lowNode: number;
  readonly highNode: number;
  /** Ends of that piece. */
  readonly low: number;
  readonly high: number;
}

export interface DeepWays {
  readonly stretches: readonly DeepStretch[];
  /** Group of each stretch, 0, 1, 2 … in order of the lowest edge. */
  readonly groupOf: Int32Array;
  readonly groupCount: number;
  /** The group at a place of an edge; -1 where hose reaches it. */
  groupAt(edge: number, along: number): number;
}

export function deepWays(
  network: RoadNetwork,
  { stops, nodeHose }: AccessReach,
  reachMillimetres: number,
): DeepWays {
  const { edgeCount, nodeCount, edgeTail, edgeHead, edgeLengthMillimetres } = network;
  const hose = nodeHose.cost;
  const stretches: DeepStretch[] = [];
  const firstOfEdge = new Int32Array(edgeCount + 1);
  for (let e = 0; e < edgeCount; e++) {
    const length = edgeLengthMillimetres[e]!;
    const [u, v] = [edgeTail[e]!, edgeHead[e]!];
    firstOfEdge[e] = stretches.length;
    if (stops.from[e]! > stops.to[e]!) addPiece(e, 0, length, u, v);
    else {
      addPiece(e, 0, stops.from[e]!, u, -1);
      addPiece(e, stops.to[e]!, length, -1, v);
    }
  }
  firstOfEdge[edgeCount] = stretches.length;

  function addPiece(edge: number, low: number, high: number, lowNode: number, highNode: number): void {
    const [atLow, atHigh] = [lowNode < 0 ? 0 : hose[lowNode]!, highNode < 0 ? 0 : hose[highNode]!];
    const piece = { edge, low, high, lowNode, highNode };
    if (atLow === UNREACHED && atHigh === UNREACHED) {
      const peakAlong = Math.floor((low + high) / 2);
      stretches.push({ ...piece, from: low, to: high, peakHose: UNREACHED, peakAlong });
      return;
    }
    const length = high - low;
    const peakAlong = low + Math.min(length, Math.max(0, Math.floor((atHigh - atLow + length) / 2)));
    const peakHose = Math.min(atLow + peakAlong - low, atHigh + high - peakAlong);
    if (peakHose <= reachMillimetres) return;
    const from = low + Math.max(0, reachMillimetres - atLow);
    const to = high - Math.max(0, reachMillimetres - atHigh);
    stretches.push({ ...piece, from, to, peakHose, peakAlong });
  }

  const parent = Int32Array.from(stretches, (_, s) => s);
  const rootOf = (s: number) => {
    let root = s;
    while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!;
    return root;
  };
  const stretchAt = new Int32Array(nodeCount).fill(-1);
  stretches.forEach(({ lowNode, highNode }, s) => {
    for (const u of [lowNode, highNode]) {
      if (u < 0 || hose[u]! <= reachMillimetres) continue;
      if (stretchAt[u]! < 0) stretchAt[u] = s;
      const [a, b] = [rootOf(s), rootOf(stretchAt[u]!)];
      parent[Math.max(a, b)] = Math.min(a, b);
    }
  });
  const groupOf = new Int32Array(stretches.length);
  let groupCount = 0;
  stretches.forEach((_, s) => {
    groupOf[s] = parent[s] === s ? groupCount++ : groupOf[rootOf(s)]!;
  });

  return {
    stretches,
    groupOf,
    groupCount,
    groupAt(edge, along) {
      for (let s = firstOfEdge[edge]!; s < firstOfEdge[edge + 1]!; s++) {
        if (along >= stretches[s]!.from && along <= stretches[s]!.to) return groupOf[s]!;
      }
      return -1;
    },
  };
}
