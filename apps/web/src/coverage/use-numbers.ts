/** Every number on the screen, computed here from the run's columns, so that all of them move with the slider. */
import { curveOf, indicatorsOf } from "@firecover/coverage";
import type { Certainty, CommuneIndicators, CumulativeCurve, Indicators } from "@firecover/domain";
import { useMemo } from "react";
import { cellsOfCommune } from "./commune-places.ts";
import { gapBits } from "./gap-bits.ts";
import type { CoverageData } from "./use-coverage-data.ts";
import { withoutRoads, withoutUnknownShares } from "./without-roads.ts";

export interface CoverageNumbers {
  /** Of the chosen commune, or of the whole area. */
  readonly shown: Indicators;
  /** Without a share where most people have no road in the data. */
  readonly communes: readonly CommuneIndicators[];
  /** Of the place shown. */
  readonly peopleWithoutRoads: number;
  /** How many communes have no share for want of roads; 0 when a single one is shown. */
  readonly communesWithoutRoads: number;
  readonly curve: CumulativeCurve;
  /** Per premises, one bit per failed question. */
  readonly premisesGaps: Uint8Array;
}

export function useNumbers(
  data: CoverageData,
  minutes: number,
  certainty: Certainty,
  commune: string | undefined,
): CoverageNumbers {
  const { result, subjects } = data;
  const thresholdMillis = minutes * 60_000;
  const indicators = useMemo(
    () => indicatorsOf(result, subjects.communes, thresholdMillis),
    [result, subjects, thresholdMillis],
  );
  const curve = useMemo(() => {
    const communeIndex = subjects.communes.findIndex(({ code }) => code === commune);
    return curveOf(communeIndex === -1 ? result : cellsOfCommune(result, communeIndex));
  }, [result, subjects, commune]);
  const premisesGaps = useMemo(
    () => gapBits(result.premises, certainty, thresholdMillis),
    [result, certainty, thresholdMillis],
  );
  const without = useMemo(
    () => withoutRoads(result, subjects.communes.length),
    [result, subjects.communes.length],
  );
  const communes = useMemo(
    () => withoutUnknownShares(indicators.communes, without),
    [indicators.communes, without],
  );
  const index = communes.findIndex(({ communeCode }) => communeCode === commune);
  return {
    shown: communes[index] ?? indicators.total,
    communes,
    peopleWithoutRoads: without.communes[index] ?? without.total,
    communesWithoutRoads:
      index === -1 ? communes.filter(({ people, peopleInTime }) => people > 0 && !peopleInTime).length : 0,
    curve,
    premisesGaps,
  };
}
