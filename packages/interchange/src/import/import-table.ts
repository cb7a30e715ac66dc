/** Any layer that a table or a GeoJSON can bring, row by row as the file is read. */
import type { ImportLayer, ImportRecords, ImportStore } from "@firecover/domain";
import { openCsv } from "../csv/csv-rows.ts";
import { FileFault } from "../file-fault.ts";
import { featureRows } from "../geojson/geojson-rows.ts";
import { readGeoJson } from "../geojson/read-geojson.ts";
import { text } from "../issues.ts";
import { syntheticColumn } from "../layers/common-columns.ts";
import type { TableLayer } from "../layers/table-layer.ts";
import { findColumns } from "../table/columns.ts";
import { type RecordBatch, readRecords } from "../table/read-records.ts";
import type { RowSource } from "../table/row-source.ts";
import { addCounts, addRejected, countsOf, type ImportContext, type PreparedImport } from "./context.ts";

export async function openRows(context: ImportContext): Promise<RowSource> {
  return context.format === "json" ? featureRows(await readGeoJson(context.path)) : openCsv(context.path);
}

/** The file is read while it is written: memory does not grow with it. */
export function prepareTable<Layer extends ImportLayer>(
  layer: TableLayer<Layer>,
  source: RowSource,
  context: ImportContext,
): PreparedImport {
  const indexOfField = findColumns(
    source.headers,
    [...layer.columns, syntheticColumn],
    context.issues,
    context.format === "table",
    layer.computedColumns?.(source.headers),
  );
  return async (store) => {
    const counts = countsOf(context.layers, layer.layer);
    const rowContext = { origin: context.origin, bounds: await store.provinceBounds() };
    for await (const batch of readRecords(layer, source, indexOfField, rowContext, context.issues)) {
      context.throwIfCancelled();
      addRejected(counts, batch.rejected);
      if (context.isLost()) counts.read += batch.records.length;
      else if (batch.records.length > 0) {
        const records = await completed(layer, batch, store, context);
        addCounts(counts, await store.upsert(layer.layer, records));
      }
      context.onProgress({ phase: `write:${layer.layer}`, ...source.progress() });
    }
    if (counts.read === 0) throw noRows();
  };
}

async function completed<Layer extends ImportLayer>(
  { complete }: TableLayer<Layer>,
  { records, rows }: RecordBatch<Layer>,
  store: ImportStore,
  { issues }: ImportContext,
): Promise<ImportRecords[Layer][]> {
  if (!complete) return records;
  const whole: ImportRecords[Layer][] = [];
  for (const [i, record] of records.entries()) {
    const recordId = "id" in record ? String(record.id) : null;
    whole.push(
      await complete(record, store, (fault) =>
        issues.add({ ...fault, severity: "warning", row: rows[i]!, recordId }),
      ),
    );
  }
  return whole;
}

export const noRows = (): FileFault =>
  new FileFault(
    "other",
    text("Bảng có tiêu đề nhưng không có dòng nào.", "The table has a header but no rows."),
  );
