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

/** The embedded database never gives back the memory that its largest answer took. */
const maxRowsPerAnswer = 5000;

/** Every record, ordered by its id. */
export async function selectAll<Layer extends ImportLayer>(
  db: Kysely<Schema>,
  { table, key, columns }: RecordTable<Layer>,
): Promise<ImportRecords[Layer][]> {
  const keyColumn = sql.ref(columns.find(({ property }) => property === key)!.column);
  const records: ImportRecords[Layer][] = [];
  for (;;) {
    const last = records.at(-1)?.[key];
    const { rows } = await sql<Record<string, unknown>>`
      select ${selectList(columns)} from ${sql.table(table)}
      ${last === undefined ? sql`` : sql`where ${keyColumn} > ${last}`}
      order by ${keyColumn} limit ${maxRowsPerAnswer}
    `.execute(db);
    for (const row of rows) records.push(toRecord<ImportRecords[Layer]>(columns, row));
    if (rows.length < maxRowsPerAnswer) return records;
  }
}
