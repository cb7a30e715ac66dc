/** Tiles of the demo province over real HTTP: a map that waits for its tiles feels broken. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@firecover/api";
import { type Figure, median, quantile } from "./figure.ts";

const layers = [
  "roads",
  "premises",
  "communes",
  "density-cells",
  "coverage-gaps",
  "water-sources",
  "land-cover",
];
/** As a browser does. */
const requestsAtOnce = 6;
const addressCount = 600;

export async function run(): Promise<Figure[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), "firecover-bench-"));
  const server = await serve({ port: 0, host: "127.0.0.1", dataFolder, demo: true });
  try {
    await server.ready;
    const addresses = seededAddresses(await boundsOf(server.url));
    const cold = await timesOf(server.url, addresses);
    const warm = await timesOf(server.url, addresses);
    const figure = (name: string, value: number, unit: string, goal: string | null): Figure => ({
      name,
      value,
      unit,
      peers: {},
      goal,
    });
    return [
      figure("tiles/p95", quantile(cold.millis, 0.95), "ms", "≤ 100 ms, each tile asked for the first time"),
      figure("tiles/median", median(cold.millis), "ms", null),
      figure("tiles/p95-again", quantile(warm.millis, 0.95), "ms", null),
      figure("tiles/largest", Math.max(...cold.bytes) / 1000, "kB", "< 500 kB, gzipped"),
    ];
  } finally {
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function boundsOf(url: string): Promise<[number, number, number, number]> {
  const project = (await (await fetch(`${url}/api/project`)).json()) as {
    bounds: [number, number, number, number];
  };
  return project.bounds;
}

/** Close looks are more frequent than far ones, as when somebody pans and zooms. */
function seededAddresses([west, south, east, north]: [number, number, number, number]): string[] {
  const random = seeded(1);
  return Array.from({ length: addressCount }, (_, i) => {
    const z = 8 + Math.floor(7 * Math.sqrt(random()));
    const lon = west + random() * (east - west);
    const lat = south + random() * (north - south);
    const side = 2 ** z;
    const x = Math.floor(((lon + 180) / 360) * side);
    const y = Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * side);
    return `/tiles/${layers[i % layers.length]}/${z}/${x}/${y}.mvt`;
  });
}

async function timesOf(
  url: string,
  addresses: readonly string[],
): Promise<{ millis: number[]; bytes: number[] }> {
  const millis: number[] = [];
  const bytes: number[] = [];
  let next = 0;
  const one = async () => {
    while (next < addresses.length) {
      const address = addresses[next++]!;
      const started = performance.now();
      const response = await fetch(url + address, { headers: { "accept-encoding": "gzip" } });
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      const length = Number(response.headers.get("content-length") ?? 0);
      await response.arrayBuffer();
      millis.push(performance.now() - started);
      bytes.push(length);
    }
  };
  await Promise.all(Array.from({ length: requestsAtOnce }, one));
  return { millis, bytes };
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
