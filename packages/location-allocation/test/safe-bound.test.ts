/** Bounds in exact arithmetic are never on the wrong side, whatever multipliers they are made of. */
import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { MaxCoverMaster } from "../src/covering/max-cover-master.ts";

import { type Highs, LinearModelBuilder, loadHighs, solveLp, startWatch } from "../src/index.ts";
import { fixedByReducedCost, provesInfeasible, safeBound, type WholeModel } from "../src/safe-bound.ts";
import { bestOf, maxCoverOf } from "./max-covers.ts";

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

interface Drawn {
  readonly model: WholeModel;
  readonly rows: readonly {
    readonly lower: number;
    readonly upper: number;
    readonly values: readonly number[];
  }[];
  readonly multipliers: readonly number[];
}

/** Up to four columns of up to four values, up to three rows; coefficients small or far beyond what doubles add exactly. */
const drawn: fc.Arbitrary<Drawn> = fc
  .record({
    columns: fc.integer({ min: 1, max: 4 }),
    rows: fc.nat({ max: 3 }),
    size: fc.constantFrom(1, 1000, 2 ** 40),
  })
  .chain(({ columns, rows, size }) => {
    const coefficient = fc.integer({ min: -9, max: 9 }).map((x) => x * size + Math.sign(x));
    return fc.record({
      isMaximised: fc.boolean(),
      cost: fc.array(coefficient, { minLength: columns, maxLength: columns }),
      upper: fc.array(fc.nat({ max: 3 }), { minLength: columns, maxLength: columns }),
      rows: fc.array(
        fc.record({
          values: fc.array(coefficient, { minLength: columns, maxLength: columns }),
          limit: fc.integer({ min: -5, max: 20 }).map((x) => x * size),
          side: fc.constantFrom("upper", "lower", "both"),
        }),
        { minLength: rows, maxLength: rows },
      ),
      multipliers: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
        minLength: rows,
        maxLength: rows,
      }),
    });
  })
  .map(({ isMaximised, cost, upper, rows, multipliers }) => {
    const builder = new LinearModelBuilder(isMaximised ? "maximise" : "minimise");
    cost.forEach((c, j) => void builder.column(c, 0, upper[j]!));
    const limits = rows.map(({ values, limit, side }) => ({
      values,
      lower: side === "upper" ? -Infinity : limit,
      upper: side === "lower" ? Infinity : limit + (side === "both" ? 7 * Math.abs(limit) : 0),
    }));
    for (const { lower, upper: most, values } of limits) builder.row(lower, most, [...values.keys()], values);
    return { model: builder.build(), rows: limits, multipliers };
  });

/** Every whole point within the limits with its exact value. */
function pointsOf({ model, rows }: Drawn): { x: number[]; value: bigint }[] {
  const points: { x: number[]; value: bigint }[] = [];
  const dot = (a: ArrayLike<number>, x: readonly number[]) =>
    x.reduce((sum, xj, j) => sum + BigInt(a[j]!) * BigInt(xj), 0n);
  const visit = (x: number[]): void => {
    if (x.length < model.columnCount) {
      for (let value = 0; value <= model.upper[x.length]!; value++) visit([...x, value]);
      return;
    }
    const isWithin = rows.every(({ lower, upper, values }) => {
      const activity = dot(values, x);
      return (
        (lower === -Infinity || activity >= BigInt(lower)) &&
        (upper === Infinity || activity <= BigInt(upper))
      );
    });
    if (isWithin) points.push({ x, value: dot(model.cost, x) });
  };
  visit([]);
  return points;
}

/** The bound by its formula, in BigInt alone, of multipliers in units of 2⁻ˢʰⁱᶠᵗ. */
function boundByFormula({ model, rows, multipliers }: Drawn, shift: number): bigint {
  const isMaximised = model.sense === "maximise";
  const reduced = Array.from(model.cost, (c) => BigInt(c) << BigInt(shift));
  let bound = 0n;
  rows.forEach(({ lower, upper, values }, r) => {
    const multiplier = BigInt(Math.round(multipliers[r]! * 2 ** shift));
    const limit = multiplier > 0n === isMaximised ? upper : lower;
    if (multiplier === 0n || !Number.isFinite(limit)) return;
    bound += multiplier * BigInt(limit);
    values.forEach((value, j) => {
      reduced[j]! -= multiplier * BigInt(value);
    });
  });
  reduced.forEach((d, j) => {
    if (d > 0n === isMaximised) bound += d * BigInt(model.upper[j]!);
  });
  return bound;
}

