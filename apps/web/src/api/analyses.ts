/** Analyses of a run: computed by the server when first asked for, then kept. */
import { Fixes, SpeedInterval } from "@firecover/domain";
import type { z } from "zod";
import type { openedSchemas } from "./analysis-schemas.ts";
import { getJson, query } from "./http.ts";

/** Asked for with every run, under its numbers: these come with the first load, all others when one is opened. */
const usualSchemas = { fixes: Fixes, "speed-interval": SpeedInterval };
type UsualSchemas = typeof usualSchemas;

export type AnalysisSchemas = UsualSchemas & typeof openedSchemas;
export type AnalysisAnswer<Name extends keyof AnalysisSchemas> = z.infer<AnalysisSchemas[Name]>;
export type AnalysisOptions = Record<string, string | number | undefined>;

export async function getAnalysis<Name extends keyof AnalysisSchemas>(
  runId: string,
  name: Name,
  options: AnalysisOptions,
  signal: AbortSignal,
): Promise<AnalysisAnswer<Name>> {
  const path = `/api/coverage-runs/${encodeURIComponent(runId)}/analyses/${name}${query(options)}`;
  const schemas = name in usualSchemas ? usualSchemas : (await import("./analysis-schemas.ts")).openedSchemas;
  const schema = (schemas as unknown as AnalysisSchemas)[name];
  return getJson(path, schema, signal) as Promise<AnalysisAnswer<Name>>;
}
