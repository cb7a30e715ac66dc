/** All records of one layer, for whoever draws or exports it whole. */
import type { ImportLayer, ImportRecords } from "@firecover/domain";
import type { Kysely } from "kysely";
import { recordTables } from "./records/record-tables.ts";
import { selectAll } from "./records/select-records.ts";
import type { Schema } from "./schema.ts";

/** Ordered by id (code, node id). */
export function readLayer<Layer extends ImportLayer>(
  db: Kysely<Schema>,
  layer: Layer,
): Promise<ImportRecords[Layer][]> {
  return selectAll(db, recordTables[layer]);
}
