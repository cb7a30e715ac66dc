/** A real server on a free port, over a database of its own. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningServer, serve } from "../src/index.ts";

export interface TestServer {
  readonly url: string;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  json<T = Record<string, unknown>>(path: string): Promise<T>;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  stop(): Promise<void>;
}

/** With the demo province loaded and its coverage computed. */
export async function startDemoServer(databaseUrl?: string): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), "firecover-api-test-"));
  const place = databaseUrl === undefined ? { dataFolder: folder } : { databaseUrl };
  const server = await serve({ port: 0, host: "127.0.0.1", demo: true, ...place });
  await server.ready;
  return clientOf(server, () => rm(folder, { recursive: true, force: true }));
}

export function clientOf(server: RunningServer, cleanUp: () => Promise<void>): TestServer {
  const { url } = server;
  const get = (path: string, headers = {}) => fetch(url + path, { headers });
  return {
    url,
    get,
    async json<T>(path: string) {
      const response = await get(path);
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as T;
    },
    send: (method, path, body, headers = {}) =>
      fetch(url + path, {
        method,
        headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    async stop() {
      await server.stop();
      await cleanUp();
    },
  };
}

/** Asks until `isDone` or gives up after a minute. */
export async function until<T>(ask: () => Promise<T>, isDone: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + 60_000;
  for (;;) {
    const answer = await ask();
    if (isDone(answer)) return answer;
    if (Date.now() > end) throw new Error(`Not done after a minute: ${JSON.stringify(answer).slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
