/** The parts of the proof, each alone, against every 0/1 point of small programs of whole numbers. */
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { type Highs, loadHighs } from "../src/highs/load.ts";
import { type LinearModel, LinearModelBuilder } from "../src/highs/mip.ts";
import { safeBound } from "../src/safe-bound.ts";
import { branchAndBound } from "../src/unit-program/branch-and-bound.ts";
import { withBudgetCuts } from "../src/unit-program/budget-cuts.ts";
import { fixColumns } from "../src/unit-program/fix-columns.ts";
import { orderTwins } from "../src/unit-program/order-twins.ts";
import { shrink } from "../src/unit-program/shrink.ts";

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

/** Covers with a budget: y_j whole, z_i ≤ Σ y_j of its set, some pairs apart, some rows of any sign. */
interface Sketch {
  readonly prices: readonly number[];
  readonly covers: readonly { readonly weight: number; readonly by: readonly number[] }[];
  readonly apart: readonly (readonly [number, number])[];
  readonly odd: readonly (readonly number[])[];
  readonly budget: number;
}

const sketches = fc.integer({ min: 2, max: 7 }).chain((count) => {
  const j = fc.integer({ min: 0, max: count - 1 });
  return fc.record({
    prices: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: count, maxLength: count }),
    covers: fc.array(
      fc.record({
        weight: fc.integer({ min: 0, max: 12 }),
        by: fc.uniqueArray(j, { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 7 },
    ),
    apart: fc.array(fc.tuple(j, j), { maxLength: 2 }),
    odd: fc.array(fc.array(fc.integer({ min: -2, max: 2 }), { minLength: count, maxLength: count }), {
      maxLength: 1,
    }),
    budget: fc.integer({ min: 0, max: 30 }),
  });
});

function modelOf({ prices, covers, apart, odd, budget }: Sketch): LinearModel {
  const builder = new LinearModelBuilder("maximise");
  for (const _ of prices) builder.column(0, 0, 1, true);
  builder.row(-Infinity, budget, [...prices.keys()], prices);
  for (const { weight, by } of covers) {
    const z = builder.column(weight, 0, 1);
    builder.row(-Infinity, 0, [z, ...by], [1, ...by.map(() => -1)]);
  }
  for (const [j, k] of apart) if (j !== k) builder.row(-Infinity, 1, [j, k], 1);
  for (const row of odd) builder.row(-1, Infinity, [...row.keys()], row);
  return builder.build();
}

/** Worth of a choice by the sketch alone; null where it breaks a rule. */
function worthOf(
  { prices, covers, apart, odd, budget }: Sketch,
  isSet: (j: number) => boolean,
): number | null {
  const sum = (row: readonly number[]) => row.reduce((total, a, j) => (isSet(j) ? total + a : total), 0);
  const isFair =
    sum(prices) <= budget &&
    apart.every(([j, k]) => j === k || !(isSet(j) && isSet(k))) &&
    odd.every((row) => sum(row) >= -1);
  if (!isFair) return null;
  return covers.reduce((total, { weight, by }) => (by.some(isSet) ? total + weight : total), 0);
}

function bestOf(sketch: Sketch): number {
  let best = Number.NEGATIVE_INFINITY;
  for (let mask = 0; mask < 2 ** sketch.prices.length; mask++)
    best = Math.max(best, worthOf(sketch, (j) => ((mask >> j) & 1) === 1) ?? Number.NEGATIVE_INFINITY);
  return best;
}

const multipliers = fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 20, maxLength: 20 });

it("fixed and shrunk, a program keeps every choice better than the incumbent", () => {
  fc.assert(
    fc.property(sketches, multipliers, fc.integer({ min: 0, max: 60 }), (sketch, dual, incumbent) => {
      const model = modelOf(sketch);
      const [lower, upper] = [model.lower.slice(), model.upper.slice()];
      fixColumns(model, safeBound(model, dual)!, incumbent, lower, upper);
      const best = bestOf(sketch);
      const core = shrink(model, lower, upper);
      const reached = core
        ? branched(sketch, core.model, incumbent - core.constant, core.columns, core.settled) + core.constant
        : incumbent;
      expect(reached).toBe(Math.max(best, incumbent));
    }),
    { numRuns: 400 },
  );
});

it("ordered and cut, a program has the same best", () => {
  let cutCount = 0;
  fc.assert(
    fc.property(sketches, (sketch) => {
      const model = modelOf(sketch);
      const ordered = orderTwins(model);
      const cut = withBudgetCuts(highs, ordered, () => false);
      cutCount += cut.rowCount - ordered.rowCount;
      const columns = Int32Array.from(model.cost.keys());
      expect(branched(sketch, cut, -1, columns, model.lower)).toBe(Math.max(-1, bestOf(sketch)));
    }),
    { numRuns: 400 },
  );
  expect(cutCount).toBeGreaterThan(100);
});

it("every whole choice within a budget keeps its cuts", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 3, maxLength: 9 }),
      fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 9, maxLength: 9 }),
      fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      (prices, worths, share) => {
        const budget = Math.floor(share * prices.reduce((sum, price) => sum + price, 0));
        const builder = new LinearModelBuilder("maximise");
        for (const j of prices.keys()) builder.column(worths[j]!, 0, 1, true);
        builder.row(-Infinity, budget, [...prices.keys()], prices);
        const cut = withBudgetCuts(highs, builder.build(), () => false);
        for (let mask = 0; mask < 2 ** prices.length; mask++) {
          const isSet = (j: number) => ((mask >> j) & 1) === 1;
          if (prices.reduce((sum, price, j) => (isSet(j) ? sum + price : sum), 0) > budget) continue;
          for (let r = 0; r < cut.rowCount; r++) {
            let activity = 0;
            for (let k = cut.firstEntry[r]!; k < cut.firstEntry[r + 1]!; k++)
              if (isSet(cut.columnOf[k]!)) activity += cut.value[k]!;
            expect(activity).toBeLessThanOrEqual(cut.rowUpper[r]!);
          }
        }
      },
    ),
    { numRuns: 300 },
  );
});

function branched(
  sketch: Sketch,
  model: LinearModel,
  incumbent: number,
  columns: Int32Array,
  settled: Float64Array,
): number {
  let best = incumbent;
  const constant = settled.reduce(
    (sum, x, j) => sum + x * (j < sketch.prices.length ? 0 : sketch.covers[j - sketch.prices.length]!.weight),
    0,
  );
  const isOver = () => false;
  return branchAndBound(highs, model, {
    incumbent,
    isOver,
    secondsLeft: () => 60,
    accept(x) {
      const all = settled.slice();
      columns.forEach((j, k) => {
        all[j] = x[k]!;
      });
      const worth = worthOf(sketch, (j) => all[j]! >= 0.5);
      if (worth === null || worth - constant <= best) return null;
      best = worth - constant;
      return best;
    },
  });
}
