/** The analyses of a run that the drawer can open, in the order of its list; the names are the API's. */
export const analysisNames = [
  "survey-list",
  "fixes",
  "mixed-works",
  "deep-alleys",
  "dead-ends",
  "hydrant-spacing",
  "water-supply",
  "engines-within",
  "cut-ranking",
  "speed-interval",
  "isochrones",
] as const;
export type AnalysisName = (typeof analysisNames)[number];

export const isAnalysis = (name: string): name is AnalysisName =>
  (analysisNames as readonly string[]).includes(name);
