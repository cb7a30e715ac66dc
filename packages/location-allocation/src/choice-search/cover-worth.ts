/**
 * Worth of covering rows once and twice, and its bound by Lagrangian multipliers.
 *
 * A row covered by n open sites is worth f(n) = 0, `once`, `twice`, `twice` …; a site costs `price`. With a multiplier
 * λ ≥ 0 for each row, of which n are added to the k it has,
 *   f(k + n) ≤ max over m of (f(k + m) − λ m) + λ n,
 * so what a set is worth is at most Σ of the maxima, plus for each site added Σ λ of its rows less its price: a bound that
 * is a sum over sites, for every set at once. Any λ will do; good ones make it tight. MCLP has once = twice, LSCP both 0.
 */
import type { CoverRows } from "./cover-rows.ts";
import type { Worth } from "./worth.ts";

export interface CoverModel {
  readonly rows: CoverRows;
  /** Per row. */
  readonly once: Float64Array;
  readonly twice: Float64Array;
  /** Per site. */
  readonly price: Float64Array;
  /** Every row must be covered once. */
  readonly isCoverRequired: boolean;
}

interface Slopes {
  readonly zero: Float64Array;
  readonly one: Float64Array;
  readonly baseZero: Float64Array;
  readonly baseOne: Float64Array;
}

export class CoverWorth implements Worth {
  readonly boundCount: number;
  readonly #model: CoverModel;
  /** Per bound: the multiplier of each row at no cover and at one, and the maximum of f(k + m) − λ m less f(k). */
  readonly #slopes: {
    zero: Float64Array;
    one: Float64Array;
    baseZero: Float64Array;
    baseOne: Float64Array;
  }[];
  /** What one more site adds exactly: the bound where there is room for one. */
  readonly #lastSlopes: Slopes;
  readonly #count: Uint16Array;
  readonly #slope: Float64Array;
  #sum = 0;
  #uncovered: number;

  constructor(model: CoverModel, multipliers: readonly Float64Array[]) {
    this.#model = model;
    const { rowCount } = model.rows;
    this.#count = new Uint16Array(rowCount);
    this.#slope = new Float64Array(rowCount);
    this.#uncovered = rowCount;
    this.#slopes = [greedyMultipliers(model), ...multipliers].map((lambda) => slopesOf(model, lambda));
    this.boundCount = this.#slopes.length;
    const nothing = new Float64Array(rowCount);
    const added = model.twice.map((worth, row) => worth - model.once[row]!);
    this.#lastSlopes = { zero: model.once, one: added, baseZero: nothing, baseOne: nothing };
  }

  open(site: number): void {
    const { rows, once, twice, price } = this.#model;
    this.#sum -= price[site]!;
    for (let k = rows.firstRow[site]!; k < rows.firstRow[site + 1]!; k++) {
      const row = rows.rows[k]!;
      const count = this.#count[row]!++;
      if (count === 0) {
        this.#sum += once[row]!;
        this.#uncovered--;
      } else if (count === 1) this.#sum += twice[row]! - once[row]!;
    }
  }

  close(site: number): void {
    const { rows, once, twice, price } = this.#model;
    this.#sum += price[site]!;
    for (let k = rows.firstRow[site]!; k < rows.firstRow[site + 1]!; k++) {
      const row = rows.rows[k]!;
      const count = --this.#count[row]!;
      if (count === 0) {
        this.#sum -= once[row]!;
        this.#uncovered++;
      } else if (count === 1) this.#sum -= twice[row]! - once[row]!;
    }
  }

  isAnswer(): boolean {
    return !this.#model.isCoverRequired || this.#uncovered === 0;
  }

  value(): number {
    return this.isAnswer() ? this.#sum : -Infinity;
  }

  bound(b: number, free: readonly number[], gain: Float64Array, room: number): number {
    const { rows, price } = this.#model;
    const { zero, one, baseZero, baseOne } = room === 1 ? this.#lastSlopes : this.#slopes[b]!;
    const slope = this.#slope;
    let base = this.#sum;
    for (let row = 0; row < rows.rowCount; row++) {
      const count = this.#count[row]!;
      if (count === 0) {
        base += baseZero[row]!;
        slope[row] = zero[row]!;
      } else if (count === 1) {
        base += baseOne[row]!;
        slope[row] = one[row]!;
      } else slope[row] = 0;
    }
    for (const site of free) {
      let sum = -price[site]!;
      for (let k = rows.firstRow[site]!; k < rows.firstRow[site + 1]!; k++) sum += slope[rows.rows[k]!]!;
      gain[site] = sum;
    }
    return base;
  }

  mustOpen(isFree: Uint8Array): readonly number[] | null {
    if (this.isAnswer()) return null;
    const { rowCount, firstSite, sites } = this.#model.rows;
    let best = -1;
    let fewest = Infinity;
    for (let row = 0; row < rowCount && fewest > 1; row++) {
      if (this.#count[row] !== 0) continue;
      let free = 0;
      for (let k = firstSite[row]!; k < firstSite[row + 1]! && free < fewest; k++) free += isFree[sites[k]!]!;
      if (free >= fewest) continue;
      fewest = free;
      best = row;
    }
    return Array.from(sites.subarray(firstSite[best]!, firstSite[best + 1]!)).filter(
      (site) => isFree[site] === 1,
    );
  }
}

