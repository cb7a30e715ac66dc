/** Analyses of a run: computed by the server when first asked for, then kept. */
import {
  CutRanking,
  DeadEnds,
  DeepAlleys,
  EnginesWithin,
  Fixes,
  HydrantSpacing,
  Isochrones,
  MixedWorks,
  SpeedInterval,
  SurveyList,
  WaterSupply,
} from "@firecover/domain";
import type { z } from "zod";
import { getJson, query } from "./http.ts";

export const analysisSchemas = {
  "survey-list": SurveyList,
  fixes: Fixes,
  "mixed-works": MixedWorks,
  "deep-alleys": DeepAlleys,
  "dead-ends": DeadEnds,
  "hydrant-spacing": HydrantSpacing,
  "water-supply": WaterSupply,
  "engines-within": EnginesWithin,
  "cut-ranking": CutRanking,
  "speed-interval": SpeedInterval,
  isochrones: Isochrones,
};
export type AnalysisSchemas = typeof analysisSchemas;
export type AnalysisAnswer<Name extends keyof AnalysisSchemas> = z.infer<AnalysisSchemas[Name]>;
export type AnalysisOptions = Record<string, string | number | undefined>;

export function getAnalysis<Name extends keyof AnalysisSchemas>(
  runId: string,
  name: Name,
  options: AnalysisOptions,
  signal: AbortSignal,
): Promise<AnalysisAnswer<Name>> {
  const path = `/api/coverage-runs/${encodeURIComponent(runId)}/analyses/${name}${query(options)}`;
  return getJson(path, analysisSchemas[name], signal) as Promise<AnalysisAnswer<Name>>;
}
