/** Buildings whose volume or storeys nobody measured, so that as certain they are taken to need more water. */
import type { Premises, SurveyMeasurement, SurveyQuestion } from "@firecover/domain";
import { premisesWaterDemand } from "../water-demand.ts";
import type { Gaps } from "./fix-gaps.ts";
import { noSubject } from "./survey-field.ts";

/** Columns and first row of Table 8: the value measured passes up to here. */
const volumeBounds = [1_000, 5_000, 25_000, 50_000] as const;
const lowStoreys = 3;

export interface SurveyBuildings {
  hasUnknown(i: number): boolean;
  /** What the building needs as certain if it is measured as small and low. */
  requiredLps(i: number): number;
  idOf(i: number): string;
  indexOf(id: string): number;
  describe(id: string): SurveyMeasurement;
}

export function surveyBuildings({ prepared }: Gaps, asked: readonly number[]): SurveyBuildings {
  const { premises, communes } = prepared.input;
  const { communeIndex } = prepared.premises.points;
  const idOf = (i: number) => `premises:${premises[i]!.id}`;
  const indexes = new Map(asked.map((i) => [idOf(i), i]));
  const hasUnknown = (i: number) => premises[i]!.volumeM3 === null || premises[i]!.storeys === null;

  function requiredWith(i: number, volumeM3: number): number {
    const measured: Premises = {
      ...premises[i]!,
      volumeM3: premises[i]!.volumeM3 ?? volumeM3,
      storeys: premises[i]!.storeys ?? lowStoreys,
    };
    return premisesWaterDemand(measured, communes[communeIndex[i]!] ?? null, "certain").requiredLps;
  }
  const requiredLps = (i: number) => requiredWith(i, volumeBounds[0]);

  function describe(id: string): SurveyMeasurement {
    const i = indexes.get(id)!;
    const { id: premisesId, name, communeCode, location, volumeM3, storeys } = premises[i]!;
    const questions: SurveyQuestion[] = [];
    const most = volumeBounds.findLast((bound) => requiredWith(i, bound) === requiredLps(i))!;
    if (volumeM3 === null)
      questions.push({
        attribute: "building-volume",
        unit: "m3",
        current: null,
        passes: { least: null, most },
      });
    if (storeys === null)
      questions.push({
        attribute: "storeys",
        unit: "storeys",
        current: null,
        passes: { least: null, most: lowStoreys },
      });
    return { ...noSubject, id, subject: "premises", premisesId, name, communeCode, location, questions };
  }

  return { hasUnknown, requiredLps, idOf, indexOf: (id) => indexes.get(id)!, describe };
}
