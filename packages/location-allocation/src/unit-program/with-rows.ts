/** A model with rows more. */
import { type LinearModel, LinearModelBuilder } from "../highs/mip.ts";

/** Σ values·columns ≤ most. */
export interface UpperRow {
  readonly columns: readonly number[];
  readonly values: readonly number[];
  readonly most: number;
}

export function withRows(model: LinearModel, rows: readonly UpperRow[]): LinearModel {
  if (rows.length === 0) return model;
  const { columnCount, rowCount, cost, lower, upper, rowLower, rowUpper, firstEntry, columnOf, value } =
    model;
  const builder = new LinearModelBuilder(model.sense);
  for (let j = 0; j < columnCount; j++)
    builder.column(cost[j]!, lower[j]!, upper[j]!, model.isInteger?.[j] === 1);
  for (let r = 0; r < rowCount; r++) {
    const [from, to] = [firstEntry[r]!, firstEntry[r + 1]!];
    builder.row(rowLower[r]!, rowUpper[r]!, columnOf.subarray(from, to), value.subarray(from, to));
  }
  for (const { columns, values, most } of rows) builder.row(Number.NEGATIVE_INFINITY, most, columns, values);
  return builder.build();
}
