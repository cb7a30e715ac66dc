/** Takes invented records out, so that a project begun on the demo province can go on with real data. */
import type { ImportLayer } from "@firecover/domain";
import { type Kysely, sql } from "kysely";
import { raiseLayers } from "./layer-changes.ts";
import { unnamedProject } from "./project.ts";
import { recordTables } from "./records/record-tables.ts";
import type { Schema } from "./schema.ts";

/**
 * Removes every record marked synthetic, what hung on its roads, and every run that rested on one; real records stay.
 * Returns how many went, by layer; a layer that lost none is absent.
 */
export function removeSyntheticRecords(db: Kysely<Schema>): Promise<Partial<Record<ImportLayer, number>>> {
  return db.transaction().execute(async (trx) => {
    const removed: Partial<Record<ImportLayer, number>> = {};
    const remove = async (layer: ImportLayer, where: ReturnType<typeof sql>) => {
      const { numAffectedRows } = await sql`
        delete from ${sql.table(recordTables[layer].table)} where ${where}
      `.execute(trx);
      if (numAffectedRows) removed[layer] = Number(numAffectedRows);
    };
    for (const layer of Object.keys(recordTables) as ImportLayer[]) {
      const isMarked = recordTables[layer].columns.some(({ property }) => property === "isSynthetic");
      if (isMarked) await remove(layer, sql`is_synthetic`);
    }
    if (removed.roads) {
      for (const layer of ["road-barriers", "turning-places"] as const)
        await remove(layer, sql`node_id not in (select unnest(node_ids) from road)`);
      await remove(
        "turn-restrictions",
        sql`from_road_id not in (select id from road) or to_road_id not in (select id from road)`,
      );
    }
    await sql`delete from population_cell`.execute(trx); // spread anew with the next run
    await sql`delete from coverage_run where (run->'stamp'->>'isSynthetic')::boolean`.execute(trx);
    await sql`delete from siting_run where is_synthetic and state not in ('queued', 'running')`.execute(trx);
    await trx
      .updateTable("project")
      .set({ name: unnamedProject.name, is_synthetic: false })
      .where("is_synthetic", "=", true)
      .execute();
    await raiseLayers(trx, [
      ...(Object.keys(removed) as ImportLayer[]),
      "population-cells",
      "coverage-runs",
      "project",
    ]);
    return removed;
  });
}
