/** Answers of the analyses that somebody opens; those under the numbers are in the first load (`analyses.ts`). */
import {
  CutRanking,
  DeadEnds,
  DeepAlleys,
  EnginesWithin,
  HydrantSpacing,
  Isochrones,
  MixedWorks,
  SurveyList,
  WaterSupply,
} from "@firecover/domain";

export const openedSchemas = {
  "survey-list": SurveyList,
  "mixed-works": MixedWorks,
  "deep-alleys": DeepAlleys,
  "dead-ends": DeadEnds,
  "hydrant-spacing": HydrantSpacing,
  "water-supply": WaterSupply,
  "engines-within": EnginesWithin,
  "cut-ranking": CutRanking,
  isochrones: Isochrones,
};
