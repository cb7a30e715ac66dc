/** The three promises of isochrones on random provinces, and one street that can be reckoned on paper. */
import {
  type Isochrones,
  Isochrones as IsochronesSchema,
  type MultiPolygonGeometry,
} from "@firecover/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isochrones } from "../src/analyses/index.ts";
import { latticeFor } from "../src/analyses/lattice.ts";
import { outlinesOf } from "../src/analyses/square-outlines.ts";
import { type CoverageInput, prepareCoverage } from "../src/index.ts";
import { at, drawRoads, province, station } from "./builders.ts";
import { cutAtNodes, drawnWay, inputOf, sketch } from "./random-province.ts";
import { isBorderline, junctionSeconds } from "./slow-oracle.ts";

const certainties = ["certain", "possible"] as const;

/** Even–odd rule over all rings; a place on a side counts as neither. */
function isInside(area: MultiPolygonGeometry | null, [x, y]: readonly [number, number]): boolean {
  let isIn = false;
  for (const ring of area?.coordinates.flat() ?? []) {
    for (let k = 0; k + 1 < ring.length; k++) {
      const [[ax, ay], [bx, by]] = [ring[k]!, ring[k + 1]!];
      const isOn =
        Math.min(ax, bx) <= x && x <= Math.max(ax, bx) && Math.min(ay, by) <= y && y <= Math.max(ay, by);
      if (isOn) return false;
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) isIn = !isIn;
    }
  }
  return isIn;
}

const ask = (input: CoverageInput, minutes: number[], certainty: "certain" | "possible", squareMetres = 40) =>
  isochrones(prepareCoverage(input), { minutes, certainty, squareMetres });

const sample = fc.array(fc.tuple(fc.integer({ min: -60, max: 450 }), fc.integer({ min: -60, max: 450 })), {
  minLength: 60,
  maxLength: 60,
});
const someMinutes = fc.integer({ min: 20, max: 160 }).map((tenths) => tenths / 20);
const crossroads = sketch.map(cutAtNodes);

