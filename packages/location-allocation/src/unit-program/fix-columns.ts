/** Columns that no better choice sets otherwise: their reduced cost alone takes the bound below what is at hand. */
import type { LinearModel } from "../highs/mip.ts";
import { fixedByReducedCost, type SafeBound } from "../safe-bound.ts";

/** Integer columns only: a part of a continuous one may still move. Bounds are narrowed in place. */
export function fixColumns(
  { isInteger }: LinearModel,
  proven: SafeBound,
  incumbent: number,
  lower: Float64Array,
  upper: Float64Array,
): void {
  fixedByReducedCost(proven, { sense: "maximise", incumbent, lower, upper }).forEach((end, j) => {
    if (end === 0 || !isInteger?.[j]) return;
    if (end > 0) lower[j] = upper[j]!;
    else upper[j] = lower[j]!;
  });
}
