/** Finds where a road would go over the hills: around slopes, along roads that are there already, across streams at a price. */
import {
  cellCount,
  cellMetres,
  cellOf,
  centreOf,
  columnOf,
  columns,
  neighbour,
  rowOf,
  rows,
  steps,
} from "./grid.ts";
import type { Terrain } from "./terrain.ts";

/** Links between neighbouring cells that carry a road: bit `k` of `links[cell]` is step `k`. */
export interface RoadRaster {
  readonly links: Uint8Array;
  /** Class rank per cell and step, `cell * 8 + step`; the highest road that runs there. */
  readonly rank: Uint8Array;
  /** Index of the town whose streets cover the cell, or -1. */
  readonly townOf: Int16Array;
}

export const emptyRaster = (): RoadRaster => ({
  links: new Uint8Array(cellCount),
  rank: new Uint8Array(cellCount * 8),
  townOf: new Int16Array(cellCount).fill(-1),
});

const opposite = [2, 3, 0, 1, 6, 7, 4, 5] as const;

export function linkCells(raster: RoadRaster, path: readonly number[], rank: number): void {
  for (let i = 0; i + 1 < path.length; i++) {
    const a = path[i]!;
    const b = path[i + 1]!;
    const step = steps.findIndex((s) => neighbour(a, s) === b);
    const back = opposite[step]!;
    raster.links[a]! |= 1 << step;
    raster.links[b]! |= 1 << back;
    raster.rank[a * 8 + step] = Math.max(raster.rank[a * 8 + step]!, rank);
    raster.rank[b * 8 + back] = Math.max(raster.rank[b * 8 + back]!, rank);
  }
}

/** A reusable Dijkstra search over the raster; one per province. */
export function createWayFinder(terrain: Terrain, raster: RoadRaster) {
  const cost = new Float64Array(cellCount);
  const stamp = new Int32Array(cellCount);
  const done = new Int32Array(cellCount);
  const from = new Int32Array(cellCount);
  const heap = createHeap();
  let round = 0;

  /** Cheapest path from `start` to the first cell that `isGoal`; null when there is none. `guide` draws the search towards a cell. */
  return function findWay(
    start: number,
    isGoal: (cell: number) => boolean,
    guide: number | null = null,
  ): number[] | null {
    round++;
    heap.clear();
    cost[start] = 0;
    stamp[start] = round;
    from[start] = -1;
    heap.push(start, 0);
    while (heap.size() > 0) {
      const cell = heap.pop();
      if (done[cell] === round) continue;
      done[cell] = round;
      if (cell !== start && isGoal(cell)) return unwind(from, cell);
      if (raster.townOf[cell]! >= 0 && cell !== start) continue; // through a town goes its own street
      for (let k = 0; k < 8; k++) {
        const next = neighbour(cell, steps[k]!);
        if (next < 0 || done[next] === round || terrain.isRiver[next] || !terrain.isInside[next]) continue;
        const candidate = cost[cell]! + stepCost(terrain, raster, cell, k, next);
        if (stamp[next] === round && candidate >= cost[next]!) continue;
        stamp[next] = round;
        cost[next] = candidate;
        from[next] = cell;
        heap.push(next, candidate + (guide === null ? 0 : 0.28 * cellsBetween(next, guide) * cellMetres));
      }
    }
    return null;
  };
}

function stepCost(terrain: Terrain, raster: RoadRaster, cell: number, step: number, next: number): number {
  const metres = cellMetres * steps[step]!.cells;
  if (raster.links[cell]! & (1 << step)) return metres * 0.3;
  const slope = Math.abs(terrain.height[next]! - terrain.height[cell]!) / metres;
  let cost = metres * (1 + 9 * slope + 55 * Math.max(0, slope - 0.1));
  if (terrain.toWater[next] === 0) cost += 330;
  else if (terrain.toWater[next]! < 130) cost *= 1.25;
  if (raster.links[cell] && raster.links[next]) cost *= 4; // no second road beside the first
  if (step >= 4 && crossesRoad(raster, cell, step)) cost += 5000;
  return cost;
}

/** Whether the other diagonal of the same four cells carries a road. */
function crossesRoad(raster: RoadRaster, cell: number, step: number): boolean {
  const { dColumn } = steps[step]!;
  const { dRow } = steps[step]!;
  const column = columnOf(cell);
  const row = rowOf(cell);
  if (column + dColumn < 0 || column + dColumn >= columns || row + dRow < 0 || row + dRow >= rows)
    return false;
  const side = cellOf(column + dColumn, row);
  const other = steps.findIndex((s) => s.dColumn === -dColumn && s.dRow === dRow);
  return (raster.links[side]! & (1 << other)) !== 0;
}

function cellsBetween(a: number, b: number): number {
  const p = centreOf(a);
  const q = centreOf(b);
  return Math.hypot(p.u - q.u, p.v - q.v) / cellMetres;
}

function unwind(from: Int32Array, goal: number): number[] {
  const path: number[] = [];
  for (let cell = goal; cell >= 0; cell = from[cell]!) path.push(cell);
  return path.reverse();
}

/** A binary heap of cells by cost. */
export function createHeap() {
  const items: number[] = [];
  const keys: number[] = [];
  return {
    clear: () => {
      items.length = 0;
      keys.length = 0;
    },
    size: () => items.length,
    push: (item: number, key: number) => {
      let i = items.length;
      items.push(item);
      keys.push(key);
      while (i > 0) {
        const up = (i - 1) >> 1;
        if (keys[up]! <= key) break;
        items[i] = items[up]!;
        keys[i] = keys[up]!;
        i = up;
      }
      items[i] = item;
      keys[i] = key;
    },
    pop: (): number => {
      const top = items[0]!;
      const item = items.pop()!;
      const key = keys.pop()!;
      const size = items.length;
      if (size === 0) return top;
      let i = 0;
      for (;;) {
        let down = 2 * i + 1;
        if (down >= size) break;
        if (down + 1 < size && keys[down + 1]! < keys[down]!) down++;
        if (keys[down]! >= key) break;
        items[i] = items[down]!;
        keys[i] = keys[down]!;
        i = down;
      }
      items[i] = item;
      keys[i] = key;
      return top;
    },
  };
}
