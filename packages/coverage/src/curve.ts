/** Share of people whose first crew is there within each whole minute. */
import type { CumulativeCurve } from "@firecover/domain";
import type { CoverageColumns, CoverageResult } from "./coverage-result.ts";

export const lastCurveMinute = 30;

/** 0 to 30 minutes; all 0 where nobody lives. */
export function curveOf({ cells }: CoverageResult): CumulativeCurve {
  return {
    minutes: Array.from({ length: lastCurveMinute + 1 }, (_, minute) => minute),
    certain: sharesWithin(cells, cells.certain.responseMillis),
    possible: sharesWithin(cells, cells.possible.responseMillis),
  };
}

function sharesWithin({ count, people }: CoverageColumns, responseMillis: Uint32Array): number[] {
  const withinMinute = new Float64Array(lastCurveMinute + 1);
  let total = 0;
  for (let i = 0; i < count; i++) {
    total += people[i]!;
    const minute = Math.ceil(responseMillis[i]! / 60_000);
    if (minute <= lastCurveMinute) withinMinute[minute]! += people[i]!;
  }
  let reached = 0;
  return Array.from(withinMinute, (more) => {
    reached += more;
    return total === 0 ? 0 : reached / total;
  });
}
