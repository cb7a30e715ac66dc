/** Further questions to a prepared coverage run; each answers in the schema of its name. */
export { type CutRankingOptions, cutRanking } from "./cut-ranking.ts";
export { type DeadEndsOptions, deadEnds } from "./dead-ends.ts";
export { type DeepAlleysOptions, deepAlleys } from "./deep-alleys.ts";
export { type EnginesWithinOptions, enginesWithin } from "./engines-within.ts";
export { type FixesOptions, fixes, fixesFor } from "./fixes.ts";
export { type HydrantSpacingOptions, hydrantSpacing } from "./hydrant-spacing.ts";
export { type IsochroneOptions, isochrones } from "./isochrones.ts";
export { type LastStopsOptions, lastStops, lastStopsAt } from "./last-stops.ts";
export { type SpeedIntervalOptions, speedInterval } from "./speed-interval.ts";
export { type SurveyListOptions, surveyList } from "./survey-list.ts";
export { type WaterSupplyOptions, waterSupply } from "./water-supply.ts";
