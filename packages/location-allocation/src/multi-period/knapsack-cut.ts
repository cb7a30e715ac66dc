/** The inequality over one budget that a fractional choice breaks most: what whole sites can be paid together. */
import { LinearModelBuilder } from "../highs/linear-model.ts";
import type { Highs } from "../highs/load.ts";
import { openLp } from "../highs/lp.ts";

/**
 * Of all inequalities a·x ≤ 1 that every payable set v keeps, the one that x breaks most is the solution of a small linear
 * program, max a·x over a·v ≤ 1, a ≥ 0, whose rows come in as a knapsack finds them violated (Boyd 1994; Kaparis & Letchford
 * 2010). Its numbers are only where to look: a is rounded down to whole coefficients, and the right side that these have is
 * reckoned exactly, by the least price at which each sum of coefficients can be had. The same table lifts the coefficients of
 * the sites that x has no part of.
 */
export interface KnapsackCut {
  /** Whole numbers from 0, per amount. */
  readonly coefficient: Float64Array;
  readonly most: number;
}

const LEAST_VIOLATION = 0.002;
const MOST_SETS = 80;
/** Nodes of one knapsack; a set that is not the best one is as good a row. */
const MOST_NODES = 20_000;
/** Right sides tried, as the whole number that 1 becomes. */
const SCALES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 30, 60];

/** Null where x keeps all such inequalities as far as can be seen. Prices and budget are whole, prices above 0. */
export function knapsackCut(
  highs: Highs,
  price: readonly number[],
  budget: number,
  x: ArrayLike<number>,
): KnapsackCut | null {
  const items = price.flatMap((p, k) => (p <= budget && x[k]! > 1e-6 ? [k] : []));
  const own = items.map((k) => price[k]!);
  if (own.reduce((a, b) => a + b, 0) <= budget) return null;
  const share = items.map((k) => Math.min(1, x[k]!));
  const a = mostBroken(highs, own, budget, share);
  if (!a) return null;
  let best: { whole: number[]; most: number; violation: number } | null = null;
  for (const scale of SCALES) {
    const whole = a.map((part) => Math.floor(part * scale + 1e-6));
    const most = largestSum(leastPrices(whole, own, budget), budget);
    const violation = whole.reduce((sum, w, k) => sum + w * share[k]!, -most) / Math.max(1, most);
    if (violation > (best?.violation ?? LEAST_VIOLATION) + 1e-9) best = { whole, most, violation };
  }
  if (!best) return null;
  return lifted(price, budget, items, best.whole, best.most);
}

function mostBroken(
  highs: Highs,
  price: readonly number[],
  budget: number,
  share: readonly number[],
): number[] | null {
  const builder = new LinearModelBuilder("maximise");
  // Each may stand alone, so that no coefficient is above 1.
  for (const part of share) builder.column(part, 0, 1);
  for (const first of price.keys()) {
    const set = payableSet(price, budget, share, first);
    builder.row(-Infinity, 1, set, 1);
  }
  const program = openLp(highs, builder.build());
  try {
    for (let round = 0; round < MOST_SETS; round++) {
      const { status, objective, value } = program.solve();
      if (status !== "optimal" || objective <= 1 + LEAST_VIOLATION) return null;
      const { set, worth } = bestSet(value, price, budget);
      if (worth <= 1 + 1e-6) return [...value];
      program.addRows({
        lower: [-Infinity],
        upper: [1],
        firstEntry: [0, set.length],
        columnOf: set,
        value: set.map(() => 1),
      });
    }
    return null;
  } finally {
    program.dispose();
  }
}

/** A payable set with `first`, filled up by share per price. */
function payableSet(
  price: readonly number[],
  budget: number,
  share: readonly number[],
  first: number,
): number[] {
  const rest = [...price.keys()].filter((k) => k !== first);
  rest.sort((a, b) => share[b]! / price[b]! - share[a]! / price[a]!);
  const set = [first];
  let left = budget - price[first]!;
  for (const k of rest) {
    if (price[k]! > left) continue;
    left -= price[k]!;
    set.push(k);
  }
  return set;
}

/** Knapsack by depth-first branch and bound with the fractional bound. */
function bestSet(
  worth: ArrayLike<number>,
  price: readonly number[],
  budget: number,
): { set: number[]; worth: number } {
  const order = [...price.keys()].filter((k) => worth[k]! > 1e-9);
  order.sort((a, b) => worth[b]! / price[b]! - worth[a]! / price[a]!);
  let best = { set: [] as number[], worth: 0 };
  const taken: number[] = [];
  let nodes = 0;
  const look = (from: number, left: number, sum: number): void => {
    if (sum > best.worth) best = { set: [...taken], worth: sum };
    if (nodes++ > MOST_NODES) return;
    for (let at = from; at < order.length; at++) {
      if (sum + fractional(at, left) <= best.worth + 1e-9) return;
      const k = order[at]!;
      if (price[k]! > left) continue;
      taken.push(k);
      look(at + 1, left - price[k]!, sum + worth[k]!);
      taken.pop();
    }
  };
  const fractional = (from: number, left: number): number => {
    let sum = 0;
    for (let at = from; at < order.length; at++) {
      const k = order[at]!;
      if (price[k]! > left) return sum + (worth[k]! * left) / price[k]!;
      left -= price[k]!;
      sum += worth[k]!;
    }
    return sum;
  };
  look(0, budget, 0);
  return best;
}

/** Least price of a set whose coefficients sum to s, for every s that is to be had within the budget. */
function leastPrices(coefficient: readonly number[], price: readonly number[], budget: number): Float64Array {
  const least = new Float64Array(coefficient.reduce((a, b) => a + b, 0) + 1).fill(Infinity);
  least[0] = 0;
  coefficient.forEach((a, k) => {
    if (a > 0 && price[k]! <= budget) addItem(least, a, price[k]!);
  });
  return least;
}

function addItem(least: Float64Array, coefficient: number, price: number): void {
  for (let s = least.length - 1; s >= coefficient; s--)
    least[s] = Math.min(least[s]!, least[s - coefficient]! + price);
}

function largestSum(least: Float64Array, budget: number): number {
  let sum = least.length - 1;
  while (least[sum]! > budget) sum--;
  return sum;
}

/** Each other site takes the largest coefficient that every payable set with it keeps (sequential lifting). */
function lifted(
  price: readonly number[],
  budget: number,
  items: readonly number[],
  whole: readonly number[],
  most: number,
): KnapsackCut {
  const coefficient = new Float64Array(price.length);
  items.forEach((k, n) => {
    coefficient[k] = whole[n]!;
  });
  // No payable set sums to more than `most`, with the lifted ones too: larger sums need not be kept.
  const least = leastPrices(
    whole,
    items.map((k) => price[k]!),
    budget,
  ).slice(0, most + 1);
  const isItem = new Set(items);
  for (const k of price.keys()) {
    if ((isItem.has(k) && coefficient[k]! > 0) || price[k]! > budget) continue;
    const a = most - largestSum(least, budget - price[k]!);
    if (a === 0) continue;
    coefficient[k] = a;
    addItem(least, a, price[k]!);
  }
  return { coefficient, most };
}
