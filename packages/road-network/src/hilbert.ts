/** Position of a point along the Hilbert curve that fills a square. */

/** Distance along the curve of order 16, for whole x and y in 0 … 65535; result in 0 … 2^32 - 1. */
export function hilbertIndex(x: number, y: number): number {
  let index = 0;
  for (let side = 1 << 15; side > 0; side >>= 1) {
    const right = (x & side) !== 0 ? 1 : 0;
    const upper = (y & side) !== 0 ? 1 : 0;
    index = index * 4 + ((3 * right) ^ upper);
    if (upper === 1) continue;
    // the lower quadrants hold the curve turned: mirror on a diagonal before going in
    const turnedX = right === 1 ? 65535 - y : y;
    y = right === 1 ? 65535 - x : x;
    x = turnedX;
  }
  return index;
}
