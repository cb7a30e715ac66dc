/** The store that imports write to: one transaction per import, all or nothing. */
import type { ImportLayer, ImportRecords, ImportSink, ImportStore, LayerCounts } from "@firecover/domain";
import { sql, type Transaction } from "kysely";
import { type CountedLayer, raiseLayers, redateLayers } from "./layer-changes.ts";
import type { Database } from "./open-database.ts";
import { provinceBounds } from "./province-bounds.ts";
import { recordTables } from "./records/record-tables.ts";
import { fillCommuneCodes, upsertRecords } from "./records/upsert-records.ts";
import { roadsMeeting } from "./registers/road-register.ts";
import type { Schema } from "./schema.ts";

/** Thrown to roll back a dry run; never leaves this file. */
class DryRunDone extends Error {}

export function importSink(database: Database): ImportSink {
  return {
    async transaction(work, { isDryRun }) {
      const dryRunDone = new DryRunDone();
      const answers: Awaited<ReturnType<typeof work>>[] = [];
      const touched = new Set<CountedLayer>();
      const changed = new Set<CountedLayer>();
      try {
        await database.db.transaction().execute(async (trx) => {
          const store = importStore(trx, touched, changed);
          answers.push(await work(store));
          if (changed.has("communes")) await fillCommunesOfRegisters(trx, changed);
          if (isDryRun) throw dryRunDone;
          await raiseLayers(trx, changed);
          await redateLayers(
            trx,
            [...touched].filter((layer) => !changed.has(layer)),
          );
        });
      } catch (error) {
        if (error !== dryRunDone) throw error;
      } finally {
        await database.tidy([...touched]);
      }
      return answers[0]!;
    },
  };
}

function importStore(
  trx: Transaction<Schema>,
  touched: Set<CountedLayer>,
  changed: Set<CountedLayer>,
): ImportStore {
  return {
    async upsert<Layer extends ImportLayer>(layer: Layer, records: readonly ImportRecords[Layer][]) {
      touched.add(layer);
      const counts = await upsertRecords(trx, recordTables[layer], records);
      if (counts.added + counts.changed > 0) changed.add(layer);
      return counts;
    },

    async setCommunePopulations(totals) {
      const latest = new Map(totals.map(({ code, population }) => [code, population]));
      const { rows } = await sql<{ code: string; is_known: boolean; is_changed: boolean }>`
        with incoming as materialized (
          select * from json_to_recordset(${JSON.stringify(
            [...latest].map(([code, population]) => ({ code, population })),
          )}::text::json) as r(code text, population integer)
        ),
        compared as materialized (
          select i.code, i.population, c.code is not null as is_known,
            c.code is not null and c.population is distinct from i.population
              and not c.edited_fields @> '"population"'::jsonb as is_changed
          from incoming i left join commune c on c.code = i.code
        ),
        written as (
          update commune c set population = m.population, version = version + 1
          from compared m where m.code = c.code and m.is_changed
          returning 1
        )
        select code, is_known, is_changed from compared order by code collate "C"
      `.execute(trx);
      const known = rows.filter((row) => row.is_known);
      const changes = known.filter((row) => row.is_changed).length;
      if (changes > 0) changed.add("communes");
      const counts: LayerCounts = {
        read: totals.length,
        added: 0,
        changed: changes,
        unchanged: known.length - changes,
        rejected: totals.length - known.length,
      };
      return { counts, unknown: rows.filter((row) => !row.is_known).map((row) => row.code) };
    },

    provinceBounds: () => provinceBounds(trx),

    roadsMeeting: (bounds) => roadsMeeting(trx, bounds),
  };
}

async function fillCommunesOfRegisters(trx: Transaction<Schema>, changed: Set<CountedLayer>): Promise<void> {
  if ((await fillCommuneCodes(trx, "premises")) > 0) changed.add("premises");
  if ((await fillCommuneCodes(trx, "water_source")) > 0) changed.add("water-sources");
  if ((await fillCommuneCodes(trx, "fire_station")) > 0) changed.add("fire-stations");
  if ((await fillCommuneCodes(trx, "candidate_site")) > 0) changed.add("candidate-sites");
}
