/** Branching finds the best choice by itself: without a first choice, without rounding. */
import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { BranchLosses } from "../src/covering/branch-losses.ts";
import { MaxCoverMaster } from "../src/covering/max-cover-master.ts";
import { valueOfSites } from "../src/covering/max-cover-search.ts";
import { branchOnSites } from "../src/covering/site-branching.ts";
import { keepsRules } from "../src/covering/site-rules.ts";
import { type Highs, loadHighs, startWatch } from "../src/index.ts";
import { bestOf, maxCoverOf } from "./max-covers.ts";

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

test("ends with the best of all choices, and with its value as the bound", { timeout: 60_000 }, () => {
  const set = fc.uniqueArray(fc.nat({ max: 24 }), { minLength: 3, maxLength: 8 });
  const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 25, maxLength: 25 });
  fc.assert(
    fc.property(
      fc.array(set, { minLength: 5, maxLength: 11 }),
      weights,
      fc.integer({ min: 2, max: 4 }),
      (sets, weight, count) => {
        const problem = maxCoverOf(sets, weight, count);
        const total = weight.reduce((a, b) => a + b, 0);
        const master = new MaxCoverMaster(highs, problem);
        try {
          const { cover, bound } = branchOnSites({
            relaxation: master,
            lower: new Float64Array(sets.length),
            upper: new Float64Array(sets.length).fill(1),
            incumbent: null,
            bound: total,
            valueOf: (sites) => (keepsRules(problem.rules, sites) ? valueOfSites(problem, sites) : null),
            round: () => null,
            watch: startWatch(),
            report: () => {},
          });
          expect(cover?.value).toBe(bestOf(sets, weight, count));
          expect(bound).toBe(cover?.value);
        } finally {
          master.dispose();
        }
      },
    ),
    { numRuns: 400 },
  );
});

test("learns each side of a site by itself, and splits where both sides tell most", () => {
  const losses = new BranchLosses(3);
  const share = Float64Array.of(0.5, 0.5, 0.5);
  const learn = (site: number, closed: number, stands: number) => {
    losses.learn({ site, stands: false, share: 0.5, before: null }, closed);
    expect(losses.isKnown(site)).toBe(false);
    losses.learn({ site, stands: true, share: 0.5, before: null }, stands);
    expect(losses.isKnown(site)).toBe(true);
  };
  learn(0, 1, 100);
  learn(1, 40, 40);
  learn(2, 100, 1);
  expect(losses.mostTelling([0, 1, 2], share)).toBe(1);
});
