/** Siting runs and the server itself: it stays awake beside four solves, and tells what became of them when it ended. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { serve } from "../src/index.ts";
import { clientOf, type TestServer, until } from "./server.ts";
import { askSiting, candidatesOf, endedSiting, quickQuestion, readSiting } from "./suites/siting.ts";

vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let running: TestServer;

async function start(): Promise<void> {
  const server = await serve({ port: 0, host: "127.0.0.1", demo: true, dataFolder: folder });
  await server.ready;
  running = clientOf(server, async () => {});
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "firecover-siting-"));
  await start();
}, 300_000);
afterAll(async () => {
  await running?.stop();
  await rm(folder, { recursive: true, force: true });
});

it("answers /health/live all the while four solves run, and a fifth waits its turn", async () => {
  await candidatesOf(running, 100);
  const long = { ...quickQuestion, isRobustnessAsked: true, timeLimitSeconds: 60 };
  const runs = await Promise.all(
    [2, 3, 4, 5, 6].map((k) => askSiting(running, { ...long, newStationCount: k })),
  );
  const states = async () => Promise.all(runs.map(async (run) => (await readSiting(running, run)).state));
  const first = await until(states, (all) => all.filter((state) => state === "running").length === 4);
  expect(first.filter((state) => state === "queued")).toHaveLength(1);

  let answered = 0;
  for (
    let all = first;
    all.filter((state) => state === "running").length === 4 && answered < 400;
    answered++
  ) {
    const response = await running.get("/health/live");
    expect(await response.json()).toEqual({ status: "live" });
    if (answered % 50 === 49) all = await states();
  }
  expect(answered).toBeGreaterThan(0);
  await Promise.all(runs.map(({ id }) => running.send("POST", `/api/siting-runs/${id}/stop`)));
  for (const run of runs) {
    const { state, problem } = await endedSiting(running, run);
    expect([state, problem]).toEqual([expect.stringMatching(/^(done|cancelled)$/), null]);
  }
});

it("knows after a restart what was answered, and that what was under way is not", async () => {
  const done = await endedSiting(running, await askSiting(running, quickQuestion));
  expect(done.state).toBe("done");
  const cut = await askSiting(running, { ...quickQuestion, isRobustnessAsked: true, newStationCount: 9 });
  await running.stop();

  await start();
  expect(await readSiting(running, done)).toEqual(done);
  expect(await readSiting(running, cut)).toMatchObject({
    state: "cancelled",
    problem: { code: "interrupted" },
  });
  const { items } = await running.json<{ items: { id: string }[] }>("/api/siting-runs?limit=2");
  expect(items.map(({ id }) => id)).toEqual([cut.id, done.id]);
});
