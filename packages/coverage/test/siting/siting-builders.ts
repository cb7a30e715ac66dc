/** Candidates and questions for tests. */
import { CandidateSite, defaultStandard, SitingQuestion } from "@firecover/domain";
import { parameters } from "../builders.ts";

export function candidate(id: string, location: [number, number], more: object = {}): CandidateSite {
  return CandidateSite.parse({
    id,
    name: id,
    kind: "plot",
    location,
    geometry: null,
    areaSquareMetres: null,
    roadWidthMetres: null,
    slopePercent: null,
    priceMillionDong: null,
    communeCode: null,
    note: null,
    source: "test",
    dataDate: "2026-11-01",
    isSynthetic: true,
    ...more,
  });
}

export function ask(more: object = {}): SitingQuestion {
  return SitingQuestion.parse({
    aim: "most-covered",
    newStationCount: 2,
    parameters: { ...parameters, standardId: defaultStandard.id },
    isRobustnessAsked: false,
    ...more,
  });
}
