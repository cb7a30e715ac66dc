/** How long a province's network takes from file to memory, and how long the file is. Measured since the dashboard loads it before anything moves. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { driveGraph, encodeRoadNetwork } from "@firecover/road-network";
import type { Figure } from "./figure.ts";
import { gridNetwork } from "./grid-graph.ts";
import { anybody } from "./porto.ts";

const rounds = 5;

export async function run(): Promise<Figure[]> {
  const network = gridNetwork(548, 1);
  const { arcCount } = driveGraph(network, anybody);
  const bytes = encodeRoadNetwork(network);
  const folder = mkdtempSync(join(tmpdir(), "firecover-bench-"));
  try {
    const path = join(folder, "network");
    writeFileSync(path, bytes);
    const script = fileURLToPath(new URL("./graph-load-once.ts", import.meta.url));
    // a browser loads once, so the first time counts, compiling included: each in a process of its own
    const loads = Array.from(
      { length: rounds },
      () => JSON.parse(execFileSync(process.execPath, [script, path], { encoding: "utf8" })) as number[],
    );
    const fastestOf = (load: number) => Math.min(...loads.map((millis) => millis[load]!));
    return [
      { name: "graph-load/300k", value: fastestOf(0), unit: "ms", peers: {}, goal: "at most 300 ms" },
      { name: "graph-load/300k-again", value: fastestOf(1), unit: "ms", peers: {}, goal: null },
      {
        name: "graph-load/300k-size",
        value: gzipSync(bytes).length / arcCount,
        unit: "bytes per arc, gzipped",
        peers: {},
        goal: "at most 12",
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
