/** Writes the demo province to a store, in one transaction. */
import type { ImportLayer, ImportRecords, ImportSink, LayerCounts, OnProgress } from "@firecover/domain";
import { type DemoProvince, demoProvince } from "./demo-province.ts";

const batchSize = 2000;

/** All of it or nothing; loading it again changes nothing. Returns what was added, by layer. */
export async function loadDemoProvince(
  sink: ImportSink,
  onProgress: OnProgress = () => {},
  seed = 1,
): Promise<Partial<Record<ImportLayer, LayerCounts>>> {
  onProgress({ phase: "draw", done: 0, total: null });
  const layers = byLayer(demoProvince(seed));
  const total = layers.reduce((sum, [, records]) => sum + records.length, 0);
  let done = 0;
  return sink.transaction(
    async (store) => {
      const counts: Partial<Record<ImportLayer, LayerCounts>> = {};
      for (const [layer, records] of layers) {
        for (let start = 0; start < records.length; start += batchSize) {
          const batch = records.slice(start, start + batchSize);
          counts[layer] = sum(counts[layer], await store.upsert(layer, batch as never));
          done += batch.length;
          onProgress({ phase: `write:${layer}`, done, total });
        }
      }
      return counts;
    },
    { isDryRun: false },
  );
}

/** Communes first: whoever comes after can be placed in them. */
function byLayer(province: DemoProvince): [ImportLayer, readonly ImportRecords[ImportLayer][]][] {
  return [
    ["communes", province.communes],
    ["roads", province.roads],
    ["road-barriers", province.barriers],
    ["turning-places", province.turningPlaces],
    ["turn-restrictions", province.turnRestrictions],
    ["buildings", province.buildings],
    ["population-points", province.populationPoints],
    ["land-cover", province.landCover],
    ["fire-stations", province.fireStations],
    ["water-sources", province.waterSources],
    ["premises", province.premises],
    ["exclusion-zones", province.exclusionZones],
    ["candidate-sites", province.candidateSites],
  ];
}

function sum(a: LayerCounts | undefined, b: LayerCounts): LayerCounts {
  if (!a) return b;
  return {
    read: a.read + b.read,
    added: a.added + b.added,
    changed: a.changed + b.changed,
    unchanged: a.unchanged + b.unchanged,
    rejected: a.rejected + b.rejected,
  };
}
