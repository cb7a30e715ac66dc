/** Costs that are no decimals beside a cost that says "never", weights of ten digits, and answers found in haste. */
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { nearestOpen } from "../src/answer-of.ts";
import {
  type Answer,
  type Instance,
  loadSolver,
  type Problem,
  plainSites,
  type Solver,
} from "../src/index.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** Every site to every point; a cost of `never` stands for a pair that nobody will use. */
function fullInstance(costs: readonly (readonly number[])[], weight: readonly number[]): Instance {
  const demandCount = weight.length;
  return {
    costs: {
      siteCount: costs.length,
      demandCount,
      firstPair: Uint32Array.from({ length: costs.length + 1 }, (_, j) => j * demandCount),
      demandOf: Uint32Array.from({ length: costs.length * demandCount }, (_, k) => k % demandCount),
      cost: Float64Array.from(costs.flat()),
    },
    weight: Float64Array.from(weight),
    sites: plainSites(costs.length),
  };
}

/** Σ weight × cost of the assignment, added from the definition. */
function sumOf({ costs, weight }: Instance, { assignment }: Pick<Answer, "assignment">): number {
  let sum = 0;
  assignment.forEach((j, i) => {
    sum += weight[i]! * costs.cost[j * costs.demandCount + i]!;
  });
  return sum;
}

const problems = (siteCount: number): Problem[] => [
  { kind: "p-median", limits: { count: 2, budget: null } },
  {
    kind: "capacitated-p-median",
    limits: { count: 2, budget: null },
    capacity: new Float64Array(siteCount).fill(Infinity),
  },
];

describe("costs that are no decimals", () => {
  const cost = fc.oneof(
    { arbitrary: fc.double({ min: 0.1, max: 9, noNaN: true }), weight: 3 },
    { arbitrary: fc.constantFrom(1e15, 1e12), weight: 1 },
  );
  const table = fc.array(fc.array(cost, { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 5 });

  it("are told apart to the last digits beside a cost that says never", () => {
    fc.assert(
      fc.property(
        table,
        fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 4, maxLength: 4 }),
        (costs, weight) => {
          const instance = fullInstance(costs, weight);
          let best = Infinity;
          for (let a = 0; a < costs.length; a++) {
            for (let b = a + 1; b < costs.length; b++)
              best = Math.min(best, sumOf(instance, { assignment: nearestOpen(instance, [a, b], Infinity) }));
          }
          for (const problem of problems(costs.length)) {
            const answer = solver.solve(instance, problem);
            expect(answer.status).toBe("optimal");
            expect(answer.objective! / best).toBeCloseTo(1, 9);
            expect(answer.objective! / sumOf(instance, answer)).toBeCloseTo(1, 12);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("weights of ten digits under capacities", () => {
  it("do not break the solver, and are bounded from the right side", () => {
    const distance = fc.double({ min: 0.1, max: 100, noNaN: true });
    const weights = fc.array(fc.integer({ min: 1_000_000_000, max: 9_000_000_005 }), {
      minLength: 6,
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(distance, { minLength: 6, maxLength: 6 }), { minLength: 4, maxLength: 4 }),
        weights,
        (costs, weight) => {
          const instance = fullInstance(costs, weight);
          const total = weight.reduce((a, b) => a + b, 0);
          const capacity = new Float64Array(costs.length).fill(total / 2);
          const answer = solver.solve(instance, {
            kind: "capacitated-p-median",
            limits: { count: null, budget: null },
            capacity,
          });
          if (answer.objective === null) return;
          expect(answer.bound!).toBeLessThanOrEqual(answer.objective);
          expect(answer.objective / sumOf(instance, answer)).toBeCloseTo(1, 12);
        },
      ),
      { numRuns: 40 },
    );
  });
});
