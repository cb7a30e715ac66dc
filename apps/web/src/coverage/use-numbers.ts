/** Every number on the screen, computed here from the run's columns, so that all of them move with the slider. */
import { curveOf, indicatorsOf } from "@firecover/coverage";
import type { Certainty, CommuneIndicators, CumulativeCurve, Indicators } from "@firecover/domain";
import { useMemo } from "react";
import { cellsOfCommune } from "./commune-places.ts";
import { gapBits } from "./gap-bits.ts";
import type { CoverageData } from "./use-coverage-data.ts";

export interface CoverageNumbers {
  /** Of the chosen commune, or of the whole area. */
  readonly shown: Indicators;
  readonly communes: readonly CommuneIndicators[];
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
  const shown = indicators.communes.find(({ communeCode }) => communeCode === commune) ?? indicators.total;
  return { shown, communes: indicators.communes, curve, premisesGaps };
}
