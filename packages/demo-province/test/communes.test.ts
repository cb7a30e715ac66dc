/** Communes tile the province: they share borders exactly, without overlap and without a hole between them. */
import type { Commune, LonLat } from "@firecover/domain";
import { describe, expect, it } from "vitest";
import { provinceOf, seeds } from "./province.ts";

type Segment = readonly [LonLat, LonLat];

function segmentsOf(geometry: Commune["geometry"]): Segment[] {
  return geometry.coordinates
    .flat()
    .flatMap((ring) => ring.slice(1).map((end, i): Segment => [ring[i]!, end]));
}

const key = ([a, b]: Segment) => `${a[0]},${a[1]};${b[0]},${b[1]}`;
const areaUnder = (segments: readonly Segment[]) =>
  segments.reduce((sum, [a, b]) => sum + (a[0] - b[0]) * (a[1] + b[1] - 43.6), 0) / 2;

/** Pairs of segments that cross at an inner point of both, found by comparing those of one small square. */
function crossings(segments: readonly Segment[]): string[] {
  const squares = new Map<string, Segment[]>();
  const found: string[] = [];
  const side = (p: LonLat, q: LonLat, r: LonLat) =>
    (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  for (const segment of segments) {
    const [a, b] = segment;
    for (let x = Math.floor(Math.min(a[0], b[0]) * 400); x <= Math.floor(Math.max(a[0], b[0]) * 400); x++) {
      for (let y = Math.floor(Math.min(a[1], b[1]) * 400); y <= Math.floor(Math.max(a[1], b[1]) * 400); y++) {
        const square = `${x} ${y}`;
        const others = squares.get(square) ?? [];
        for (const [c, d] of others) {
          if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0)
            found.push(key(segment));
        }
        squares.set(square, [...others, segment]);
      }
    }
  }
  return found;
}

describe.each(seeds)("seed %i", (seed) => {
  const { communes, landCover, premises } = provinceOf(seed);
  const segments = communes.flatMap((commune) => segmentsOf(commune.geometry));
  const drawn = new Set(segments.map(key));
  const outline = segments.filter(([a, b]) => !drawn.has(key([b, a])));

  it("draws every border line at most once in each direction, and never across another", () => {
    expect(drawn.size).toBe(segments.length);
    expect(segments.length - outline.length).toBeGreaterThan(3000);
    const once = segments.filter(([a, b]) => key([a, b]) < key([b, a]) || !drawn.has(key([b, a])));
    expect(crossings(once)).toEqual([]);
  });

  it("leaves one outline around the whole, whose area is the sum of the communes", () => {
    const next = new Map(outline.map(([a, b]) => [a.join(), b.join()]));
    expect(next.size).toBe(outline.length);
    const start = outline[0]![0].join();
    let length = 0;
    for (let at = start; length === 0 || at !== start; at = next.get(at)!) length++;
    expect(length).toBe(outline.length);
    const sum = communes.reduce((total, commune) => total + areaUnder(segmentsOf(commune.geometry)), 0);
    expect(areaUnder(outline) / sum).toBeCloseTo(1, 9);
    expect(communes.every((commune) => areaUnder(segmentsOf(commune.geometry)) > 0)).toBe(true);
  });

  it("draws water, parks and forest without crossing lines", () => {
    for (const cover of landCover) {
      if (cover.geometry.type !== "MultiPolygon") continue;
      expect({ id: cover.id, crossings: crossings(segmentsOf(cover.geometry)) }).toEqual({
        id: cover.id,
        crossings: [],
      });
    }
  });

  it("puts each premises into the commune it names", () => {
    const byCode = new Map(communes.map((commune) => [commune.code, commune]));
    const outside = premises.filter(
      (one) => !one.communeCode || !covers(byCode.get(one.communeCode)!.geometry, one.location),
    );
    expect(outside.map((one) => one.id)).toEqual([]);
  });
});

function covers(geometry: Commune["geometry"], [x, y]: LonLat): boolean {
  let isInside = false;
  for (const [a, b] of segmentsOf(geometry)) {
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0])
      isInside = !isInside;
  }
  return isInside;
}
