/** Multi-period covering against every way to spread openings over the years. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import {
  CANDIDATE,
  FORBIDDEN,
  type Instance,
  loadSolver,
  type MultiPeriodProblem,
  REQUIRED,
  type Solver,
  solveMultiPeriod,
} from "../src/index.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

interface Sketch {
  readonly status: readonly number[];
  readonly price: readonly number[];
  /** Sites that cover each demand point. */
  readonly covering: readonly (readonly number[])[];
  /** Weight of each demand point per year. */
  readonly weights: readonly (readonly number[])[];
  readonly years: readonly { readonly budget: number | null; readonly count: number | null }[];
  readonly isCarriedOver: boolean;
  readonly conflicts: readonly (readonly [number, number])[];
  readonly groups: readonly (readonly number[])[];
}

const sketches = fc
  .record({ siteCount: fc.integer({ min: 1, max: 5 }), yearCount: fc.integer({ min: 1, max: 3 }) })
  .chain(({ siteCount, yearCount }) => {
    const site = fc.integer({ min: 0, max: siteCount - 1 });
    const demandCount = 6;
    const ofSites = <T>(each: fc.Arbitrary<T>) =>
      fc.array(each, { minLength: siteCount, maxLength: siteCount });
    return fc.record({
      status: ofSites(fc.constantFrom(CANDIDATE, CANDIDATE, CANDIDATE, CANDIDATE, REQUIRED, FORBIDDEN)),
      price: ofSites(fc.integer({ min: 0, max: 12 }).map((n) => n / 2)),
      covering: fc.array(fc.uniqueArray(site, { maxLength: 3 }), {
        minLength: demandCount,
        maxLength: demandCount,
      }),
      weights: fc.array(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: demandCount, maxLength: demandCount }),
        { minLength: yearCount, maxLength: yearCount },
      ),
      years: fc.array(
        fc.record({
          budget: fc.option(fc.integer({ min: 0, max: 12 })),
          count: fc.option(fc.integer({ min: 0, max: 3 })),
        }),
        { minLength: yearCount, maxLength: yearCount },
      ),
      isCarriedOver: fc.boolean(),
      conflicts: fc.array(
        fc.tuple(site, site).filter(([j, k]) => j !== k),
        { maxLength: siteCount > 1 ? 2 : 0 },
      ),
      groups: fc.array(fc.uniqueArray(site, { minLength: 1, maxLength: 3 }), { maxLength: 2 }),
    });
  });

function questionOf(sketch: Sketch): readonly [Instance, MultiPeriodProblem] {
  const { status, price, covering, weights, years, isCarriedOver, conflicts, groups } = sketch;
  const demandOf: number[] = [];
  const firstPair = [0];
  for (const j of status.keys()) {
    covering.forEach((sites, i) => {
      if (sites.includes(j)) demandOf.push(i);
    });
    firstPair.push(demandOf.length);
  }
  const instance: Instance = {
    costs: {
      siteCount: status.length,
      demandCount: covering.length,
      firstPair: Uint32Array.from(firstPair),
      demandOf: Uint32Array.from(demandOf),
      cost: new Float64Array(demandOf.length).fill(3),
    },
    weight: Float64Array.from(weights[0]!),
    sites: { status: Uint8Array.from(status), price: Float64Array.from(price), conflicts, groups },
  };
  const perYear = weights.map((weight) => Float64Array.from(weight));
  return [instance, { maxCost: 5, years, isCarriedOver, weights: perYear }];
}

/** Worth of opening site j in year `opensIn[j]` (yearCount = never); null where it breaks a rule. */
function worthOf(sketch: Sketch, opensIn: readonly number[]): number | null {
  const { status, price, covering, weights, years, isCarriedOver, conflicts, groups } = sketch;
  const isOpen = (j: number, t: number) => opensIn[j]! <= t;
  const last = years.length - 1;
  let saved = 0;
  for (const [t, { budget, count }] of years.entries()) {
    const opened = [...opensIn.keys()].filter((j) => opensIn[j] === t);
    const spent = opened.reduce((sum, j) => sum + price[j]!, 0);
    if (count !== null && opened.length > count) return null;
    saved = (isCarriedOver ? saved : 0) + (budget ?? Infinity) - spent;
    if (saved < 0) return null;
  }
  const isFair =
    status.every((one, j) => (one === REQUIRED ? opensIn[j] === 0 : one !== FORBIDDEN || !isOpen(j, last))) &&
    conflicts.every(([j, k]) => !(isOpen(j, last) && isOpen(k, last))) &&
    groups.every((group) => group.some((j) => isOpen(j, last)));
  if (!isFair) return null;
  return weights.reduce(
    (sum, weight, t) =>
      sum +
      covering.reduce((year, sites, i) => (sites.some((j) => isOpen(j, t)) ? year + weight[i]! : year), 0),
    0,
  );
}

