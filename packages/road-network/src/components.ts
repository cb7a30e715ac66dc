/** Which edges a graph uses, and which of them hang together. */
import type { RoadGraph } from "./graph.ts";
import { UNREACHED } from "./network.ts";

/** Per edge: 1 when it may be travelled in some direction. */
export function usableEdges({ network, forwardArc, backwardArc }: RoadGraph): Uint8Array {
  const usable = new Uint8Array(network.edgeCount);
  for (let e = 0; e < usable.length; e++) if (forwardArc[e]! >= 0 || backwardArc[e]! >= 0) usable[e] = 1;
  return usable;
}

/**
 * Per edge: the number of the weak component it belongs to, UNREACHED for an edge that is not usable.
 *
 * Edges hang together where they share a node that may be passed; a barrier parts them on a drive graph.
 * One-way streets and turn restrictions do not count.
 */
export function edgeComponents(graph: RoadGraph): Uint32Array {
  const { network } = graph;
  const usable = usableEdges(graph);
  const partsAt = graph.passesBarriers ? new Uint8Array(network.nodeCount) : network.nodeIsBarrier;
  const parent = new Uint32Array(network.edgeCount);
  for (let e = 0; e < parent.length; e++) parent[e] = e;
  const rootOf = (e: number) => {
    let root = e;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  };

  const edgeAtNode = new Int32Array(network.nodeCount).fill(-1);
  for (let e = 0; e < parent.length; e++) {
    if (usable[e] === 0) continue;
    for (const u of [network.edgeTail[e]!, network.edgeHead[e]!]) {
      if (partsAt[u] === 1) continue;
      if (edgeAtNode[u]! < 0) edgeAtNode[u] = e;
      const [a, b] = [rootOf(e), rootOf(edgeAtNode[u]!)];
      parent[Math.max(a, b)] = Math.min(a, b);
    }
  }

  const component = new Uint32Array(network.edgeCount).fill(UNREACHED);
  const numberOf = new Uint32Array(network.edgeCount);
  let count = 0;
  for (let e = 0; e < parent.length; e++) {
    if (usable[e] === 0) continue;
    const root = rootOf(e);
    if (root === e) numberOf[e] = count++; // the root is the lowest edge of its component
    component[e] = numberOf[root]!;
  }
  return component;
}
