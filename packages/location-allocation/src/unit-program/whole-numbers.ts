/** Decimals as whole numbers, so that sums of them are exact. */

export interface WholeNumbers {
  readonly factor: number;
  readonly whole: Float64Array;
}

/**
 * Multiplied by the least power of ten, 10^6 at most, that makes them whole. What has more decimals than six is rounded
 * there: a tolerance of half a millionth each, the only one there is.
 */
export function toWholeNumbers(amounts: ArrayLike<number>): WholeNumbers {
  let factor = 1;
  const isWhole = (amount: number) => Math.abs(amount * factor - Math.round(amount * factor)) < 1e-9 * factor;
  while (factor < 1e6 && !Array.prototype.every.call(amounts, isWhole)) factor *= 10;
  return { factor, whole: Float64Array.from(amounts, (amount) => Math.round(amount * factor)) };
}
