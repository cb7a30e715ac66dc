/** The register of places where a station could stand. */
import {
  type CandidateSite,
  type CandidateSiteId,
  type CandidateSiteKind,
  type CommuneCode,
  FirecoverError,
} from "@firecover/domain";
import { type Kysely, type RawBuilder, sql } from "kysely";
import { hasWords } from "../folded.ts";
import { raiseLayers } from "../layer-changes.ts";
import { candidateSiteTable } from "../records/record-tables.ts";
import { upsertRecords } from "../records/upsert-records.ts";
import type { Schema } from "../schema.ts";
import { type PageRequest, selectPage } from "./page.ts";
import { deleteRecord, findRecord, insertRecord, updateRecord } from "./register.ts";

export interface CandidateSiteFilter {
  q?: string | undefined;
  commune?: CommuneCode | string | undefined;
  kind?: CandidateSiteKind | undefined;
  sort?: string | undefined;
}

export const listCandidateSites = (db: Kysely<Schema>, filter: CandidateSiteFilter, page: PageRequest) =>
  selectPage(db, candidateSiteTable, conditionsOf(filter), filter.sort, page);

export const findCandidateSite = (db: Kysely<Schema>, id: CandidateSiteId) =>
  findRecord(db, candidateSiteTable, id);

export const insertCandidateSite = (db: Kysely<Schema>, value: CandidateSite) =>
  insertRecord(db, candidateSiteTable, value);

export const updateCandidateSite = (
  db: Kysely<Schema>,
  id: CandidateSiteId,
  value: CandidateSite,
  expectedVersion: number,
) => updateRecord(db, candidateSiteTable, id, value, expectedVersion);

export const deleteCandidateSite = (db: Kysely<Schema>, id: CandidateSiteId, expectedVersion: number) =>
  deleteRecord(db, candidateSiteTable, id, expectedVersion);

/**
 * Puts these in the place of all generated before; plots, and generated places that somebody has edited since, stay.
 * Equal ones are left as they are, so that asking twice changes nothing.
 */
export function replaceGeneratedSites(db: Kysely<Schema>, sites: readonly CandidateSite[]): Promise<void> {
  const stranger = sites.find(({ kind }) => kind !== "generated");
  if (stranger) throw new FirecoverError("invalid-input", `${stranger.id} is no generated place.`);
  return db.transaction().execute(async (trx) => {
    const kept = JSON.stringify(sites.map(({ id }) => id));
    const { numAffectedRows } = await sql`
      delete from candidate_site
      where kind = 'generated' and edited_fields = '[]'::jsonb
        and id not in (select json_array_elements_text(${kept}::text::json))
    `.execute(trx);
    const { added, changed } = await upsertRecords(trx, candidateSiteTable, sites);
    if (Number(numAffectedRows ?? 0) + added + changed > 0) await raiseLayers(trx, ["candidate-sites"]);
  });
}

function conditionsOf({ q, commune, kind }: CandidateSiteFilter): RawBuilder<boolean>[] {
  const conditions: RawBuilder<boolean>[] = [];
  if (q) conditions.push(hasWords(sql.ref("search_text"), q));
  if (commune) conditions.push(sql`commune_code = ${commune}`);
  if (kind) conditions.push(sql`kind = ${kind}`);
  return conditions;
}
