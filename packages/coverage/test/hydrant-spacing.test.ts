/** Hydrants along streets: gaps measured on paper, and against places sampled every metre over random towns. */
import { HydrantSpacing } from "@firecover/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hydrantSpacing } from "../src/analyses/index.ts";
import { type CoverageInput, prepareCoverage } from "../src/index.ts";
import { at, cell, drawRoads, parameters, province, town, waterSource } from "./builders.ts";
import { cutAtNodes, inputOf, type Sketch, sketch } from "./random-province.ts";

const hydrant = (id: string, x: number, y = 0, more: object = {}) => waterSource(id, at(x, y), more);

function spacing(changes: Partial<CoverageInput> & Pick<CoverageInput, "network">, options = {}) {
  const input = province({ cells: [cell("h", at(300, 0), 10)], ...changes });
  return HydrantSpacing.parse(hydrantSpacing(prepareCoverage(input), options));
}

describe("a street of 1,000 m", () => {
  const network = drawRoads({ a: [0, 0], b: [1000, 0] }, [["a b", { name: "Phố Dài" }]]);
  const along = (metres: readonly number[]) =>
    spacing({ network, waterSources: metres.map((x, k) => hydrant(`h${k}`, x)) });

  it("is whole where hydrants stand 150 m apart and 75 m from its ends", () => {
    const answer = along([75, 225, 375, 525, 675, 825, 950]);
    expect(answer.stretches).toEqual([]);
    expect(answer.urbanCentre).toMatchObject({
      streetMetres: 1000,
      beyondMetres: { certain: 0, possible: 0 },
    });
  });

  // 75 m either side of 100 and of 500: beyond are 0–25, 175–425 and 575–1,000
  it("has three stretches beyond two hydrants", () => {
    const answer = along([100, 500]);
    expect(answer.stretches.map(({ lengthMetres }) => Math.round(lengthMetres))).toEqual([425, 250, 25]);
    expect(answer.stretches.map(({ hydrantsNeeded }) => hydrantsNeeded)).toEqual([3, 2, 1]);
    expect(answer.stretches.map(({ roadName, id }) => [roadName, id])).toEqual([
      ["Phố Dài", "1/1"],
      ["Phố Dài", "1/2"],
      ["Phố Dài", "1/3"],
    ]);
    expect(answer.urbanCentre.hydrantsNeeded).toEqual({ certain: 6, possible: 6 });
    const [line] = answer.stretches[1]!.geometry.coordinates;
    const metres = line!.map(([lon]) => Math.round(((lon - 105) * Math.PI * 6_371_008.8) / 180));
    expect(metres).toEqual([175, 425]);
  });

  it("is wholly beyond without any, and closed by seven", () => {
    expect(along([]).stretches[0]).toMatchObject({ lengthMetres: 1000, hydrantsNeeded: 7 });
  });

  it("counts the unknown as possible, the broken never, the seasonal not in the dry season", () => {
    const waterSources = [
      hydrant("unknown", 100, 0, { state: "unknown" }),
      hydrant("broken", 300, 0, { state: "broken" }),
      hydrant("seasonal", 500, 0, { state: "seasonal" }),
      hydrant("tank", 700, 0, { kind: "tank" }),
    ];
    const beyond = (season: "dry" | null) =>
      spacing({ network, waterSources, parameters: { ...parameters, season } }).urbanCentre.beyondMetres;
    // 25–175 and 425–575 are within reach of the unknown and the seasonal one
    expect(beyond(null)).toEqual({ certain: 1000, possible: 700 });
    expect(beyond("dry")).toEqual({ certain: 1000, possible: 850 });
    const listed = spacing({ network, waterSources }, { certainty: "possible" });
    expect([listed.stretchCount, listed.hydrants]).toEqual([3, { certain: 0, possible: 2 }]);
  });

  it("lends no hydrant that stands more than 30 m off it", () => {
    expect(
      spacing({ network, waterSources: [hydrant("off", 500, 31)] }).urbanCentre.beyondMetres.certain,
    ).toBe(1000);
    // 25 m off: 10 m of the 75 are spent on the way to the street
    expect(
      spacing({ network, waterSources: [hydrant("off", 500, 25)] }).urbanCentre.beyondMetres.certain,
    ).toBeCloseTo(870, 0);
  });
});

describe("a crossing", () => {
  const network = drawRoads({ w: [-300, 0], m: [0, 0], e: [300, 0], n: [0, 300], s: [0, -300] }, [
    ["w m e", { name: "Ngang" }],
    ["n m", { name: "Dọc" }],
    ["m s", { roadClass: "footway" }],
  ]);

  it("has one stretch per street, on either side of its hydrant", () => {
    const { stretches, urbanCentre } = spacing({ network, waterSources: [hydrant("h", 0)] });
    // 75 m of each of three arms are near; the footway is no street
    expect(urbanCentre.streetMetres).toBe(900);
    expect(stretches.map(({ lengthMetres }) => Math.round(lengthMetres))).toEqual([225, 225, 225]);
    expect(stretches.map(({ roadName }) => roadName).sort()).toEqual(["Dọc", "Ngang", "Ngang"]);
  });

  it("joins what is beyond through the crossing, by street", () => {
    const { stretches } = spacing({ network, waterSources: [hydrant("h", -300)] });
    expect(stretches.map(({ roadName, lengthMetres }) => [roadName, Math.round(lengthMetres)])).toEqual([
      ["Ngang", 525],
      ["Dọc", 300],
    ]);
    expect(stretches[0]!.geometry.coordinates).toHaveLength(1);
  });

  it("tells urban centres from elsewhere by who lives nearest", () => {
    const answer = spacing({
      network,
      communes: [town(), town({ code: "00002" as never, name: "Xã", isUrbanCentre: false })],
      cells: [
        cell("a", at(-150, 0), 1),
        cell("b", at(150, 0), 1, { communeCode: "00002" }),
        cell("c", at(0, 150), 1),
      ],
    });
    expect(Math.round(answer.urbanCentre.streetMetres)).toBe(600);
    expect(Math.round(answer.elsewhere.streetMetres)).toBe(300);
    expect(
      answer.communes.map(({ communeCode, streetMetres }) => [communeCode, Math.round(streetMetres)]),
    ).toEqual([
      ["00001", 600],
      ["00002", 300],
    ]);
    // 600 m in two streets of the town come before 300 m elsewhere
    expect(answer.stretches.map(({ isUrbanCentre }) => isUrbanCentre)).toEqual([true, true, false]);
  });
});

