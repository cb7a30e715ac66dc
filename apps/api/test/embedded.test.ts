/** The whole API over the embedded database, by real requests to a listening server. */
import { afterAll, beforeAll, describe } from "vitest";
import { startDemoServer, type TestServer } from "./server.ts";
import { coverageFacts } from "./suites/coverage.ts";
import { importFacts } from "./suites/imports.ts";
import { protocolFacts } from "./suites/protocol.ts";
import { registerFacts } from "./suites/registers.ts";
import { tileFacts } from "./suites/tiles.ts";

let running: TestServer;
const server = () => running;
beforeAll(async () => {
  running = await startDemoServer();
}, 300_000);
afterAll(() => running?.stop());

describe("the server", () => protocolFacts(server));
describe("registers", () => registerFacts(server));
describe("tiles", () => tileFacts(server));
describe("imports", () => importFacts(server));
describe("coverage", () => coverageFacts(server));
