/** Indicators at slower and faster speeds, against runs asked for with those speeds. */
import { SpeedInterval } from "@firecover/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { speedInterval } from "../src/analyses/index.ts";
import { type CoverageInput, computeCoverage, indicatorsOf, prepareCoverage } from "../src/index.ts";
import { inputOf, sketch } from "./random-province.ts";

const thresholdMillis = 150_000;

function runAt(input: CoverageInput, speedFactor: number) {
  const result = computeCoverage({ ...input, parameters: { ...input.parameters, speedFactor } });
  return indicatorsOf(result, input.communes, thresholdMillis);
}

describe("speed interval", () => {
  it("gives each indicator as a run at that speed gives it, slow to fast", () => {
    fc.assert(
      fc.property(sketch, (drawn) => {
        const input = inputOf(drawn);
        const prepared = prepareCoverage(input);
        const answer = SpeedInterval.parse(speedInterval(prepared, { thresholdMillis }));
        const [slow, fast] = [runAt(input, 0.8), runAt(input, 1.2)];
        expect([answer.total.slow, answer.total.asGiven, answer.total.fast]).toEqual([
          slow.total,
          runAt(input, 1).total,
          fast.total,
        ]);
        answer.communes.forEach(({ slow: ownSlow, fast: ownFast, communeCode, name }, c) => {
          expect({ ...ownSlow, communeCode, name }).toEqual(slow.communes[c]);
          expect({ ...ownFast, communeCode, name }).toEqual(fast.communes[c]);
        });
        for (const certainty of ["certain", "possible"] as const) {
          const shares = [answer.total.slow, answer.total.asGiven, answer.total.fast].map(
            (indicators) => indicators.peopleInTime![certainty],
          );
          expect(shares).toEqual(shares.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 15 },
    );
  });

  it("multiplies the run's own factor", () => {
    const [drawn] = fc.sample(sketch, { numRuns: 1, seed: 3 });
    const input = inputOf(drawn!);
    const rush = { ...input, parameters: { ...input.parameters, speedFactor: 0.5 } };
    expect(speedInterval(rush, { thresholdMillis }).total.fast).toEqual(runAt(input, 0.5 * 1.2).total);
  });
});
