/**
 * The Lagrangian of the p-median (Cornuéjols, Fisher & Nemhauser, 1977): everyone served once, with multipliers.
 *
 *   L(λ, σ) = Σ_i λ_i − Σ_r σ_r b_r + min { Σ_j ρ_j y_j : Σ_j y_j ≤ p },
 *   ρ_j     = Σ_i min(0, c_ij − λ_i) + Σ_r a_rj σ_r
 *
 * λ_i what point i would pay to be served, σ_r ≥ 0 the price of row r: the budget (Σ price_j y_j ≤ budget) or a clique
 * of conflicts (Σ y_j ≤ 1). The minimum is the p least negative ρ. Costs and multipliers are whole numbers, so L is
 * exact and a bound whatever the multipliers are.
 */
import { CLOSED, FREE, OPEN, type Range } from "./fixing.ts";
import type { MedianModel } from "./model.ts";

export interface Row {
  readonly sites: Int32Array;
  readonly coefficient: Float64Array;
  readonly most: number;
  /** Multipliers of the row move this much faster than those of points, whose values are so much smaller. */
  readonly speed: number;
}

/** Where one evaluation leaves what it found; reused by the next. */
export interface Dual {
  readonly model: MedianModel;
  readonly rows: readonly Row[];
  readonly rho: Float64Array;
  /** 1 = in the minimum. */
  readonly isChosen: Uint8Array;
  /** Σ_j x_ij of the minimum − 1, negated; then b_r − Σ a_rj y_j, negated: the direction in which L may rise. */
  readonly slope: Float64Array;
  readonly sorted: Float64Array;
  /** ρ of the last site chosen by value, 0 where the count is not used up. */
  slotIn: number;
  /** ρ of the first site not chosen, 0 where it would not help. */
  slotOut: number;
}

const MOST_BUDGET = 2 ** 20;

export function createDual(model: MedianModel): Dual {
  const { siteCount, demandCount, rules, count } = model;
  const rows: Row[] = rules.cliques.map((clique) => ({
    sites: Int32Array.from(clique),
    coefficient: new Float64Array(clique.length).fill(1),
    most: 1,
    speed: demandCount / Math.max(1, count),
  }));
  if (rules.budget !== Infinity) {
    // Prices rounded down keep every choice that the budget allows, and small ones keep products exact.
    const ratio =
      rules.budget > MOST_BUDGET || !Number.isInteger(rules.budget) ? MOST_BUDGET / rules.budget : 1;
    const rounded = (price: number) => (ratio === 1 ? price : Math.floor(price * ratio * (1 - 1e-12)));
    const most = ratio === 1 ? rules.budget : MOST_BUDGET;
    rows.push({
      sites: Int32Array.from({ length: siteCount }, (_, j) => j),
      coefficient: Float64Array.from(rules.price, rounded),
      most,
      speed: demandCount / Math.max(1, most) ** 2,
    });
  }
  return {
    model,
    rows,
    rho: new Float64Array(siteCount),
    isChosen: new Uint8Array(siteCount),
    slope: new Float64Array(demandCount + rows.length),
    sorted: new Float64Array(siteCount),
    slotIn: 0,
    slotOut: 0,
  };
}

/** L of the multipliers (points first, then rows) where `fix` holds; −Infinity where sums outgrow exact numbers. */
export function evaluate(dual: Dual, multiplier: Float64Array, fix: Uint8Array): number {
  const { model, rows, rho, isChosen, slope, sorted } = dual;
  const { siteCount, demandCount, first, site, cost, count } = model;
  rho.fill(0);
  let bound = 0;
  for (let i = 0; i < demandCount; i++) {
    const paid = multiplier[i]!;
    bound += paid;
    for (let a = first[i]!; cost[a]! < paid; a++) rho[site[a]!]! += cost[a]! - paid;
  }
  let size = bound;
  for (const [r, row] of rows.entries()) {
    const paid = multiplier[demandCount + r]!;
    if (paid === 0) continue;
    bound -= paid * row.most;
    size += paid * row.most;
    for (let k = 0; k < row.sites.length; k++) rho[row.sites[k]!]! += paid * row.coefficient[k]!;
  }

  let places = count;
  let rivals = 0;
  for (let j = 0; j < siteCount; j++) {
    isChosen[j] = 0;
    if (fix[j] === OPEN) {
      isChosen[j] = 1;
      bound += rho[j]!;
      size += Math.abs(rho[j]!);
      places--;
    } else if (fix[j] === FREE && rho[j]! < 0) sorted[rivals++] = rho[j]!;
  }
  const values = sorted.subarray(0, rivals).sort();
  const taken = Math.min(places, rivals);
  dual.slotIn = taken === places && taken > 0 ? values[taken - 1]! : 0;
  dual.slotOut = taken < rivals ? values[taken]! : 0;
  for (let k = 0; k < taken; k++) bound += values[k]!;
  for (let k = 0; k < taken; k++) size -= values[k]!;
  const last = taken > 0 ? values[taken - 1]! : -Infinity;
  let ties = 0; // how many of the value `last` are taken
  for (let k = taken - 1; k >= 0 && values[k] === last; k--) ties++;
  for (let j = 0; j < siteCount; j++) {
    if (fix[j] !== FREE || rho[j]! > last || rho[j]! >= 0) continue;
    if (rho[j] === last && ties-- <= 0) continue;
    isChosen[j] = 1;
  }

  for (let i = 0; i < demandCount; i++) {
    const paid = multiplier[i]!;
    let unserved = 1;
    for (let a = first[i]!; cost[a]! < paid; a++) unserved -= isChosen[site[a]!]!;
    slope[i] = unserved;
  }
  for (const [r, row] of rows.entries()) {
    let excess = -row.most;
    for (let k = 0; k < row.sites.length; k++) {
      if (isChosen[row.sites[k]!] === 1) excess += row.coefficient[k]!;
    }
    slope[demandCount + r] = excess;
  }
  return size < Number.MAX_SAFE_INTEGER ? bound : -Infinity;
}

/**
 * Settles sites by what the last evaluation says of the other decision: if L, with site j in (or out), passes `limit`,
 * j stays out (or in). Returns how many it settled.
 */
export function fixByReducedCost(
  { rho, isChosen, slotIn, slotOut }: Dual,
  bound: number,
  limit: number,
  fix: Uint8Array,
): number {
  let fixed = 0;
  for (let j = 0; j < fix.length; j++) {
    if (fix[j] !== FREE) continue;
    if (isChosen[j] === 0) {
      if (bound + rho[j]! - slotIn <= limit) continue;
      fix[j] = CLOSED;
    } else {
      if (bound - rho[j]! + slotOut <= limit) continue;
      fix[j] = OPEN;
    }
    fixed++;
  }
  return fixed;
}

/** Multipliers kept between what the point costs at least and at most, where L never falls; rows from 0. */
export function clip(value: number, i: number, demandCount: number, range: Range, cap: number): number {
  if (i >= demandCount) return Math.min(Math.max(value, 0), cap);
  const most = Math.min(range.most[i]!, cap);
  return value > most ? most : value < range.least[i]! ? range.least[i]! : value;
}
