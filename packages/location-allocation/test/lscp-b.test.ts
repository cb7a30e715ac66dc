import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadSolver, type Problem } from "../src/index.ts";
import { allChoices, bestValue, keepsRules, worthOf } from "./brute-force.ts";
import { scatteredInstance } from "./large-instance.ts";
import { arbitraryInstance, arbitraryLimits } from "./random-instance.ts";
import { solveOrFault } from "./solve-or-fault.ts";

const solver = await loadSolver();

const problems: fc.Arbitrary<Problem> = fc.record({
  kind: fc.constant("lscp-b"),
  maxCost: fc.integer({ min: 2, max: 9 }),
  limits: arbitraryLimits,
});

describe("LSCP-B", { timeout: 120_000 }, () => {
  it("covers everyone at the least price, and as much as possible twice", () => {
    let solved = 0;
    fc.assert(
      fc.property(
        arbitraryInstance({ units: [1, 0.25, 0.1, 1 / 3], densities: [4, 7, 10] }),
        problems,
        (instance, problem) => {
          const answer = solveOrFault(() => solver.solve(instance, problem));
          if (answer === null) return;
          const expected = bestValue(instance, problem);
          expect(answer.status).toBe(expected === null ? "infeasible" : "optimal");
          if (expected === null) return;
          solved++;
          expect(answer.objective).toBeCloseTo(expected, 9);
          expect(keepsRules(instance, problem.limits, answer.sites)).toBe(true);
          expect(worthOf(instance, problem, answer.sites)).toBeCloseTo(expected, 9);
          const isCheapest = allChoices(instance, problem).some(
            ({ sites }) => sites.join() === answer.sites.join(),
          );
          expect(isCheapest).toBe(true);
        },
      ),
      { numRuns: 1500, seed: 10 },
    );
    expect(solved).toBeGreaterThan(500);
  });

  it("has as many sites as the LSCP, and never less backup than it", () => {
    const instance = scatteredInstance({ siteCount: 60, demandCount: 500, reach: 320, seed: 5 });
    const cover = solver.solve(instance, { kind: "lscp", maxCost: 300 });
    const backed = solver.solve(instance, { kind: "lscp-b", maxCost: 300 });
    expect(cover.status).toBe("optimal");
    expect(backed.status).toBe("optimal");
    expect(backed.sites).toHaveLength(cover.sites.length);
    const problem: Problem = { kind: "lscp-b", maxCost: 300 };
    expect(backed.objective).toBeGreaterThanOrEqual(worthOf(instance, problem, cover.sites)!);
    expect(backed.covered).toBe(backed.total);
  });
});
