import {
  CandidateSite,
  defaultSiteRules,
  ExclusionZone,
  type SiteCondition,
  type SiteConditionName,
  type SiteRules,
} from "@firecover/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SiteSurroundings, siteConditions } from "../src/siting/index.ts";
import { at, drawRoads, parameters, premises, standard } from "./builders.ts";

const provenance = { source: "sở đất", dataDate: "2026-11-01", isSynthetic: true };

const site = (id: string, location: [number, number], more: object = {}): CandidateSite =>
  CandidateSite.parse({
    id,
    name: id,
    kind: "plot",
    location,
    geometry: null,
    areaSquareMetres: null,
    roadWidthMetres: null,
    slopePercent: null,
    priceMillionDong: null,
    communeCode: null,
    note: null,
    ...provenance,
    ...more,
  });

const box = (x1: number, y1: number, x2: number, y2: number) => ({
  type: "MultiPolygon" as const,
  coordinates: [[[at(x1, y1), at(x2, y1), at(x2, y2), at(x1, y2), at(x1, y1)]]],
});
const zone = (id: string, kind: "flood" | "forbidden", geometry: object): ExclusionZone =>
  ExclusionZone.parse({ id, name: `Vùng ${id}`, kind, geometry, ...provenance, source: "sở tài nguyên" });

/** A wide street from west to east, an alley crossing it 200 m east, an unmeasured service road 200 m west. */
const network = drawRoads(
  { a: [-400, 0], b: [-200, 0], c: [200, 0], d: [400, 0], e: [200, 300], f: [-200, 300] },
  [
    ["a b c d", { name: "Phố Lớn", widthMetres: 9, roadClass: "secondary" }],
    ["c e", { name: "Ngõ Hẹp", widthMetres: 2.5 }],
    ["b f", { name: "Ngõ Chưa Đo", widthMetres: null, roadClass: "service" }],
  ],
);
const school = premises("trường", at(0, 100), {
  name: "Trường Tiểu học",
  category: "school",
  source: "sở giáo dục",
});
const shop = premises("hàng", at(5, 5), { category: "shop" });
const zones = [
  zone("lũ", "flood", box(300, -50, 400, 50)),
  zone("đê", "forbidden", box(-400, -50, -300, 50)),
];

const surroundings = (more: Partial<SiteSurroundings> = {}): SiteSurroundings => ({
  network,
  premises: [school, shop],
  zones,
  standard,
  parameters,
  rules: defaultSiteRules,
  roadSource: "roads.osm.pbf",
  ...more,
});

const good = { areaSquareMetres: 3000, slopePercent: 2 };
const linesOf = (one: CandidateSite, more: Partial<SiteSurroundings> = {}) => {
  const [assessed] = siteConditions([one], surroundings(more));
  const line = (name: SiteConditionName) => assessed!.conditions.find(({ condition }) => condition === name);
  return { verdict: assessed!.verdict, line, all: assessed!.conditions };
};

