/** p-median: equal to every set tried, on small instances of every rule; bounds on the right side; published optima. */
import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { type Answer, checkInstance, type Instance, InstanceFault, type Problem } from "../src/index.ts";
import { createDual, evaluate } from "../src/p-median/dual.ts";
import { buildMedianModel } from "../src/p-median/model.ts";
import { solvePMedian } from "../src/p-median.ts";
import { bestValue, keepsRules, worthOf } from "./brute-force.ts";
import { readSharedPmed, swain } from "./location-files.ts";
import { arbitraryInstance, arbitraryLimits } from "./random-instance.ts";

type PMedian = Extract<Problem, { kind: "p-median" }>;

vi.setConfig({ testTimeout: 60_000 });

const context = {} as never; // the p-median needs no HiGHS
const solve = (instance: Instance, problem: PMedian, options = {}): Answer =>
  solvePMedian(context, instance, problem, options);

/** Costs by a factor: 1 and 0.1 are exact, 1/3 and 1e9 / 7 are not. */
const scaled = (instance: Instance, factor: number): Instance => ({
  ...instance,
  costs: { ...instance.costs, cost: instance.costs.cost.map((cost) => cost * factor) },
});

const question = fc.record({
  instance: arbitraryInstance({ maxSites: 8 }),
  limits: arbitraryLimits,
  maxCost: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null, freq: 2 }),
  factor: fc.constantFrom(1, 1, 1, 0.1, 0.000001, 1 / 3, 1e9 / 7),
});
type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;

function asked({ instance, limits, maxCost, factor }: Question): { instance: Instance; problem: PMedian } {
  // The threshold lies between two costs, so that no rounding moves a pair across it.
  const threshold = maxCost === null ? {} : { maxCost: (maxCost + 0.5) * factor };
  return { instance: scaled(instance, factor), problem: { kind: "p-median", limits, ...threshold } };
}

function isFaulty(instance: Instance, problem: Problem): boolean {
  try {
    checkInstance(instance, problem);
    return false;
  } catch (error) {
    if (error instanceof InstanceFault) return true;
    throw error;
  }
}

