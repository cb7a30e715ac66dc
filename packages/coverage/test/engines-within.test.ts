/** Engines and people within a time, against runs in which every station stands alone. */
import { EnginesWithin } from "@firecover/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { enginesWithin } from "../src/analyses/index.ts";
import { type CoverageInput, computeCoverage, inCanonicalOrder, prepareCoverage } from "../src/index.ts";
import { at, cell, drawRoads, premises, province, station } from "./builders.ts";
import { inputOf, sketch } from "./random-province.ts";

const engines = (count: number, state = "in-service") => [{ vehicleClass: "engine", count, state }];

describe("engines within a time", () => {
  // 120 s to depart, then 8.33 m a second: 1,500 m within 5 minutes, 4,000 m within 10
  const network = drawRoads({ a: [0, 0], b: [8000, 0] }, [["a b"]]);
  const input = province({
    network,
    stations: [
      station("two", at(0, 0), { crewOnDuty: 7, vehicles: engines(2) }),
      station("silent", at(4_500, 0), { vehicles: [] }),
      station("grounded", at(500, 0), { crewOnDuty: 30, vehicles: engines(3, "under-repair") }),
    ],
    cells: [cell("near", at(1_000, 0), 100), cell("middle", at(3_500, 0), 10), cell("far", at(7_900, 0), 1)],
    premises: [premises("p", at(900, 0))],
  });

  it("adds up what each station brings, and tells nobody counted from nobody", () => {
    const answer = EnginesWithin.parse(enginesWithin(prepareCoverage(input), { minutes: 10 }));
    const order = answer.cells.h3.map((h3) => ["near", "middle", "far"].indexOf(h3));
    const of = (column: readonly (number | null)[]) => [0, 1, 2].map((k) => column[order.indexOf(k)]);
    expect(of(answer.cells.enginesCertain)).toEqual([2, 2, 0]);
    expect(of(answer.cells.enginesPossible)).toEqual([3, 3, 1]);
    expect(of(answer.cells.crewCertain)).toEqual([7, 7, 0]);
    expect(of(answer.cells.crewPossible)).toEqual([null, null, null]);
    expect(answer.total.peopleByEngines).toEqual([
      { certain: 110, possible: 111 },
      { certain: 110, possible: 110 },
      { certain: 0, possible: 110 },
    ]);
    expect(answer.communes[0]!.premisesByEngines[2]).toEqual({ certain: 0, possible: 1 });
  });

  it("counts fewer within less time", () => {
    const { h3, enginesPossible, crewPossible } = enginesWithin(prepareCoverage(input), { minutes: 5 }).cells;
    const byCell = h3.map((name, i) => [name, enginesPossible[i], crewPossible[i]]);
    expect(byCell).toEqual([
      ["far", 0, 0],
      ["middle", 1, null],
      ["near", 2, 7],
    ]);
  });

  it("equals the sum over stations that stand alone", () => {
    fc.assert(
      fc.property(sketch, fc.integer({ min: 2, max: 5 }), (drawn, minutes) => {
        const drawnInput = inCanonicalOrder(inputOf(drawn));
        const answer = enginesWithin(prepareCoverage(drawnInput), { minutes });
        for (const certainty of ["certain", "possible"] as const) {
          const column = answer.cells[certainty === "certain" ? "enginesCertain" : "enginesPossible"];
          expect(column).toEqual(sumOfSingles(drawnInput, certainty, minutes * 60_000));
        }
      }),
      { numRuns: 20 },
    );
  });
});

function sumOfSingles(input: CoverageInput, certainty: "certain" | "possible", limit: number): number[] {
  const sums = input.cells.map(() => 0);
  for (const one of input.stations) {
    const listed = one.vehicles.reduce((sum, { count }) => sum + count, 0);
    const count = one.vehicles.length > 0 ? listed : certainty === "possible" ? 1 : 0;
    if (count === 0) continue;
    computeCoverage({ ...input, stations: [one] }).cells[certainty].responseMillis.forEach((millis, i) => {
      if (millis <= limit) sums[i]! += count;
    });
  }
  return sums;
}
