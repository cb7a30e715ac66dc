/** Response, hose, force and water against an oracle that works them out by brute force. */
import { UNREACHED } from "@firecover/road-network";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computeCoverage, prepareCoverage } from "../src/index.ts";
import { cutAtNodes, inputOf, sketch } from "./random-province.ts";
import { isBorderline, oracleAnswers } from "./slow-oracle.ts";

/** Coordinates are rounded to 1e-7° (11 mm), times and lengths per edge to whole milli-units. */
const tolerance = 0.25;

const crossroads = sketch.map(cutAtNodes).filter((drawn) => !isBorderline(drawn));

function expectClose(millis: number, units: number) {
  if (millis === UNREACHED) expect(units).toBe(Infinity);
  else expect(Math.abs(millis / 1000 - units)).toBeLessThan(tolerance);
}

describe("against brute force", () => {
  for (const certainty of ["certain", "possible"] as const) {
    it(`gives the ${certainty} response, hose and n-th engine of every premises`, () => {
      fc.assert(
        fc.property(crossroads, (drawn) => {
          const answers = computeCoverage(inputOf(drawn)).premises[certainty];
          oracleAnswers(drawn, certainty).forEach((expected, i) => {
            expectClose(answers.responseMillis[i]!, expected.responseSeconds);
            expectClose(answers.hoseMillimetres[i]!, expected.hoseMetres);
            expectClose(answers.forceMillis[i]!, expected.forceSeconds);
          });
        }),
        { numRuns: 200 },
      );
    });
  }

  it("finds every source within 200 m on foot and no other", () => {
    fc.assert(
      fc.property(crossroads, (drawn) => {
        const { premisesPairs } = prepareCoverage(inputOf(drawn)).water;
        oracleAnswers(drawn, "possible").forEach(({ waterMetres }, i) => {
          const found = new Map<string, number>();
          const ids = drawn.sources.map((_, s) => `w${s}`).sort();
          for (let k = premisesPairs.first[i]!; k < premisesPairs.first[i + 1]!; k++) {
            found.set(ids[premisesPairs.source[k]!]!, premisesPairs.millimetres[k]! / 1000);
          }
          waterMetres.forEach((metres, s) => {
            const here = found.get(`w${s}`);
            if (here === undefined) expect(metres).toBeGreaterThan(200 - tolerance);
            else expect(Math.abs(here - metres)).toBeLessThan(tolerance);
          });
        });
      }),
      { numRuns: 200 },
    );
  });
});
