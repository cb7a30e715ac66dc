import {
  Building,
  Commune,
  FireStation,
  type ImportLayer,
  LandCover,
  Road,
  RoadBarrier,
  TurningPlace,
  TurnRestriction,
  WaterSource,
} from "@firecover/domain";
import { describe, expect, it } from "vitest";
import { importFile } from "./files.ts";
import { absence, hasSharedData, sharedData } from "./shared-data.ts";

const schemas = {
  roads: Road,
  "road-barriers": RoadBarrier,
  "turning-places": TurningPlace,
  "turn-restrictions": TurnRestriction,
  "fire-stations": FireStation,
  "water-sources": WaterSource,
  buildings: Building,
  "land-cover": LandCover,
  communes: Commune,
};

describe.skipIf(!hasSharedData)(`records of real files${absence}`, () => {
  it.each([
    ["osm", "osm/north-bayreuth.osm.pbf"],
    ["osm", "osm/reisterstown.osm.pbf"],
    ["communes", "admin/ha-noi.communes.geojson"],
  ] as const)("from %s %s are what the domain says they are", async (kind, path) => {
    const { report, sink } = await importFile(kind, sharedData(path));
    for (const layer of Object.keys(report.layers) as (keyof typeof schemas & ImportLayer)[]) {
      for (const record of sink.records(layer)) {
        const parsed = schemas[layer].safeParse(record);
        expect(parsed.success, `${layer}: ${parsed.error?.message}`).toBe(true);
      }
    }
  });
});