describe("an isochrone", () => {
  it("holds no junction that is reached later, by brute force", () => {
    let inside = 0;
    fc.assert(
      fc.property(
        crossroads.filter((drawn) => !isBorderline(drawn)),
        fc.constantFrom(...certainties),
        someMinutes,
        (drawn, certainty, minutes) => {
          const [one] = ask(inputOf(drawn), [minutes], certainty).isochrones;
          for (const [junction, seconds] of junctionSeconds(drawn, certainty)) {
            if (!isInside(one!.area, at(...drawn.junctions[junction]!))) continue;
            inside++;
            expect(seconds).toBeLessThanOrEqual(minutes * 60 + 0.25);
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(inside).toBeGreaterThan(100);
  });

  it("lies in that of more minutes", () => {
    fc.assert(
      fc.property(crossroads, someMinutes, someMinutes, sample, (drawn, a, b, places) => {
        const input = inputOf(drawn);
        const minutes = [Math.min(a, b), Math.max(a, b)];
        const found = ask(input, minutes, "possible").isochrones;
        const [less, more] = [found[0]!, found.at(-1)!];
        for (const place of places)
          if (isInside(less.area, at(...place))) expect(isInside(more.area, at(...place))).toBe(true);
        expect(less.areaKm2).toBeLessThanOrEqual(more.areaKm2);
        expect(less.lengthKm).toBeLessThanOrEqual(more.lengthKm);
      }),
      { numRuns: 150 },
    );
  });

  it("never shrinks by a road between known junctions", () => {
    fc.assert(
      fc.property(crossroads, drawnWay, someMinutes, sample, (drawn, way, minutes, places) => {
        const known = new Set(drawn.ways.flatMap(({ path }) => path.split(" ")));
        const [a, b] = way.path.split(" ");
        fc.pre(known.has(a!) && known.has(b!));
        const road = { ...way, path: `${a} ${b}` };
        const before = ask(inputOf(drawn), [minutes], "certain").isochrones[0]!;
        const after = ask(inputOf({ ...drawn, ways: [...drawn.ways, road] }), [minutes], "certain");
        for (const place of places)
          if (isInside(before.area, at(...place)))
            expect(isInside(after.isochrones[0]!.area, at(...place))).toBe(true);
        expect(before.areaKm2).toBeLessThanOrEqual(after.isochrones[0]!.areaKm2);
      }),
      { numRuns: 150 },
    );
  });
});

describe("a street of a kilometre with its station at one end", () => {
  const input = province({
    network: drawRoads({ a: [0, 0], b: [1000, 0] }, [["a b"]]),
    stations: [station("s", at(0, 0)), station("t", at(1000, 0), { turnoutSeconds: 240 })],
  });
  const answer = (options: object): Isochrones =>
    IsochronesSchema.parse(isochrones(prepareCoverage(input), { certainty: "certain", ...options }));

  it("is driven at 30 km/h after two minutes, from the other end after five", () => {
    const lengths = answer({ minutes: [1.9, 2.5, 3, 6] }).isochrones.map(({ lengthKm }) => lengthKm);
    expect(lengths).toEqual([0, 0.25, 0.5, 1]);
  });

  it("is driven by the stations asked for alone", () => {
    const [one] = answer({ minutes: [5.5], stationIds: ["t"], roads: true }).isochrones;
    expect(one!.lengthKm).toBe(0.25);
    const [[from, to]] = one!.roads!.coordinates as [[[number, number], [number, number]]];
    expect(from[0]).toBeCloseTo(at(750, 0)[0], 5);
    expect(to[0]).toBeCloseTo(at(1000, 0)[0], 5);
  });

  it("lies in squares that it touches", () => {
    const [one] = answer({ minutes: [3], squareMetres: 50, stationIds: ["s"] }).isochrones;
    expect(one!.areaKm2).toBeGreaterThanOrEqual(0.025); // 500 m by one square of 50 m
    expect(one!.areaKm2).toBeLessThanOrEqual(0.06);
    const places = one!.area!.coordinates.flat(2);
    for (const [lon, lat] of places) {
      expect(lon).toBeGreaterThanOrEqual(at(-50, 0)[0]);
      expect(lon).toBeLessThanOrEqual(at(550, 0)[0]);
      expect(Math.abs(lat)).toBeLessThanOrEqual(at(0, 51)[1]);
    }
  });

  it("is nothing before the engine leaves", () => {
    const [none] = answer({ minutes: [1] }).isochrones;
    expect(none).toMatchObject({ lengthKm: 0, areaKm2: 0, area: null });
  });
});

describe("outlines of squares", () => {
  it("hold the middle of every square given, and of no other", () => {
    const lattice = latticeFor(drawRoads({ a: [0, 0], b: [1, 0] }, [["a b"]]), 10);
    const drawnSquares = fc.uniqueArray(fc.nat(63), { minLength: 1, maxLength: 64 });
    fc.assert(
      fc.property(drawnSquares, (chosen) => {
        const area = outlinesOf(
          lattice,
          chosen.map((n) => lattice.squareOf(n % 8, Math.floor(n / 8))),
        );
        for (let n = 0; n < 64; n++) {
          const [west, south] = lattice.cornerOf(n % 8, Math.floor(n / 8));
          const middle = [west + lattice.degreesLon / 2, south + lattice.degreesLat / 2] as const;
          expect(isInside(area, middle)).toBe(chosen.includes(n));
        }
        for (const ring of area.coordinates.flat()) expect(ring.at(-1)).toEqual(ring[0]);
        for (const [outer, ...holes] of area.coordinates) {
          expect(turns(outer!)).toBeGreaterThan(0);
          for (const hole of holes) expect(turns(hole)).toBeLessThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** Twice the area of a ring, positive when it runs anticlockwise. */
function turns(ring: readonly (readonly [number, number])[]): number {
  let sum = 0;
  for (let k = 0; k + 1 < ring.length; k++)
    sum += ring[k]![0] * ring[k + 1]![1] - ring[k + 1]![0] * ring[k]![1];
  return sum;
}
