/** Maximal covering: as good as trying everything, proven, and honest when it runs out of time. */
import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import {
  type Answer,
  type Instance,
  loadSolver,
  type Problem,
  plainSites,
  type Solver,
} from "../src/index.ts";
import { allChoices, bestValue, keepsRules } from "./brute-force.ts";
import { instanceOfSets } from "./published-set-covers.ts";
import { arbitraryInstance, arbitraryLimits } from "./random-instance.ts";
import { solveOrFault } from "./solve-or-fault.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const mclp = (count: number | null, budget: number | null = null, maxCost = 0): Problem => ({
  kind: "mclp",
  maxCost,
  limits: { count, budget },
});

function checkAgainstAll(instance: Instance, problem: Problem, answer: Answer): void {
  const best = bestValue(instance, problem);
  if (best === null) {
    expect(answer.status).toBe("infeasible");
    return;
  }
  expect(answer.status).toBe("optimal");
  expect(answer.objective).toBeCloseTo(best, 6);
  expect(answer.bound).toBe(answer.objective);
  expect(keepsRules(instance, problem.limits, answer.sites)).toBe(true);
  expect(
    allChoices(instance, problem).find(({ sites }) => `${sites}` === `${answer.sites}`)?.value,
  ).toBeCloseTo(best, 6);
}

test("covers as much as the best of all sets of sites, under every rule", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(arbitraryInstance(), arbitraryLimits, fc.nat({ max: 9 }), (instance, limits, maxCost) => {
      const problem: Problem = { kind: "mclp", maxCost, limits };
      const answer = solveOrFault(() => solver.solve(instance, problem));
      if (answer) checkAgainstAll(instance, problem, answer);
    }),
    { numRuns: 1500 },
  );
});

test("keeps to a group although the first choice is only found at the relaxation", () => {
  // greedy takes site 0, beside which neither site of the second group may stand
  const instance = instanceOfSets(4, [
    [0, 1, 2, 3],
    [1, 2, 3],
    [1, 2],
  ]);
  instance.weight.set([2, 1, 1, 4]);
  const conflicts = [
    [0, 1],
    [0, 2],
  ] as const;
  const groups = [
    [2, 0],
    [2, 1],
  ];
  const ruled = { ...instance, sites: { ...instance.sites, conflicts, groups } };
  expect(solver.solve(ruled, mclp(null))).toMatchObject({ status: "optimal", objective: 6, sites: [1, 2] });
});

test("covers as much as the best of all sets where greedy and the relaxation are both off", {
  timeout: 60_000,
}, () => {
  const size = { maxSites: 11, maxDemand: 30, densities: [2, 3, 4], units: [1, 0.01] };
  const limits = fc.record({
    count: fc.integer({ min: 2, max: 4 }),
    budget: fc.option(fc.integer({ min: 3, max: 12 }), { nil: null }),
  });
  fc.assert(
    fc.property(arbitraryInstance(size), limits, (instance, given) => {
      const problem: Problem = { kind: "mclp", maxCost: 9, limits: given };
      const answer = solveOrFault(() => solver.solve(instance, problem));
      if (answer) checkAgainstAll(instance, problem, answer);
    }),
    { numRuns: 300 },
  );
});

test("covers as much as the best of all sets where only branching closes the gap", {
  timeout: 60_000,
}, () => {
  for (let seed = 1; seed <= 12; seed++) {
    const instance = scatteredCover(26, 90, seed);
    const isRuled = seed % 2 === 0;
    const sites = isRuled
      ? {
          ...instance.sites,
          conflicts: [
            [0, 1],
            [1, 2],
            [0, 2],
            [5, 9],
          ] as const,
          groups: [
            [3, 4],
            [7, 8, 11],
          ],
        }
      : instance.sites;
    sites.price.forEach((_, j) => {
      sites.price[j] = 1 + ((j * seed) % 4);
    });
    const limits = { count: 4, budget: isRuled ? 9 : null };
    const best = bestCover({ ...instance, sites }, limits);
    const answer = solver.solve({ ...instance, sites }, { kind: "mclp", maxCost: 0, limits });
    expect(answer).toMatchObject({ status: "optimal", objective: best, bound: best });
    expect(keepsRules({ ...instance, sites }, limits, answer.sites)).toBe(true);
  }
});

test("names who is served by whom, both ways", () => {
  const answer = solver.solve(fiveBlocks(), mclp(2));
  expect(answer.covered).toBe(1 + 2 + 8 + 16);
  expect(answer.sites).toEqual([0, 2]);
  expect([...answer.assignment]).toEqual([0, 0, -1, 2, 2]);
  expect(answer.served.map((points) => [...points])).toEqual([
    [0, 1],
    [3, 4],
  ]);
  expect(answer.total).toBe(31);
});

test("fills up to the count although one site covers everyone", () => {
  const instance = instanceOfSets(2, [[0, 1], [0], [1]]);
  expect(solver.solve(instance, mclp(2)).sites).toHaveLength(2);
  expect(solver.solve(instance, mclp(2)).objective).toBe(2);
});

test("counts weights of six decimals exactly, and others within the double's rounding", () => {
  const instance = instanceOfSets(3, [
    [0, 1],
    [1, 2],
    [0, 2],
  ]);
  instance.weight.set([0.1, 0.2, 0.000001]);
  expect(solver.solve(instance, mclp(1)).objective).toBe(0.1 + 0.2);
  instance.weight.set([1 / 3, Math.PI, Math.E]);
  const { status, objective } = solver.solve(instance, mclp(1));
  expect(status).toBe("optimal");
  expect(objective).toBeCloseTo(Math.PI + Math.E, 9);
});

