/** `/health/live` while four siting runs solve: a server that plans must not look dead to who watches it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@firecover/api";
import type { SitingRun } from "@firecover/domain";
import { type Figure, quantile } from "./figure.ts";

const solves = 4;
const loadedSeconds = 20;
const idleSeconds = 5;
/** Asked by the clock, whether or not the last answer is there: a server that hangs is not asked less often. */
const everyMillis = 25;
/** As the page does. */
const pollMillis = 300;

export async function run(): Promise<Figure[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), "firecover-bench-"));
  const server = await serve({ port: 0, host: "127.0.0.1", dataFolder, demo: true });
  try {
    await server.ready;
    await send(server.url, "POST", "/api/siting/candidates/generate", { count: 150 });
    await latencies(server.url, 1); // connections are open, code is warm
    const idle = await latencies(server.url, idleSeconds);
    const load = keepSolving(server.url);
    await load.started;
    const loaded = await latencies(server.url, loadedSeconds);
    await load.stop();
    const figure = (name: string, share: number, goal: string | null): Figure => ({
      name: `health-under-load/${name}`,
      value: quantile(loaded, share),
      unit: "ms",
      peers: { idle: quantile(idle, share) },
      goal,
    });
    return [
      figure("p99", 0.99, "≤ 50 ms while four solves run"),
      figure("median", 0.5, null),
      figure("longest", 1, null),
    ];
  } finally {
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function latencies(url: string, seconds: number): Promise<number[]> {
  const millis: number[] = [];
  const asked: Promise<void>[] = [];
  const started = performance.now();
  for (let k = 0; k * everyMillis < seconds * 1000; k++) {
    const due = started + k * everyMillis;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    asked.push(
      fetch(`${url}/health/live`).then(async (response) => {
        await response.arrayBuffer();
        if (!response.ok) throw new Error(`/health/live: ${response.status}`);
        millis.push(performance.now() - due);
      }),
    );
  }
  await Promise.all(asked);
  return millis;
}

/** Four at all times, each another question, each watched as the page watches it. */
function keepSolving(url: string) {
  const running = new Set<string>();
  const { promise: started, resolve } = Promise.withResolvers<void>();
  let isOver = false;

  async function one(first: number): Promise<void> {
    for (let count = first; !isOver; count = (count % 9) + 1) {
      const { id } = await send<SitingRun>(url, "POST", "/api/siting-runs", {
        ...question,
        newStationCount: count,
      });
      let state = "queued";
      while (state === "queued" || state === "running") {
        await new Promise((wait) => setTimeout(wait, pollMillis));
        if (isOver) await send(url, "POST", `/api/siting-runs/${id}/stop`);
        ({ state } = await send<SitingRun>(url, "GET", `/api/siting-runs/${id}`));
        if (state === "running") running.add(id);
        if (running.size >= solves) resolve();
      }
      if (state !== "done") throw new Error(`The siting run ended as ${state}.`);
    }
  }
  const all = Promise.all(Array.from({ length: solves }, (_, k) => one(3 + k)));
  return {
    started: Promise.race([started, all.then(() => {})]),
    async stop() {
      isOver = true;
      await all;
    },
  };
}

const question = {
  aim: "most-covered",
  parameters: {
    standardId: "qcvn",
    vehicleClass: "engine",
    turnRestrictions: true,
    contraflow: false,
    speedFactor: 1,
  },
  thresholdMinutes: 10,
  timeLimitSeconds: 60,
  isRobustnessAsked: true,
};

async function send<T>(url: string, method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(url + path, {
    method,
    ...(body && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
