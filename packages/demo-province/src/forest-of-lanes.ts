/** Alleys and village lanes: a forest of shortest links from roads to the places around them (Prim, 1957). */
import { distance, type Point } from "./valley-frame.ts";

/** A lane from a road or another lane outwards: indices into roots (negative: `-1 - root`) and places. */
export interface Lane {
  /** First element is where it branches off. */
  readonly path: readonly number[];
  /** 0 leaves the road, 1 leaves such a lane, and so on. */
  readonly depth: number;
}

/**
 * Links every place to the nearest road or linked place, shortest link first, so no two links cross;
 * then cuts the trees into lanes that follow the deepest branch. Links longer than `longest` are not made.
 */
export function lanesBetween(roots: readonly Point[], places: readonly Point[], longest: number): Lane[] {
  const count = places.length;
  const parent = new Int32Array(count);
  const gap = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const isLinked = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    for (let r = 0; r < roots.length; r++) {
      const metres = distance(places[i]!, roots[r]!);
      if (metres >= gap[i]!) continue;
      gap[i] = metres;
      parent[i] = -1 - r;
    }
  }
  const order: number[] = [];
  for (;;) {
    let next = -1;
    for (let i = 0; i < count; i++) {
      if (isLinked[i] || gap[i]! > longest) continue;
      if (next < 0 || gap[i]! < gap[next]!) next = i;
    }
    if (next < 0) break;
    isLinked[next] = 1;
    order.push(next);
    for (let i = 0; i < count; i++) {
      if (isLinked[i]) continue;
      const metres = distance(places[i]!, places[next]!);
      if (metres >= gap[i]!) continue;
      gap[i] = metres;
      parent[i] = next;
    }
  }
  return cutIntoLanes(order, parent, count);
}

function cutIntoLanes(order: readonly number[], parent: Int32Array, count: number): Lane[] {
  const height = new Int32Array(count);
  const deepest = new Int32Array(count).fill(-1);
  for (let k = order.length - 1; k >= 0; k--) {
    const child = order[k]!;
    const p = parent[child]!;
    if (p < 0 || height[child]! + 1 <= height[p]!) continue;
    height[p] = height[child]! + 1;
    deepest[p] = child;
  }
  const depth = new Int32Array(count);
  const lanes: Lane[] = [];
  for (const start of order) {
    const p = parent[start]!;
    if (p >= 0 && deepest[p] === start) continue; // goes on a lane already cut
    const laneDepth = p < 0 ? 0 : depth[p]! + 1;
    const path = [p];
    for (let i = start; i >= 0; i = deepest[i]!) {
      depth[i] = laneDepth;
      path.push(i);
    }
    lanes.push({ path, depth: laneDepth });
  }
  return lanes;
}
