/** Rows and costs of very large numbers brought down for HiGHS, whose tolerances are absolute, and its answers brought back. */
import type { LinearModel } from "./linear-model.ts";

export interface ScaledModel {
  readonly model: LinearModel;
  /** Scaled = given × this; powers of two, so that no digit is lost. */
  readonly costScale: number;
  readonly rowScale: Float64Array;
}

/** Numbers up to this are left as they are. */
const LARGEST = 2 ** 20;

/** The model itself where none of its numbers is large. */
export function scaledModel(model: LinearModel): ScaledModel {
  const { rowCount, firstEntry, value, cost, rowLower, rowUpper } = model;
  const costScale = scaleFor(largestOf(cost, 0, cost.length), LARGEST);
  const rowScale = new Float64Array(rowCount);
  for (let r = 0; r < rowCount; r++) {
    rowScale[r] = rowScaleOf(value, firstEntry[r]!, firstEntry[r + 1]!);
  }
  if (costScale === 1 && rowScale.every((scale) => scale === 1)) return { model, costScale, rowScale };
  const scaled = value.slice();
  for (let r = 0; r < rowCount; r++) {
    for (let k = firstEntry[r]!; k < firstEntry[r + 1]!; k++) scaled[k]! *= rowScale[r]!;
  }
  return {
    costScale,
    rowScale,
    model: {
      ...model,
      cost: cost.map((c) => c * costScale),
      value: scaled,
      rowLower: rowLower.map((limit, r) => limit * rowScale[r]!),
      rowUpper: rowUpper.map((limit, r) => limit * rowScale[r]!),
    },
  };
}

/** Scale of the row whose entries are `value[from] … value[to - 1]`. */
export function rowScaleOf(value: ArrayLike<number>, from: number, to: number): number {
  return scaleFor(largestOf(value, from, to), 1);
}

function largestOf(values: ArrayLike<number>, from: number, to: number): number {
  let largest = 0;
  for (let k = from; k < to; k++) largest = Math.max(largest, Math.abs(values[k]!));
  return largest;
}

/** The power of two that takes what is too large down to 1 … 2 times `goal`; nothing is blown up. */
function scaleFor(largest: number, goal: number): number {
  return largest > LARGEST ? goal * 2 ** -Math.floor(Math.log2(largest)) : 1;
}
