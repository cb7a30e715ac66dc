/** The real city that the bench knows, where the shared data are at hand. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { readOsm, roadsToNetworkInput } from "@firecover/interchange";
import { buildRoadNetwork, type RoadNetwork } from "@firecover/road-network";

/** Any vehicle, at the speeds of its roads. */
export const anybody = {
  limits: null,
  unknownWidth: "passes",
  classesAssumedWide: [],
  turnRestrictions: true,
  contraflow: false,
  speedFactor: 1,
} as const;

/** Path of the OpenStreetMap extract; null where it is absent. */
export function portoPath(): string | null {
  const folder = process.env["FIRECOVER_SHARED_DATA"] ?? resolve(import.meta.dirname, "../../../shared/data");
  const path = join(folder, "osm/porto.osm.pbf");
  return existsSync(path) ? path : null;
}

export async function portoNetwork(path: string): Promise<RoadNetwork> {
  return buildRoadNetwork(roadsToNetworkInput(await readOsm(path))).network;
}
