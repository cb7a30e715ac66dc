/** Whole numbers in place of decimals, so that sums and bounds are exact in double precision. */

/** The largest decimals that count as exact. */
const MAX_DECIMALS = 6;

/** 10^d for the least d ≤ 6 at which every value is a whole number of 10^-d; null = no such d. */
export function decimalScale(values: Iterable<number>): number | null {
  let scale = 1;
  const largest = 10 ** MAX_DECIMALS;
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
