/**
 * The outlines of a set of squares, with their holes.
 *
 * Every side between a square of the set and one outside is walked with the set on its left: outlines come out
 * anticlockwise, holes clockwise. Where four sides meet, the walk keeps left, so that squares which touch at a corner
 * alone stay apart and every outline belongs to one piece that hangs together by sides.
 */
import type { LonLat, MultiPolygonGeometry } from "@firecover/domain";
import type { Lattice } from "./lattice.ts";

/** East, north, west, south; the square on the left of a side that begins at a corner lies there. */
const steps = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;
const leftOf = [
  [0, 0],
  [-1, 0],
  [-1, -1],
  [0, -1],
] as const;

export function outlinesOf(lattice: Lattice, squares: readonly number[]): MultiPolygonGeometry {
  const { columnOf, rowOf, squareOf, cornerOf } = lattice;
  const isIn = new Set(squares);
  const has = (column: number, row: number) => isIn.has(squareOf(column, row));
  const pieceOf = piecesOf(lattice, squares, isIn);
  /** A side runs from its corner in a direction when the square on its left is in and the one on its right is out. */
  const isSide = (x: number, y: number, d: number) => {
    const left = leftOf[d]!;
    const right = leftOf[(d + 3) % 4]!;
    return has(x + left[0], y + left[1]) && !has(x + right[0], y + right[1]);
  };
  const walked = new Set<string>();
  const outer = new Map<number, LonLat[]>();
  const holes = new Map<number, LonLat[][]>();
  for (const square of squares.toSorted((a, b) => a - b)) {
    const [column, row] = [columnOf(square), rowOf(square)];
    // Each square's own four sides, from the corner at which each begins.
    const corners = [
      [column, row, 0],
      [column + 1, row, 1],
      [column + 1, row + 1, 2],
      [column, row + 1, 3],
    ] as const;
    for (const [x, y, d] of corners) {
      if (!isSide(x, y, d) || walked.has(`${x} ${y} ${d}`)) continue;
      const { ring, isOuter } = walk(x, y, d);
      const piece = pieceOf.get(square)!;
      if (isOuter) outer.set(piece, ring);
      else holes.set(piece, [...(holes.get(piece) ?? []), ring]);
    }
  }
  return {
    type: "MultiPolygon",
    coordinates: [...outer].map(([piece, ring]) => [ring, ...(holes.get(piece) ?? [])]),
  };

  function walk(startX: number, startY: number, startD: number): { ring: LonLat[]; isOuter: boolean } {
    const ring: LonLat[] = [];
    let [x, y, d] = [startX, startY, startD];
    let doubleArea = 0;
    let isFirst = true;
    let last = -1;
    while (isFirst || x !== startX || y !== startY || d !== startD) {
      isFirst = false;
      walked.add(`${x} ${y} ${d}`);
      if (d !== last) ring.push(cornerOf(x, y));
      last = d;
      const [dx, dy] = steps[d]!;
      doubleArea += x * (y + dy) - (x + dx) * y;
      x += dx;
      y += dy;
      // Left first: squares that meet at this corner alone are walked round one by one.
      d = [(d + 1) % 4, d, (d + 3) % 4].find((next) => isSide(x, y, next))!;
    }
    if (last === startD && ring.length > 1) ring.shift(); // the walk began in the middle of a straight side
    ring.push(ring[0]!);
    return { ring, isOuter: doubleArea > 0 };
  }
}

/** The piece of each square: what hangs together by sides. */
function piecesOf(
  { columnOf, rowOf, squareOf }: Lattice,
  squares: readonly number[],
  isIn: ReadonlySet<number>,
): Map<number, number> {
  const pieceOf = new Map<number, number>();
  let count = 0;
  for (const start of squares) {
    if (pieceOf.has(start)) continue;
    pieceOf.set(start, count);
    const stack = [start];
    while (stack.length > 0) {
      const square = stack.pop()!;
      for (const [dx, dy] of steps) {
        const next = squareOf(columnOf(square) + dx, rowOf(square) + dy);
        if (!isIn.has(next) || pieceOf.has(next)) continue;
        pieceOf.set(next, count);
        stack.push(next);
      }
    }
    count++;
  }
  return pieceOf;
}
