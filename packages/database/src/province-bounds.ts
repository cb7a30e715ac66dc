/** The envelope of the stored communes. */
import type { BoundingBox } from "@firecover/domain";
import { type Kysely, sql } from "kysely";
import type { Schema } from "./schema.ts";

/** `[west, south, east, north]`; null without communes. */
export async function provinceBounds(db: Kysely<Schema>): Promise<BoundingBox | null> {
  const { rows } = await sql<Record<"west" | "south" | "east" | "north", number | null>>`
    select min(st_xmin(geom)) as west, min(st_ymin(geom)) as south,
      max(st_xmax(geom)) as east, max(st_ymax(geom)) as north
    from commune
  `.execute(db);
  const { west, south, east, north } = rows[0]!;
  if (west === null || south === null || east === null || north === null) return null;
  return [west, south, east, north];
}
