/** A solve that is told to stop while it makes the problem smaller: it asks often, and its answer and bound hold all the same. */
import { beforeAll, expect, test } from "vitest";
import { type CoverSets, coverSetsOf } from "../src/covering/cover-sets.ts";
import { type Instance, loadSolver, type Problem, plainSites, type Solver } from "../src/index.ts";
import { mergeAlikePoints } from "../src/presolve/alike-points.ts";
import { undominatedPoints } from "../src/presolve/dominated-points.ts";
import { undominatedSites } from "../src/presolve/dominated-sites.ts";
import { seededRandom } from "../src/seeded-random.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const siteCount = 200;
const demandCount = 40_000;
const range = (length: number) => Array.from({ length }, (_, k) => k);

/** Sites along a line, each with the points within reach: neighbours share most of theirs. Two million pairs. */
function onALine(): Instance {
  const random = seededRandom(7);
  const place = Float64Array.from({ length: demandCount }, () => random());
  const pointsOf = range(siteCount).map((j) =>
    range(demandCount).filter((i) => Math.abs(place[i]! - (j + 0.5) / siteCount) < 0.14),
  );
  const firstPair = new Uint32Array(siteCount + 1);
  pointsOf.forEach((points, j) => {
    firstPair[j + 1] = firstPair[j]! + points.length;
  });
  const demandOf = Uint32Array.from(pointsOf.flat());
  const costs = { siteCount, demandCount, firstPair, demandOf, cost: new Float64Array(demandOf.length) };
  const weight = Float64Array.from(place, (x) => 1 + Math.floor(9 * x));
  return { costs, weight, sites: plainSites(siteCount) };
}

const instance = onALine();
const sets: CoverSets = coverSetsOf(instance.costs, 0, range(siteCount), range(demandCount));

test("each way of making a problem smaller asks on its way, and leaves it as it is when told to stop", () => {
  const rules = {
    siteCount,
    count: null,
    budget: null,
    price: instance.sites.price,
    conflicts: range(siteCount).map(() => []),
    groups: [],
  };
  const asked = { merge: 0, sites: 0 };
  const count = (what: keyof typeof asked) => () => {
    asked[what]++;
    return false;
  };
  const merged = mergeAlikePoints(sets, instance.weight, undefined, count("merge"));
  expect(merged.sets.pointCount).toBeLessThan(1000);
  undominatedSites({ sets, rules }, count("sites"));
  expect(asked.merge).toBeGreaterThanOrEqual(3);
  expect(asked.sites).toBeGreaterThanOrEqual(2);

  const stop = () => true;
  expect(mergeAlikePoints(sets, instance.weight, undefined, stop).sets).toBe(sets);
  expect(undominatedSites({ sets, rules }, stop)).toEqual(range(siteCount));
  expect(undominatedPoints(sets, stop)).toEqual(range(demandCount));
});

test.each<Problem>([
  { kind: "mclp", maxCost: 0, limits: { count: 2, budget: null } },
  { kind: "lscp", maxCost: 0 },
])(
  "an answer of $kind stopped at any of its first askings is a choice, and its bound holds",
  {
    timeout: 60_000,
  },
  (problem) => {
    const best = solver.solve(instance, problem);
    expect(best.status).toBe("optimal");
    for (let askings = 0; askings < 12; askings++) {
      let asked = 0;
      const answer = solver.solve(instance, problem, { shouldStop: () => asked++ >= askings });
      if (answer.objective === null || answer.bound === null) continue;
      const covered = new Uint8Array(demandCount);
      for (const j of answer.sites)
        for (let k = instance.costs.firstPair[j]!; k < instance.costs.firstPair[j + 1]!; k++)
          covered[instance.costs.demandOf[k]!] = 1;
      const weight = instance.weight.reduce((sum, w, i) => sum + w * covered[i]!, 0);
      if (problem.kind === "mclp") {
        expect(answer.objective).toBe(weight);
        expect(answer.sites.length).toBeLessThanOrEqual(2);
        expect(answer.bound).toBeGreaterThanOrEqual(best.objective!);
      } else {
        expect(covered.includes(0)).toBe(false);
        expect(answer.objective).toBe(answer.sites.length);
        expect(answer.bound).toBeLessThanOrEqual(best.objective!);
      }
    }
  },
);
