/** What analyses are called, in addresses and on the command line. */
import { z } from "@hono/zod-openapi";

export const AnalysisName = z.enum([
  "deep-alleys",
  "dead-ends",
  "hydrant-spacing",
  "water-supply",
  "engines-within",
  "cut-ranking",
  "speed-interval",
  "fixes",
  "mixed-works",
  "survey-list",
  "isochrones",
]);
export type AnalysisName = z.infer<typeof AnalysisName>;
