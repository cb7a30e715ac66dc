/** The multi-period maximal covering as a program of whole numbers; the formulation stands in `multi-period-mclp.ts`. */
import { type LinearModel, LinearModelBuilder } from "../highs/mip.ts";
import type { Periods } from "./periods.ts";

export interface PeriodModel {
  readonly model: LinearModel;
  /** Year in which each site opens, by the integer columns rounded. */
  opensIn(x: Float64Array): Int32Array;
  /** How much of site j the point opens in that very year. */
  openingOf(x: Float64Array, j: number, t: number): number;
  /** All columns of a plan. */
  columnsOf(opensIn: ArrayLike<number>): Float64Array;
}

export function periodModel(periods: Periods): PeriodModel {
  const { yearCount, siteCount, choosable, price, money, openings, sitesOfClass, weightFrom } = periods;
  const builder = new LinearModelBuilder("maximise");
  const none = Number.NEGATIVE_INFINITY;
  const firstOf = new Int32Array(siteCount).fill(-1);
  for (const j of choosable) {
    for (let t = 0; t < yearCount; t++) {
      const column = builder.column(0, 0, 1, true);
      if (t === 0) firstOf[j] = column;
    }
  }
  const y = (j: number, t: number) => firstOf[j]! + t;
  const covers: { c: number; t: number; column: number }[] = [];
  sitesOfClass.forEach((sites, c) => {
    for (let t = 0; t < yearCount; t++) {
      const weight = weightFrom[c * (yearCount + 1) + t]! - weightFrom[c * (yearCount + 1) + t + 1]!;
      if (weight === 0) continue;
      const column = builder.column(weight, 0, 1);
      covers.push({ c, t, column });
      const own = Array.from(sites, (j) => y(j, t));
      builder.row(none, 0, [column, ...own], [1, ...own.map(() => -1)]);
    }
  });
  for (const j of choosable)
    for (let t = 1; t < yearCount; t++) builder.row(none, 0, [y(j, t - 1), y(j, t)], [1, -1]);

  /** Σ amount_j × (opened in year t) ≤ most. */
  const perYear = (t: number, most: number, amountOf: (j: number) => number) => {
    const own = choosable.filter((j) => amountOf(j) > 0);
    if (own.length === 0 || most === Number.POSITIVE_INFINITY) return;
    const before = t === 0 ? [] : own;
    builder.row(
      none,
      most,
      [...own.map((j) => y(j, t)), ...before.map((j) => y(j, t - 1))],
      [...own.map(amountOf), ...before.map((j) => -amountOf(j))],
    );
  };
  const cheapestFirst = choosable.map((j) => price[j]!).sort((a, b) => a - b);
  let saved = 0;
  for (let t = 0; t < yearCount; t++) {
    if (!periods.isCarriedOver) {
      // However the money is spent, it buys no more sites than the cheapest ones: that cuts off parts of sites.
      perYear(t, Math.min(openings[t]!, sitesFor(money[t]!, cheapestFirst)), () => 1);
      perYear(t, money[t]!, (j) => price[j]!);
      continue;
    }
    perYear(t, openings[t]!, () => 1);
    // Carried over, all that was spent so far is held against all that there was so far.
    saved += money[t]!;
    const own = choosable.filter((j) => price[j]! > 0);
    if (own.length > 0 && saved < Number.POSITIVE_INFINITY)
      builder.row(
        none,
        saved,
        own.map((j) => y(j, t)),
        own.map((j) => price[j]!),
      );
    const most = sitesFor(saved, cheapestFirst);
    if (most < choosable.length)
      builder.row(
        none,
        most,
        choosable.map((j) => y(j, t)),
        1,
      );
  }
  const last = yearCount - 1;
  for (const [j, k] of periods.conflicts) {
    if (periods.isRequired[j] || periods.isRequired[k]) {
      const other = periods.isRequired[j] ? k : j;
      if (firstOf[other]! >= 0) builder.row(none, 0, [y(other, last)], 1);
    } else if (firstOf[j]! >= 0 && firstOf[k]! >= 0) builder.row(none, 1, [y(j, last), y(k, last)], 1);
  }
  for (const group of periods.groups)
    builder.row(
      1,
      Number.POSITIVE_INFINITY,
      group.map((j) => y(j, last)),
      1,
    );
  const model = builder.build();

  return {
    model,
    opensIn(x) {
      const years = new Int32Array(siteCount).fill(yearCount);
      for (const j of choosable) for (let t = last; t >= 0; t--) if (x[y(j, t)]! >= 0.5) years[j] = t;
      return years;
    },
    openingOf: (x, j, t) => x[y(j, t)]! - (t === 0 ? 0 : x[y(j, t - 1)]!),
    columnsOf(opensIn) {
      const x = new Float64Array(model.columnCount);
      for (const j of choosable) for (let t = opensIn[j]!; t < yearCount; t++) x[y(j, t)] = 1;
      for (const { c, t, column } of covers)
        if (sitesOfClass[c]!.some((j) => opensIn[j]! <= t)) x[column] = 1;
      return x;
    },
  };
}

/** How many sites the money buys at most. */
function sitesFor(money: number, cheapestFirst: readonly number[]): number {
  let [count, spent] = [0, 0];
  while (count < cheapestFirst.length && spent + cheapestFirst[count]! <= money)
    spent += cheapestFirst[count++]!;
  return count;
}
