/** Rules that hold in every province: what may be added, what may be unknown, what may be shuffled. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  computeCoverage,
  encodeCoverageResult,
  inputHash,
  prepareCoverage,
  runCoverage,
  withChanges,
} from "../src/index.ts";
import {
  drawnWay,
  inputOf,
  type Sketch,
  sketch,
  sourcePlace,
  stationPlace,
  turningPlace,
} from "./random-province.ts";
import { allMeasures as all, worseAnswers } from "./worse-answers.ts";

const run = (drawn: Sketch) => computeCoverage(inputOf(drawn));

describe("adding never worsens", () => {
  it("any answer of any point by a road", () => {
    fc.assert(
      fc.property(sketch, drawnWay, (drawn, way) => {
        const after = run({ ...drawn, ways: [...drawn.ways, way] });
        expect(worseAnswers(run(drawn), after, all)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("any answer of any point by a turning place", () => {
    fc.assert(
      fc.property(sketch, turningPlace, (drawn, added) => {
        const turningPlaces = [...drawn.turningPlaces, added];
        expect(worseAnswers(run(drawn), run({ ...drawn, turningPlaces }), all)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("any answer of any point by a station", () => {
    fc.assert(
      fc.property(sketch, stationPlace, (drawn, added) => {
        const before = run(drawn);
        const after = run({ ...drawn, stations: [...drawn.stations, added] });
        expect(worseAnswers(before, after, all)).toEqual([]);
        for (let i = 0; i < before.premises.count; i++) {
          expect(after.premises.radiusMetres[i]).toBeLessThanOrEqual(before.premises.radiusMetres[i]!);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("any answer of any point by a water source", () => {
    fc.assert(
      fc.property(sketch, sourcePlace, (drawn, added) => {
        const after = run({ ...drawn, sources: [...drawn.sources, added] });
        expect(worseAnswers(run(drawn), after, [...all, "waterMillimetres"])).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("certain and possible", () => {
  it("holds every certain answer in the possible result, by every cause", () => {
    fc.assert(
      fc.property(sketch, (drawn) => {
        const { premises, cells, edgeMillis } = run(drawn);
        for (const { count, certain, possible } of [premises, cells]) {
          for (let i = 0; i < count; i++) {
            for (const flag of ["accessOk", "waterOk", "forceOk"] as const) {
              expect(possible[flag][i]).toBeGreaterThanOrEqual(certain[flag][i]!);
            }
            for (const measure of [
              "responseMillis",
              "hoseMillimetres",
              "forceMillis",
              "waterMillimetres",
            ] as const) {
              expect(possible[measure][i]).toBeLessThanOrEqual(certain[measure][i]!);
            }
          }
        }
        edgeMillis.certain.forEach((millis, e) => {
          expect(edgeMillis.possible[e]).toBeLessThanOrEqual(millis);
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe("the same inputs", () => {
  it("give the same bytes and the same stamp in whatever order they come", () => {
    fc.assert(
      fc.property(sketch, fc.integer(), (drawn, seed) => {
        const shuffled = inputOf(drawn, shuffler(seed));
        const plain = inputOf(drawn);
        expect(inputHash(shuffled)).toBe(inputHash(plain));
        expect(encodeCoverageResult(computeCoverage(shuffled))).toEqual(
          encodeCoverageResult(computeCoverage(plain)),
        );
      }),
      { numRuns: 100 },
    );
  });

  it("give the same bytes when a station is dragged there step by step", () => {
    fc.assert(
      fc.property(sketch, stationPlace, sourcePlace, (drawn, moved, source) => {
        const target: Sketch = { ...drawn, stations: [moved], sources: [...drawn.sources, source] };
        const { stations, waterSources } = inputOf(target);
        let prepared = prepareCoverage(inputOf(drawn));
        runCoverage(prepared);
        prepared = withChanges(prepared, { stations });
        runCoverage(prepared);
        prepared = withChanges(prepared, { waterSources });
        expect(encodeCoverageResult(runCoverage(prepared))).toEqual(encodeCoverageResult(run(target)));
      }),
      { numRuns: 100 },
    );
  });
});

function shuffler(seed: number) {
  let state = seed | 1;
  const next = () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    return (state >>> 0) / 2 ** 32;
  };
  return <T>(items: readonly T[]): T[] =>
    items
      .map((item) => [next(), item] as const)
      .sort((a, b) => a[0] - b[0])
      .map(([, item]) => item);
}
