/**
 * Bounds that owe nothing to a solver's tolerances: any row multipliers of a linear program give a bound by weak duality,
 * so the solver's floating-point duals are rounded to whole multiples of 2⁻ᵏ and the bound is computed from these in
 * exact integer arithmetic (Neumaier & Shcherbina 2004 do the same with directed rounding).
 *
 * maximise c·x, rowLower ≤ A x ≤ rowUpper, lower ≤ x ≤ upper, all coefficients whole. For multipliers π:
 *   c·x ≤ Σ_r max(π_r rowLower_r, π_r rowUpper_r) + Σ_j max(d_j lower_j, d_j upper_j),  d = c − Aᵀπ.
 */
import type { LinearModel } from "./highs/linear-model.ts";

/** What the bound needs of a model; coefficients, costs and finite limits are whole numbers below 2⁵³. */
export type WholeModel = Omit<LinearModel, "isInteger">;

export interface SafeBound {
  /** No feasible point is better than this; exact, in units of 2⁻ˢʰⁱᶠᵗ. */
  readonly scaled: bigint;
  readonly shift: number;
  /** The same as a whole number of the objective: floor when maximising, ceiling when minimising (points are whole). */
  readonly whole: number;
  /** Reduced costs in units of 2⁻ˢʰⁱᶠᵗ, in the model's own sense; exact, or the next double nearer to 0. */
  readonly reducedCost: Float64Array;
}

/** Binary digits behind the point kept of a multiplier: as many as doubles add exactly, or else these in big integers. */
const SHIFTS = [32, 28, 24];
const BIG_SHIFT = 40;
const LARGEST_EXACT = 2 ** 52;

/** Bound from row multipliers; null where they prove nothing (a needed limit is infinite). */
export function safeBound(
  model: WholeModel,
  rowDual: ArrayLike<number>,
  { lower = model.lower, upper = model.upper }: { lower?: Float64Array; upper?: Float64Array } = {},
): SafeBound | null {
  for (const shift of SHIFTS) {
    const reducedCost = exactReducedCosts(model, rowDual, shift);
    if (reducedCost) return boundFrom(model, rowDual, lower, upper, shift, reducedCost, reducedCost);
  }
  const reducedCost = bigReducedCosts(model, rowDual, BIG_SHIFT);
  return boundFrom(
    model,
    rowDual,
    lower,
    upper,
    BIG_SHIFT,
    reducedCost,
    Float64Array.from(reducedCost, towardsZero),
  );
}

/** Whether multipliers prove that no point is feasible at all (Farkas): with no objective, the bound is below 0. */
export function provesInfeasible(
  model: WholeModel,
  ray: ArrayLike<number>,
  limits: { lower?: Float64Array; upper?: Float64Array } = {},
): boolean {
  const without = { ...model, sense: "maximise" as const, cost: new Float64Array(model.columnCount) };
  const largest = Math.max(1e-300, ...Array.from(ray, Math.abs));
  for (const sign of [1, -1]) {
    const scaledRay = Float64Array.from(ray, (x) => (sign * x) / largest);
    const bound = safeBound(without, scaledRay, limits);
    if (bound && bound.scaled < 0n) return true;
  }
  return false;
}

/** Multiplier of row r in units of 2⁻ˢʰⁱᶠᵗ, 0 where it would ask for a limit that the row has not. */
function wholeMultiplier(model: WholeModel, rowDual: ArrayLike<number>, row: number, shift: number): number {
  const multiplier = Math.round(rowDual[row]! * 2 ** shift);
  if (multiplier === 0 || !Number.isFinite(multiplier)) return 0;
  const isUpperUsed = model.sense === "maximise" ? multiplier > 0 : multiplier < 0;
  return Number.isFinite(isUpperUsed ? model.rowUpper[row]! : model.rowLower[row]!) ? multiplier : 0;
}

/** d = c − Aᵀπ in units of 2⁻ˢʰⁱᶠᵗ; null where a partial sum might not be exact in a double. */
function exactReducedCosts(
  model: WholeModel,
  rowDual: ArrayLike<number>,
  shift: number,
): Float64Array | null {
  const { columnCount, rowCount, firstEntry, columnOf, value, cost } = model;
  const reduced = new Float64Array(columnCount);
  const size = new Float64Array(columnCount); // Σ |terms| bounds every partial sum
  for (let j = 0; j < columnCount; j++) {
    reduced[j] = cost[j]! * 2 ** shift;
    size[j] = Math.abs(reduced[j]!);
  }
  for (let r = 0; r < rowCount; r++) {
    const multiplier = wholeMultiplier(model, rowDual, r, shift);
    if (multiplier === 0) continue;
    for (let k = firstEntry[r]!; k < firstEntry[r + 1]!; k++) {
      const term = multiplier * value[k]!;
      const j = columnOf[k]!;
      reduced[j]! -= term;
      size[j]! += Math.abs(term);
    }
  }
  for (let j = 0; j < columnCount; j++) if (size[j]! > LARGEST_EXACT) return null;
  return reduced;
}