/** Multipliers that make the base nothing: what a site adds at most, as if alone. */
function greedyMultipliers({ once, twice, isCoverRequired }: CoverModel): Float64Array {
  return once.map((worth, row) => (isCoverRequired ? worth : Math.max(worth, twice[row]! / 2)));
}

function slopesOf({ once, twice, isCoverRequired }: CoverModel, lambda: Float64Array): Slopes {
  const zero = lambda.slice();
  const one = new Float64Array(lambda.length);
  const baseZero = new Float64Array(lambda.length);
  const baseOne = new Float64Array(lambda.length);
  for (let row = 0; row < lambda.length; row++) {
    const first = once[row]!;
    const both = twice[row]!;
    // More than the steepest slope of f only adds to the sites' gains without taking from the base.
    if (!isCoverRequired) zero[row] = Math.min(zero[row]!, Math.max(first, Math.ceil(both / 2)));
    const added = Math.max(first - zero[row]!, both - 2 * zero[row]!);
    baseZero[row] = isCoverRequired ? added : Math.max(0, added);
    one[row] = Math.min(lambda[row]!, both - first);
    baseOne[row] = Math.max(0, both - first - one[row]!);
  }
  return { zero, one, baseZero, baseOne };
}

/**
 * The Lagrangian bound of the whole problem at λ, and how it changes with λ: per row the sites that cover it less the
 * covers that count. `pick` chooses the sites of most gain that the rules' relaxation allows and returns their sum.
 */
export function coverLagrangian(
  { rows, once, twice, price, isCoverRequired }: CoverModel,
  lambda: Float64Array,
  gain: Float64Array,
  pick: (gain: Float64Array) => { sum: number; sites: readonly number[] },
  gradient: Float64Array,
): number {
  let bound = 0;
  for (let row = 0; row < rows.rowCount; row++) {
    const first = once[row]! - lambda[row]!;
    const both = twice[row]! - 2 * lambda[row]!;
    const isTwice = both > first;
    const added = isTwice ? both : first;
    const counts = isCoverRequired || added > 0;
    bound += counts ? added : 0;
    gradient[row] = counts ? (isTwice ? -2 : -1) : 0;
  }
  for (let site = 0; site < price.length; site++) {
    let sum = -price[site]!;
    for (let k = rows.firstRow[site]!; k < rows.firstRow[site + 1]!; k++) sum += lambda[rows.rows[k]!]!;
    gain[site] = sum;
  }
  const picked = pick(gain);
  for (const site of picked.sites) {
    for (let k = rows.firstRow[site]!; k < rows.firstRow[site + 1]!; k++) gradient[rows.rows[k]!]!++;
  }
  return bound + picked.sum;
}
