/** The demo province as batches of records: drawn by a worker, so that the server answers meanwhile. */
import type { Database } from "@firecover/database";
import { importSink } from "@firecover/database";
import { loadDemoProvince } from "@firecover/demo-province";
import type { ImportLayer, ImportRecords, ImportStore, LayerCounts } from "@firecover/domain";
import { runTask, type TaskOptions } from "./jobs/run-task.ts";

export interface RecordBatch {
  readonly layer: ImportLayer;
  readonly records: readonly ImportRecords[ImportLayer][];
}

/** Catches what would have been written. */
export async function drawDemoProvince(): Promise<RecordBatch[]> {
  const batches: RecordBatch[] = [];
  const nothing: LayerCounts = { read: 0, added: 0, changed: 0, unchanged: 0, rejected: 0 };
  const store: ImportStore = {
    async upsert(layer, records) {
      batches.push({ layer, records });
      return nothing;
    },
    setCommunePopulations: async () => ({ counts: nothing, unknown: [] }),
    provinceBounds: async () => null,
    roadsMeeting: async () => [],
  };
  await loadDemoProvince({ transaction: (work) => work(store) });
  return batches;
}

/** All of it or nothing. */
export async function storeDemoProvince(database: Database, options: TaskOptions): Promise<void> {
  const { onProgress, signal } = options;
  onProgress?.({ phase: "drawing-demo-province", done: 0, total: null });
  const batches = await runTask("draw-demo-province", undefined, options);
  const total = batches.reduce((sum, { records }) => sum + records.length, 0);
  let done = 0;
  await importSink(database).transaction(
    async (store) => {
      for (const { layer, records } of batches) {
        signal?.throwIfAborted();
        await store.upsert(layer, records);
        done += records.length;
        onProgress?.({ phase: layer, done, total });
      }
    },
    { isDryRun: false },
  );
}
