/** The same over a PostgreSQL of the tests' own. */
import {
  findPostgresBin,
  type PostgresCluster,
  startPostgresCluster,
} from "@firecover/database/postgres-cluster";
import { afterAll, beforeAll, describe, vi } from "vitest";
import { startDemoServer, type TestServer } from "./server.ts";
import { analysisFacts } from "./suites/analyses.ts";
import { candidateSiteFacts } from "./suites/candidate-sites.ts";
import { coverageFacts } from "./suites/coverage.ts";
import { importFacts } from "./suites/imports.ts";
import { registerFacts } from "./suites/registers.ts";
import { scenarioRunFacts } from "./suites/scenario-runs.ts";
import { scenarioFacts } from "./suites/scenarios.ts";
import { sitingFacts } from "./suites/siting.ts";
import { tileFacts } from "./suites/tiles.ts";

// a busy machine must not fail a fact that is no fact about time
vi.setConfig({ testTimeout: 60_000 });

describe.skipIf(findPostgresBin() === null)("on PostgreSQL", () => {
  let cluster: PostgresCluster;
  let running: TestServer;
  const server = () => running;
  beforeAll(async () => {
    cluster = await startPostgresCluster();
    running = await startDemoServer(cluster.url);
  }, 300_000);
  afterAll(async () => {
    await running?.stop();
    await cluster?.stop();
  });

  describe("registers", () => registerFacts(server));
  describe("tiles", () => tileFacts(server));
  describe("candidate sites", () => candidateSiteFacts(server));
  describe("imports", () => importFacts(server));
  describe("scenarios", () => scenarioFacts(server));
  describe("coverage", () => coverageFacts(server));
  describe("runs of scenarios", () => scenarioRunFacts(server));
  describe("analyses", () => analysisFacts(server));
  describe("siting runs", () => sitingFacts(server));
});
