/** Inequalities over one budget, against every set that the budget pays. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { loadHighs } from "../src/highs/load.ts";
import { knapsackCut } from "../src/multi-period/knapsack-cut.ts";

const highs = await loadHighs();

/** Sites of every set that the budget pays. */
function payableSets(price: readonly number[], budget: number): number[][] {
  const sets: number[][] = [];
  for (let code = 0; code < 2 ** price.length; code++) {
    const set = [...price.keys()].filter((k) => (code >> k) % 2 === 1);
    if (set.reduce((sum, k) => sum + price[k]!, 0) <= budget) sets.push(set);
  }
  return sets;
}

it("is kept by every set that can be paid, and broken by the fractional choice", () => {
  let found = 0;
  fc.assert(
    fc.property(
      fc.array(fc.record({ price: fc.integer({ min: 1, max: 40 }), share: fc.nat(10) }), {
        minLength: 2,
        maxLength: 9,
      }),
      fc.integer({ min: 5, max: 120 }),
      (sites, budget) => {
        const price = sites.map((site) => site.price);
        // As a linear program spends: in order, the last site in part.
        let left = budget;
        const x = sites.map((site) => {
          const part =
            site.price > budget ? 0 : (Math.min(1, left / site.price) * (10 - (site.share % 3))) / 10;
          left -= part * site.price;
          return part;
        });
        const cut = knapsackCut(highs, price, budget, x);
        if (!cut) return;
        found++;
        const sumOf = (shares: (k: number) => number) =>
          cut.coefficient.reduce((sum, a, k) => sum + a * shares(k), 0);
        expect(cut.coefficient.every((a) => Number.isInteger(a) && a >= 0)).toBe(true);
        const sums = payableSets(price, budget).map((set) => sumOf((k) => (set.includes(k) ? 1 : 0)));
        expect(Math.max(...sums)).toBe(cut.most);
        expect(sumOf((k) => x[k]!)).toBeGreaterThan(cut.most);
      },
    ),
    { numRuns: 300 },
  );
  expect(found).toBeGreaterThan(50);
}, 30_000);

it("finds none where the choice is made of sets that can be paid", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 3, maxLength: 8 }),
      fc.integer({ min: 10, max: 90 }),
      fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
      (price, budget, picks) => {
        const sets = payableSets(price, budget);
        const mixed = picks.map((pick) => sets[pick % sets.length]!);
        const x = price.map((_, k) => mixed.filter((set) => set.includes(k)).length / mixed.length);
        expect(knapsackCut(highs, price, budget, x)).toBeNull();
      },
    ),
    { numRuns: 150 },
  );
}, 30_000);

it("says of three sites of which the money pays two that no more than two open", () => {
  expect(knapsackCut(highs, [30, 31, 32, 29], 65, [0.7, 0.7, 0.7, 0])).toEqual({
    coefficient: Float64Array.of(1, 1, 1, 1),
    most: 2,
  });
});
