import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkInstance, countCurve, loadSolver, type Problem } from "../src/index.ts";
import { bestValue, isMaximised } from "./brute-force.ts";
import { scatteredInstance } from "./large-instance.ts";
import { arbitraryInstance, arbitraryLimits } from "./random-instance.ts";
import { solveOrFault } from "./solve-or-fault.ts";

const solver = await loadSolver();
const maxCost = fc.integer({ min: 2, max: 9 });
const problems: Record<string, fc.Arbitrary<Problem>> = {
  mclp: fc.record({ kind: fc.constant("mclp"), maxCost, limits: arbitraryLimits }),
  bclp: fc.record({ kind: fc.constant("bclp"), maxCost, limits: arbitraryLimits }),
  "p-median": fc.record({ kind: fc.constant("p-median"), maxCost, limits: arbitraryLimits }),
  "p-center": fc.record({ kind: fc.constant("p-center"), maxCost, limits: arbitraryLimits }),
};

describe("the curve against the number of sites", { timeout: 120_000 }, () => {
  it.each(Object.keys(problems))("has the optimum at every count (%s)", (kind) => {
    let points = 0;
    fc.assert(
      fc.property(arbitraryInstance({ densities: [4, 7, 10] }), problems[kind]!, (instance, problem) => {
        const curve = solveOrFault(() => {
          const limits = { count: null, budget: problem.limits!.budget };
          checkInstance(instance, { ...problem, limits } as Problem);
          return countCurve(solver, instance, problem, [3, 1, 2, 4]);
        });
        if (curve === null) return;
        for (const [k, count] of [3, 1, 2, 4].entries()) {
          const limits = { count, budget: problem.limits!.budget };
          const expected = bestValue(instance, { ...problem, limits } as Problem);
          expect(curve[k]!.status).toBe(expected === null ? "infeasible" : "optimal");
          if (expected === null) continue;
          expect(curve[k]!.objective).toBeCloseTo(expected, 9);
          points++;
        }
      }),
      { numRuns: 250, seed: 8 },
    );
    expect(points).toBeGreaterThan(150);
  });

  it("never turns, even where time runs out", () => {
    const instance = scatteredInstance({ siteCount: 80, demandCount: 800, reach: 150, seed: 3 });
    for (const kind of ["mclp", "bclp", "p-center"] as const) {
      const problem: Problem = { kind, maxCost: 1000, limits: { count: 1, budget: null } };
      const wide =
        kind === "p-center" ? scatteredInstance({ siteCount: 80, demandCount: 800, seed: 3 }) : instance;
      const counts = [2, 4, 6, 8, 10, 12, 14];
      const curve = countCurve(solver, wide, problem, counts, { timeLimitSeconds: 1 });
      const sign = isMaximised(problem) ? 1 : -1;
      const known = curve.filter(({ objective }) => objective !== null);
      expect(known.length).toBeGreaterThan(0);
      for (const [k, answer] of known.entries()) {
        if (k > 0) expect(sign * answer.objective!).toBeGreaterThanOrEqual(sign * known[k - 1]!.objective!);
        if (answer.bound !== null)
          expect(sign * answer.bound).toBeGreaterThanOrEqual(sign * answer.objective! - 1e-6);
      }
    }
  });
});
