/** One question with all that could be measured to answer it: which measurements decide whom. */
import type { GapCause, SurveyMeasurement } from "@firecover/domain";
import type { Gaps, PlaceLists } from "./fix-gaps.ts";

/** Measurements that decide some places if made together; whom they decide alone. */
export interface SurveyCandidate {
  readonly measurementIds: readonly string[];
  readonly decided: PlaceLists;
}

export interface SurveyField {
  readonly cause: GapCause;
  readonly candidates: readonly SurveyCandidate[];
  /** Takes the measurements as made and passed; all places decided so far. */
  measure(measurementIds: readonly string[]): PlaceLists;
  describe(measurementId: string): SurveyMeasurement;
}

/** Places that fail as certain and not as possible, per cause; of cells those with people. */
export function openPlaces({ places, result }: Gaps, cause: GapCause): [premises: number[], cells: number[]] {
  const kinds = ["premises", "cells"] as const;
  const openOf = (p: 0 | 1) => {
    const { responseMillis, accessOk, waterOk, forceOk } = result[kinds[p]].possible;
    const isMet = (i: number) =>
      cause === "time"
        ? responseMillis[i]! <= result.firstEngineMillis
        : (cause === "access" ? accessOk : cause === "water" ? waterOk : forceOk)[i] === 1;
    const indexes: number[] = [];
    places[p].failing[cause].forEach((fails, i) => {
      if (fails && isMet(i)) indexes.push(i);
    });
    return indexes;
  };
  return [openOf(0), openOf(1)];
}

/** What most measurements have in common with no other. */
export const noSubject = {
  roadId: null,
  waterSourceId: null,
  stationId: null,
  premisesId: null,
  geometry: null,
  lengthMetres: null,
} as const satisfies Partial<SurveyMeasurement>;
