/** What a tandem cover is asked of: places with needs, works that meet needs, and what may not or must go together. */

/**
 * Needs of place i are `firstNeed[i] … firstNeed[i + 1] - 1`; need n is met by any one of the works
 * `meets[firstMeet[n]] … meets[firstMeet[n + 1] - 1]`. A need that no work meets can never be met; a place without
 * needs counts from the start.
 */
export interface Needs {
  /** Finite, ≥ 0, per place. */
  readonly weight: Float64Array;
  /** Finite, ≥ 0, per work. */
  readonly price: Float64Array;
  readonly firstNeed: Uint32Array;
  readonly firstMeet: Uint32Array;
  readonly meets: Uint32Array;
  /** At most one work of each set is bought: two sizes of tank on one plot. */
  readonly exclusive: readonly (readonly number[])[];
  /** The first work is bought only together with the second: a chain of roads with each of its roads. */
  readonly requires: readonly (readonly [work: number, required: number])[];
}

/** Σ weight of the places whose every need is met, reckoned from the definition alone. */
export function weightMet(needs: Needs, isBought: (work: number) => boolean): number {
  const { weight, firstNeed, firstMeet, meets } = needs;
  let sum = 0;
  for (let i = 0; i < weight.length; i++) {
    let isMet = true;
    for (let n = firstNeed[i]!; n < firstNeed[i + 1]! && isMet; n++)
      isMet = meets.subarray(firstMeet[n], firstMeet[n + 1]).some(isBought);
    if (isMet) sum += weight[i]!;
  }
  return sum;
}

export function costOf({ price }: Needs, works: Iterable<number>): number {
  let sum = 0;
  for (const w of works) sum += price[w]!;
  return sum;
}

/** Throws with a message that names the fault. */
export function checkNeeds(needs: Needs, budget: number): void {
  const { weight, price, firstNeed, firstMeet, meets, exclusive, requires } = needs;
  const checkAmounts = (what: string, amounts: Float64Array) => {
    amounts.forEach((amount, k) => {
      if (!(amount >= 0 && Number.isFinite(amount))) throw new RangeError(`${what} ${k} is ${amount}.`);
    });
  };
  checkAmounts("Weight of place", weight);
  checkAmounts("Price of work", price);
  if (!(budget >= 0 && Number.isFinite(budget))) throw new RangeError(`The budget is ${budget}.`);
  checkRows("firstNeed", firstNeed, weight.length, firstMeet.length - 1);
  checkRows("firstMeet", firstMeet, firstMeet.length - 1, meets.length);
  const checkWork = (w: number) => {
    if (!(Number.isInteger(w) && w >= 0 && w < price.length)) throw new RangeError(`There is no work ${w}.`);
  };
  meets.forEach(checkWork);
  for (const works of [...exclusive, ...requires]) works.forEach(checkWork);
}

function checkRows(name: string, first: Uint32Array, rows: number, total: number): void {
  if (first.length !== rows + 1 || first[0] !== 0 || first[rows] !== total)
    throw new RangeError(`${name} does not begin at 0 and end at ${total}.`);
  for (let k = 0; k < rows; k++) if (first[k]! > first[k + 1]!) throw new RangeError(`${name} descends.`);
}