function bestOf(sketch: Sketch): number | null {
  const [siteCount, ways] = [sketch.status.length, sketch.years.length + 1];
  let best: number | null = null;
  for (let code = 0; code < ways ** siteCount; code++) {
    const opensIn = Array.from({ length: siteCount }, (_, j) => Math.floor(code / ways ** j) % ways);
    const worth = worthOf(sketch, opensIn);
    if (worth !== null && (best === null || worth > best)) best = worth;
  }
  return best;
}

describe("a multi-period maximal covering", () => {
  it("is the best of all orders of opening, or none where there is none", () => {
    let [solved, refused, infeasible] = [0, 0, 0];
    fc.assert(
      fc.property(sketches, (sketch) => {
        const best = bestOf(sketch);
        let answer: ReturnType<typeof solveMultiPeriod>;
        try {
          answer = solveMultiPeriod(solver, ...questionOf(sketch));
        } catch (fault) {
          expect((fault as Error).name).toBe("InstanceFault");
          expect(best).toBeNull();
          refused++;
          return;
        }
        if (best === null) {
          expect(answer).toMatchObject({ status: "infeasible", objective: null, infeasibleRule: "groups" });
          infeasible++;
          return;
        }
        expect(answer).toMatchObject({ status: "optimal", objective: best, bound: best, gap: 0 });
        const opensIn = sketch.status.map((_, j) => {
          const t = answer.years.findIndex(({ sites }) => sites.includes(j));
          return t < 0 ? sketch.years.length : t;
        });
        expect(worthOf(sketch, opensIn)).toBe(best);
        answer.years.forEach(({ opened, cost }, t) => {
          expect(opened).toEqual([...opensIn.keys()].filter((j) => opensIn[j] === t));
          expect(cost).toBe(opened.reduce((sum, j) => sum + sketch.price[j]!, 0));
        });
        solved++;
      }),
      { numRuns: 800 },
    );
    expect(Math.min(solved, refused, infeasible)).toBeGreaterThan(5);
  }, 30_000);
});

/** Two sites of one year's money each would cover 8; the dear one covers 32 from the year in which it is paid. */
const street = (isCarriedOver: boolean): Sketch => ({
  status: [CANDIDATE, CANDIDATE],
  price: [6, 10],
  covering: [[0], [1]],
  weights: [
    [8, 32],
    [8, 32],
  ],
  years: [
    { budget: 6, count: null },
    { budget: 6, count: null },
  ],
  isCarriedOver,
  conflicts: [],
  groups: [],
});

it("waits for the dear site where money is carried over", () => {
  const kept = solveMultiPeriod(solver, ...questionOf(street(true)));
  expect(kept.years.map(({ opened }) => opened)).toEqual([[], [1]]);
  expect(kept.objective).toBe(32);
  const lost = solveMultiPeriod(solver, ...questionOf(street(false)));
  expect(lost.years.map(({ opened, covered }) => [opened, covered])).toEqual([
    [[0], 8],
    [[], 8],
  ]);
});

it("stops when asked to, with a bound that holds", () => {
  for (const sketch of fc.sample(sketches, { numRuns: 60, seed: 3 })) {
    const best = bestOf(sketch);
    if (best === null) continue;
    const [instance, problem] = questionOf(sketch);
    const answer = solveMultiPeriod(solver, instance, problem, { shouldStop: () => true });
    if (answer.objective === null) expect(answer.status).toBe("unknown");
    else expect(answer.bound).toBeGreaterThanOrEqual(best);
  }
});
