/** Columns that no better choice sets otherwise: their reduced cost alone takes the bound below what is at hand. */
import type { LinearModel } from "../highs/mip.ts";
import type { ExactBound } from "./exact-bound.ts";

/**
 * Setting column j against its reduced cost d_j lowers the bound by |d_j|. Where that leaves less than one more than
 * the incumbent, every better choice (all objectives are integers) has it at the other end. Returns how many were fixed.
 */
export function fixColumns(
  { isInteger }: LinearModel,
  { scale, scaledBound, scaledReducedCost }: ExactBound,
  incumbent: number,
  lower: Float64Array,
  upper: Float64Array,
): number {
  const room = scaledBound - (incumbent + 1) * scale;
  let fixed = 0;
  scaledReducedCost.forEach((d, j) => {
    if (!isInteger?.[j] || lower[j] === upper[j] || Math.abs(d) <= room) return;
    if (d > 0) lower[j] = upper[j]!;
    else upper[j] = lower[j]!;
    fixed++;
  });
  return fixed;
}
