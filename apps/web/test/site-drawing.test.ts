/** Outlines drawn by hand: the typed list of corners, their area, and what is no outline. */
import type { LonLat } from "@firecover/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCorners, writeCorners } from "../src/site-drawing/corner-text.ts";
import { areaOf, cornersOf, outlineFault, surfaceOf } from "../src/site-drawing/outline.ts";

const onGrid = (least: number, most: number) =>
  fc.integer({ min: least * 1e7, max: most * 1e7 }).map((grid) => grid / 1e7);
const place = fc.tuple(onGrid(102, 110), onGrid(8, 23));
const metresPerDegree = (6_371_008.8 * Math.PI) / 180;

/** Corners round a middle by rising angle: such an outline never crosses itself. */
const star = fc
  .tuple(
    place,
    fc.array(fc.tuple(fc.integer({ min: 0, max: 359 }), fc.integer({ min: 20, max: 400 })), {
      minLength: 4,
      maxLength: 12,
    }),
  )
  .map(([[lon, lat], spokes]) => {
    const byAngle = new Map(spokes.map(([angle, metres]) => [angle, metres]));
    const angles = [...byAngle.keys()].sort((a, b) => a - b);
    const cosine = Math.cos((lat * Math.PI) / 180);
    const offsets = angles.map((angle) => {
      const metres = byAngle.get(angle)!;
      return [
        metres * Math.cos((angle * Math.PI) / 180),
        metres * Math.sin((angle * Math.PI) / 180),
      ] as const;
    });
    const widest = Math.max(
      ...angles.map((angle, i) => (angles[(i + 1) % angles.length]! - angle + 360) % 360 || 360),
    );
    const corners = offsets.map(
      ([x, y]): LonLat => [lon + x / (metresPerDegree * cosine), lat + y / metresPerDegree],
    );
    return { offsets, corners, isAroundMiddle: widest < 175 };
  })
  .filter(({ corners, isAroundMiddle }) => corners.length > 3 && isAroundMiddle);

describe("the typed list of corners", () => {
  it("reads what it wrote, with either decimal mark", () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 20 }), fc.constantFrom(",", "."), (corners, mark) => {
        expect(readCorners(writeCorners(corners, mark as "," | "."))).toEqual({ corners });
      }),
    );
  });

  it.each([
    ["104.5, 21.9", [104.5, 21.9]],
    ["104.5,21.9", [104.5, 21.9]],
    ["104,5 21,9", [104.5, 21.9]],
    ["104,5; 21,9", [104.5, 21.9]],
    ["104,5;21,9", [104.5, 21.9]],
    ["[104.5, 21.9],", [104.5, 21.9]],
    ["  104.5\t21.9  ", [104.5, 21.9]],
  ])("reads %s", (line, corner) => {
    expect(readCorners(`\n${line}\n`)).toEqual({ corners: [corner] });
  });

  it.each([
    ["104.5", "unreadable"],
    ["104,5,21,9", "unreadable"],
    ["104.5 21.9 3", "unreadable"],
    ["góc, một", "unreadable"],
    ["21.9, 104.5", "swapped"],
    ["204.5, 21.9", "outside"],
    ["104.5, 99", "outside"],
  ])("refuses %s and names its line", (line, fault) => {
    expect(readCorners(`104.5, 21.9\n\n${line}`)).toEqual({ fault, line: 3 });
  });
});

describe("an outline", () => {
  it("has the area of its triangles, however it is wound", () => {
    fc.assert(
      fc.property(star, ({ offsets, corners }) => {
        const planar = offsets.reduce((sum, [x, y], i) => {
          const [nextX, nextY] = offsets[(i + 1) % offsets.length]!;
          return sum + (x * nextY - nextX * y) / 2;
        }, 0);
        expect(Math.abs(areaOf(corners) - planar)).toBeLessThan(1 + planar * 0.001);
        expect(areaOf(corners.toReversed())).toBeCloseTo(areaOf(corners), 3);
      }),
    );
  });

  it("is whole where it turns one way round", () => {
    fc.assert(
      fc.property(star, ({ corners }) => {
        expect(outlineFault(corners, "plot")).toBeNull();
      }),
    );
  });

  it("crosses itself where two neighbours on a circle change places", () => {
    const angles = fc.uniqueArray(fc.integer({ min: 0, max: 359 }), { minLength: 4, maxLength: 10 });
    fc.assert(
      fc.property(place, angles, ([lon, lat], unsorted) => {
        const ring = unsorted
          .toSorted((a, b) => a - b)
          .map((angle): LonLat => {
            const radians = (angle * Math.PI) / 180;
            return [lon + 0.002 * Math.cos(radians), lat + 0.002 * Math.sin(radians)];
          });
        expect(outlineFault(ring, "zone")).toBeNull();
        const [a, b, c, ...others] = ring;
        // The sides a–c and b–d are diagonals of a convex figure.
        expect(outlineFault([a!, c!, b!, ...others], "zone")).toBe("self-crossing");
      }),
    );
  });

  it("needs three corners apart, some land between them, and no province for a plot", () => {
    const at: LonLat = [104.5, 21.9];
    const east: LonLat = [104.501, 21.9];
    const north: LonLat = [104.5, 21.901];
    expect(outlineFault([], "plot")).toBe("too-few");
    expect(outlineFault([at, at, east, east], "plot")).toBe("too-few");
    expect(outlineFault([at, east, north], "plot")).toBeNull();
    // a double press, and a last corner on the first
    expect(surfaceOf([at, at, east, north, north, at])).toEqual(surfaceOf([at, east, north]));
    expect(outlineFault([at, east, [104.502, 21.9]], "plot")).not.toBeNull();
    const wide: LonLat[] = [at, [104.6, 21.9], [104.6, 22]];
    expect(outlineFault(wide, "plot")).toBe("too-large");
    expect(outlineFault(wide, "zone")).toBeNull();
  });

  it("comes back as corners, unless it has parts or holes", () => {
    fc.assert(
      fc.property(star, ({ corners }) => {
        const surface = surfaceOf(corners);
        expect(surfaceOf(cornersOf(surface)!)).toEqual(surface);
        const [polygon] = surface.coordinates;
        expect(cornersOf({ ...surface, coordinates: [polygon!, polygon!] })).toBeNull();
        expect(cornersOf({ ...surface, coordinates: [[...polygon!, ...polygon!]] })).toBeNull();
      }),
    );
    expect(cornersOf(null)).toBeNull();
    const round = (count: number) =>
      Array.from({ length: count }, (_, i): LonLat => {
        const angle = (2 * Math.PI * i) / count;
        return [104.5 + 0.01 * Math.cos(angle), 21.9 + 0.01 * Math.sin(angle)];
      });
    expect(cornersOf(surfaceOf(round(200)))).toHaveLength(200);
    expect(cornersOf(surfaceOf(round(201)))).toBeNull();
  });
});
