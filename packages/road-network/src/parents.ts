/** The last arc driven to each node, read off the costs once a search is over. */
import { UNREACHED } from "./network.ts";
import type { Reach } from "./reach.ts";
import { startNodes } from "./seed.ts";

/**
 * An arc leads on a shortest way where its cost is just what its ends differ by, under the same owner. Costs are
 * whole and at least 1, so such arcs never run in a circle. Of several the one with the lowest number counts, and
 * a start before any arc: what was searched first does not matter, and a search need not keep parents at all.
 */
export function parentArcs({ graph, seeds, cost, owner }: Omit<Reach, "parentArc" | "copy">): Int32Array {
  const { nodeCount, firstOut, head, cost: arcCost } = graph;
  const parentArc = new Int32Array(nodeCount).fill(-1);
  const starts = startNodes(graph, seeds);
  for (let i = starts.count - 1; i >= 0; i--) {
    const u = starts.node[i]!;
    if (cost[u] === starts.cost[i] && owner[u] === starts.owner[i]) parentArc[u] = -2 - starts.seed[i]!;
  }
  for (let u = 0; u < nodeCount; u++) {
    const reached = cost[u]!;
    if (reached === UNREACHED) continue;
    const end = firstOut[u + 1]!;
    for (let a = firstOut[u]!; a < end; a++) {
      const v = head[a]!;
      if (cost[v] === reached + arcCost[a]! && owner[v] === owner[u] && parentArc[v] === -1) parentArc[v] = a;
    }
  }
  return parentArc;
}
