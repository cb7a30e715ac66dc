/** Which of some ids are there: cheaper than reading the records. */
import { type Kysely, sql } from "kysely";
import type { Schema } from "./schema.ts";

export async function existingIds<Id extends string | number>(
  db: Kysely<Schema>,
  table: "fire_station" | "water_source" | "road",
  ids: readonly Id[],
): Promise<Set<Id>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: Id }>`
    select id from ${sql.table(table)} where id in (${sql.join([...new Set(ids)])})
  `.execute(db);
  return new Set(rows.map(({ id }) => id));
}
