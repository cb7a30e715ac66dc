/** The server of firecover, and the coverage service that the command line shares with it. */
export { type Analyses, createAnalyses } from "./analyses/analyses-service.ts";
export { AnalysisName } from "./analyses/analysis-name.ts";
export { type Analysis, analyses } from "./analyses/catalogue.ts";
export { tableCsv } from "./analyses/table.ts";
export { type Api, createApp } from "./app.ts";
export type { AppContext, Services } from "./context.ts";
export { type CoverageService, createCoverageService } from "./coverage/coverage-service.ts";
export { defaultParameters } from "./coverage/current-run.ts";
export { FaultyChanges, mustFitRegisters } from "./scenarios/check-changes.ts";
export { type RunningServer, type ServeOptions, serve } from "./serve.ts";
export { createSiteCandidates, type SiteCandidates } from "./siting/site-candidates.ts";
export { createSitingService, type SitingService } from "./siting/siting-service.ts";
