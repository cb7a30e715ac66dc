/** Hands records to the store in batches, with progress. */
import type { ImportLayer, ImportRecords, ImportStore } from "@firecover/domain";
import { addCounts, countsOf, type ImportContext } from "./context.ts";

const batchSize = 1000;

export async function writeLayer<Layer extends ImportLayer>(
  store: ImportStore,
  layer: Layer,
  records: readonly ImportRecords[Layer][],
  context: ImportContext,
): Promise<void> {
  const counts = countsOf(context.layers, layer);
  for (let start = 0; start < records.length; start += batchSize) {
    context.throwIfCancelled();
    addCounts(counts, await store.upsert(layer, records.slice(start, start + batchSize)));
    const done = Math.min(start + batchSize, records.length);
    context.onProgress({ phase: `write:${layer}`, done, total: records.length });
  }
}
