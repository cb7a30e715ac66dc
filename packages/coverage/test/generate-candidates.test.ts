import { defaultSiteRules, ExclusionZone, type LonLat } from "@firecover/domain";
import { haversineMetres } from "@firecover/road-network";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { createEdgeGrid } from "../src/edge-grid.ts";
import {
  type GenerateOptions,
  generateCandidates,
  type SiteSurroundings,
  siteConditions,
} from "../src/siting/index.ts";
import { at, drawRoads, parameters, premises, standard, type WayOptions } from "./builders.ts";

/** Streets every kilometre, ten by ten kilometres; the one along the bottom is wide, the others as given. */
const gridTown = (options: WayOptions) => {
  const corners = Array.from({ length: 11 }, (_, k) => k);
  const junctions = Object.fromEntries(
    corners.flatMap((x) => corners.map((y) => [`j${x}-${y}`, [1000 * x, 1000 * y] as const])),
  );
  return drawRoads(
    junctions,
    corners.flatMap((k) => [
      [
        corners.map((x) => `j${x}-${k}`).join(" "),
        k === 0
          ? { name: "Phố Lớn", widthMetres: 12, roadClass: "secondary" }
          : { name: `Phố ${k}`, ...options },
      ] as const,
      [corners.map((y) => `j${k}-${y}`).join(" "), { name: `Đường ${k}`, ...options }] as const,
    ]),
  );
};
const wide = gridTown({ widthMetres: 8 });
const wideGrid = createEdgeGrid(wide);

// a busy machine must not fail a fact that is no fact about time
vi.setConfig({ testTimeout: 60_000 });

const surroundings = (more: Partial<SiteSurroundings> = {}): SiteSurroundings => ({
  network: wide,
  premises: [],
  zones: [],
  standard,
  parameters,
  rules: defaultSiteRules,
  ...more,
});
const everywhere = Array.from({ length: 100 }, (_, k) => ({
  location: at(1000 * (k % 10) + 500, 1000 * Math.floor(k / 10) + 500),
  people: 100,
  isCovered: false,
}));
const options = (more: Partial<GenerateOptions> = {}): GenerateOptions => ({
  demand: everywhere,
  stations: [],
  communeAt: () => null,
  dataDate: "2026-11-01",
  isSynthetic: true,
  ...more,
});
const metres = (a: LonLat, b: LonLat) => haversineMetres(...a, ...b);

