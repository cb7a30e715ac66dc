/** People to whom no road of the data leads from a station: their cover is not known, which is not the same as bad. */
import type { CoverageResult } from "@firecover/coverage";
import type { CommuneIndicators } from "@firecover/domain";

/** What a column of times holds where nobody ever comes. */
export const unreached = 0xffffffff;

export interface WithoutRoads {
  readonly total: number;
  /** By place in the order of commune codes. */
  readonly communes: Float64Array;
}

/** Even where what is unmeasured counts as passable, no way from a station leads there. */
export function withoutRoads({ cells }: CoverageResult, communeCount: number): WithoutRoads {
  const communes = new Float64Array(communeCount);
  let total = 0;
  for (let i = 0; i < cells.count; i++) {
    if (cells.possible.responseMillis[i] !== unreached) continue;
    total += cells.people[i]!;
    const commune = cells.communeIndex[i]!;
    if (commune >= 0) communes[commune]! += cells.people[i]!;
  }
  return { total, communes };
}

/** A share would judge the data and not the cover where most people of a commune are without a road. */
export function withoutUnknownShares(
  communes: readonly CommuneIndicators[],
  without: WithoutRoads,
): CommuneIndicators[] {
  return communes.map((row, index) =>
    without.communes[index]! * 2 > row.people ? { ...row, peopleInTime: null } : row,
  );
}
