/** How fast an OpenStreetMap extract becomes records; measured because a province is read while someone waits. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readOsm } from "@firecover/interchange";
import { type Figure, median } from "./figure.ts";

const runs = 5;
/** Of Debian, not of npm. */
const osmium = "osmium";

export async function run(): Promise<Figure[]> {
  const folder = process.env["FIRECOVER_SHARED_DATA"] ?? join(import.meta.dirname, "../../../shared/data");
  const path = join(folder, "osm/porto.osm.pbf");
  if (!existsSync(path)) {
    console.error(`osm-import/porto left out: ${path} is absent.`);
    return [];
  }
  const rates: number[] = [];
  for (let i = 0; i <= runs; i++) {
    const started = performance.now();
    const { counts } = await readOsm(path);
    const objects = counts.nodes + counts.ways + counts.relations;
    // The first run warms the compiler up.
    if (i > 0) rates.push(objects / ((performance.now() - started) / 1000));
  }
  const { counts } = await readOsm(path);
  const peer = osmiumRate(path, counts.nodes + counts.ways + counts.relations);
  return [
    {
      name: "osm-import/porto",
      value: Math.round(median(rates)),
      unit: "objects/s",
      peers: peer === null ? {} : { osmium: peer },
      goal: null,
    },
  ];
}

/** Osmium writing every object as text to nowhere; null where it is not installed. */
function osmiumRate(path: string, objects: number): number | null {
  const rates: number[] = [];
  for (let i = 0; i < runs; i++) {
    const started = performance.now();
    const { status } = spawnSync(osmium, ["cat", path, "-f", "opl"], { stdio: "ignore" });
    if (status !== 0) return null;
    rates.push(objects / ((performance.now() - started) / 1000));
  }
  return Math.round(median(rates));
}