describe("generated places", () => {
  it("spread over the whole area when few are wanted, and lie beside roads", () => {
    const sites = generateCandidates(surroundings(), options({ count: 9 }));
    expect(sites).toHaveLength(9);
    for (const [i, a] of sites.entries())
      for (const b of sites.slice(i + 1)) expect(metres(a.location, b.location)).toBeGreaterThanOrEqual(1500);
    const quarters = new Set(
      sites.map(({ location: [lon, lat] }) => `${lon > at(5000, 0)[0]} ${lat > at(0, 5000)[1]}`),
    );
    expect(quarters.size).toBe(4);
    for (const { conditions } of siteConditions(sites, surroundings()))
      expect(conditions.find(({ condition }) => condition === "road-access")).toMatchObject({
        verdict: "met",
        measured: 0,
      });
  });

  it("stand near those beyond the threshold before anyone else", () => {
    const demand = everywhere.map((one, k) => ({ ...one, isCovered: k !== 99 }));
    const [first] = generateCandidates(surroundings(), options({ demand, count: 1 }));
    expect(metres(first!.location, demand[99]!.location)).toBeLessThan(1000);
  });

  it("count people near a place taken less for the next one", () => {
    // About 1,500 m from each place to its demand: half of the people count, and of A three quarters once A1 is taken.
    const network = drawRoads(
      {
        a1: [-1570, 0],
        b1: [-1470, 0],
        a2: [1470, 0],
        b2: [1570, 0],
        a3: [21450, 0],
        b3: [21550, 0],
      },
      [
        ["a1 b1", { name: "A1", widthMetres: 8 }],
        ["a2 b2", { name: "A2", widthMetres: 8 }],
        ["a3 b3", { name: "B", widthMetres: 8 }],
      ],
    );
    const demand = [
      { location: at(0, 0), people: 100, isCovered: false },
      { location: at(20_000, 0), people: 84, isCovered: false },
    ];
    const sites = generateCandidates(surroundings({ network }), options({ demand, count: 3 }));
    const [first, ...rest] = sites.map(({ name }) => name);
    expect(first).toMatch(/^A[12]$/);
    expect(rest).toEqual(["B", first === "A1" ? "A2" : "A1"]);
  });

  it("are named by road and commune, numbered where both repeat, and have ids of their own", () => {
    const communeAt = () => ({ code: "00001" as never, name: "Phường Ô Chợ Dừa" });
    const sites = generateCandidates(surroundings(), options({ communeAt, count: 60 }));
    const names = sites.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => /^(Phố|Đường) .+, phường Ô Chợ Dừa( \(\d+\))?$/.test(name))).toBe(true);
    expect(names.some((name) => /^(Phố|Đường) \d+, phường Ô Chợ Dừa \(2\)$/.test(name))).toBe(true);
    expect(new Set(sites.map(({ id }) => id)).size).toBe(sites.length);
    expect(sites.every(({ communeCode }) => communeCode === "00001")).toBe(true);
  });

  it("keep off streets that are too narrow, closed or for through traffic alone", () => {
    for (const unfit of [
      { widthMetres: 6 },
      { engineAccess: "no" },
      { roadClass: "motorway" },
    ] as WayOptions[]) {
      const sites = generateCandidates(
        surroundings({ network: gridTown({ widthMetres: 8, ...unfit }) }),
        options(),
      );
      expect(sites.length).toBeGreaterThan(20);
      expect(sites.every(({ name }) => name.startsWith("Phố Lớn"))).toBe(true);
    }
  });

  it("keep away from today's stations", () => {
    const station = at(5000, 5000);
    const sites = generateCandidates(surroundings(), options({ stations: [station], count: 500 }));
    expect(sites).toHaveLength(500);
    for (const { location } of sites) expect(metres(location, station)).toBeGreaterThan(498);
  });

  it("are none without people, and no more than the roads offer", () => {
    expect(generateCandidates(surroundings(), options({ demand: [] }))).toEqual([]);
    const short = drawRoads({ a: [0, 0], b: [300, 0] }, [["a b", { widthMetres: 8 }]]);
    expect(generateCandidates(surroundings({ network: short }), options())).toHaveLength(3);
  });

  it("never certainly fail a condition, and are the same whenever asked", () => {
    const place = fc.record({
      x: fc.integer({ min: 0, max: 10_000 }),
      y: fc.integer({ min: 0, max: 10_000 }),
    });
    fc.assert(
      fc.property(
        fc.array(place, { maxLength: 6 }),
        fc.array(place, { maxLength: 3 }),
        fc.integer({ min: 1, max: 120 }),
        (markets, floods, count) => {
          const around = surroundings({
            grid: wideGrid,
            premises: markets.map(({ x, y }, i) => premises(`m${i}`, at(x, y), { category: "market" })),
            zones: floods.map(({ x, y }, i) =>
              ExclusionZone.parse({
                id: `z${i}`,
                name: "Vùng ngập",
                kind: "flood",
                geometry: {
                  type: "MultiPolygon",
                  coordinates: [
                    [[at(x, y), at(x + 2500, y), at(x + 2500, y + 2500), at(x, y + 2500), at(x, y)]],
                  ],
                },
                source: "test",
                dataDate: "2026-11-01",
                isSynthetic: true,
              }),
            ),
          });
          const sites = generateCandidates(around, options({ count }));
          expect(sites.length).toBeLessThanOrEqual(count);
          expect(sites.length).toBeGreaterThan(0);
          for (const { verdict } of siteConditions(sites, around)) expect(verdict).toBe("unknown");
          const shuffled = {
            ...around,
            premises: around.premises.toReversed(),
            zones: around.zones.toReversed(),
          };
          expect(generateCandidates(shuffled, options({ count }))).toEqual(sites);
        },
      ),
      { numRuns: 15 },
    );
  });
});
