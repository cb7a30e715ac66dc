/** Amounts as whole numbers, so that sums and bounds can be exact. */

export interface WholeNumbers {
  /** amount ≈ value ÷ scale; equal where `isExact`. */
  readonly scale: number;
  readonly value: Float64Array;
  /** Every amount has at most six decimals and all of them together fit: value ÷ scale is the amount itself. */
  readonly isExact: boolean;
}

/** Sums beyond this lose units in a double. */
const LARGEST_SUM = 2 ** 50;
/** Sum of amounts that are rounded anyway: far finer than any amount is known, and easy on the solver. */
const ROUNDED_SUM = 2 ** 44;
const MOST_DECIMALS = 6;

/**
 * The amounts times the least power of ten that makes all of them whole, up to 10⁶. Where none does, or the sum would
 * not fit into a double, they are rounded to the power of two that makes the sum some 2⁴⁴, which is off by at most
 * half a unit of 1 ÷ scale per amount (a relative 2⁻⁴⁴ of the sum for each).
 */
export function wholeNumbers(amounts: ArrayLike<number>): WholeNumbers {
  let sum = 0;
  for (let k = 0; k < amounts.length; k++) sum += amounts[k]!;
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    const scale = 10 ** decimals;
    if (sum * scale > LARGEST_SUM) break;
    const value = Float64Array.from(amounts, (amount) => Math.round(amount * scale));
    if (value.every((whole, k) => whole / scale === amounts[k])) return { scale, value, isExact: true };
  }
  const scale = 2 ** Math.floor(Math.log2(ROUNDED_SUM / Math.max(sum, 2 ** -900)));
  return { scale, value: Float64Array.from(amounts, (amount) => Math.round(amount * scale)), isExact: false };
}

export interface WholePrices {
  readonly scale: number;
  readonly value: Float64Array;
  readonly isExact: boolean;
  /** What may be spent, in the same units; null = no limit. */
  readonly limit: number | null;
}

/**
 * A price beyond the budget is never paid, so that twice the budget may stand for it: 10¹⁸ for "not here" must not round
 * the other prices away.
 */
export function payablePrices(prices: ArrayLike<number>, budget: number): Float64Array {
  const beyond = budget > 0 ? 2 * budget : 1;
  return Float64Array.from(prices, (price) => (price > budget * (1 + 1e-12) ? beyond : price));
}

/** Prices against a budget. Those that are rounded are rounded down: a choice that the budget allows is never cut off. */
export function wholePrices(prices: ArrayLike<number>, budget: number | null): WholePrices {
  if (budget === null) return { ...wholeNumbers(prices), limit: null };
  const payable = payablePrices(prices, budget);
  const whole = wholeNumbers(payable);
  const value = whole.isExact ? whole.value : payable.map((price) => Math.floor(price * whole.scale));
  return { ...whole, value, limit: wholeLimit(budget, whole) };
}

/** Largest whole number at or below x·scale; an x that is a decimal of that scale is not lost to the last bit. */
export function wholeLimit(x: number, { scale }: WholeNumbers): number {
  const nearest = Math.round(x * scale);
  return Math.abs(nearest - x * scale) <= Math.abs(x * scale) * 2 ** -50 ? nearest : Math.floor(x * scale);
}

/** 10^d for the least d ≤ 6 at which every value is a whole number of 10^-d; null = no such d. */
export function decimalScale(values: Iterable<number>): number | null {
  let scale = 1;
  const largest = 10 ** MOST_DECIMALS;
  for (const value of values) {
    while (Math.round(value * scale) / scale !== value) {
      if (scale === largest) return null;
      scale *= 10;
    }
  }
  return scale;
}

export function greatestCommonDivisor(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}