describe("the conditions of a plot", () => {
  it("say what was measured, at what, and where that is known from", () => {
    const { verdict, all } = linesOf(site("V", at(0, 10), good));
    expect(verdict).toBe("met");
    expect(all).toEqual([
      {
        condition: "plot-area",
        verdict: "met",
        measured: 3000,
        limit: 2500,
        subject: null,
        source: "sở đất",
        basis: "planning-assumption",
        clause: null,
      },
      {
        condition: "road-width",
        verdict: "met",
        measured: 9,
        limit: 7,
        subject: "Phố Lớn",
        source: "roads.osm.pbf",
        basis: "planning-assumption",
        clause: "QCVN 01:2021/BXD §2.6.13",
      },
      expect.objectContaining({ condition: "road-access", verdict: "met", limit: 50, subject: "Phố Lớn" }),
      expect.objectContaining({
        condition: "crowded-exit",
        verdict: "met",
        limit: 50,
        subject: "Trường Tiểu học",
        source: "sở giáo dục",
      }),
      expect.objectContaining({ condition: "flood-zone", verdict: "met", source: "sở tài nguyên" }),
      expect.objectContaining({ condition: "forbidden-zone", verdict: "met" }),
      expect.objectContaining({ condition: "slope", verdict: "met", measured: 2, limit: 8 }),
    ]);
    expect(all[2]!.measured).toBeCloseTo(10, 2);
    expect(all[3]!.measured).toBeCloseTo(90, 2);
  });

  it("fail each on its own, and one failure is enough", () => {
    const failing: [SiteConditionName, CandidateSite][] = [
      ["plot-area", site("V", at(0, 10), { ...good, areaSquareMetres: 2499.9 })],
      ["road-width", site("V", at(0, 10), { ...good, roadWidthMetres: 6.9 })],
      ["crowded-exit", site("V", at(0, 60), good)],
      ["flood-zone", site("V", at(350, 10), good)],
      ["forbidden-zone", site("V", at(-350, 10), good)],
      ["slope", site("V", at(0, 10), { ...good, slopePercent: 8.1 })],
    ];
    for (const [name, plot] of failing) {
      const rules = {
        ...defaultSiteRules,
        maxRoadDistanceMetres: { ...defaultSiteRules.maxRoadDistanceMetres, value: 70 },
      };
      const { verdict, all } = linesOf(plot, { rules });
      expect(verdict).toBe("not-met");
      expect(all.filter((line) => line.verdict === "not-met").map(({ condition }) => condition)).toEqual([
        name,
      ]);
    }
    expect(linesOf(site("V", at(0, 60), good)).line("road-access")).toMatchObject({ verdict: "not-met" });
  });

  it("are unknown where nobody measured, and never failed for it", () => {
    const { verdict, all } = linesOf(site("V", at(0, 10)), { premises: [], zones: [] });
    expect(verdict).toBe("unknown");
    const unknown = all.filter((line) => line.verdict === "unknown");
    expect(unknown.map(({ condition }) => condition)).toEqual([
      "plot-area",
      "crowded-exit",
      "flood-zone",
      "forbidden-zone",
      "slope",
    ]);
    for (const line of unknown) expect(line).toMatchObject({ measured: null, source: null, subject: null });
  });

  it("do not ask what the rules do not ask", () => {
    const off = <T extends { value: unknown }>(rule: T) => ({ ...rule, value: null });
    const rules: SiteRules = {
      minPlotAreaSquareMetres: off(defaultSiteRules.minPlotAreaSquareMetres),
      minRoadWidthMetres: off(defaultSiteRules.minRoadWidthMetres),
      minCrowdedExitMetres: off(defaultSiteRules.minCrowdedExitMetres),
      crowdedCategories: defaultSiteRules.crowdedCategories,
      outsideFloodZones: { ...defaultSiteRules.outsideFloodZones, value: false },
      outsideForbiddenZones: { ...defaultSiteRules.outsideForbiddenZones, value: false },
      maxSlopePercent: off(defaultSiteRules.maxSlopePercent),
      maxRoadDistanceMetres: off(defaultSiteRules.maxRoadDistanceMetres),
    };
    expect(linesOf(site("V", at(350, 2000)), { rules })).toMatchObject({ verdict: "met", all: [] });
  });

  it("take a register without crowded premises as none being near", () => {
    const { line } = linesOf(site("V", at(0, 10), good), { premises: [shop] });
    expect(line("crowded-exit")).toMatchObject({ verdict: "met", measured: null, subject: null });
  });

  it("hold at a limit to the millimetre", () => {
    const rules = {
      ...defaultSiteRules,
      minCrowdedExitMetres: { ...defaultSiteRules.minCrowdedExitMetres, value: 89.999 },
    };
    const measured = linesOf(site("V", at(0, 10), good)).line("crowded-exit")!.measured!;
    const limited = (value: number) => ({
      rules: { ...rules, minCrowdedExitMetres: { ...rules.minCrowdedExitMetres, value } },
    });
    const verdictAt = (value: number) =>
      linesOf(site("V", at(0, 10), good), limited(value)).line("crowded-exit")!.verdict;
    expect(verdictAt(measured)).toBe("met");
    expect(verdictAt(Math.round(measured * 1000 + 1) / 1000)).toBe("not-met");
  });
});

