/** People on cells: official totals to the person, weights in their order, places by the roads. */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Building, Commune, type PopulationPoint, Road } from "@firecover/domain";
import fc from "fast-check";
import { isValidCell, latLngToCell } from "h3-js";
import { describe, expect, it } from "vitest";
import { computeCoverage } from "../src/index.ts";
import { highDensityAreas, spreadPopulation } from "../src/population/index.ts";
import { apportion } from "../src/population/largest-remainder.ts";
import { cell, drawRoads, province, station, town } from "./builders.ts";

const provenance = { source: "test", dataDate: "2026-11-01", isSynthetic: true };
const metre = 180 / (Math.PI * 6_371_008.8);
const origin: [number, number] = [105.8, 21];
const at = (x: number, y: number): [number, number] => [
  origin[0] + (x * metre) / Math.cos((21 * Math.PI) / 180),
  origin[1] + y * metre,
];

/** A square commune of so many metres, its south-west corner at (x, y). */
function square(code: string, x: number, y: number, side: number, population: number | null): Commune {
  const ring = [at(x, y), at(x + side, y), at(x + side, y + side), at(x, y + side), at(x, y)];
  return Commune.parse({
    code,
    name: code,
    kind: "commune",
    provinceCode: "01",
    provinceName: "Tỉnh",
    population,
    areaKm2: null,
    isUrbanCentre: false,
    geometry: { type: "MultiPolygon", coordinates: [[ring]] },
    ...provenance,
  });
}
const building = (
  id: number,
  x: number,
  y: number,
  footprintM2: number,
  levels: number | null,
): Building => ({
  id,
  location: at(x, y),
  footprintM2,
  levels,
  isResidential: null,
  ...provenance,
});
const street = (id: number, ...points: [number, number][]): Road =>
  Road.parse({
    id,
    name: null,
    roadClass: "residential",
    direction: "both",
    engineAccess: "yes",
    maxSpeedKph: null,
    widthMetres: null,
    maxHeightMetres: null,
    maxWeightTonnes: null,
    nodeIds: points.map((_, i) => id * 100 + i),
    geometry: { type: "LineString", coordinates: points.map(([x, y]) => at(x, y)) },
    ...provenance,
  });
const point = (id: string, x: number, y: number, people: number): PopulationPoint => ({
  id,
  location: at(x, y),
  people,
  ...provenance,
});
const nothing = { buildings: [], populationPoints: [], roads: [] };

describe("largest remainder", () => {
  it("gives every total to the person and nobody more than one beyond the quota", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000_000 }),
        fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1 }),
        (total, weights) => {
          const sum = weights.reduce((a, b) => a + b, 0);
          fc.pre(sum > 0);
          const shares = apportion(total, weights);
          expect(shares.reduce((a, b) => a + b, 0)).toBe(total);
          shares.forEach((share, i) => {
            expect(Math.abs(share - (total * weights[i]!) / sum)).toBeLessThan(1 + 1e-6);
          });
        },
      ),
    );
  });
});