test("proves very large weights, whose bounds do not fit a double", () => {
  const instance = randomCover(40, 300, 7);
  instance.weight.forEach((weight, i) => {
    instance.weight[i] = weight * 1_000_003 + 0.5;
  });
  const { status, objective, bound } = solver.solve(instance, mclp(5));
  expect(status).toBe("optimal");
  expect(bound).toBe(objective);
});

test("proves weights of as many digits as a double has", () => {
  const instance = randomCover(40, 300, 8);
  instance.weight.forEach((weight, i) => {
    instance.weight[i] = weight * Math.sqrt(2 + (i % 7));
  });
  expect(solver.solve(instance, mclp(5), { timeLimitSeconds: 20 }).status).toBe("optimal");
});

test("keeps a true bound and a choice within the rules when time is up at once", () => {
  const instance = randomCover(60, 800, 3);
  const proven = solver.solve(instance, mclp(7));
  for (const timeLimitSeconds of [0, 0.005, 0.02]) {
    const hasty = solver.solve(instance, mclp(7), { timeLimitSeconds });
    expect(["feasible", "optimal"]).toContain(hasty.status);
    expect(hasty.objective!).toBeLessThanOrEqual(proven.objective!);
    expect(hasty.bound!).toBeGreaterThanOrEqual(proven.objective!);
    expect(keepsRules(instance, { count: 7, budget: null }, hasty.sites)).toBe(true);
  }
});

test("stops when asked to, and tells incumbent and bound as they close in", () => {
  const instance = randomCover(60, 800, 4);
  const seen: { incumbent: number | null; bound: number | null }[] = [];
  const proven = solver.solve(instance, mclp(7), { onProgress: (progress) => seen.push(progress) });
  for (const { incumbent, bound } of seen) {
    if (incumbent !== null) expect(incumbent).toBeLessThanOrEqual(proven.objective!);
    if (bound !== null) expect(bound).toBeGreaterThanOrEqual(proven.objective!);
  }
  expect(seen.at(-1)?.incumbent).toBe(proven.objective);
  const stopped = solver.solve(instance, mclp(7), { shouldStop: () => seen.length > 0 });
  expect(stopped.status).toBe("feasible");
  expect(stopped.bound!).toBeGreaterThanOrEqual(proven.objective!);
});

test("is never worse than the choice it starts from", () => {
  const instance = randomCover(60, 800, 5);
  const { sites, objective } = solver.solve(instance, mclp(7));
  const again = solver.solve(instance, mclp(7), { start: sites, timeLimitSeconds: 0 });
  expect(again.objective).toBe(objective);
});

test("says which rule leaves no choice", () => {
  const instance = instanceOfSets(2, [[0], [1], [0, 1]]);
  const sites = { ...instance.sites, groups: [[0], [1]], conflicts: [[0, 1]] as const };
  const clash = solver.solve({ ...instance, sites }, mclp(2));
  expect(clash.status).toBe("infeasible");
  expect(clash.infeasibility?.rule).toBe("conflicts");
  const dear = { ...instance, sites: { ...plainSites(3), price: Float64Array.of(5, 1, 1), groups: [[0]] } };
  expect(solver.solve(dear, mclp(2, 3)).infeasibility?.rule).toBe("budget");
});

/** Sites at both ends and in the middle of a street of five blocks that weigh 1, 2, 4, 8 and 16. */
function fiveBlocks(): Instance {
  const instance = instanceOfSets(5, [
    [0, 1],
    [1, 2],
    [3, 4],
  ]);
  instance.weight.set([1, 2, 4, 8, 16]);
  return { ...instance, sites: { ...plainSites(3), status: Uint8Array.of(1, 0, 0) } };
}

function randomCover(siteCount: number, pointCount: number, seed: number): Instance {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const place = (count: number) => Array.from({ length: count }, () => [random(), random()] as const);
  const sites = place(siteCount);
  const points = place(pointCount);
  const instance = instanceOfSets(
    pointCount,
    sites.map(([x, y]) =>
      [...points.keys()].filter((i) => Math.hypot(points[i]![0] - x, points[i]![1] - y) < 0.18),
    ),
  );
  instance.weight.forEach((_, i) => {
    instance.weight[i] = 1 + Math.floor(random() * 100);
  });
  return instance;
}

/** Every site covers points drawn by lot: the relaxation is far off. */
function scatteredCover(siteCount: number, pointCount: number, seed: number): Instance {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const points = [...Array(pointCount).keys()];
  const instance = instanceOfSets(
    pointCount,
    Array.from({ length: siteCount }, () => points.filter(() => random() < 0.25)),
  );
  for (const i of points) instance.weight[i] = 1 + Math.floor(random() * 20);
  return instance;
}

/** Most weight of all choices of at most `count` sites, one after another. */
function bestCover(
  instance: Instance,
  limits: { readonly count: number; readonly budget: number | null },
): number {
  const { siteCount, firstPair, demandOf } = instance.costs;
  let best = -1;
  const visit = (chosen: readonly number[], covered: ReadonlySet<number>, from: number): void => {
    if (keepsRules(instance, limits, chosen)) {
      best = Math.max(
        best,
        [...covered].reduce((sum, i) => sum + instance.weight[i]!, 0),
      );
    }
    if (chosen.length === limits.count) return;
    for (let j = from; j < siteCount; j++) {
      const points = demandOf.subarray(firstPair[j]!, firstPair[j + 1]!);
      visit([...chosen, j], new Set([...covered, ...points]), j + 1);
    }
  };
  visit([], new Set(), 0);
  return best;
}
