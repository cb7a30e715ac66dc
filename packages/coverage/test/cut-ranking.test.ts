/** Every cut of a road counts what a whole run on the network without it counts. */
import { type Certainty, CutRanking } from "@firecover/domain";
import { engineAccesses, type RoadNetwork, UNREACHED } from "@firecover/road-network";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutRanking } from "../src/analyses/index.ts";
import { type CoverageInput, type CoverageResult, computeCoverage, prepareCoverage } from "../src/index.ts";
import { reachOfCrews } from "../src/run-state.ts";
import { at, cell, drawRoads, premises, province, station } from "./builders.ts";
import { cutAtNodes, inputOf, sketch } from "./random-province.ts";
import { referenceProvince } from "./reference-province.ts";

const certainties = ["certain", "possible"] as const;

/** Every way of these networks has one edge, so that closing a way cuts one stretch. */
function withoutEdge(input: CoverageInput, edge: number): CoverageInput {
  const wayAccess = input.network.wayAccess.slice();
  wayAccess[input.network.edgeWay[edge]!] = engineAccesses.indexOf("no");
  return { ...input, network: { ...input.network, wayAccess } };
}

/** Losses of one cut by two whole runs. */
function lossesByRuns(
  before: CoverageResult,
  after: CoverageResult,
  thresholdMillis: number,
  certainty: Certainty,
) {
  let worstExtra: number | null = null;
  let [peopleLost, premisesLost] = [0, 0];
  for (const kind of ["premises", "cells"] as const) {
    before[kind][certainty].responseMillis.forEach((was, i) => {
      const is = after[kind][certainty].responseMillis[i]!;
      if (was > thresholdMillis || is <= thresholdMillis) return;
      if (is !== UNREACHED) worstExtra = Math.max(worstExtra ?? 0, (is - was) / 1000);
      if (kind === "premises") premisesLost++;
      else peopleLost += before.cells.people[i]!;
    });
  }
  return { premisesLost, peopleLost, worstExtra };
}

/** Junctions that engines get to. */
function junctionsReached(input: CoverageInput, certainty: Certainty): Set<number> {
  const { input: ordered, roads, grid } = prepareCoverage(input);
  const { first } = reachOfCrews(roads, grid, ordered.stations, ordered.standard, certainty);
  const { drive } = first.field.crew;
  const reached = new Set<number>();
  for (let u = 0; u < drive.nodeCount; u++) if (first.millis[u] !== UNREACHED) reached.add(drive.nodeOf[u]!);
  return reached;
}

function edgeOf(network: RoadNetwork, roadId: number): number {
  return network.edgeWay.findIndex((way) => network.wayId[way] === roadId);
}

function expectSameAsRuns(input: CoverageInput, thresholdMillis: number, certainty: Certainty) {
  const answer = CutRanking.parse(
    cutRanking(prepareCoverage(input), { certainty, thresholdMillis, top: 1e6 }),
  );
  const listed = new Map(answer.cuts.map((cut) => [edgeOf(input.network, cut.roadId), cut]));
  const other = certainty === "certain" ? "possible" : "certain";
  const reached = junctionsReached(input, certainty);
  const before = computeCoverage(input);
  for (let e = 0; e < input.network.edgeCount; e++) {
    const cut = listed.get(e);
    const after = computeCoverage(withoutEdge(input, e));
    const expected = lossesByRuns(before, after, thresholdMillis, certainty);
    expect([cut?.peopleLost[certainty] ?? 0, cut?.premisesLost[certainty] ?? 0]).toEqual([
      expected.peopleLost,
      expected.premisesLost,
    ]);
    if (!cut) continue;
    const others = lossesByRuns(before, after, thresholdMillis, other);
    expect([cut.peopleLost[other], cut.premisesLost[other]]).toEqual([
      others.peopleLost,
      others.premisesLost,
    ]);
    expect(cut.worstExtraSeconds).toBe(expected.worstExtra);
    const left = junctionsReached(withoutEdge(input, e), certainty);
    expect(cut.isOnlyWay).toBe([...reached].some((u) => !left.has(u)));
  }
  const order = answer.cuts.map((cut) => [cut.peopleLost[certainty], cut.premisesLost[certainty]] as const);
  expect(order).toEqual(order.toSorted((a, b) => b[0] - a[0] || b[1] - a[1]));
  const isInTime = (millis: number) => millis <= thresholdMillis;
  expect(answer.premisesInTime).toBe(before.premises[certainty].responseMillis.filter(isInTime).length);
  return answer;
}

