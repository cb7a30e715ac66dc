/** People on H3 cells, as last spread. */
import type { CommuneCode, PopulationCell } from "@firecover/domain";
import { type Kysely, sql } from "kysely";
import { toEwkbHex } from "./ewkb.ts";
import { asText, geoJsonOf } from "./geometry.ts";
import { raiseLayers } from "./layer-changes.ts";
import type { Schema } from "./schema.ts";

const maxRowsPerStatement = 5000;

/** Puts these cells in the place of all that were there. */
export function replacePopulationCells(db: Kysely<Schema>, cells: readonly PopulationCell[]): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await trx.deleteFrom("population_cell").execute();
    for (let from = 0; from < cells.length; from += maxRowsPerStatement) {
      const rows = cells.slice(from, from + maxRowsPerStatement).map(({ location, ...cell }) => ({
        ...cell,
        geom: toEwkbHex({ type: "Point", coordinates: location }),
      }));
      await sql`
        insert into population_cell (h3, commune_code, geom, people, dwellings, weighted_by)
        select * from json_to_recordset(${JSON.stringify(rows)}::text::json) as r(
          h3 text, "communeCode" text, geom geometry, people integer, dwellings double precision, "weightedBy" text
        )
      `.execute(trx);
    }
    const { stored } = await trx
      .selectFrom("population_cell")
      .select(sql<number>`count(*)::int`.as("stored"))
      .executeTakeFirstOrThrow();
    if (stored !== cells.length) throw new Error(`Stored ${stored} cells when expected ${cells.length}.`);
    await raiseLayers(trx, ["population-cells"]);
  });
}

/** Ordered by cell, then commune. */
export async function listPopulationCells(db: Kysely<Schema>): Promise<PopulationCell[]> {
  const rows = await db
    .selectFrom("population_cell")
    .select(({ ref }) => [
      "h3",
      "commune_code",
      asText(ref("geom")).as("location"),
      "people",
      "dwellings",
      "weighted_by",
    ])
    .orderBy("h3")
    .orderBy("commune_code")
    .execute();
  return rows.map((row) => ({
    h3: row.h3,
    communeCode: row.commune_code as CommuneCode,
    location: geoJsonOf(row.location).coordinates,
    people: row.people,
    dwellings: row.dwellings,
    weightedBy: row.weighted_by as PopulationCell["weightedBy"],
  }));
}
