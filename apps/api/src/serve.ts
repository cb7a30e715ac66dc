/** Starts the server: listens at once, opens the database behind it, stops without losing anything. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Database, openDatabase } from "@firecover/database";
import { FirecoverError, type OnProgress } from "@firecover/domain";
import { serve as listen, type ServerType } from "@hono/node-server";
import { createApp } from "./app.ts";
import type { Services } from "./context.ts";
import { isLoopback } from "./http/security.ts";
import { prepare } from "./prepare.ts";
import { createServices } from "./services.ts";
import { createStartup } from "./startup.ts";
import { maxTileZoom, tileAt } from "./tiles/tile-index.ts";

export type ServeOptions = {
  /** 0 = any free one. */
  readonly port: number;
  readonly host: string;
  /** Load the demo province and compute its coverage when the database is empty. */
  readonly demo: boolean;
  readonly onProgress?: OnProgress;
  readonly webFolder?: string;
  readonly docsFolder?: string;
} & ({ readonly dataFolder: string } | { readonly databaseUrl: string });

export interface RunningServer {
  readonly url: string;
  /** Resolves when the server can answer, rejects when it never will. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

const appsFolder = join(import.meta.dirname, "../..");

export async function serve(options: ServeOptions): Promise<RunningServer> {
  if (!isLoopback(options.host)) {
    throw new FirecoverError(
      "invalid-input",
      `Without accounts the server answers on this machine only: use 127.0.0.1 instead of ${options.host}.`,
    );
  }
  const startup = createStartup<Services>();
  const app = createApp({
    startup,
    webFolder: options.webFolder ?? join(appsFolder, "web/dist"),
    docsFolder: options.docsFolder ?? join(appsFolder, "docs"),
  });
  const server = await listening(app.fetch, options);
  const onProgress: OnProgress = (progress) => {
    startup.progress(progress);
    options.onProgress?.(progress);
  };

  let services: Services | undefined;
  let database: Database | undefined;
  const stopped = new AbortController();
  const ready = (async () => {
    if ("dataFolder" in options) await mkdir(options.dataFolder, { recursive: true });
    database = await openDatabase(options, onProgress);
    services = createServices(database, "dataFolder" in options ? options.dataFolder : null);
    await services.siting.recover();
    await prepare(services, { demo: options.demo, onProgress, signal: stopped.signal });
    startup.ready(services);
    void warmTiles(services).catch(() => {}); // who asks for a tile is told what is wrong
  })();
  ready.catch((error: unknown) => startup.fail(error instanceof Error ? error.message : String(error)));

  return {
    url: urlOf(server.address, options.host),
    ready,
    async stop() {
      stopped.abort();
      await Promise.all([closed(server.server), ready.catch(() => {})]);
      await services?.imports.close();
      await services?.coverageJobs.close();
      await services?.siting.close();
      await services?.coverage.close();
      await database?.close();
    },
  };
}

/** The closest zoom cuts the most. */
async function warmTiles({ coverage, tiles }: Services): Promise<void> {
  const bounds = await coverage.bounds();
  if (!bounds) return;
  const [west, south, east, north] = bounds;
  const run = await coverage.currentRun();
  await tiles.warm(run?.id ?? null, tileAt((west + east) / 2, (south + north) / 2, maxTileZoom));
}

interface Listening {
  readonly server: ServerType;
  readonly address: { readonly port: number };
}

function listening(
  fetch: Parameters<typeof listen>[0]["fetch"],
  { port, host }: ServeOptions,
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch, port, hostname: host }, (address) => resolve({ server, address }));
    // five seconds, as by default, end connections that a busy caller is about to use again
    if ("keepAliveTimeout" in server) server.keepAliveTimeout = 60_000;
    server.once("error", (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === "EADDRINUSE";
      const sentence = `Cổng ${port} ở ${host} đã có chương trình khác dùng: dừng nó, hoặc chọn cổng khác bằng --port · port taken: stop what uses it or choose another with --port.`;
      reject(isTaken ? new FirecoverError("conflict", sentence, { cause: error }) : error);
    });
  });
}

const urlOf = ({ port }: { port: number }, host: string): string =>
  `http://${host.includes(":") ? `[${host}]` : host}:${port}`;

/** Lets requests under way end, but not for ever. */
function closed(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), 3000);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    if ("closeIdleConnections" in server) server.closeIdleConnections();
  });
}
