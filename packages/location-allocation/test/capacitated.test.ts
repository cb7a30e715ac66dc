import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Instance, loadSolver, type Problem } from "../src/index.ts";
import { bestValue, denseCosts, keepsRules } from "./brute-force.ts";
import { scatteredInstance } from "./large-instance.ts";
import { arbitraryInstance, arbitraryLimits } from "./random-instance.ts";
import { solveOrFault } from "./solve-or-fault.ts";

const solver = await loadSolver();

type Capacitated = Extract<Problem, { capacity: Float64Array }>;

const asked = (kind: Capacitated["kind"]): fc.Arbitrary<[Instance, Capacitated]> =>
  arbitraryInstance({ maxSites: 5, maxDemand: 6, densities: [4, 7, 10] }).chain((instance) =>
    fc
      .record({
        maxCost: fc.integer({ min: 0, max: 9 }),
        limits: arbitraryLimits,
        capacity: fc.array(fc.constantFrom(0, 5, 10, 15.5, 25, 40, Infinity), {
          minLength: instance.costs.siteCount,
          maxLength: instance.costs.siteCount,
        }),
      })
      .map(({ maxCost, limits, capacity }): [Instance, Capacitated] => [
        instance,
        { kind, maxCost, limits, capacity: Float64Array.from(capacity) },
      ]),
  );

/** What the assignment itself is worth; fails where it breaks capacity, threshold or choice. */
function worthOfAssignment(
  instance: Instance,
  problem: Capacitated,
  sites: readonly number[],
  assignment: Int32Array,
) {
  const costs = denseCosts(instance);
  const load = new Map<number, number>();
  let served = 0;
  let cost = 0;
  for (const [i, j] of assignment.entries()) {
    if (j === -1) continue;
    expect(sites).toContain(j);
    expect(costs[j]![i]).toBeLessThanOrEqual(problem.maxCost ?? Infinity);
    load.set(j, (load.get(j) ?? 0) + instance.weight[i]!);
    served += instance.weight[i]!;
    cost += instance.weight[i]! * costs[j]![i]!;
  }
  for (const [j, total] of load) expect(total).toBeLessThanOrEqual(problem.capacity[j]! + 1e-9);
  return problem.kind === "capacitated-mclp" ? served : cost;
}

describe.each(["capacitated-mclp", "capacitated-p-median"] as const)("%s", { timeout: 120_000 }, (kind) => {
  it("is the best of all choices and assignments, and its assignment keeps the capacities", () => {
    let solved = 0;
    fc.assert(
      fc.property(asked(kind), ([instance, problem]) => {
        const answer = solveOrFault(() => solver.solve(instance, problem));
        if (answer === null) return;
        const expected = bestValue(instance, problem);
        expect(answer.status).toBe(expected === null ? "infeasible" : "optimal");
        if (expected === null) return;
        solved++;
        expect(answer.objective).toBeCloseTo(expected, 9);
        expect(keepsRules(instance, problem.limits, answer.sites)).toBe(true);
        expect(worthOfAssignment(instance, problem, answer.sites, answer.assignment)).toBeCloseTo(
          expected,
          9,
        );
        if (kind === "capacitated-p-median") expect(answer.assignment).not.toContain(-1);
        for (const [s, points] of answer.served.entries()) {
          for (const i of points) expect(answer.assignment[i]).toBe(answer.sites[s]);
        }
      }),
      { numRuns: 600, seed: 9 },
    );
    expect(solved).toBeGreaterThan(100);
  });

  it("gives the best so far with a bound when stopped", () => {
    const instance = scatteredInstance({ siteCount: 40, demandCount: 300, reach: 400, seed: 2 });
    const total = instance.weight.reduce((sum, w) => sum + w, 0);
    const capacity = new Float64Array(40).fill(Math.round(total / 7));
    const problem: Capacitated = { kind, maxCost: 400, limits: { count: 8, budget: null }, capacity };
    const sign = kind === "capacitated-mclp" ? 1 : -1;
    let known: { incumbent: number | null; bound: number | null } = { incumbent: null, bound: null };
    const answer = solver.solve(instance, problem, {
      timeLimitSeconds: 1.5,
      onProgress: ({ incumbent, bound }) => {
        if (incumbent !== null && known.incumbent !== null) {
          expect(sign * incumbent).toBeGreaterThanOrEqual(sign * known.incumbent);
        }
        known = { incumbent, bound };
      },
    });
    if (answer.objective === null) return;
    expect(sign * answer.bound!).toBeGreaterThanOrEqual(sign * answer.objective);
    expect(worthOfAssignment(instance, problem, answer.sites, answer.assignment)).toBe(answer.objective);
  });
});
