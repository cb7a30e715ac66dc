import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Instance, loadSolver, type Problem } from "../src/index.ts";
import { allChoices, denseCosts } from "./brute-force.ts";
import { arbitraryInstance, arbitraryLimits } from "./random-instance.ts";
import { solveOrFault } from "./solve-or-fault.ts";

const solver = await loadSolver();
const maxCost = fc.integer({ min: 0, max: 5 });
const limits = arbitraryLimits;
const capacity = fc.constantFrom(5, 15.5, 30);
const kinds: Record<string, (instance: Instance) => fc.Arbitrary<Problem>> = {
  lscp: () => fc.record({ kind: fc.constant("lscp"), maxCost, limits }),
  "lscp-b": () => fc.record({ kind: fc.constant("lscp-b"), maxCost, limits }),
  bclp: () => fc.record({ kind: fc.constant("bclp"), maxCost, limits, isFirstCoverRequired: fc.boolean() }),
  mclp: () => fc.record({ kind: fc.constant("mclp"), maxCost, limits }),
  "p-median": () => fc.record({ kind: fc.constant("p-median"), maxCost, limits }),
  "p-center": () => fc.record({ kind: fc.constant("p-center"), maxCost, limits }),
  "capacitated-p-median": ({ costs }) =>
    fc.record({ maxCost, limits, capacity }).map(({ capacity, ...rest }) => ({
      kind: "capacitated-p-median",
      capacity: new Float64Array(costs.siteCount).fill(capacity),
      ...rest,
    })),
};

/** By trying every threshold: the smallest cost at which some choice answers. */
function smallestThreshold(instance: Instance, problem: Problem): number | null {
  const thresholds = [...new Set(instance.costs.cost)].sort((a, b) => a - b);
  return (
    thresholds.find((maxCost) => allChoices(instance, { ...problem, maxCost } as Problem).length > 0) ?? null
  );
}

/** Rules without which, each alone, some choice would answer at some threshold. */
function rulesToBlame(instance: Instance, problem: Problem): string[] {
  const widest = { ...problem, maxCost: Infinity } as Problem;
  const { sites } = instance;
  const given = problem.limits!;
  const loosened: [string, Instance, Problem][] = [
    ["budget", instance, { ...widest, limits: { ...given, budget: null } } as Problem],
    ["count", instance, { ...widest, limits: { ...given, count: null } } as Problem],
    ["conflicts", { ...instance, sites: { ...sites, conflicts: [] } }, widest],
    ["groups", { ...instance, sites: { ...sites, groups: [] } }, widest],
  ];
  return loosened.filter(([, tried, asked]) => allChoices(tried, asked).length > 0).map(([rule]) => rule);
}

describe("why a question has no answer", { timeout: 120_000 }, () => {
  it.each(Object.keys(kinds))("names points out of reach, the smallest threshold, or a rule (%s)", (kind) => {
    const seen = { threshold: 0, rule: 0, unreachable: 0 };
    fc.assert(
      fc.property(
        arbitraryInstance({ maxSites: 5, maxDemand: 6, densities: [4, 7, 10] }).chain((instance) =>
          fc.tuple(fc.constant(instance), kinds[kind]!(instance)),
        ),
        ([instance, problem]) => {
          const answer = solveOrFault(() => solver.solve(instance, problem));
          if (answer === null || answer.status !== "infeasible") return;
          expect(allChoices(instance, problem)).toEqual([]);
          const { unreachable, smallestMaxCost, rule } = answer.infeasibility!;
          const mustCover = kind !== "mclp" && !(problem.kind === "bclp" && !problem.isFirstCoverRequired);
          const costs = denseCosts(instance);
          const outOfReach = [...instance.weight.keys()].filter((i) =>
            costs.every(
              (row, j) => instance.sites.status[j] === 2 || row[i]! > problem.maxCost! || row[i] === Infinity,
            ),
          );
          expect(unreachable).toEqual(mustCover ? outOfReach : []);
          const threshold = mustCover ? smallestThreshold(instance, problem) : null;
          expect(smallestMaxCost).toBe(threshold);
          if (threshold !== null) {
            expect(rule).toBeNull();
            seen.threshold++;
          }
          if (rule !== null) {
            expect(rulesToBlame(instance, problem)).toContain(rule);
            seen.rule++;
          } else if (threshold === null && unreachable.length === 0) {
            expect(rulesToBlame(instance, problem)).toEqual([]);
          }
          if (unreachable.length > 0) seen.unreachable++;
        },
      ),
      { numRuns: 600, seed: 11 },
    );
    expect(seen.rule).toBeGreaterThan(3);
    if (kind === "mclp") return;
    expect(seen.threshold).toBeGreaterThan(20);
    expect(seen.unreachable).toBeGreaterThan(20);
  });
});