/** The same where doubles cannot: weights of many digits. */
function bigReducedCosts(model: WholeModel, rowDual: ArrayLike<number>, shift: number): bigint[] {
  const { rowCount, firstEntry, columnOf, value, cost } = model;
  const reduced = Array.from(cost, (c) => BigInt(c) << BigInt(shift));
  for (let r = 0; r < rowCount; r++) {
    const multiplier = BigInt(wholeMultiplier(model, rowDual, r, shift));
    if (multiplier === 0n) continue;
    for (let k = firstEntry[r]!; k < firstEntry[r + 1]!; k++) {
      reduced[columnOf[k]!]! -= multiplier * BigInt(value[k]!);
    }
  }
  return reduced;
}

/** The nearest double that is no farther from 0: a reduced cost that is too small fixes too little, never too much. */
function towardsZero(x: bigint): number {
  const nearest = Number(x);
  const isFarther = x < 0n ? BigInt(nearest) < x : BigInt(nearest) > x;
  return isFarther ? Math.trunc(nearest * (1 - 2 ** -52)) : nearest;
}

function boundFrom(
  model: WholeModel,
  rowDual: ArrayLike<number>,
  lower: Float64Array,
  upper: Float64Array,
  shift: number,
  exactReduced: ArrayLike<number | bigint>,
  reducedCost: Float64Array,
): SafeBound | null {
  const isMaximised = model.sense === "maximise";
  let scaled = 0n;
  for (let r = 0; r < model.rowCount; r++) {
    const multiplier = wholeMultiplier(model, rowDual, r, shift);
    if (multiplier === 0) continue;
    const isUpperUsed = isMaximised ? multiplier > 0 : multiplier < 0;
    scaled += product(multiplier, isUpperUsed ? model.rowUpper[r]! : model.rowLower[r]!);
  }
  for (let j = 0; j < model.columnCount; j++) {
    const d = exactReduced[j]!;
    if (d === 0 || d === 0n) continue;
    const limit = isMaximised === d > 0 ? upper[j]! : lower[j]!;
    if (limit === 0) continue;
    if (!Number.isFinite(limit)) return null;
    scaled += product(d, limit);
  }
  return { scaled, shift, whole: wholeBound(scaled, shift, isMaximised), reducedCost };
}

function product(a: number | bigint, b: number): bigint {
  if (typeof a === "bigint") return a * BigInt(b);
  const exact = a * b;
  return Math.abs(exact) <= LARGEST_EXACT ? BigInt(exact) : BigInt(a) * BigInt(b);
}

function wholeBound(scaled: bigint, shift: number, isMaximised: boolean): number {
  const floor = scaled >> BigInt(shift); // rounds towards −∞
  return Number(isMaximised || floor << BigInt(shift) === scaled ? floor : floor + 1n);
}

/**
 * Columns that, moved off the limit they rest at by a whole unit, cannot reach a better point than `incumbent` any more:
 * −1 = fixed at its lower, 1 = at its upper limit, 0 = free. Reduced-cost fixing with exact numbers.
 */
export function fixedByReducedCost(
  { scaled, shift, reducedCost }: SafeBound,
  {
    sense,
    incumbent,
    lower,
    upper,
  }: {
    readonly sense: LinearModel["sense"];
    readonly incumbent: number;
    readonly lower: Float64Array;
    readonly upper: Float64Array;
  },
): Int8Array {
  const isMaximised = sense === "maximise";
  const toBeat = BigInt(incumbent + (isMaximised ? 1 : -1)) << BigInt(shift);
  const slack = isMaximised ? scaled - toBeat : toBeat - scaled; // how much the bound may lose
  const fixed = new Int8Array(reducedCost.length);
  const slackNumber = Number(slack);
  for (let j = 0; j < fixed.length; j++) {
    const d = isMaximised ? reducedCost[j]! : -reducedCost[j]!;
    if (lower[j] === upper[j]) continue;
    // The quick look in doubles is followed by the exact one only where it may succeed.
    if (Math.abs(d) < slackNumber * (1 - 1e-9) || BigInt(Math.abs(d)) <= slack) continue;
    fixed[j] = d > 0 ? 1 : -1;
  }
  return fixed;
}
