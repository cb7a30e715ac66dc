/** The rules of a multi-period question as whole-numbered rows over columns y_jt = site j is open by year t. */
import { conflictCliques } from "../covering/site-rules.ts";
import type { Periods } from "./periods.ts";
import { lastYearRules } from "./undominated.ts";

export interface PeriodRow {
  readonly lower: number;
  readonly upper: number;
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

/** Money of a year: amount k stands for y[plus[k]] − y[minus[k]], without the latter where it is −1. */
export interface Knapsack {
  readonly price: readonly number[];
  readonly most: number;
  readonly plus: readonly number[];
  readonly minus: readonly number[];
}

export interface PeriodRows {
  readonly rows: readonly PeriodRow[];
  readonly knapsacks: readonly Knapsack[];
  /** Of all columns; 0 where a site cannot be open by that year, whatever is chosen. */
  readonly upper: Float64Array;
  readonly counts: readonly CountColumns[];
}

/**
 * Columns u_1 ≥ u_2 ≥ … of a year: u_n = at least n sites are open by then. To branch on one closes far more than on a site
 * where prices differ, since parts of sites are how the relaxation spends the last of the money.
 */
export interface CountColumns {
  readonly year: number;
  readonly first: number;
  readonly length: number;
}

/** Column of choosable site number k in year t is k × yearCount + t. */
export function periodRows(periods: Periods): PeriodRows {
  const { yearCount, choosable, money, openings, isCarriedOver } = periods;
  const rows: PeriodRow[] = [];
  const knapsacks: Knapsack[] = [];
  const siteColumns = choosable.length * yearCount;
  const upper = new Float64Array(siteColumns).fill(1);
  const counts: CountColumns[] = [];
  let columnCount = siteColumns;
  const all = [...choosable.keys()];
  const unit = commonDivisor(choosable.map((j) => periods.price[j]!));
  const price = choosable.map((j) => periods.price[j]! / unit);
  const years = Array.from(money, (_, t) => t);
  // In units of the prices' common divisor; what is no whole number of them buys nothing more.
  const saved = years.map((t) => sumTo(money, t));
  const most = (isCarriedOver ? saved : [...money]).map((m) => Math.floor(m / unit));
  const y = (k: number, t: number) => k * yearCount + t;
  const least = (columns: readonly number[], values: readonly number[], limit: number) => {
    if (columns.length > 0 && limit < Infinity)
      rows.push({ lower: Number.NEGATIVE_INFINITY, upper: limit, columns, values });
  };

  for (const k of all) {
    let isPayable = false;
    for (const t of years) {
      const canOpen = price[k]! <= most[t]! && openings[t]! > 0;
      isPayable ||= canOpen;
      if (!isPayable) upper[y(k, t)] = 0;
      if (t > 0)
        rows.push({
          lower: 0,
          upper: canOpen ? Number.POSITIVE_INFINITY : 0,
          columns: [y(k, t), y(k, t - 1)],
          values: [1, -1],
        });
    }
  }

  /** Σ amount_k × (opened in year t) ≤ limit. */
  const ofYear = (t: number, limit: number, amount: readonly number[]) => {
    const own = all.filter((k) => amount[k]! > 0 && upper[y(k, t)]! > 0);
    const before = t === 0 ? [] : own.filter((k) => upper[y(k, t - 1)]! > 0);
    least(
      [...own.map((k) => y(k, t)), ...before.map((k) => y(k, t - 1))],
      [...own.map((k) => amount[k]!), ...before.map((k) => -amount[k]!)],
      limit,
    );
  };
  /** Σ amount_k × (open by year t) ≤ limit. */
  const byYear = (t: number, limit: number, amount: readonly number[]) => {
    const own = all.filter((k) => amount[k]! > 0 && upper[y(k, t)]! > 0);
    least(
      own.map((k) => y(k, t)),
      own.map((k) => amount[k]!),
      limit,
    );
  };
  const ones = all.map(() => 1);
  const cheapestFirst = price.toSorted((a, b) => a - b);
  const arePricesAlike = cheapestFirst[0] === cheapestFirst.at(-1);
  let mostSoFar = 0;
  for (const t of years) {
    const limit = most[t]!;
    if (isCarriedOver) byYear(t, limit, price);
    else ofYear(t, limit, price);
    if (limit < Infinity) {
      const own = all.filter((k) => price[k]! > 0 && upper[y(k, t)]! > 0);
      knapsacks.push({
        price: own.map((k) => price[k]!),
        most: limit,
        plus: own.map((k) => y(k, t)),
        minus: own.map((k) => (isCarriedOver || t === 0 ? -1 : y(k, t - 1))),
      });
    }
    // However the money is spent, it buys no more sites than the cheapest ones: that cuts off parts of sites.
    const bought = isCarriedOver ? Infinity : sitesFor(limit, cheapestFirst);
    const opened = Math.min(openings[t]!, bought);
    if (opened < all.length) ofYear(t, opened, ones);
    mostSoFar += opened;
    const together = sitesFor(Math.floor(saved[t]! / unit), cheapestFirst);
    if (together < Math.min(mostSoFar, all.length)) byYear(t, together, ones);
    mostSoFar = Math.min(mostSoFar, together);
    if (mostSoFar >= all.length || mostSoFar === 0 || arePricesAlike) continue;
    counts.push({ year: t, first: columnCount, length: mostSoFar });
    const us = Array.from({ length: mostSoFar }, (_, n) => columnCount + n);
    const columns = [...all.map((k) => y(k, t)), ...us];
    rows.push({
      lower: 0,
      upper: 0,
      columns,
      values: columns.map((column) => (column < siteColumns ? 1 : -1)),
    });
    for (const u of us.slice(1)) least([u, u - 1], [1, -1], 0);
    columnCount += mostSoFar;
  }

  const last = yearCount - 1;
  const rules = lastYearRules(periods);
  for (const clique of conflictCliques(rules))
    least(
      clique.map((k) => y(k, last)),
      clique.map(() => 1),
      1,
    );
  for (const group of rules.groups)
    rows.push({
      lower: 1,
      upper: Number.POSITIVE_INFINITY,
      columns: group.map((k) => y(k, last)),
      values: group.map(() => 1),
    });
  const everyUpper = new Float64Array(columnCount).fill(1);
  everyUpper.set(upper);
  return { rows, knapsacks, upper: everyUpper, counts };
}

/** How many sites the money buys at most. */
function sitesFor(money: number, cheapestFirst: readonly number[]): number {
  let [count, spent] = [0, 0];
  while (count < cheapestFirst.length && spent + cheapestFirst[count]! <= money)
    spent += cheapestFirst[count++]!;
  return count;
}

function sumTo(amounts: Float64Array, t: number): number {
  let sum = 0;
  for (let s = 0; s <= t; s++) sum += amounts[s]!;
  return sum;
}

/** Of whole numbers; 1 where all are 0. */
function commonDivisor(amounts: readonly number[]): number {
  let divisor = 0;
  for (const amount of amounts) {
    let [a, b] = [divisor, amount];
    while (b > 0) [a, b] = [b, a % b];
    divisor = a;
  }
  return divisor || 1;
}