describe("spread", () => {
  it("keeps the people of every commune to the person, whatever is known of it", () => {
    const commune = fc.record({
      population: fc.integer({ min: 0, max: 90_000 }),
      buildings: fc.array(
        fc.tuple(
          fc.nat(2000),
          fc.nat(2000),
          fc.integer({ min: 1, max: 900_000 }),
          fc.constantFrom(null, 1, 5),
        ),
        {
          maxLength: 8,
        },
      ),
      points: fc.array(fc.tuple(fc.nat(2000), fc.nat(2000), fc.nat(500)), { maxLength: 5 }),
      streets: fc.array(fc.tuple(fc.nat(2000), fc.nat(2000), fc.nat(2000), fc.nat(2000)), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(commune, { minLength: 1, maxLength: 3 }), (drawn) => {
        const communes = drawn.map(({ population }, c) => square(`0000${c}`, c * 2000, 0, 2000, population));
        const cells = spreadPopulation({
          communes,
          buildings: drawn.flatMap((one, c) =>
            one.buildings.map(([x, y, area, levels], i) =>
              building(c * 100 + i, c * 2000 + x, y, area, levels),
            ),
          ),
          populationPoints: drawn.flatMap((one, c) =>
            one.points.map(([x, y, n], i) => point(`${c}-${i}`, c * 2000 + x, y, n)),
          ),
          roads: drawn.flatMap((one, c) =>
            one.streets.map(([x1, y1, x2, y2], i) =>
              street(c * 100 + i, [c * 2000 + x1, y1], [c * 2000 + x2, y2]),
            ),
          ),
        });
        for (const { code, population } of communes) {
          const own = cells.filter(({ communeCode }) => communeCode === code);
          expect(own.reduce((sum, { people }) => sum + people, 0)).toBe(population);
        }
        expect(new Set(cells.map(({ h3, communeCode }) => h3 + communeCode)).size).toBe(cells.length);
      }),
      { numRuns: 60 },
    );
  });

  it("gives three quarters to the three storeys and one to the single one, on equal plots", () => {
    const cells = spreadPopulation({
      ...nothing,
      communes: [square("00001", 0, 0, 3000, 4000)],
      buildings: [building(1, 500, 500, 8000, 3), building(2, 2500, 2500, 8000, 1)],
    });
    expect(cells.map(({ people }) => people).sort((a, b) => a - b)).toEqual([1000, 3000]);
    expect(cells[0]!.weightedBy).toBe("floor-area");
  });

  it("takes the median of the known levels for the unknown ones", () => {
    const cells = spreadPopulation({
      ...nothing,
      communes: [square("00001", 0, 0, 3000, 600)],
      buildings: [building(1, 500, 500, 1000, 2), building(2, 2500, 2500, 2000, null)],
    });
    expect(cells.map(({ people }) => people).sort((a, b) => a - b)).toEqual([200, 400]);
  });

  it("does not crowd a commune into the few buildings that were mapped", () => {
    const sources = {
      ...nothing,
      communes: [square("00001", 0, 0, 3000, 6000)],
      buildings: [building(1, 500, 500, 100, 1)],
      roads: [street(1, [200, 2000], [2800, 2000])],
    };
    expect(new Set(spreadPopulation(sources).map(({ weightedBy }) => weightedBy))).toEqual(
      new Set(["street-length"]),
    );
    expect(spreadPopulation({ ...sources, roads: [] })[0]!.weightedBy).toBe("area");
    const counted = spreadPopulation({ ...sources, populationPoints: [point("a", 1000, 1000, 3)] });
    expect(counted.map(({ people, weightedBy }) => [people, weightedBy])).toEqual([
      [6000, "population-points"],
    ]);
  });

  it("places a cell on the way beside its middle house", () => {
    const [placed] = spreadPopulation({
      ...nothing,
      communes: [square("00001", 0, 0, 3000, 10)],
      buildings: [building(1, 1000, 1040, 200, 1)],
      roads: [street(1, [0, 1000], [3000, 1000])],
    });
    expect(placed!.location[0]).toBeCloseTo(at(1000, 1000)[0], 6);
    expect(placed!.location[1]).toBeCloseTo(at(1000, 1000)[1], 6);
  });

  it("is the same whatever the order of its sources", () => {
    const sources = {
      communes: [square("00001", 0, 0, 2000, 777), square("00002", 2000, 0, 2000, 1234)],
      buildings: Array.from({ length: 30 }, (_, i) =>
        building(i, (i * 131) % 4000, (i * 77) % 2000, 900 + 13 * i, (i % 4) + 1),
      ),
      populationPoints: [],
      roads: [street(1, [0, 500], [4000, 700]), street(2, [0, 1500], [4000, 1300])],
    };
    const reversed = {
      communes: sources.communes.toReversed(),
      buildings: sources.buildings.toReversed(),
      populationPoints: [],
      roads: sources.roads.toReversed(),
    };
    expect(spreadPopulation(reversed)).toEqual(spreadPopulation(sources));
  });

  it("keeps the people of real Hà Nội", (test) => {
    const folder =
      process.env["FIRECOVER_SHARED_DATA"] ?? resolve(import.meta.dirname, "../../../../shared/data");
    const path = resolve(folder, "admin/ha-noi.communes.geojson");
    // the real inputs lie beside the project, not in it
    if (!existsSync(path)) return test.skip("no shared data here");
    const { features } = JSON.parse(readFileSync(path, "utf8")) as {
      features: {
        properties: { code: string; name: string; populationRaw: string };
        geometry: Commune["geometry"];
      }[];
    };
    const communes = features.map(({ properties, geometry }) => ({
      ...square(properties.code, 0, 0, 1, Number(properties.populationRaw.replaceAll(".", ""))),
      geometry,
    }));
    const cells = spreadPopulation({ ...nothing, communes });
    const official = communes.reduce((sum, { population }) => sum + population!, 0);
    expect(cells.reduce((sum, { people }) => sum + people, 0)).toBe(official);
    expect(official).toBeGreaterThan(8_000_000);
    expect(cells.every(({ h3 }) => isValidCell(h3))).toBe(true);
  });
});

describe("high-density areas", () => {
  it("joins contiguous dense cells and counts the parts of a border cell together", () => {
    const h3At = (x: number, y: number) => latLngToCell(at(x, y)[1], at(x, y)[0], 9);
    const [here, beside, apart, sparse] = [h3At(0, 0), h3At(310, 0), h3At(5000, 0), h3At(0, 3000)];
    expect(new Set([here, beside, apart, sparse]).size).toBe(4);
    // A cell here has about 0.115 km²: 700 and 600 people are dense together (11,300 per km²), not apart.
    const cells = [
      cell(here!, at(0, 0), 2000),
      cell(beside!, at(310, 0), 700),
      cell(beside!, at(310, 0), 600, { communeCode: "00002" }),
      cell(apart!, at(5000, 0), 4000),
      cell(sparse!, at(0, 3000), 300),
    ];
    const result = computeCoverage(
      province({
        network: drawRoads({ a: [0, 0], b: [100, 0] }, [["a b"]]),
        communes: [town(), town({ code: "00002" as never })],
        stations: [station("s", [105, 0])],
        cells,
      }),
    );
    const areas = highDensityAreas(result, cells.toReversed(), 10_000);
    expect(areas.map(({ people }) => people)).toEqual([4000, 3300]);
    expect(areas[1]!.communeCodes).toEqual(["00001", "00002"]);
    expect(areas[1]!.areaKm2).toBeGreaterThan(0.2);
    expect(areas[1]!.areaKm2).toBeLessThan(0.25);
    expect(areas[1]!.geometry.coordinates).toHaveLength(1);
    expect(areas[0]!.gapShares.time).toEqual({ certain: 1, possible: 1 }); // no road comes near
  });
});
