/** Set covers left to HiGHS's tree: as cheap as the best of all sets of sites, under rules, and no other than branching finds. */
import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { coverSetsOf } from "../src/covering/cover-sets.ts";
import { solveSetCoverProgram } from "../src/covering/set-cover-program.ts";
import { proveSetCover } from "../src/covering/set-cover-proof.ts";
import type { SiteRules } from "../src/covering/site-rules.ts";
import { type Highs, loadHighs } from "../src/highs/load.ts";
import type { SetCover } from "../src/presolve/set-cover-reduction.ts";
import { startWatch } from "../src/watch.ts";
import { steinerTriples } from "./published-set-covers.ts";

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

const watch = startWatch();
const report = () => {};

/** Up to ten sites as bit sets over up to twelve points, prices, and rules that bite now and then. */
const arbitraryCover = fc
  .tuple(fc.integer({ min: 2, max: 10 }), fc.integer({ min: 1, max: 12 }))
  .chain(([siteCount, pointCount]) =>
    fc.record({
      pointCount: fc.constant(pointCount),
      bits: fc.array(fc.nat({ max: 2 ** pointCount - 1 }), { minLength: siteCount, maxLength: siteCount }),
      price: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: siteCount, maxLength: siteCount }),
      count: fc.option(fc.integer({ min: 1, max: 5 })),
      budget: fc.option(fc.integer({ min: 0, max: 12 })),
      rivals: fc.option(fc.tuple(fc.nat({ max: siteCount - 1 }), fc.nat({ max: siteCount - 1 }))),
    }),
  );
type Drawn = typeof arbitraryCover extends fc.Arbitrary<infer T> ? T : never;

function coverOf({ pointCount, bits, price, count, budget, rivals }: Drawn): SetCover {
  const pointsOf = bits.map((set) => range(pointCount).filter((i) => (set >> i) & 1));
  const firstPair = new Uint32Array(bits.length + 1);
  pointsOf.forEach((points, j) => {
    firstPair[j + 1] = firstPair[j]! + points.length;
  });
  const demandOf = Uint32Array.from(pointsOf.flat());
  const cost = new Float64Array(demandOf.length);
  const costs = { siteCount: bits.length, demandCount: pointCount, firstPair, demandOf, cost };
  const conflicts: number[][] = bits.map(() => []);
  if (rivals && rivals[0] !== rivals[1]) {
    conflicts[rivals[0]]!.push(rivals[1]);
    conflicts[rivals[1]]!.push(rivals[0]);
  }
  const rules: SiteRules = {
    siteCount: bits.length,
    count,
    budget,
    price: Float64Array.from(price),
    conflicts,
    groups: [],
  };
  return { sets: coverSetsOf(costs, 0, range(bits.length), range(pointCount)), rules };
}

const range = (length: number) => Array.from({ length }, (_, k) => k);

/** Least price of all sets of sites that cover every point within the rules; null where none does. */
function leastPrice({ pointCount, bits, price, count, budget, rivals }: Drawn): number | null {
  let least: number | null = null;
  for (let choice = 0; choice < 2 ** bits.length; choice++) {
    const sites = range(bits.length).filter((j) => (choice >> j) & 1);
    const covered = sites.reduce((union, j) => union | bits[j]!, 0);
    const spent = sites.reduce((sum, j) => sum + price[j]!, 0);
    if (covered !== 2 ** pointCount - 1) continue;
    if (sites.length > (count ?? Infinity) || spent > (budget ?? Infinity)) continue;
    if (rivals && rivals[0] !== rivals[1] && rivals.every((j) => sites.includes(j))) continue;
    if (least === null || spent < least) least = spent;
  }
  return least;
}

test("HiGHS's program costs as little as the best of all sets, and proves it", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(arbitraryCover, (drawn) => {
      const least = leastPrice(drawn);
      const worth = (sites: readonly number[]) => -sites.reduce((sum, j) => sum + drawn.price[j]!, 0);
      const task = { watch, incumbent: null, bound: 0, valueOf: worth, report };
      const { cover, bound } = solveSetCoverProgram(highs, coverOf(drawn), task);
      expect(cover === null ? null : cover.value + 0).toBe(least === null ? null : -least + 0);
      expect(bound + 0).toBe(least === null ? -Infinity : -least + 0);
    }),
    { numRuns: 400 },
  );
});

test("a proof without any patience ends with the same price", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(arbitraryCover, (drawn) => {
      const least = leastPrice(drawn);
      const proof = proveSetCover(highs, coverOf(drawn), { watch, start: null, patience: 0, report });
      expect(proof.isInfeasible).toBe(least === null);
      if (least === null) return;
      expect(proof.cover!.value + 0).toBe(-least + 0);
      expect(proof.bound + 0).toBe(-least + 0);
    }),
    { numRuns: 400 },
  );
});

test("a symmetric cover that branching gives up on is proven by HiGHS, and a stop leaves a true bound", {
  timeout: 60_000,
}, () => {
  const { costs } = steinerTriples(27);
  const sets = coverSetsOf(costs, 0, range(costs.siteCount), range(costs.demandCount));
  const conflicts = range(27).map(() => []);
  const price = new Float64Array(27).fill(1);
  const rules = { siteCount: 27, count: null, budget: null, price, conflicts, groups: [] };
  const bounds: number[] = [];
  const proof = proveSetCover(
    highs,
    { sets, rules },
    { watch, start: null, patience: 10, report: (_, bound) => bounds.push(bound) },
  );
  expect(proof).toMatchObject({ bound: -18, cover: { value: -18 } });
  expect(bounds.every((bound) => bound >= -18)).toBe(true);

  let isStopped = false;
  const stopped = proveSetCover(
    highs,
    { sets, rules },
    {
      watch: startWatch({ shouldStop: () => isStopped }),
      start: null,
      patience: 0,
      report: (value) => {
        isStopped ||= value === -18;
      },
    },
  );
  expect(stopped.cover?.value).toBe(-18);
  expect(stopped.bound).toBeGreaterThanOrEqual(-18);
});
