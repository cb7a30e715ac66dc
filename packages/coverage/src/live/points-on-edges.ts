/** The approaches turned round, kept up while more of them are looked for: which points hang on an edge. */
import type { Approaches } from "../approach.ts";
import type { Marked } from "./marked.ts";

export interface PointsOnEdges {
  /** Marks the points that hang on the marked edges by ways looked for so far. */
  mark(edges: Marked, points: Marked): void;
}

export function createPointsOnEdges(approaches: Approaches, edgeCount: number): PointsOnEdges {
  // Linked lists: of edge e `head[e]`, then `next` of each approach, until -1.
  const head = new Int32Array(edgeCount).fill(-1);
  let next = new Int32Array(approaches.count);
  let known = 0;

  function takeUpNew(): void {
    if (approaches.count > next.length) {
      const longer = new Int32Array(2 * approaches.count);
      longer.set(next);
      next = longer;
    }
    for (; known < approaches.count; known++) {
      const e = approaches.edge[known]!;
      next[known] = head[e]!;
      head[e] = known;
    }
  }

  return {
    mark(edges, points) {
      takeUpNew();
      const { point } = approaches;
      for (let j = 0; j < edges.count; j++)
        for (let k = head[edges.list[j]!]!; k >= 0; k = next[k]!) points.add(point[k]!);
    },
  };
}
