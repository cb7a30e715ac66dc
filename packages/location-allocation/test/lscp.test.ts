/** Set covering: as cheap as the best of all sets, published optima, and bounds that hold. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { type Instance, loadSolver, type Problem, type Solver } from "../src/index.ts";
import { bestValue, keepsRules } from "./brute-force.ts";
import { hypercubeCycles, instanceOfSets, steinerTriples, twoColourings } from "./published-set-covers.ts";
import { arbitraryInstance, arbitraryLimits } from "./random-instance.ts";
import { solveOrFault } from "./solve-or-fault.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const lscp: Problem = { kind: "lscp", maxCost: 0 };

function checkAgainstAll(instance: Instance, problem: Problem): void {
  const answer = solveOrFault(() => solver.solve(instance, problem));
  if (!answer) return;
  const best = bestValue(instance, problem);
  if (best === null) {
    expect(answer.status).toBe("infeasible");
    return;
  }
  expect(answer.status).toBe("optimal");
  expect(answer.objective).toBeCloseTo(best, 6);
  expect(answer.bound).toBe(answer.objective);
  expect(keepsRules(instance, problem.limits, answer.sites)).toBe(true);
  expect(answer.assignment.includes(-1)).toBe(false);
}

test("costs as little as the best of all sets of sites, under every rule", { timeout: 60_000 }, () => {
  const size = { densities: [4, 7, 9, 10] };
  fc.assert(
    fc.property(
      arbitraryInstance(size),
      arbitraryLimits,
      fc.boolean(),
      fc.nat({ max: 9 }),
      (instance, limits, isLimited, maxCost) => {
        checkAgainstAll(instance, { kind: "lscp", maxCost, ...(isLimited ? { limits } : {}) });
      },
    ),
    { numRuns: 1500 },
  );
});

test("costs as little as the best of all sets where rounding up the relaxation is not enough", {
  timeout: 60_000,
}, () => {
  const size = { maxSites: 12, maxDemand: 40, densities: [3, 4], units: [1, 0.01] };
  fc.assert(
    fc.property(arbitraryInstance(size), (instance) => {
      checkAgainstAll(instance, { kind: "lscp", maxCost: 9 });
    }),
    { numRuns: 300 },
  );
});

test.each([
  ["stein9", () => steinerTriples(9), 5],
  ["stein15", () => steinerTriples(15), 9],
  ["stein27", () => steinerTriples(27), 18],
  ["the 4-cube's cycles", () => hypercubeCycles(4), 8],
])(
  "proves %s",
  (_, build, optimum) => {
    const answer = solver.solve(build(), lscp);
    expect(answer).toMatchObject({ status: "optimal", objective: optimum, bound: optimum });
  },
  60_000,
);

test.each([
  ["stein45", () => steinerTriples(45), 30],
  ["scpcyc06", () => hypercubeCycles(6), 60],
  ["scpclr10", () => twoColourings(10), 25],
  ["scpclr11", () => twoColourings(11), 23],
])(
  "finds the optimum of %s in seconds, and a bound that holds",
  (_, build, optimum) => {
    const answer = solver.solve(build(), lscp, { timeLimitSeconds: 3 });
    expect(answer.objective).toBe(optimum);
    expect(answer.bound!).toBeLessThanOrEqual(optimum);
    expect(answer.bound!).toBeGreaterThan(optimum / 2);
  },
  60_000,
);

const shared = process.env["FIRECOVER_SHARED_DATA"] ?? join(import.meta.dirname, "../../../../shared/data");

test.each([
  ["scp41", 429],
  ["scp410", 514],
])("proves OR-Library's %s", (name, optimum) => {
  const path = join(shared, "siting/orlib", `${name}.txt`);
  if (!existsSync(path)) return test.skip("no shared data here");
  const answer = solver.solve(readSetCover(path), lscp);
  expect(answer).toMatchObject({ status: "optimal", objective: optimum, bound: optimum });
});

test("names the points out of reach and the least threshold that reaches them", () => {
  const instance = instanceOfSets(3, [
    [0, 1],
    [1, 2],
  ]);
  instance.costs.cost.set([1, 2, 3, 8]);
  const answer = solver.solve(instance, { kind: "lscp", maxCost: 3 });
  expect(answer.status).toBe("infeasible");
  expect(answer.infeasibility).toEqual({ unreachable: [2], smallestMaxCost: 8, rule: null });
  expect(solver.solve(instance, { kind: "lscp", maxCost: 8 }).status).toBe("optimal");
});

test("keeps a true bound when time is up at once", () => {
  const instance = steinerTriples(27);
  for (const timeLimitSeconds of [0, 0.01, 0.05]) {
    const hasty = solver.solve(instance, lscp, { timeLimitSeconds });
    if (hasty.objective !== null) expect(hasty.objective).toBeGreaterThanOrEqual(18);
    if (hasty.bound !== null) expect(hasty.bound).toBeLessThanOrEqual(18);
  }
});

/** OR-Library's format: rows and columns, prices, then each row's columns from 1. */
function readSetCover(path: string): Instance {
  const numbers = readFileSync(path, "utf8").trim().split(/\s+/).map(Number);
  const [rowCount, columnCount] = numbers as [number, number];
  const pointsOf: number[][] = Array.from({ length: columnCount }, () => []);
  let next = 2 + columnCount;
  for (let row = 0; row < rowCount; row++) {
    const size = numbers[next++]!;
    for (let k = 0; k < size; k++) pointsOf[numbers[next++]! - 1]!.push(row);
  }
  const instance = instanceOfSets(rowCount, pointsOf);
  instance.sites.price.set(numbers.slice(2, 2 + columnCount));
  return instance;
}
