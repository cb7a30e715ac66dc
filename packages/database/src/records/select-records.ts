/** Reads whole records of one table. */
import type { ImportLayer, ImportRecords } from "@firecover/domain";
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Schema } from "../schema.ts";
import { type Column, type RecordTable, toRecord } from "./record-table.ts";

/** `column as "property"` for every column, geometry as text. */
export const selectList = (columns: readonly Column[]): RawBuilder<unknown> =>
  sql.join(
    columns.map(({ property, column, type }) =>
      type === "point" || type === "geometry"
        ? sql`${sql.ref(column)}::text as ${sql.ref(property)}`
        : sql`${sql.ref(column)} as ${sql.ref(property)}`,
    ),
  );

/** Every record, ordered by its id. */
export async function selectAll<Layer extends ImportLayer>(
  db: Kysely<Schema>,
  { table, key, columns }: RecordTable<Layer>,
): Promise<ImportRecords[Layer][]> {
  const keyColumn = columns.find(({ property }) => property === key)!.column;
  const { rows } = await sql<Record<string, unknown>>`
    select ${selectList(columns)} from ${sql.table(table)} order by ${sql.ref(keyColumn)}
  `.execute(db);
  return rows.map((row) => toRecord<ImportRecords[Layer]>(columns, row));
}
