/** Everything the server answers, in one place: API, tiles, documentation, health, and the dashboard for the rest. */
import { OpenAPIHono } from "@hono/zod-openapi";
import type { AppContext } from "./context.ts";
import { onError, onInvalid, onNotFound } from "./http/problem.ts";
import { onlyLoopbackHosts, onlyOwnOrigin, securityHeaders } from "./http/security.ts";
import { openApiInfo } from "./openapi.ts";
import { apiDocs } from "./pages/api-docs.ts";
import { docsPages } from "./pages/docs.ts";
import { webApp } from "./pages/web-app.ts";
import { analysisRoutes } from "./routes/analyses.ts";
import { candidateSiteRoutes } from "./routes/candidate-sites.ts";
import { communeRoutes } from "./routes/communes.ts";
import { coverageJobRoutes } from "./routes/coverage-jobs.ts";
import { coverageRunRoutes } from "./routes/coverage-runs.ts";
import { exclusionZoneRoutes } from "./routes/exclusion-zones.ts";
import { fireStationRoutes } from "./routes/fire-stations.ts";
import { healthRoutes } from "./routes/health.ts";
import { importRoutes } from "./routes/imports.ts";
import { premisesRoutes } from "./routes/premises.ts";
import { projectRoutes } from "./routes/project.ts";
import { roadRoutes } from "./routes/roads.ts";
import { runInputRoutes } from "./routes/run-inputs.ts";
import { scenarioRoutes } from "./routes/scenarios.ts";
import { searchRoutes } from "./routes/search.ts";
import { settingRoutes } from "./routes/settings.ts";
import { sitingCandidateRoutes } from "./routes/siting-candidates.ts";
import { sitingRunRoutes } from "./routes/siting-runs.ts";
import { standardRoutes } from "./routes/standards.ts";
import { tileRoutes } from "./routes/tiles.ts";
import { waterSourceRoutes } from "./routes/water-sources.ts";

export function createApp(context: AppContext) {
  const app = new OpenAPIHono({ defaultHook: onInvalid });
  app.onError(onError);
  app.notFound(onNotFound);
  app.use(securityHeaders, onlyLoopbackHosts, onlyOwnOrigin);

  const api = app
    .route("/", projectRoutes(context))
    .route("/", communeRoutes(context))
    .route("/", premisesRoutes(context))
    .route("/", waterSourceRoutes(context))
    .route("/", fireStationRoutes(context))
    .route("/", roadRoutes(context))
    .route("/", standardRoutes(context))
    .route("/", scenarioRoutes(context))
    .route("/", searchRoutes(context))
    .route("/", importRoutes(context))
    .route("/", coverageRunRoutes(context))
    .route("/", coverageJobRoutes(context))
    .route("/", runInputRoutes(context))
    .route("/", analysisRoutes(context))
    .route("/", settingRoutes(context))
    .route("/", candidateSiteRoutes(context))
    .route("/", exclusionZoneRoutes(context))
    .route("/", sitingCandidateRoutes(context))
    .route("/", sitingRunRoutes(context))
    .route("/", tileRoutes(context));

  app.get("/api/openapi.json", (c) =>
    c.json(app.getOpenAPI31Document(openApiInfo), 200, { "cache-control": "no-cache" }),
  );
  app.route("/health", healthRoutes(context.startup));
  app.route("/api/docs", apiDocs());
  app.all("/api/*", onNotFound);
  app.all("/tiles/*", onNotFound);
  app.route("/docs", docsPages(context.docsFolder));
  app.route("/", webApp(context.webFolder));
  return api;
}

export type Api = ReturnType<typeof createApp>;
