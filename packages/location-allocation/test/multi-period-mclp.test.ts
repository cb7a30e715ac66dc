/** Multi-period covering against every way to spread openings over the years. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { LinearModelBuilder, solveMip } from "../src/highs/mip.ts";
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
import { seededRandom } from "../src/seeded-random.ts";

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

/** The textbook model as it stands in `multi-period-mclp.ts`, a column per point and year, solved by HiGHS alone. */
function textbookBest({ highs }: Solver, sketch: Sketch): number | null {
  const { price, covering, weights, years, isCarriedOver, conflicts, groups } = sketch;
  const builder = new LinearModelBuilder("maximise");
  const y = price.map(() => years.map(() => builder.column(0, 0, 1, true)));
  const atMost = (most: number, columns: number[], values: number[]) =>
    builder.row(-Infinity, most, columns, values);
  weights.forEach((weight, t) => {
    covering.forEach((sites, i) => {
      const z = builder.column(weight[i]!, 0, 1);
      atMost(0, [z, ...sites.map((j) => y[j]![t]!)], [1, ...sites.map(() => -1)]);
    });
  });
  let saved = 0;
  years.forEach(({ budget, count }, t) => {
    const [now, before] = [y.map((of) => of[t]!), t === 0 ? [] : y.map((of) => of[t - 1]!)];
    const opened = [...now, ...before];
    saved += budget ?? Infinity;
    if (count !== null) atMost(count, opened, [...now.map(() => 1), ...before.map(() => -1)]);
    if (isCarriedOver && saved < Infinity) atMost(saved, now, [...price]);
    if (!isCarriedOver && budget !== null)
      atMost(budget, opened, [...price, ...before.map((_, j) => -price[j]!)]);
    before.forEach((column, j) => {
      atMost(0, [column, now[j]!], [1, -1]);
    });
  });
  const last = y.map((of) => of.at(-1)!);
  for (const [j, k] of conflicts) atMost(1, [last[j]!, last[k]!], [1, 1]);
  for (const group of groups) {
    const columns = group.map((j) => last[j]!);
    builder.row(1, Infinity, columns, 1);
  }
  const { status, objective } = solveMip(highs, builder.build());
  return status === "infeasible" ? null : Math.round(objective!);
}

it("is the best where it must branch, by the textbook model", () => {
  const siteCount = 16;
  const random = seededRandom(5);
  const below = (n: number) => Math.floor(random() * n);
  const many = <T>(n: number, of: (k: number) => T) => Array.from({ length: n }, (_, k) => of(k));
  let infeasible = 0;
  for (let round = 0; round < 10; round++) {
    const places = many(siteCount, () => [random(), random()] as const);
    const yearCount = 2 + below(3);
    const points = many(50, () => [random(), random()] as const);
    const isSteady = round % 3 === 0;
    const weight = points.map(() => 1 + below(60));
    const sketch: Sketch = {
      status: places.map(() => CANDIDATE),
      price: places.map(() => 20 + below(25)),
      covering: points.map(([u, v]) =>
        [...places.keys()].filter((j) => Math.hypot(places[j]![0] - u, places[j]![1] - v) < 0.25),
      ),
      weights: many(yearCount, () => (isSteady ? weight : points.map(() => below(60)))),
      years: many(yearCount, () => ({ budget: 40 + below(40), count: below(3) === 0 ? 1 + below(3) : null })),
      isCarriedOver: round % 2 === 0,
      conflicts: many(below(4), () => [below(8), 8 + below(8)] as const),
      groups: many(below(3), () => [below(5), 5 + below(5), 10 + below(6)]),
    };
    const best = textbookBest(solver, sketch);
    const answer = solveMultiPeriod(solver, ...questionOf(sketch));
    if (best === null) {
      expect(answer.status).toBe("infeasible");
      infeasible++;
    } else expect(answer).toMatchObject({ status: "optimal", objective: best, bound: best });
  }
  expect(infeasible).toBeLessThan(5);
}, 60_000);

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
