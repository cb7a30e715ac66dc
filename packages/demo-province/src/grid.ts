/** The raster under the province: 125 m cells on which heights, ways through the hills and commune borders are found. */
import type { Point } from "./valley-frame.ts";

export const cellMetres = 125;
const west = -33_000;
const south = -20_000;
export const columns = 496;
export const rows = 320;
export const cellCount = columns * rows;

export const cellOf = (column: number, row: number) => row * columns + column;
export const columnOf = (cell: number) => cell % columns;
export const rowOf = (cell: number) => Math.floor(cell / columns);

/** The cell under a point; points outside take the nearest one. */
export function cellAt(p: Point): number {
  const column = Math.min(columns - 1, Math.max(0, Math.floor((p.u - west) / cellMetres)));
  const row = Math.min(rows - 1, Math.max(0, Math.floor((p.v - south) / cellMetres)));
  return cellOf(column, row);
}

export function centreOf(cell: number): Point {
  return { u: west + (columnOf(cell) + 0.5) * cellMetres, v: south + (rowOf(cell) + 0.5) * cellMetres };
}

/** Corner `(column, row)` of the raster, from its lower left. */
export const cornerAt = (column: number, row: number): Point => ({
  u: west + column * cellMetres,
  v: south + row * cellMetres,
});

/** The eight steps to a neighbour; the first four share a side. */
export const steps = [
  { dColumn: 1, dRow: 0, cells: 1 },
  { dColumn: 0, dRow: 1, cells: 1 },
  { dColumn: -1, dRow: 0, cells: 1 },
  { dColumn: 0, dRow: -1, cells: 1 },
  { dColumn: 1, dRow: 1, cells: Math.SQRT2 },
  { dColumn: -1, dRow: 1, cells: Math.SQRT2 },
  { dColumn: -1, dRow: -1, cells: Math.SQRT2 },
  { dColumn: 1, dRow: -1, cells: Math.SQRT2 },
] as const;

/** The neighbour one step away, or -1 at the raster's edge. */
export function neighbour(cell: number, step: (typeof steps)[number]): number {
  const column = columnOf(cell) + step.dColumn;
  const row = rowOf(cell) + step.dRow;
  return column < 0 || row < 0 || column >= columns || row >= rows ? -1 : cellOf(column, row);
}

/** Distance in metres from every cell to the nearest marked one (two chamfer passes, a few per cent too long at most). */
export function distanceTo(marked: Uint8Array): Float32Array {
  const metres = new Float32Array(cellCount);
  for (let cell = 0; cell < cellCount; cell++) metres[cell] = marked[cell] ? 0 : 1e9;
  const relax = (cell: number, column: number, row: number, cost: number) => {
    if (column < 0 || row < 0 || column >= columns || row >= rows) return;
    const candidate = metres[cellOf(column, row)]! + cost;
    if (candidate < metres[cell]!) metres[cell] = candidate;
  };
  const straight = cellMetres;
  const diagonal = cellMetres * Math.SQRT2;
  for (let cell = 0; cell < cellCount; cell++) {
    const c = columnOf(cell);
    const r = rowOf(cell);
    relax(cell, c - 1, r, straight);
    relax(cell, c, r - 1, straight);
    relax(cell, c - 1, r - 1, diagonal);
    relax(cell, c + 1, r - 1, diagonal);
  }
  for (let cell = cellCount - 1; cell >= 0; cell--) {
    const c = columnOf(cell);
    const r = rowOf(cell);
    relax(cell, c + 1, r, straight);
    relax(cell, c, r + 1, straight);
    relax(cell, c + 1, r + 1, diagonal);
    relax(cell, c - 1, r + 1, diagonal);
  }
  return metres;
}
