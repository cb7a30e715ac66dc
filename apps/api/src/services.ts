/** Wires the services of an open database. */
import { join } from "node:path";
import type { Database } from "@firecover/database";
import { createAnalyses } from "./analyses/analyses-service.ts";
import type { Services } from "./context.ts";
import { createCoverageJobs } from "./coverage/coverage-jobs.ts";
import { createCoverageService } from "./coverage/coverage-service.ts";
import { createImportJobs } from "./jobs/import-jobs.ts";
import { createSiteCandidates } from "./siting/site-candidates.ts";
import { createSitingService } from "./siting/siting-service.ts";
import { layerSource } from "./tiles/layer-source.ts";
import { createTileService } from "./tiles/tile-service.ts";

/** `dataFolder` null = the database is a server, nothing is kept on disk here. */
export function createServices(database: Database, dataFolder: string | null): Services {
  const derivedFolder = dataFolder === null ? null : join(dataFolder, "derived");
  const coverage = createCoverageService(database, { derivedFolder });
  const siteCandidates = createSiteCandidates(database, coverage);
  return {
    database,
    coverage,
    coverageJobs: createCoverageJobs(coverage),
    analyses: createAnalyses(database, coverage, { derivedFolder }),
    imports: createImportJobs(database, () => coverage.stamps.invalidate()),
    tiles: createTileService(layerSource(database, coverage)),
    siteCandidates,
    siting: createSitingService(database, coverage, siteCandidates),
  };
}