describe("the adjoining road", () => {
  it("is the nearest that engines certainly get along, not a nearer alley", () => {
    const { line } = linesOf(site("V", at(190, 30), good));
    expect(line("road-access")).toMatchObject({ verdict: "met", subject: "Phố Lớn" });
    expect(line("road-width")).toMatchObject({ verdict: "met", measured: 9 });
  });

  it("of unknown width makes access and width unknown", () => {
    const { line, verdict } = linesOf(site("V", at(-190, 200), { ...good }));
    expect(line("road-access")).toMatchObject({ verdict: "unknown", subject: "Ngõ Chưa Đo" });
    expect(line("road-access")!.measured).toBeCloseTo(10, 2);
    expect(line("road-width")).toMatchObject({ verdict: "unknown", measured: null, source: null });
    expect(verdict).toBe("unknown");
  });

  it("beside an alley alone is none, and its distance is told", () => {
    const { line } = linesOf(site("V", at(190, 200), good));
    expect(line("road-access")).toMatchObject({ verdict: "not-met", subject: "Phố Lớn" });
    expect(line("road-access")!.measured).toBeCloseTo(200, 1);
    expect(line("road-width")).toMatchObject({ verdict: "unknown", subject: null });
  });

  it("is as wide as the plot's own record says", () => {
    const { line } = linesOf(site("V", at(0, 10), { ...good, roadWidthMetres: 6 }));
    expect(line("road-width")).toMatchObject({ verdict: "not-met", measured: 6, source: "sở đất" });
  });

  it("at a corner is the wider street", () => {
    const corner = drawRoads({ a: [-100, 0], b: [0, 0], c: [0, 100] }, [
      ["a b", { name: "Hẹp", widthMetres: 5 }],
      ["b c", { name: "Rộng", widthMetres: 10 }],
    ]);
    const { line } = linesOf(site("V", at(10, -10), good), { network: corner });
    expect(line("road-width")).toMatchObject({ subject: "Rộng", measured: 10 });
  });
});

describe("a drawn plot", () => {
  const plotAt = (x: number) => site("V", at(x, 10), { ...good, geometry: box(x, 10, x + 50, 60) });

  it("fails when it reaches into a zone though its exit does not", () => {
    expect(linesOf(plotAt(251)).line("flood-zone")).toMatchObject({ verdict: "not-met", subject: "Vùng lũ" });
    const exitAlone = site("V", at(251, 10), good);
    expect(linesOf(exitAlone).line("flood-zone")).toMatchObject({ verdict: "met" });
  });

  it("may share a border with a zone", () => {
    expect(linesOf(plotAt(250)).line("flood-zone")).toMatchObject({ verdict: "met" });
  });

  it("is held against the zone's outline, not its box", () => {
    const lShaped = {
      type: "MultiPolygon" as const,
      coordinates: [
        [[at(240, 0), at(500, 0), at(500, 200), at(400, 200), at(400, 5), at(240, 5), at(240, 0)]],
      ],
    };
    expect(linesOf(plotAt(300), { zones: [zone("L", "flood", lShaped)] }).line("flood-zone")!.verdict).toBe(
      "met",
    );
    expect(linesOf(plotAt(360), { zones: [zone("L", "flood", lShaped)] }).line("flood-zone")!.verdict).toBe(
      "not-met",
    );
  });
});

