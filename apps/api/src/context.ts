/** What the routes share: the folders served, and the services once the database is open. */
import type { Database } from "@firecover/database";
import type { Analyses } from "./analyses/analyses-service.ts";
import type { CoverageJobs } from "./coverage/coverage-jobs.ts";
import type { CoverageService } from "./coverage/coverage-service.ts";
import type { ImportJobs } from "./jobs/import-jobs.ts";
import type { SiteCandidates } from "./siting/site-candidates.ts";
import type { SitingService } from "./siting/siting-service.ts";
import type { Startup } from "./startup.ts";
import type { TileService } from "./tiles/tile-service.ts";

export interface Services {
  readonly database: Database;
  readonly coverage: CoverageService;
  readonly coverageJobs: CoverageJobs;
  readonly analyses: Analyses;
  readonly imports: ImportJobs;
  readonly tiles: TileService;
  readonly siteCandidates: SiteCandidates;
  readonly siting: SitingService;
}

export interface AppContext {
  readonly startup: Startup<Services>;
  /** The built dashboard. */
  readonly webFolder: string;
  /** The pages of the documentation. */
  readonly docsFolder: string;
}
