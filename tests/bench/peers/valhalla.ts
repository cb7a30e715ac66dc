/**
 * Valhalla, installed into a temporary folder for the bench alone: its package holds 290 MB of programs.
 * It reads tiles made of the same OpenStreetMap extract, snaps, and has costs of its own for turns and traffic
 * lights: its times are set beside ours, its answers are not compared.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const release = "@valhallajs/valhallajs@3.6.1";

export interface Place {
  readonly lon: number;
  readonly lat: number;
}

interface Valhalla {
  Actor: new (config: Config) => { matrix(query: object): Promise<object> };
  getConfig(options: { tileDir: string; tileExtract: string }): Promise<Config>;
}
interface Config {
  service_limits: { auto: Record<string, number> };
}

/** Milliseconds of each round; @throws where the package cannot be installed or run */
export async function matrixByValhalla(
  osmPath: string,
  sources: readonly Place[],
  targets: readonly Place[],
  rounds: number,
): Promise<number[]> {
  const folder = mkdtempSync(join(tmpdir(), "firecover-valhalla-"));
  const inFolder = { cwd: folder, stdio: ["ignore", "ignore", "pipe"] as ["ignore", "ignore", "pipe"] };
  try {
    writeFileSync(join(folder, "package.json"), "{}");
    const install = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", release];
    execFileSync("npm", install, { ...inFolder, timeout: 300_000 });
    const packageFolder = join(folder, "node_modules/@valhallajs/valhallajs");
    const { Actor, getConfig } = (await import(
      pathToFileURL(join(packageFolder, "index.mjs")).href
    )) as Valhalla;
    const config = await getConfig({ tileDir: join(folder, "tiles"), tileExtract: "" });
    config.service_limits.auto["max_matrix_location_pairs"] = sources.length * targets.length;
    config.service_limits.auto["max_locations"] = targets.length;
    const configPath = join(folder, "config.json");
    writeFileSync(configPath, JSON.stringify(config));
    const command = join(packageFolder, "bin/valhalla-cli.js");
    execFileSync(process.execPath, [command, "build_tiles", "-c", configPath, osmPath], inFolder);

    const actor = new Actor(config);
    const millis: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      await actor.matrix({ sources, targets, costing: "auto" });
      millis.push(performance.now() - start);
    }
    return millis;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
