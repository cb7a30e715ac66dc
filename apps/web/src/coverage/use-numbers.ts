/** Every number on the screen, computed here from the run's columns, so that all of them move with the slider. */
import { curveOf, indicatorsOf } from "@firecover/coverage";
import type { Certainty, CommuneIndicators, CumulativeCurve, Indicators } from "@firecover/domain";
import { useMemo } from "react";
import { cellsOfCommune } from "./commune-places.ts";
import { gapBits } from "./gap-bits.ts";
import type { CoverageData } from "./use-coverage-data.ts";
import { type WithoutRoads, withoutRoads, withoutUnknownShares } from "./without-roads.ts";

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

/** What a number is counted from, whoever counted it: this page, or the worker during a drag. */
interface Counted {
  readonly total: Indicators;
  readonly communes: readonly CommuneIndicators[];
  readonly withoutRoads: WithoutRoads;
  readonly curve: CumulativeCurve;
  readonly premisesGaps: Uint8Array;
}

export function numbersOf(counted: Counted, commune: string | undefined): CoverageNumbers {
  const { total, withoutRoads: without, curve, premisesGaps } = counted;
  const communes = withoutUnknownShares(counted.communes, without);
  const index = communes.findIndex(({ communeCode }) => communeCode === commune);
  return {
    shown: communes[index] ?? total,
    communes,
    peopleWithoutRoads: without.communes[index] ?? without.total,
    communesWithoutRoads:
      index === -1 ? communes.filter(({ people, peopleInTime }) => people > 0 && !peopleInTime).length : 0,
    curve,
    premisesGaps,
  };
}

export function useNumbers(
  data: CoverageData,
  minutes: number,
  certainty: Certainty,
  commune: string | undefined,
): CoverageNumbers;
/** Null without data: a scenario that is not shown costs nothing. */
export function useNumbers(
  data: CoverageData | null,
  minutes: number,
  certainty: Certainty,
  commune: string | undefined,
): CoverageNumbers | null;
export function useNumbers(
  data: CoverageData | null,
  minutes: number,
  certainty: Certainty,
  commune: string | undefined,
): CoverageNumbers | null {
  const result = data?.result;
  const communes = data?.subjects.communes;
  const thresholdMillis = minutes * 60_000;
  const indicators = useMemo(
    () => result && communes && indicatorsOf(result, communes, thresholdMillis),
    [result, communes, thresholdMillis],
  );
  const curve = useMemo(() => {
    if (!result || !communes) return undefined;
    const communeIndex = communes.findIndex(({ code }) => code === commune);
    return curveOf(communeIndex === -1 ? result : cellsOfCommune(result, communeIndex));
  }, [result, communes, commune]);
  const premisesGaps = useMemo(
    () => result && gapBits(result.premises, certainty, thresholdMillis),
    [result, certainty, thresholdMillis],
  );
  const without = useMemo(
    () => result && communes && withoutRoads(result, communes.length),
    [result, communes],
  );
  return useMemo(() => {
    if (!indicators || !curve || !premisesGaps || !without) return null;
    return numbersOf({ ...indicators, withoutRoads: without, curve, premisesGaps }, commune);
  }, [indicators, without, curve, premisesGaps, commune]);
}
