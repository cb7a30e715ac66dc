import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf, type Instance, loadSolver, type Problem, runnersUp } from "../src/index.ts";
import { allChoices, bestValue, choicesNearBest, isMaximised } from "./brute-force.ts";
import { arbitraryInstance, arbitraryLimits } from "./random-instance.ts";

const solver = await loadSolver();

/** The best by brute force, as an answer; null = there is none. */
function bestAnswer(instance: Instance, problem: Problem) {
  const objective = bestValue(instance, problem);
  if (objective === null) return null;
  const { sites } = allChoices(instance, problem).find(({ value }) => value === objective)!;
  return answerOf(instance, {
    sites,
    maxCost: problem.maxCost ?? Infinity,
    status: "optimal",
    objective,
    bound: objective,
    seconds: 0,
  });
}

const maxCost = fc.integer({ min: 0, max: 9 });
const problems: Record<string, fc.Arbitrary<Problem>> = {
  mclp: fc.record({ kind: fc.constant("mclp"), maxCost, limits: arbitraryLimits }),
  lscp: fc.record({ kind: fc.constant("lscp"), maxCost, limits: arbitraryLimits }),
  "lscp-b": fc.record({ kind: fc.constant("lscp-b"), maxCost, limits: arbitraryLimits }),
  bclp: fc.record({
    kind: fc.constant("bclp"),
    maxCost,
    limits: arbitraryLimits,
    firstCoverShare: fc.constantFrom(0, 0.25, 1, 3),
    isFirstCoverRequired: fc.boolean(),
  }),
  "p-median": fc.record({ kind: fc.constant("p-median"), maxCost, limits: arbitraryLimits }),
  "p-center": fc.record({ kind: fc.constant("p-center"), maxCost, limits: arbitraryLimits }),
};

describe("runners-up", { timeout: 120_000 }, () => {
  it.each(Object.keys(problems))("are all choices within a share of the best, best first (%s)", (kind) => {
    let compared = 0;
    fc.assert(
      fc.property(
        arbitraryInstance({ units: [1, 0.25, 0.1, 1 / 3], densities: [4, 7, 10] }),
        problems[kind]!,
        fc.constantFrom(0, 0.01, 0.1, 0.3),
        (instance, problem, within) => {
          const best = bestAnswer(instance, problem);
          if (best === null) return;
          const expected = choicesNearBest(instance, problem, within);
          const { choices, isComplete } = runnersUp(solver, instance, problem, best, {
            within,
            atMost: 1000,
          });
          expect(isComplete).toBe(true);
          const found = new Map(choices.map((choice) => [choice.sites.join(), choice.objective!]));
          expect(found.size).toBe(choices.length);
          // The best one itself is left out: filled up where it was not full.
          const missing = expected.filter(({ sites }) => !found.has(sites.join()));
          expect(missing.length).toBeLessThanOrEqual(1);
          expect(found.size).toBe(expected.length - missing.length);
          for (const { sites, value } of missing) {
            expect(value).toBeCloseTo(best.objective!, 9);
            expect(sites).toEqual(expect.arrayContaining([...(problem.kind === "lscp" ? [] : best.sites)]));
          }
          for (const { sites, value } of expected) {
            if (found.has(sites.join())) expect(found.get(sites.join())).toBeCloseTo(value, 9);
          }
          const objectives = choices.map(({ objective }) => objective!);
          const sorted = [...objectives].sort((a, b) => (isMaximised(problem) ? b - a : a - b));
          expect(objectives).toEqual(sorted);
          compared += expected.length;
        },
      ),
      { numRuns: 1500, seed: 4 },
    );
    expect(compared).toBeGreaterThan(500);
  });

  it.each(Object.keys(problems))("are the best of them where only some are asked for (%s)", (kind) => {
    let cut = 0;
    fc.assert(
      fc.property(
        arbitraryInstance({ densities: [7, 10] }),
        problems[kind]!,
        fc.integer({ min: 1, max: 3 }),
        (instance, problem, atMost) => {
          const best = bestAnswer(instance, problem);
          if (best === null) return;
          const all = runnersUp(solver, instance, problem, best, { within: 0.5, atMost: 1000 });
          const some = runnersUp(solver, instance, problem, best, { within: 0.5, atMost });
          expect(some.isComplete).toBe(all.choices.length <= atMost);
          expect(some.choices.map(({ objective }) => objective)).toEqual(
            all.choices.slice(0, atMost).map(({ objective }) => objective),
          );
          if (!some.isComplete) cut++;
        },
      ),
      { numRuns: 1500, seed: 5 },
    );
    expect(cut).toBeGreaterThan(30);
  });
});

describe("runners-up of capacitated problems", { timeout: 120_000 }, () => {
  it.each(["capacitated-mclp", "capacitated-p-median"] as const)(
    "are all choices within a share of the best (%s)",
    (kind) => {
      let compared = 0;
      fc.assert(
        fc.property(
          arbitraryInstance({ maxSites: 5, maxDemand: 5, densities: [7, 10] }),
          fc.record({ maxCost, limits: arbitraryLimits, capacity: fc.constantFrom(8, 15, 30) }),
          ({ ...instance }, { capacity, ...rest }) => {
            const { siteCount } = instance.costs;
            const problem: Problem = { kind, ...rest, capacity: new Float64Array(siteCount).fill(capacity) };
            const best = bestAnswer(instance, problem);
            if (best === null) return;
            const expected = choicesNearBest(instance, problem, 0.2);
            const { choices, isComplete } = runnersUp(solver, instance, problem, best, {
              within: 0.2,
              atMost: 100,
            });
            expect(isComplete).toBe(true);
            const found = new Map(choices.map((choice) => [choice.sites.join(), choice.objective!]));
            expect(found.size).toBe(choices.length);
            expect(found.size).toBe(expected.length - 1);
            for (const { sites, value } of expected) {
              if (found.has(sites.join())) expect(found.get(sites.join())).toBeCloseTo(value, 9);
            }
            compared += expected.length;
          },
        ),
        { numRuns: 80, seed: 12 },
      );
      expect(compared).toBeGreaterThan(30);
    },
  );
});
