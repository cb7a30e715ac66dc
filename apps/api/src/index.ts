/** The server of firecover, and the coverage service that the command line shares with it. */
export { type Api, createApp } from "./app.ts";
export type { AppContext, Services } from "./context.ts";
export { type CoverageService, createCoverageService } from "./coverage/coverage-service.ts";
export { defaultParameters } from "./coverage/current-run.ts";
export { type RunningServer, type ServeOptions, serve } from "./serve.ts";