describe("random towns", () => {
  it("have beyond what places a metre apart find beyond", () => {
    fc.assert(
      fc.property(sketch.map(cutAtNodes), (drawn) => {
        // exactly 30 m off a street a hydrant is lent to it or not by the last digit of a sphere
        fc.pre(!metresOff(drawn).some((metres) => Math.abs(metres - 30) < 0.1));
        const input = inputOf(drawn);
        const answer = hydrantSpacing(prepareCoverage({ ...input, communes: [town()] }));
        const { urbanCentre, elsewhere } = answer;
        for (const certainty of ["certain", "possible"] as const) {
          const sampled = metresBeyond(drawn, certainty);
          const found = urbanCentre.beyondMetres[certainty] + elsewhere.beyondMetres[certainty];
          // each cut of a street may be off by a sample, and slivers under a metre are left out
          expect(Math.abs(found - sampled)).toBeLessThan(3 * drawn.ways.length + 0.02 * sampled);
        }
        expect(urbanCentre.beyondMetres.possible).toBeLessThanOrEqual(urbanCentre.beyondMetres.certain);
        const listed = answer.stretches.reduce((sum, { lengthMetres }) => sum + lengthMetres, 0);
        expect(listed).toBeCloseTo(urbanCentre.beyondMetres.certain + elsewhere.beyondMetres.certain, 0);
      }),
      { numRuns: 40 },
    );
  });
});

const roadways = new Set(["primary", "tertiary", "residential", "living_street", "service"]);

/** From every source to every way. */
function metresOff({ sources, ways, junctions }: Sketch): number[] {
  return sources.flatMap(({ x, y }) =>
    ways.map(({ path }) => {
      const [a, b] = path.split(" ") as [string, string];
      const [[ax, ay], [bx, by]] = [junctions[a]!, junctions[b]!];
      const t = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / Math.hypot(bx - ax, by - ay) ** 2;
      const along = Math.max(0, Math.min(1, t));
      return Math.hypot(ax + along * (bx - ax) - x, ay + along * (by - ay) - y);
    }),
  );
}

/** Dijkstra's idea without a queue: places every metre of every roadway, relaxed until nothing changes. */
function metresBeyond(drawn: Sketch, certainty: "certain" | "possible"): number {
  const ways = drawn.ways
    .filter(({ options }) => roadways.has(options.roadClass ?? "residential"))
    .map(({ path, options }) => {
      const [a, b] = path.split(" ") as [string, string];
      const [[ax, ay], [bx, by]] = [drawn.junctions[a]!, drawn.junctions[b]!];
      return { a, b, ax, ay, bx, by, length: Math.hypot(bx - ax, by - ay), options };
    });
  const counts = drawn.sources.filter(({ more }) => {
    const { kind, state } = more as { kind: string; state: string };
    if (kind !== "hydrant" || state === "broken") return false;
    if (drawn.season === "dry" && state === "seasonal") return false;
    return certainty === "possible" || state === "working";
  });
  const starts = counts.flatMap(({ x, y }) =>
    ways.flatMap((way) => {
      const t = Math.max(
        0,
        Math.min(1, ((x - way.ax) * (way.bx - way.ax) + (y - way.ay) * (way.by - way.ay)) / way.length ** 2),
      );
      const off = Math.hypot(way.ax + t * (way.bx - way.ax) - x, way.ay + t * (way.by - way.ay) - y);
      return off <= 30 ? [{ way, along: t * way.length, off: Math.max(0, off - 15) }] : [];
    }),
  );
  const metres = new Map<string, number>();
  const of = (junction: string) => metres.get(junction) ?? Infinity;
  const offer = (junction: string, distance: number) =>
    metres.set(junction, Math.min(of(junction), distance));
  for (const { way, along, off } of starts) {
    offer(way.a, off + along);
    offer(way.b, off + way.length - along);
  }
  for (let round = 0; round < 40; round++) {
    for (const { a, b, length } of ways) {
      offer(b, of(a) + length);
      offer(a, of(b) + length);
    }
  }
  let beyond = 0;
  for (const way of ways) {
    if ((way.options.roadClass ?? "residential") === "service" || way.options.engineAccess === "no") continue;
    const samples = Math.max(1, Math.round(way.length));
    for (let k = 0; k < samples; k++) {
      const place = ((k + 0.5) / samples) * way.length;
      const nearest = Math.min(
        of(way.a) + place,
        of(way.b) + way.length - place,
        ...starts.filter((start) => start.way === way).map(({ along, off }) => off + Math.abs(along - place)),
      );
      if (nearest > 75) beyond += way.length / samples;
    }
  }
  return beyond;
}
