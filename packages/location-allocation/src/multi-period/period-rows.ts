/** The rules of a multi-period question as whole-numbered rows over columns y_jt = site j is open by year t. */
import { conflictCliques } from "../covering/site-rules.ts";
import type { UpperRow } from "../unit-program/with-rows.ts";
import type { Periods } from "./periods.ts";
import { lastYearRules } from "./undominated.ts";

export interface PeriodRow {
  readonly lower: number;
  readonly upper: number;
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

/** Money over plain 0/1 amounts: column c of `row` stands for y[plus[c]] − y[minus[c]], without the latter where it is −1. */
export interface Knapsack {
  readonly row: UpperRow;
  readonly plus: readonly number[];
  readonly minus: readonly number[];
}

export interface PeriodRows {
  readonly rows: readonly PeriodRow[];
  readonly knapsacks: readonly Knapsack[];
  /** 0 where a site cannot be open by that year, whatever is chosen. */
  readonly upper: Float64Array;
}

/** Column of choosable site number k in year t is k × yearCount + t. */
export function periodRows(periods: Periods): PeriodRows {
  const { yearCount, choosable, money, openings, isCarriedOver } = periods;
  const rows: PeriodRow[] = [];
  const knapsacks: Knapsack[] = [];
  const upper = new Float64Array(choosable.length * yearCount).fill(1);
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
  let mostSoFar = 0;
  for (const t of years) {
    const limit = most[t]!;
    if (isCarriedOver) byYear(t, limit, price);
    else ofYear(t, limit, price);
    if (limit < Infinity) {
      const own = all.filter((k) => price[k]! > 0 && upper[y(k, t)]! > 0);
      knapsacks.push({
        row: { columns: [...own.keys()], values: own.map((k) => price[k]!), most: limit },
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
  return { rows, knapsacks, upper };
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