test("equals the formula in big integers, and no whole point is better", () => {
  fc.assert(
    fc.property(drawn, (given) => {
      const bound = safeBound(given.model, given.multipliers);
      if (!bound) throw new Error("All limits that count are finite.");
      expect(bound.scaled).toBe(boundByFormula(given, bound.shift));
      for (const { value } of pointsOf(given)) {
        if (given.model.sense === "maximise") expect(value <= BigInt(bound.whole)).toBe(true);
        else expect(value >= BigInt(bound.whole)).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});

test("fixes no column away from a better point", () => {
  fc.assert(
    fc.property(drawn, fc.integer({ min: -20, max: 20 }), (given, incumbent) => {
      const { model, multipliers } = given;
      const bound = safeBound(model, multipliers);
      if (!bound) return;
      const { sense, lower, upper } = model;
      const fixed = fixedByReducedCost(bound, { sense, incumbent, lower, upper });
      for (const { x, value } of pointsOf(given)) {
        const isBetter = sense === "maximise" ? value > BigInt(incumbent) : value < BigInt(incumbent);
        if (!isBetter) continue;
        fixed.forEach((side, j) => {
          if (side !== 0) expect(x[j]).toBe(side === 1 ? upper[j] : lower[j]);
        });
      }
    }),
    { numRuns: 2000 },
  );
});

test("calls nothing infeasible that has a point, and what HiGHS finds infeasible mostly is shown to be", () => {
  let shown = 0;
  let infeasible = 0;
  fc.assert(
    fc.property(drawn, (given) => {
      if (provesInfeasible(given.model, given.multipliers)) expect(pointsOf(given)).toEqual([]);
      if (given.model.cost.some((c) => Math.abs(c) > 1e6) || given.rows.length === 0) return;
      if (solveLp(highs, given.model).status !== "infeasible") return;
      infeasible++;
      if (
        given.rows.some((_, r) =>
          [1, -1].some((sign) => provesInfeasible(given.model, unit(given.rows.length, r, sign))),
        )
      )
        shown++;
    }),
    { numRuns: 500 },
  );
  expect(infeasible).toBeGreaterThan(20);
  expect(shown).toBeGreaterThan(infeasible / 2);
});

const unit = (length: number, at: number, sign: number) =>
  Array.from({ length }, (_, k) => (k === at ? sign : 0));

test("bounds maximal covering from above at every round of cuts, close to the relaxation's own value", () => {
  const set = fc.uniqueArray(fc.nat({ max: 11 }), { maxLength: 6 });
  const problem = fc.record({
    sets: fc.array(set, { minLength: 3, maxLength: 8 }),
    count: fc.integer({ min: 1, max: 3 }),
  });
  const weights = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(problem, weights, ({ sets, count }, weight) => {
      const cover = maxCoverOf(sets, weight, count);
      const best = bestOf(sets, weight, count);
      const master = new MaxCoverMaster(highs, cover);
      try {
        master.cover(new Float64Array(sets.length));
        master.addCuts(null);
        const watch = startWatch();
        for (let round = 0; round < 50; round++) {
          const lp = master.solve(watch);
          expect(lp.status).toBe("optimal");
          const bound = master.bound(lp)!;
          expect(bound.whole).toBeGreaterThanOrEqual(best);
          expect(Math.abs(Number(bound.scaled) / 2 ** bound.shift - master.lpValue(lp))).toBeLessThan(1e-3);
          if (master.tighten(lp) === 0) return;
        }
        throw new Error("The cuts did not come to an end.");
      } finally {
        master.dispose();
      }
    }),
    { numRuns: 200 },
  );
});
