/** The bound that multipliers prove, in integers: weak duality, with no tolerance of any solver in it. */
import type { LinearModel } from "../highs/mip.ts";

/**
 * Of max cx, l ≤ Ax ≤ u, 0 ≤ x ≤ 1 any multipliers λ (≥ 0 to charge u, ≤ 0 to credit l) prove
 *
 *   cx ≤ Σ_r λ_r·(u_r or l_r) + Σ_j max(0, c_j − λA_j),
 *
 * whatever λ is; the duals of the linear program make it tight. They are rounded to multiples of 1/scale, so that every
 * product and sum is one of integers. Each is checked to lie within ±2^53: there doubles are exact.
 */
export interface ExactBound {
  readonly scale: number;
  /** scale × bound. */
  readonly scaledBound: number;
  /** scale × (c_j − λA_j), per column. */
  readonly scaledReducedCost: Float64Array;
}

/** The largest scale at which all stays exact, from 2^30 down; null where even 1 is too much. */
export function exactBound(
  model: LinearModel,
  rowDual: ArrayLike<number>,
  lower: Float64Array = model.lower,
  upper: Float64Array = model.upper,
): ExactBound | null {
  for (let scale = 2 ** 30; scale >= 1; scale /= 8) {
    const bound = boundAt(scale, model, rowDual, lower, upper);
    if (bound) return bound;
  }
  return null;
}

/** The greatest integer that is no higher than the bound: an integer objective reaches no more. */
export function wholeBound({ scale, scaledBound }: ExactBound): number {
  return Math.floor(scaledBound / scale); // a power of two divides exactly
}

function boundAt(
  scale: number,
  model: LinearModel,
  rowDual: ArrayLike<number>,
  lower: Float64Array,
  upper: Float64Array,
): ExactBound | null {
  const { columnCount, rowCount, cost, rowLower, rowUpper, firstEntry, columnOf, value } = model;
  const reduced = new Float64Array(columnCount);
  for (let j = 0; j < columnCount; j++) {
    reduced[j] = cost[j]! * scale;
    if (!Number.isSafeInteger(reduced[j])) return null;
  }
  let sum = 0;
  for (let r = 0; r < rowCount; r++) {
    const multiplier = Math.round(rowDual[r]! * scale);
    const side = multiplier > 0 ? rowUpper[r]! : rowLower[r]!;
    if (multiplier === 0 || !Number.isFinite(side) || !Number.isFinite(multiplier)) continue;
    const charge = multiplier * side;
    sum += charge;
    if (!Number.isSafeInteger(charge) || !Number.isSafeInteger(sum)) return null;
    for (let k = firstEntry[r]!; k < firstEntry[r + 1]!; k++) {
      const part = multiplier * value[k]!;
      const left = reduced[columnOf[k]!]! - part;
      if (!Number.isSafeInteger(part) || !Number.isSafeInteger(left)) return null;
      reduced[columnOf[k]!] = left;
    }
  }
  for (let j = 0; j < columnCount; j++) {
    sum += reduced[j]! * (reduced[j]! > 0 ? upper[j]! : lower[j]!);
    if (!Number.isSafeInteger(sum)) return null;
  }
  return { scale, scaledBound: sum, scaledReducedCost: reduced };
}
