/** Records on their way in: as JSON in one parameter, and as a table expression over it. */
import type { ImportLayer, ImportRecords } from "@firecover/domain";
import { type RawBuilder, sql } from "kysely";
import { type Column, type RecordTable, toStored } from "./record-table.ts";

/** One row of the JSON array, its fields named by position to keep it short. */
export function rowText<Layer extends ImportLayer>(
  { columns }: RecordTable<Layer>,
  record: ImportRecords[Layer],
): string {
  const values: Record<string, unknown> = {};
  for (const [index, column] of columns.entries()) {
    values[`c${index}`] = toStored(column, record[column.property as keyof typeof record]);
  }
  return JSON.stringify(values);
}

/** `select … from json_to_recordset(…)` with the table's column names; an absent commune is found from the place. */
export function recordset(columns: readonly Column[], rows: readonly string[]): RawBuilder<unknown> {
  return sql`
    select ${sql.join(columns.map((column, index) => incomingColumn(column, index, columns)))}
    from json_to_recordset(${`[${rows.join(",")}]`}::text::json)
      as r(${sql.join(columns.map(({ type }, index) => sql.raw(`c${index} ${incomingType(type)}`)))})
  `;
}

function incomingColumn(column: Column, index: number, columns: readonly Column[]): RawBuilder<unknown> {
  const value = sql.raw(`r.c${index}`);
  if (column.column !== "commune_code") return sql`${value} as ${sql.ref(column.column)}`;
  const place = sql.raw(`r.c${columns.findIndex(({ type }) => type === "point")}`);
  return sql`coalesce(${value}, ${communeAt(place)}) as commune_code`;
}

function incomingType(type: Column["type"]): string {
  return type === "point" || type === "geometry" ? "geometry" : type;
}

/** Code of the commune that holds the place; on a shared border the lower code. */
export const communeAt = (place: RawBuilder<unknown>) =>
  sql`(select c.code from commune c where st_covers(c.geom, ${place}) order by c.code limit 1)`;
