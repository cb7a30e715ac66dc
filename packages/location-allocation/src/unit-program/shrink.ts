/** What is left of a model once columns are fixed: rows that cannot be broken and columns that are settled go. */
import type { LinearModel } from "../highs/mip.ts";
import { LinearModelBuilder } from "../highs/mip.ts";

export interface Core {
  readonly model: LinearModel;
  /** Columns of the whole model that the core still has, in its order. */
  readonly columns: Int32Array;
  /** Objective of the settled columns. */
  readonly constant: number;
  /** Values of the settled columns; those of the core's are 0. */
  readonly settled: Float64Array;
}

/**
 * For a model with columns in [0, 1] and whole numbers throughout. Null where a row cannot be kept.
 * By turns until nothing changes: a row whose worst activity keeps its bound is dropped; a row of one column becomes a
 * bound of it; a column that raises the objective and breaks no row by rising is set to its upper bound, and so downwards.
 */
export function shrink(model: LinearModel, lowerGiven: Float64Array, upperGiven: Float64Array): Core | null {
  const { columnCount, rowCount, cost, rowLower, rowUpper, firstEntry, columnOf, value, isInteger } = model;
  const lower = lowerGiven.slice();
  const upper = upperGiven.slice();
  const isRowGone = new Uint8Array(rowCount);
  // Rows left in which rising, and in which falling, can do harm.
  const harmUp = new Int32Array(columnCount);
  const harmDown = new Int32Array(columnCount);
  const countRow = (r: number, by: number) => {
    for (let k = firstEntry[r]!; k < firstEntry[r + 1]!; k++) {
      const j = columnOf[k]!;
      const rises = value[k]! > 0;
      if (rowUpper[r]! < Number.POSITIVE_INFINITY) (rises ? harmUp : harmDown)[j]! += by;
      if (rowLower[r]! > Number.NEGATIVE_INFINITY) (rises ? harmDown : harmUp)[j]! += by;
    }
  };
  for (let r = 0; r < rowCount; r++) countRow(r, 1);

  for (let changed = true; changed; ) {
    changed = false;
    for (let r = 0; r < rowCount; r++) {
      if (isRowGone[r]) continue;
      let [least, most, open, openAt] = [0, 0, 0, -1];
      for (let k = firstEntry[r]!; k < firstEntry[r + 1]!; k++) {
        const j = columnOf[k]!;
        const a = value[k]!;
        least += a * (a > 0 ? lower[j]! : upper[j]!);
        most += a * (a > 0 ? upper[j]! : lower[j]!);
        if (lower[j]! < upper[j]!) {
          open++;
          openAt = k;
        }
      }
      if (least > rowUpper[r]! || most < rowLower[r]!) return null;
      const isKept = most <= rowUpper[r]! && least >= rowLower[r]!;
      if (!isKept && open === 1) {
        const j = columnOf[openAt]!;
        // One open column of [0, 1] with a row that can be broken: an end of it breaks the row, a part of it may not.
        if (!isInteger?.[j] && Math.abs(value[openAt]!) !== 1) continue;
        const breaksUp = (value[openAt]! > 0 ? most > rowUpper[r]! : least < rowLower[r]!) === true;
        if (breaksUp) upper[j] = lower[j]!;
        else lower[j] = upper[j]!;
        if (lower[j]! !== upper[j]!) return null;
        changed = true;
        continue; // the next turn looks whether the row is kept now
      }
      if (!isKept) continue;
      isRowGone[r] = 1;
      countRow(r, -1);
      changed = true;
    }
    for (let j = 0; j < columnCount; j++) {
      if (lower[j] === upper[j]) continue;
      if (cost[j]! >= 0 && harmUp[j] === 0) lower[j] = upper[j]!;
      else if (cost[j]! <= 0 && harmDown[j] === 0) upper[j] = lower[j]!;
      else continue;
      changed = true;
    }
  }
  return coreOf(model, lower, upper, isRowGone);
}

function coreOf(model: LinearModel, lower: Float64Array, upper: Float64Array, isRowGone: Uint8Array): Core {
  const { columnCount, rowCount, cost, rowLower, rowUpper, firstEntry, columnOf, value, isInteger } = model;
  const builder = new LinearModelBuilder(model.sense);
  const indexOf = new Int32Array(columnCount).fill(-1);
  const settled = new Float64Array(columnCount);
  const columns: number[] = [];
  let constant = 0;
  for (let j = 0; j < columnCount; j++) {
    if (lower[j] === upper[j]) {
      settled[j] = lower[j]!;
      constant += cost[j]! * lower[j]!;
    } else {
      indexOf[j] = builder.column(cost[j]!, lower[j]!, upper[j]!, isInteger?.[j] === 1);
      columns.push(j);
    }
  }
  for (let r = 0; r < rowCount; r++) {
    if (isRowGone[r]) continue;
    let moved = 0;
    const own: number[] = [];
    const values: number[] = [];
    for (let k = firstEntry[r]!; k < firstEntry[r + 1]!; k++) {
      const j = columnOf[k]!;
      if (indexOf[j]! < 0) moved += value[k]! * settled[j]!;
      else {
        own.push(indexOf[j]!);
        values.push(value[k]!);
      }
    }
    builder.row(rowLower[r]! - moved, rowUpper[r]! - moved, own, values);
  }
  return { model: builder.build(), columns: Int32Array.from(columns), constant, settled };
}
