/** OpenStreetMap into every layer that it can fill, or into the road layers alone. */
import { readOsm } from "../osm/read-osm.ts";
import { addRejected, countsOf, type ImportContext, type PreparedImport } from "./context.ts";
import { writeLayer } from "./write-layer.ts";

export async function prepareOsm(
  context: ImportContext,
  options: { roadsOnly: boolean; dataDate: string | undefined; signal: AbortSignal | undefined },
): Promise<PreparedImport> {
  const data = await readOsm(context.path, {
    onProgress: context.onProgress,
    signal: options.signal,
    source: context.origin.source,
    dataDate: options.dataDate,
    today: context.origin.dataDate,
    isSynthetic: context.origin.isSynthetic,
    issues: context.issues,
    roadsOnly: options.roadsOnly,
  });
  const { counts } = data;
  const refused = (layer: string, read: number, kept: number) =>
    addRejected(countsOf(context.layers, layer), read - kept);
  refused("roads", counts.highwayWays, data.roads.length);
  addRejected(countsOf(context.layers, "turn-restrictions"), data.refusedRestrictions);
  if (!options.roadsOnly) {
    refused("fire-stations", counts.fireStations, data.fireStations.length);
    refused("water-sources", counts.taggedWaterSources, data.taggedWaterSourceCount);
    refused("buildings", counts.buildings, data.buildings.length);
    refused("land-cover", counts.landCover, data.landCover.length);
  }
  return async (store) => {
    await writeLayer(store, "roads", data.roads, context);
    await writeLayer(store, "road-barriers", data.barriers, context);
    await writeLayer(store, "turning-places", data.turningPlaces, context);
    await writeLayer(store, "turn-restrictions", data.turnRestrictions, context);
    if (options.roadsOnly) return;
    await writeLayer(store, "fire-stations", data.fireStations, context);
    await writeLayer(store, "water-sources", data.waterSources, context);
    await writeLayer(store, "buildings", data.buildings, context);
    await writeLayer(store, "land-cover", data.landCover, context);
  };
}
