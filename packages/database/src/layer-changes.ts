/** Change counters by layer: whoever keeps something computed from a layer sees by them that it is out of date. */
import type { ImportLayer } from "@firecover/domain";
import { type Kysely, sql } from "kysely";
import type { Schema } from "./schema.ts";

export type CountedLayer = ImportLayer | "population-cells" | "standards" | "coverage-runs" | "project";

export async function raiseLayers(db: Kysely<Schema>, layers: Iterable<CountedLayer>): Promise<void> {
  // In order, so that two transactions never wait for each other.
  for (const layer of [...new Set(layers)].sort()) {
    await sql`
      insert into layer_change as t (layer, counter) values (${layer}, 1)
      on conflict (layer) do update set counter = t.counter + 1, changed_at = now()
    `.execute(db);
  }
}
