/** The whole API over the embedded database, by real requests to a listening server. */
import { afterAll, beforeAll, describe, vi } from "vitest";
import { startDemoServer, type TestServer } from "./server.ts";
import { analysisFacts } from "./suites/analyses.ts";
import { candidateSiteFacts } from "./suites/candidate-sites.ts";
import { coverageFacts } from "./suites/coverage.ts";
import { importFacts } from "./suites/imports.ts";
import { protocolFacts } from "./suites/protocol.ts";
import { registerFacts } from "./suites/registers.ts";
import { scenarioRunFacts } from "./suites/scenario-runs.ts";
import { scenarioFacts } from "./suites/scenarios.ts";
import { sitingFacts } from "./suites/siting.ts";
import { tileFacts } from "./suites/tiles.ts";

// a busy machine must not fail a fact that is no fact about time
vi.setConfig({ testTimeout: 60_000 });

let running: TestServer;
const server = () => running;
beforeAll(async () => {
  running = await startDemoServer();
}, 300_000);
afterAll(() => running?.stop());

describe("the server", () => protocolFacts(server));
describe("registers", () => registerFacts(server));
describe("tiles", () => tileFacts(server));
describe("candidate sites", () => candidateSiteFacts(server));
describe("imports", () => importFacts(server));
describe("scenarios", () => scenarioFacts(server));
describe("coverage", () => coverageFacts(server));
describe("runs of scenarios", () => scenarioRunFacts(server));
describe("analyses", () => analysisFacts(server));
describe("siting runs", () => sitingFacts(server));
