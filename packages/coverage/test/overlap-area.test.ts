import type { MultiPolygonGeometry } from "@firecover/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlapSquareMetres } from "../src/siting/overlap-area.ts";
import { at } from "./builders.ts";

type Corner = readonly [number, number];

/** Ten metres per step, so that a square of the lattice has 100 m². */
const surface = (polygons: readonly (readonly (readonly Corner[])[])[]): MultiPolygonGeometry => ({
  type: "MultiPolygon",
  coordinates: polygons.map((rings) =>
    rings.map((ring) => [...ring, ring[0]!].map(([x, y]) => at(10 * x, 10 * y))),
  ),
});
const rectangle = (x1: number, y1: number, x2: number, y2: number): Corner[] => [
  [x1, y1],
  [x2, y1],
  [x2, y2],
  [x1, y2],
];

describe("the area that two surfaces share", () => {
  it.each([
    ["the smaller one where it lies inside", [rectangle(1, 1, 3, 3)], [rectangle(0, 0, 10, 10)], 400],
    ["the smaller one where it lies around", [rectangle(0, 0, 10, 10)], [rectangle(1, 1, 3, 3)], 400],
    ["nothing along a common border", [rectangle(0, 0, 2, 2)], [rectangle(2, 0, 4, 2)], 0],
    ["nothing inside a hole", [rectangle(4, 4, 5, 5)], [rectangle(0, 0, 9, 9), rectangle(3, 3, 6, 6)], 0],
    ["what a hole leaves", [rectangle(2, 4, 5, 5)], [rectangle(0, 0, 9, 9), rectangle(3, 3, 6, 6)], 100],
    ["all of itself", [rectangle(0, 0, 3, 2)], [rectangle(0, 0, 3, 2)], 600],
    [
      "a corner cut by a slanted side",
      [rectangle(0, 0, 2, 2)],
      [
        [
          [0, 0],
          [2, 0],
          [0, 2],
        ] as Corner[],
      ],
      200,
    ],
  ])("is %s", (_, a, b, squareMetres) => {
    expect(overlapSquareMetres(surface([a]), surface([b]))).toBeCloseTo(squareMetres, 0);
  });

  /** A skyline: columns of whole heights, so that a square of the lattice is wholly in or out. */
  const skyline = fc
    .record({
      x: fc.integer({ min: -6, max: 6 }),
      y: fc.integer({ min: -6, max: 6 }),
      heights: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 }),
      isClockwise: fc.boolean(),
      start: fc.nat(20),
    })
    .map(({ x, y, heights, isClockwise, start }) => {
      const top = heights.flatMap((height, i): Corner[] => [
        [x + i, y + height],
        [x + i + 1, y + height],
      ]);
      const clockwise: Corner[] = [[x, y], ...top, [x + heights.length, y]];
      const ring = isClockwise ? clockwise : clockwise.toReversed();
      const turned = [...ring.slice(start % ring.length), ...ring.slice(0, start % ring.length)];
      return { ring: turned, holds: (cx: number, cy: number) => cy >= y && cy < y + (heights[cx - x] ?? 0) };
    });

  it("is what counting squares gives, however rings are wound and wherever they begin", () => {
    fc.assert(
      fc.property(skyline, skyline, (a, b) => {
        let squares = 0;
        for (let x = -7; x < 14; x++)
          for (let y = -7; y < 14; y++) if (a.holds(x, y) && b.holds(x, y)) squares++;
        const shared = overlapSquareMetres(surface([[a.ring]]), surface([[b.ring]]));
        // Corners are rounded to 10⁻⁷ degrees: half a centimetre along borders of some 200 metres.
        expect(Math.abs(shared - 100 * squares)).toBeLessThan(2);
      }),
      { numRuns: 400 },
    );
  });
});
