/** p-center: equal to every set tried, on small instances of every rule; known optima; stopped with a valid bound. */
import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import {
  type Answer,
  checkInstance,
  type Instance,
  InstanceFault,
  loadHighs,
  type Problem,
  plainSites,
  startWatch,
} from "../src/index.ts";
import { coverBySites } from "../src/p-center/cover-within.ts";
import { solvePCenter } from "../src/p-center.ts";
import { bestValue, keepsRules, worthOf } from "./brute-force.ts";
import { readSharedPmed, swain } from "./location-files.ts";
import { arbitraryInstance, arbitraryLimits } from "./random-instance.ts";

type PCenter = Extract<Problem, { kind: "p-center" }>;

vi.setConfig({ testTimeout: 60_000 });

const context = { highs: await loadHighs() };
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

describe("covers that the Lagrangian leaves open", () => {
  test("set covering finds the same as every set of sites, by count and by budget", () => {
    const question = fc.record({
      instance: arbitraryInstance({ maxSites: 8, maxDemand: 9 }),
      limits: arbitraryLimits,
      maxCost: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(question, ({ instance, limits, maxCost }) => {
        const problem: PCenter = { kind: "p-center", limits, maxCost };
        if (isFaulty(instance, problem)) return;
        const found = coverBySites(instance, limits, maxCost, startWatch(), context.highs);
        if (bestValue(instance, problem) === null) {
          expect(found).toBe("refuted");
          return;
        }
        if (typeof found === "string") throw new Error("A choice was missed.");
        expect(keepsRules(instance, limits, found)).toBe(true);
        expect(worthOf(instance, problem, found)).not.toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  // Lines of a projective plane of order 7: 57 points, 57 lines of 8 points, any two of which meet in one.
  test("a projective plane: 57 sites of 8 points each, whose relaxation asks for far fewer than are needed", () => {
    const order = 7;
    const points: number[][] = [];
    for (let x = 0; x < order; x++) for (let y = 0; y < order; y++) points.push([1, x, y]);
    for (let y = 0; y < order; y++) points.push([0, 1, y]);
    points.push([0, 0, 1]);
    const on = (j: number, i: number) =>
      points[j]!.reduce((sum, value, axis) => sum + value * points[i]![axis]!, 0) % order === 0;
    const n = points.length;
    const instance: Instance = {
      costs: {
        siteCount: n,
        demandCount: n,
        firstPair: Uint32Array.from({ length: n + 1 }, (_, j) => j * n),
        demandOf: Uint32Array.from({ length: n * n }, (_, pair) => pair % n),
        cost: Float64Array.from({ length: n * n }, (_, pair) => (on(Math.floor(pair / n), pair % n) ? 1 : 2)),
      },
      weight: new Float64Array(n).fill(1),
      sites: plainSites(n),
    };
    // All lines through one point cover the plane, and no fewer lines do.
    const most = solve(instance, { kind: "p-center", limits: { count: order, budget: null } });
    expect(most).toMatchObject({ status: "optimal", objective: 2 });
    const enough = solve(instance, { kind: "p-center", limits: { count: order + 1, budget: null } });
    expect(enough).toMatchObject({ status: "optimal", objective: 1 });
  });
});
