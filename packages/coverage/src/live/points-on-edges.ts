/** The approaches turned round, kept up while more of them are looked for: which points hang on an edge. */
import type { Approaches } from "../approach.ts";
import type { Marked } from "./marked.ts";
import type { TouchedEdges } from "./touched-edges.ts";

/** Rows to mark, by the engines that a point needs. */
export type RowsByNeed = readonly Marked[];

export interface PointsOnEdges {
  /** Marks the points on touched edges that need more engines than come onto the edge as before; by ways looked for so far. */
  mark(touched: TouchedEdges, rows: RowsByNeed): void;
  /** Marks the points in the marked tiles. */
  markIn(tiles: Marked, rows: RowsByNeed): void;
}

export function createPointsOnEdges(
  approaches: Approaches,
  edgeCount: number,
  enginesNeeded: Uint8Array,
): PointsOnEdges {
  // What is known at first lies side by side: points of edge e are near[k] for first[e] <= k < first[e + 1] …
  const { first, near } = pointsByEdge(approaches, edgeCount);
  // … and what is looked for later in linked lists: `head[e]`, then `next` of each approach, until -1.
  const known = near.length;
  const head = new Int32Array(edgeCount).fill(-1);
  let next = new Int32Array(1024);
  let linked = known;

  function takeUpNew(): void {
    if (approaches.count - known > next.length) {
      const longer = new Int32Array(2 * (approaches.count - known));
      longer.set(next);
      next = longer;
    }
    for (; linked < approaches.count; linked++) {
      const e = approaches.edge[linked]!;
      next[linked - known] = head[e]!;
      head[e] = linked;
    }
  }

  function mark({ edges, engines }: TouchedEdges, rows: RowsByNeed): void {
    takeUpNew();
    const { point } = approaches;
    for (let j = 0; j < edges.count; j++) {
      const e = edges.list[j]!;
      const than = engines[e]!;
      for (let k = first[e]!; k < first[e + 1]!; k++) {
        const needed = enginesNeeded[near[k]!]!;
        if (needed > than) rows[needed]!.add(near[k]!);
      }
      for (let k = head[e]!; k >= 0; k = next[k - known]!) {
        const needed = enginesNeeded[point[k]!]!;
        if (needed > than) rows[needed]!.add(point[k]!);
      }
    }
  }

  // In the approaches' order the points of a tile lie side by side.
  const { order, tile } = approaches;
  const firstInTile = new Map<number, number>();
  for (let j = order.length - 1; j >= 0; j--) firstInTile.set(tile[order[j]!]!, j);

  function markIn(tiles: Marked, rows: RowsByNeed): void {
    for (let k = 0; k < tiles.count; k++) {
      const t = tiles.list[k]!;
      for (let j = firstInTile.get(t) ?? order.length; j < order.length && tile[order[j]!] === t; j++)
        rows[enginesNeeded[order[j]!]!]!.add(order[j]!);
    }
  }
  return { mark, markIn };
}

function pointsByEdge({ count, edge, point }: Approaches, edgeCount: number) {
  const first = new Uint32Array(edgeCount + 1);
  for (let k = 0; k < count; k++) first[edge[k]! + 1]!++;
  for (let e = 0; e < edgeCount; e++) first[e + 1]! += first[e]!;
  const nextSlot = first.slice();
  const near = new Uint32Array(count);
  for (let k = 0; k < count; k++) near[nextSlot[edge[k]!]!++] = point[k]!;
  return { first, near };
}
