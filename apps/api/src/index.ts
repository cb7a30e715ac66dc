/** The server of firecover, and the coverage service that the command line shares with it. */
export { type Api, createApp } from "./app.ts";
export type { AppContext, Services } from "./context.ts";
export {
  type CoverageService,
  createCoverageService,
  defaultParameters,
} from "./coverage/coverage-service.ts";
export { type RunningServer, type ServeOptions, serve } from "./serve.ts";
