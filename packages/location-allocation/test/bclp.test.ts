import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solveBackupCover } from "../src/backup/backup-cover.ts";
import { checkInstance, loadSolver, type Problem, startWatch } from "../src/index.ts";
import { bestValue, keepsRules, worthOf } from "./brute-force.ts";
import { arbitraryInstance, arbitraryLimits } from "./random-instance.ts";
import { solveOrFault } from "./solve-or-fault.ts";

const solver = await loadSolver();

const problems: fc.Arbitrary<Extract<Problem, { kind: "bclp" }>> = fc.record({
  kind: fc.constant("bclp"),
  maxCost: fc.integer({ min: 0, max: 9 }),
  limits: arbitraryLimits,
  firstCoverShare: fc.constantFrom(0, 0.25, 1 / 3, 1, 3),
  isFirstCoverRequired: fc.boolean(),
});

describe("BCLP", { timeout: 120_000 }, () => {
  it("covers as much twice as the best of all choices", () => {
    let solved = 0;
    fc.assert(
      fc.property(
        arbitraryInstance({ units: [1, 0.25, 0.1, 1 / 3], densities: [4, 7, 10] }),
        problems,
        (instance, problem) => {
          const expected = bestValue(instance, problem);
          const answer = solveOrFault(() => solver.solve(instance, problem));
          if (answer === null) return;
          if (expected === null) {
            expect(answer.status).toBe("infeasible");
            return;
          }
          solved++;
          expect(answer.status).toBe("optimal");
          expect(answer.objective).toBeCloseTo(expected, 9);
          expect(answer.bound).toBe(answer.objective);
          expect(keepsRules(instance, problem.limits, answer.sites)).toBe(true);
          expect(worthOf(instance, problem, answer.sites)).toBeCloseTo(expected, 9);
        },
      ),
      { numRuns: 2000, seed: 6 },
    );
    expect(solved).toBeGreaterThan(800);
  });

  it("is proven by the program of whole numbers alone, too", () => {
    let solved = 0;
    fc.assert(
      fc.property(arbitraryInstance({ densities: [4, 7, 10] }), problems, (instance, problem) => {
        const expected = bestValue(instance, problem);
        if (solveOrFault(() => checkInstance(instance, problem) ?? true) === null) return;
        const {
          limits,
          maxCost,
          firstCoverShare = 0,
          isFirstCoverRequired: isCoverRequired = false,
        } = problem;
        const cover = { limits, maxCost, firstCoverShare, isCoverRequired, nodeLimit: 1 };
        const answer = solveBackupCover(solver.highs, instance, cover, startWatch());
        expect(answer.status).toBe(expected === null ? "infeasible" : "optimal");
        if (expected === null) return;
        solved++;
        expect(answer.objective).toBeCloseTo(expected, 9);
        expect(keepsRules(instance, limits, answer.sites)).toBe(true);
        expect(worthOf(instance, problem, answer.sites)).toBeCloseTo(expected, 9);
      }),
      { numRuns: 250, seed: 7 },
    );
    expect(solved).toBeGreaterThan(100);
  });
});
