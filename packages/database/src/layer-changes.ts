/** What each layer holds and how often it has changed: whoever keeps something computed from it sees when it is out of date. */
import type { ImportLayer, IsoDate } from "@firecover/domain";
import { type Kysely, sql } from "kysely";
import { recordTables } from "./records/record-tables.ts";
import type { Schema } from "./schema.ts";

export type CountedLayer = ImportLayer | "population-cells" | "standards" | "coverage-runs" | "project";

const countedLayers: readonly CountedLayer[] = [
  ...(Object.keys(recordTables) as ImportLayer[]),
  "population-cells",
  "standards",
  "coverage-runs",
  "project",
];

export interface LayerStamp {
  layer: CountedLayer;
  /** Raised once per transaction that changed the layer; 0 = never touched. */
  counter: number;
  count: number;
  sources: string[];
  dataDateFrom: IsoDate | null;
  dataDateTo: IsoDate | null;
  isSynthetic: boolean;
}

const otherTables: Readonly<Record<Exclude<CountedLayer, ImportLayer>, keyof Schema & string>> = {
  "population-cells": "population_cell",
  standards: "standard",
  "coverage-runs": "coverage_run",
  project: "project",
};

/** One per layer, in a fixed order; cheap, for it was written down at the last change. */
export async function layerStamps(db: Kysely<Schema>): Promise<LayerStamp[]> {
  const rows = await db.selectFrom("layer_change").selectAll().execute();
  const byLayer = new Map(rows.map((row) => [row.layer, row]));
  return countedLayers.map((layer) => {
    const row = byLayer.get(layer);
    return {
      layer,
      counter: row?.counter ?? 0,
      count: row?.count ?? 0,
      sources: row?.sources ?? [],
      dataDateFrom: row?.data_date_from ?? null,
      dataDateTo: row?.data_date_to ?? null,
      isSynthetic: row?.is_synthetic ?? false,
    };
  });
}

/** Notes that records changed: at the end of the transaction that changed them. */
export const raiseLayers = (db: Kysely<Schema>, layers: Iterable<CountedLayer>) => note(db, layers, 1);

/** Notes new sources and dates of records that are otherwise the same. */
export const redateLayers = (db: Kysely<Schema>, layers: Iterable<CountedLayer>) => note(db, layers, 0);

async function note(db: Kysely<Schema>, layers: Iterable<CountedLayer>, step: 0 | 1): Promise<void> {
  // In order, so that two transactions never wait for each other.
  for (const layer of [...new Set(layers)].sort()) {
    // Two statements: the second counts only once the row is ours, so with what other transactions committed meanwhile.
    await sql`
      insert into layer_change as t (layer, counter) values (${layer}, ${step}::int)
      on conflict (layer) do update set counter = t.counter + ${step}::int, changed_at = now()
    `.execute(db);
    await summarise(db, layer);
  }
}

async function summarise(db: Kysely<Schema>, layer: CountedLayer): Promise<void> {
  const recordTable = layer in recordTables ? recordTables[layer as ImportLayer] : undefined;
  const table = sql.table(recordTable?.table ?? otherTables[layer as keyof typeof otherTables]);
  if (recordTable?.columns.some(({ property }) => property === "dataDate")) {
    await sql`
      update layer_change set (count, sources, data_date_from, data_date_to, is_synthetic) = (
        select count(*), coalesce(array_agg(distinct source order by source), '{}'),
          min(data_date), max(data_date), coalesce(bool_or(is_synthetic), false)
        from ${table}
      )
      where layer = ${layer}
    `.execute(db);
  } else {
    await sql`update layer_change set count = (select count(*) from ${table}) where layer = ${layer}`.execute(
      db,
    );
  }
}