describe("the cut ranking", () => {
  for (const certainty of certainties) {
    it(`counts what whole runs on the ${certainty} roads without each edge count`, () => {
      let cutsThatMatter = 0;
      fc.assert(
        fc.property(
          sketch.map(cutAtNodes),
          fc.constantFrom(125_000, 150_000, 180_000, 240_000, 400_000),
          (drawn, thresholdMillis) => {
            cutsThatMatter += expectSameAsRuns(inputOf(drawn), thresholdMillis, certainty).cutsThatMatter;
          },
        ),
        { numRuns: 30 },
      );
      expect(cutsThatMatter).toBeGreaterThan(10);
    }, 60_000);
  }

  it("does so in the reference province with its barriers and forbidden turns", () => {
    const { cuts, cutsTried, cutsThatMatter } = expectSameAsRuns(referenceProvince(), 240_000, "possible");
    expect(cutsThatMatter).toBe(cuts.length);
    expect(cuts.length).toBeGreaterThan(3);
    expect(cutsTried).toBeGreaterThan(cuts.length);
  });

  it("tells the only bridge from a road with a way round", () => {
    // s ─ a ─ b ═ c ─ d, and a way round from a to b by n
    const network = drawRoads(
      { s: [-600, 0], a: [0, 0], b: [600, 0], c: [800, 0], d: [1400, 0], n: [300, 150] },
      [
        ["s a", { name: "Ngõ 1" }],
        ["a b", { name: "Lê Lợi" }],
        ["b c", { name: "Cầu Cốc Lếu" }],
        ["c d", { name: "Hoàng Liên" }],
        ["a n b", { name: "Nhạc Sơn" }],
      ],
    );
    const input = province({
      network,
      stations: [station("s", at(-500, 0))],
      premises: [premises("p", at(1300, 0))],
      cells: [cell("h1", at(1000, 0), 70), cell("h2", at(1350, 0), 30), cell("h3", at(590, 0), 5)],
    });
    const { cuts, peopleInTime } = cutRanking(prepareCoverage(input), { thresholdMillis: 380_000 });
    expect(peopleInTime).toBe(105);
    expect(
      cuts.map(({ name, peopleLost, premisesLost, isOnlyWay }) => [
        name,
        peopleLost.certain,
        premisesLost.certain,
        isOnlyWay,
      ]),
    ).toEqual([
      ["Ngõ 1", 105, 1, true],
      ["Cầu Cốc Lếu", 100, 1, true],
      ["Hoàng Liên", 100, 1, true],
    ]);
    expect(cuts[0]).toMatchObject({ rank: 1, id: "1/1", worstExtraSeconds: null });
    // 500 m and more of hose hauled over the cut road instead of driven
    expect(cuts[1]!.worstExtraSeconds).toBeGreaterThan(500);
    expect(Math.abs(cuts[1]!.lengthMetres - 200)).toBeLessThan(0.1);
    expect(cuts[1]!.location[0]).toBeCloseTo(at(700, 0)[0], 6);
  });

  it("has nothing to rank without stations or without roads", () => {
    const network = drawRoads({ a: [0, 0], b: [300, 0] }, [["a b"]]);
    const cells = [cell("h1", at(200, 0), 70)];
    const rank = (input: CoverageInput) => CutRanking.parse(cutRanking(prepareCoverage(input)));
    expect(rank(province({ network, cells }))).toMatchObject({ cutsTried: 1, cutsThatMatter: 0, cuts: [] });
    const noRoads = province({ network: drawRoads({}, []), cells, stations: [station("s", at(0, 0))] });
    expect(rank(noRoads)).toMatchObject({ cutsTried: 0, peopleInTime: 0, cuts: [] });
  });
});
