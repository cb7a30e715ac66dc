/** Which questions each premises fails in a run, read from the run's own columns. */
import type { CoverageColumns } from "@firecover/coverage";
import type { GapCause } from "@firecover/domain";
import { causesOf, gapBits } from "../coverage/gap-bits.ts";

export type GapIndex = ReadonlyMap<string, readonly GapCause[]>;

/** Of the certain result: what nobody measured counts as failing. */
export function gapIndexOf(
  columns: CoverageColumns,
  premises: readonly { id: string }[],
  thresholdMillis: number,
): GapIndex {
  const bits = gapBits(columns, "certain", thresholdMillis);
  return new Map(premises.map(({ id }, i) => [id, causesOf(bits[i]!)] as const));
}
