/** p-center: equal to every set tried, on small instances of every rule; known optima; stopped with a valid bound. */
import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { type Answer, checkInstance, type Instance, InstanceFault, type Problem } from "../src/index.ts";
import { solvePCenter } from "../src/p-center.ts";
import { bestValue, keepsRules, worthOf } from "./brute-force.ts";
import { readSharedPmed, swain } from "./location-files.ts";
import { arbitraryInstance, arbitraryLimits } from "./random-instance.ts";

type PCenter = Extract<Problem, { kind: "p-center" }>;

vi.setConfig({ testTimeout: 60_000 });

const context = {} as never; // the p-center needs no HiGHS
const solve = (instance: Instance, problem: PCenter, options = {}): Answer =>
  solvePCenter(context, instance, problem, options);

function isFaulty(instance: Instance, problem: Problem): boolean {
  try {
    checkInstance(instance, problem);
    return false;
  } catch (error) {
    if (error instanceof InstanceFault) return true;
    throw error;
  }
}

describe("p-center against every set of sites", () => {
  test("equals the best set to the last bit, or says that there is none and which threshold has one", () => {
    const question = fc.record({
      instance: arbitraryInstance({ maxSites: 8, maxDemand: 9 }),
      limits: arbitraryLimits,
      maxCost: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null, freq: 2 }),
      factor: fc.constantFrom(1, 0.1, 1 / 3, 1e12 / 7),
    });
    fc.assert(
      fc.property(question, ({ instance: drawn, limits, maxCost, factor }) => {
        const cost = drawn.costs.cost.map((value) => value * factor);
        const instance = { ...drawn, costs: { ...drawn.costs, cost } };
        const threshold = maxCost === null ? {} : { maxCost: (maxCost + 0.5) * factor };
        const problem: PCenter = { kind: "p-center", limits, ...threshold };
        if (isFaulty(instance, problem)) return;
        const best = bestValue(instance, problem);
        const bounds: number[] = [];
        const answer = solve(instance, problem, {
          onProgress: ({ bound }: { bound: number | null }) => bounds.push(bound ?? 0),
        });
        if (best === null) {
          expect(answer.status).toBe("infeasible");
          const atAll = bestValue(instance, { kind: "p-center", limits });
          expect(answer.infeasibility!.smallestMaxCost).toBe(atAll);
          return;
        }
        expect(answer).toMatchObject({ status: "optimal", objective: best, bound: best });
        for (const bound of bounds) expect(bound).toBeLessThanOrEqual(best);
        expect(keepsRules(instance, limits, answer.sites)).toBe(true);
        expect(worthOf(instance, problem, answer.sites)).toBe(best);
      }),
      { numRuns: 4000 },
    );
  });

  test("opens as many sites as are asked for where nothing forbids it", () => {
    fc.assert(
      fc.property(
        arbitraryInstance({ hasRules: false }),
        fc.integer({ min: 1, max: 5 }),
        (instance, count) => {
          const answer = solve(instance, { kind: "p-center", limits: { count, budget: null } });
          if (answer.status === "infeasible") return;
          expect(answer.sites.length).toBe(Math.min(count, instance.costs.siteCount));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("p-center of instances that others publish", () => {
  for (const [name, optimum] of [
    ["pmed1", 127],
    ["pmed2", 98],
    ["pmed3", 93],
  ] as const) {
    const pmed = readSharedPmed(name);
    test.skipIf(!pmed)(`${name} of the OR-Library: ${optimum}, proven`, () => {
      const { instance, count } = pmed!;
      const answer = solve(instance, { kind: "p-center", limits: { count, budget: null } });
      expect(answer).toMatchObject({ status: "optimal", objective: optimum, bound: optimum, gap: 0 });
      expect(answer.sites.length).toBe(count);
      expect(answer.covered).toBe(instance.costs.demandCount);
    });
  }

  const nodes = swain();
  test.skipIf(!nodes)("Swain's 55 nodes: two sites, as every pair of them says", () => {
    const { cost, siteCount } = nodes!.costs;
    let best = Infinity;
    for (let j = 0; j < siteCount; j++) {
      for (let k = j + 1; k < siteCount; k++) {
        let worst = 0;
        for (let i = 0; i < siteCount; i++) {
          worst = Math.max(worst, Math.min(cost[j * siteCount + i]!, cost[k * siteCount + i]!));
        }
        best = Math.min(best, worst);
      }
    }
    const answer = solve(nodes!, { kind: "p-center", limits: { count: 2, budget: null } });
    expect(answer).toMatchObject({ status: "optimal", objective: best });
  });

  test.skipIf(!nodes)("stopped at any moment, bound ≤ optimum ≤ objective", () => {
    const problem: PCenter = { kind: "p-center", limits: { count: 6, budget: null } };
    const optimum = solve(nodes!, problem).objective!;
    for (const most of [0, 1, 2, 5, 10, 20, 50, 100, 200]) {
      let asks = 0;
      const { status, objective, bound } = solve(nodes!, problem, { shouldStop: () => ++asks > most });
      if (objective !== null) expect(objective).toBeGreaterThanOrEqual(optimum);
      else expect(status).toBe("unknown");
      expect(bound!).toBeLessThanOrEqual(optimum);
      expect(status === "optimal").toBe(objective === bound);
    }
  });
});