describe("p-median against every set of sites", () => {
  test("equals the best set, or says that there is none", () => {
    fc.assert(
      fc.property(question, (drawn) => {
        const { instance, problem } = asked(drawn);
        if (isFaulty(instance, problem)) return;
        const best = bestValue(instance, problem);
        const bounds: (number | null)[] = [];
        const answer = solve(instance, problem, {
          onProgress: ({ bound }: { bound: number | null }) => bounds.push(bound),
        });
        if (best === null) {
          expect(answer.status).toBe("infeasible");
          const atAll = bestValue(instance, { kind: "p-center", limits: problem.limits });
          expect(answer.infeasibility!.smallestMaxCost).toBe(atAll);
          return;
        }
        const rounding = 1e-9 * Math.max(1e-6, Math.abs(best));
        expect(answer.status).toBe("optimal");
        expect(Math.abs(answer.objective! - best)).toBeLessThanOrEqual(rounding);
        for (const bound of bounds) expect(bound ?? 0).toBeLessThanOrEqual(best + rounding);
        expect(keepsRules(instance, problem.limits, answer.sites)).toBe(true);
        expect(Math.abs(worthOf(instance, problem, answer.sites)! - best)).toBeLessThanOrEqual(rounding);
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
          const answer = solve(instance, { kind: "p-median", limits: { count, budget: null } });
          if (answer.status === "infeasible") return;
          expect(answer.sites.length).toBe(Math.min(count, instance.costs.siteCount));
        },
      ),
      { numRuns: 300 },
    );
  });

  test("a bound of any multipliers whatever is no more than the optimum", () => {
    fc.assert(
      fc.property(
        question,
        fc.array(fc.nat({ max: 2 ** 20 }), { minLength: 40, maxLength: 40 }),
        (drawn, dice) => {
          const { instance, problem } = asked({ ...drawn, factor: 1 });
          const best = isFaulty(instance, problem) ? null : bestValue(instance, problem);
          if (best === null) return;
          const model = buildMedianModel(instance, problem.limits, problem.maxCost ?? Infinity);
          if (!model) throw new Error("Someone is unreachable where all are served.");
          const dual = createDual(model);
          const multiplier = Float64Array.from(dual.slope, (_, i) => dice[i % dice.length]!);
          const fix = Uint8Array.from(model.isRequired); // 1 = stands
          expect(evaluate(dual, multiplier, fix)).toBeLessThanOrEqual(
            Math.round((best * model.divisor) / model.factor) * model.unit,
          );
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe("p-median of instances that others publish", () => {
  for (const [name, optimum] of [
    ["pmed1", 5819],
    ["pmed2", 4093],
    ["pmed3", 4250],
  ] as const) {
    const pmed = readSharedPmed(name);
    test.skipIf(!pmed)(`${name} of the OR-Library: ${optimum}, proven`, () => {
      const { instance, count } = pmed!;
      const answer = solve(instance, { kind: "p-median", limits: { count, budget: null } });
      expect(answer).toMatchObject({ status: "optimal", objective: optimum, bound: optimum, gap: 0 });
      expect(answer.sites.length).toBe(count);
      expect(answer.covered).toBe(instance.costs.demandCount);
    });
  }

  const nodes = swain();
  test.skipIf(!nodes)("Swain's 55 nodes: more sites never cost more, and one site is the best of 55", () => {
    const instance = nodes!;
    const { cost, siteCount } = instance.costs;
    const alone = Array.from({ length: siteCount }, (_, j) =>
      instance.weight.reduce((sum, weight, i) => sum + weight * cost[j * siteCount + i]!, 0),
    );
    let previous = Infinity;
    for (let count = 1; count <= 12; count++) {
      const answer = solve(instance, { kind: "p-median", limits: { count, budget: null } });
      expect(answer.status).toBe("optimal");
      if (count === 1) expect(answer.objective).toBeCloseTo(Math.min(...alone), 6);
      expect(answer.objective!).toBeLessThan(previous);
      previous = answer.objective!;
    }
  });
});

describe("p-median, stopped", () => {
  const large = (): Instance => {
    const size = 400;
    let state = 7;
    const random = () => {
      state = (state * 1103515245 + 12345) % 2 ** 31;
      return state / 2 ** 31;
    };
    return {
      costs: {
        siteCount: size,
        demandCount: size,
        firstPair: Uint32Array.from({ length: size + 1 }, (_, j) => j * size),
        demandOf: Uint32Array.from({ length: size * size }, (_, pair) => pair % size),
        cost: Float64Array.from({ length: size * size }, () => Math.floor(random() * 1000)),
      },
      weight: new Float64Array(size).fill(1),
      sites: {
        status: new Uint8Array(size),
        price: new Float64Array(size).fill(1),
        conflicts: [],
        groups: [],
      },
    };
  };
  const problem: PMedian = { kind: "p-median", limits: { count: 12, budget: null } };

  test("keeps the best so far with its gap", () => {
    let asks = 0;
    const answer = solve(large(), problem, { shouldStop: () => ++asks > 300 });
    expect(answer.status).toBe("feasible");
    expect(answer.sites.length).toBe(12);
    expect(answer.bound!).toBeLessThan(answer.objective!);
    expect(answer.gap!).toBeCloseTo((answer.objective! - answer.bound!) / answer.objective!, 12);
    expect(worthOf(large(), problem, answer.sites)).toBe(answer.objective);
  });

  test("stopped before anything was tried, it knows nothing", () => {
    const answer = solve(large(), problem, { shouldStop: () => true });
    expect(["unknown", "feasible"]).toContain(answer.status);
    expect(answer.bound!).toBeGreaterThanOrEqual(0);
  });
});
