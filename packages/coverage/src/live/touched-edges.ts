/** Edges on which arrivals may have changed, and which of the stations that come onto them are as they were. */
import type { RoadGraph } from "@firecover/road-network";
import { createMarked, type Marked } from "./marked.ts";

export interface TouchedEdges {
  readonly edges: Marked;
  /** Per marked edge: engines of the nearest stations that come onto it as they came before. */
  readonly engines: Uint8Array;
  add(e: number, engines: number): void;
  /** Of the network; whichever of the nodes that stand there changed. */
  addNode(u: number, engines: number): void;
  /** Arrivals along an edge hang on its ends alone, driving or on foot. */
  takeNodes(): void;
}

export function createTouchedEdges({ nodeCount, network, firstOut, arcEdge }: RoadGraph): TouchedEdges {
  const edges = createMarked(network.edgeCount);
  const engines = new Uint8Array(network.edgeCount);
  const nodes = createMarked(nodeCount);
  const enginesAt = new Uint8Array(nodeCount);

  function add(e: number, count: number): void {
    if (edges.add(e) || count < engines[e]!) engines[e] = count;
  }
  return {
    edges,
    engines,
    add,
    addNode(u, count) {
      if (nodes.add(u) || count < enginesAt[u]!) enginesAt[u] = count;
    },
    takeNodes() {
      for (let k = 0; k < nodes.count; k++) {
        const u = nodes.list[k]!;
        for (let a = firstOut[u]!; a < firstOut[u + 1]!; a++) add(arcEdge[a]!, enginesAt[u]!);
      }
      nodes.clear();
    },
  };
}
