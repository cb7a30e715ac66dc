/** The inputs that coverage is measured on: the demo province, and Porto's roads with places drawn at random. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { CoverageInput } from "@firecover/coverage";
import { spreadPopulation } from "@firecover/coverage/population";
import { demoProvince } from "@firecover/demo-province";
import { defaultStandard } from "@firecover/domain";
import { readOsm, roadsToNetworkInput } from "@firecover/interchange";
import { buildRoadNetwork } from "@firecover/road-network";
import { placesOn } from "./large-province.ts";

export function demoInput(): CoverageInput {
  const province = demoProvince();
  const { network } = buildRoadNetwork(roadsToNetworkInput(province));
  return {
    network,
    communes: province.communes,
    stations: province.fireStations,
    waterSources: province.waterSources,
    premises: province.premises,
    cells: spreadPopulation(province),
    standard: defaultStandard,
    parameters: {
      standardId: defaultStandard.id,
      vehicleClass: "engine",
      turnRestrictions: true,
      contraflow: false,
      speedFactor: 1,
      hour: null,
      season: null,
    },
  };
}

/** Null where the extract is absent. */
export async function portoInput(): Promise<CoverageInput | null> {
  const folder = process.env["FIRECOVER_SHARED_DATA"] ?? join(import.meta.dirname, "../../../shared/data");
  const path = join(folder, "osm/porto.osm.pbf");
  if (!existsSync(path)) {
    process.stderr.write(`coverage/drag-porto left out: ${path} is absent.\n`);
    return null;
  }
  const { network } = buildRoadNetwork(roadsToNetworkInput(await readOsm(path)));
  return placesOn(network, { premises: 10_000, cells: 5_000, stations: 12, waterSources: 1_500 }, 7);
}