describe("a drawn plot and zones", () => {
  const corner = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }));
  const size = fc.integer({ min: 1, max: 25 });

  it("meet exactly where squares of the lattice are shared, holes and islands among them", () => {
    const scene = fc.record({
      plot: fc.tuple(corner, size, size),
      zones: fc.array(fc.record({ outer: fc.tuple(corner, size, size), hasHole: fc.boolean() }), {
        minLength: 1,
        maxLength: 4,
      }),
    });
    fc.assert(
      fc.property(scene, ({ plot: [[px, py], pw, ph], zones: drawn }) => {
        const step = 10;
        const geometry = box(px * step, py * step, (px + pw) * step, (py + ph) * step);
        const all = drawn.map(({ outer: [[x, y], w, h], hasHole }, i) => {
          const rings = [box(x * step, y * step, (x + w) * step, (y + h) * step).coordinates[0]![0]!];
          const isHollow = hasHole && w > 2 && h > 2;
          if (isHollow)
            rings.push(
              box((x + 1) * step, (y + 1) * step, (x + w - 1) * step, (y + h - 1) * step).coordinates[0]![0]!,
            );
          return {
            zone: zone(`z${i}`, "flood", { type: "MultiPolygon", coordinates: [rings] }),
            holds: (cx: number, cy: number) =>
              cx >= x &&
              cx < x + w &&
              cy >= y &&
              cy < y + h &&
              !(isHollow && cx > x && cx < x + w - 1 && cy > y && cy < y + h - 1),
          };
        });
        const isShared = ({ holds }: (typeof all)[number]) => {
          for (let cx = px; cx < px + pw; cx++)
            for (let cy = py; cy < py + ph; cy++) if (holds(cx, cy)) return true;
          return false;
        };
        const first = all.find(isShared);
        const { line } = linesOf(site("V", at(px * step, py * step), { geometry }), {
          zones: all.map((one) => one.zone),
        });
        expect(line("flood-zone")).toMatchObject({
          verdict: first ? "not-met" : "met",
          subject: first?.zone.name ?? null,
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe("all conditions", () => {
  const place = fc.record({ x: fc.integer({ min: -450, max: 450 }), y: fc.integer({ min: -120, max: 350 }) });
  const quantity = (...values: number[]) => fc.option(fc.constantFrom(...values), { nil: null });

  /** Planar metres: the province of the tests lies on the equator, where a degree is as long both ways. */
  const toLine = (px: number, py: number, [x1, y1]: number[], [x2, y2]: number[]) => {
    const [dx, dy] = [x2! - x1!, y2! - y1!];
    const t = Math.max(0, Math.min(1, ((px - x1!) * dx + (py - y1!) * dy) / (dx * dx + dy * dy)));
    return Math.hypot(px - x1! - t * dx, py - y1! - t * dy);
  };
  const roads = [
    {
      name: "Phố Lớn",
      width: 9,
      certain: true,
      possible: true,
      line: [
        [-400, 0],
        [400, 0],
      ],
    },
    {
      name: "Ngõ Hẹp",
      width: 2.5,
      certain: false,
      possible: false,
      line: [
        [200, 0],
        [200, 300],
      ],
    },
    {
      name: "Ngõ Chưa Đo",
      width: null,
      certain: false,
      possible: true,
      line: [
        [-200, 0],
        [-200, 300],
      ],
    },
  ] as const;

  it("agree with an oracle that measures everything by hand", () => {
    const scene = fc.record({
      at: place,
      area: quantity(1000, 2500, 4000),
      ownWidth: quantity(5, 7, 12),
      slope: quantity(0, 8, 20),
      crowded: fc.array(place, { maxLength: 4 }),
      boxes: fc.array(fc.record({ corner: place, kind: fc.constantFrom("flood", "forbidden" as const) }), {
        maxLength: 4,
      }),
    });
    fc.assert(
      fc.property(scene, ({ at: { x, y }, area, ownWidth, slope, crowded, boxes }) => {
        const plot = site("V", at(x, y), {
          areaSquareMetres: area,
          roadWidthMetres: ownWidth,
          slopePercent: slope,
        });
        // Half a metre off the lattice, so that no place lies on a border.
        const drawn = boxes.map(({ corner, kind }, i) => ({
          kind,
          x1: corner.x + 0.5,
          y1: corner.y + 0.5,
          x2: corner.x + 80.5,
          y2: corner.y + 60.5,
          id: `z${i}`,
        }));
        const { all, verdict } = linesOf(plot, {
          premises: [
            shop,
            ...crowded.map((one, i) => premises(`c${i}`, at(one.x, one.y), { category: "market" })),
          ],
          zones: drawn.map(({ id, kind, x1, y1, x2, y2 }) => zone(id, kind, box(x1, y1, x2, y2))),
        });
        const expected: Partial<Record<SiteConditionName, SiteCondition["verdict"]>> = {};
        const judge = (value: number | null, holds: (value: number) => boolean) =>
          value === null ? "unknown" : holds(value) ? "met" : "not-met";
        expected["plot-area"] = judge(area, (m2) => m2 >= 2500);
        expected.slope = judge(slope, (percent) => percent <= 8);
        const reached = roads
          .map((road) => ({ ...road, metres: toLine(x, y, [...road.line[0]], [...road.line[1]]) }))
          .sort((a, b) => a.metres - b.metres);
        const certain = reached.find((road) => road.certain && road.metres <= 50);
        const possible = reached.find((road) => road.possible && road.metres <= 50);
        expected["road-access"] = certain ? "met" : possible ? "unknown" : "not-met";
        expected["road-width"] = judge(ownWidth ?? (certain ?? possible)?.width ?? null, (m) => m >= 7);
        const nearest = Math.min(...crowded.map((one) => Math.hypot(one.x - x, one.y - y)));
        expected["crowded-exit"] = nearest >= 50 ? "met" : "not-met";
        for (const kind of ["flood", "forbidden"] as const) {
          const ofKind = drawn.filter((one) => one.kind === kind);
          const isInside = ofKind.some(({ x1, y1, x2, y2 }) => x > x1 && x < x2 && y > y1 && y < y2);
          expected[`${kind}-zone`] = ofKind.length === 0 ? "unknown" : isInside ? "not-met" : "met";
        }
        // A millimetre of difference between plane and sphere decides nothing but exact ties.
        fc.pre(![50].some((limit) => Math.abs(nearest - limit) < 0.05));
        fc.pre(reached.every(({ metres }) => Math.abs(metres - 50) > 0.05));
        expect(Object.fromEntries(all.map((line) => [line.condition, line.verdict]))).toEqual(expected);
        const measured = all.find((line) => line.condition === "crowded-exit")!.measured;
        if (crowded.length === 0) expect(measured).toBeNull();
        else expect(Math.abs(measured! - nearest)).toBeLessThan(0.05);
        const verdicts = Object.values(expected);
        expect(verdict).toBe(
          verdicts.includes("not-met") ? "not-met" : verdicts.includes("unknown") ? "unknown" : "met",
        );
      }),
      { numRuns: 500 },
    );
  });

  it("of one plot do not hang on the others, nor on the order of anything", () => {
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 1, maxLength: 6 }),
        fc.array(place, { maxLength: 5 }),
        (plots, crowded) => {
          const sites = plots.map(({ x, y }, i) => site(`V${i}`, at(x, y), good));
          const markets = crowded.map(({ x, y }, i) => premises(`c${i}`, at(x, y), { category: "market" }));
          const together = siteConditions(sites, surroundings({ premises: markets }));
          const apart = sites.map(
            (one) =>
              siteConditions(
                [one],
                surroundings({ premises: markets.toReversed(), zones: zones.toReversed() }),
              )[0]!,
          );
          expect(together).toEqual(apart);
        },
      ),
      { numRuns: 60 },
    );
  });
});
