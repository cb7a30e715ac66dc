/** The register of communes. */
import type { Commune, CommuneCode, CommuneKind } from "@firecover/domain";
import { type Kysely, type RawBuilder, sql } from "kysely";
import { hasWords } from "../folded.ts";
import { communeTable } from "../records/record-tables.ts";
import type { Schema } from "../schema.ts";
import { type PageRequest, selectPage } from "./page.ts";
import { findRecord, updateRecord } from "./register.ts";

export interface CommuneFilter {
  q?: string | undefined;
  commune?: CommuneCode | string | undefined;
  kind?: CommuneKind | undefined;
  sort?: string | undefined;
}

export const listCommunes = (db: Kysely<Schema>, filter: CommuneFilter, page: PageRequest) =>
  selectPage(db, communeTable, conditionsOf(filter), filter.sort, page);

export const findCommune = (db: Kysely<Schema>, code: CommuneCode) => findRecord(db, communeTable, code);

export const updateCommune = (
  db: Kysely<Schema>,
  code: CommuneCode,
  value: Commune,
  expectedVersion: number,
) => updateRecord(db, communeTable, code, value, expectedVersion);

function conditionsOf({ q, commune, kind }: CommuneFilter): RawBuilder<boolean>[] {
  const conditions: RawBuilder<boolean>[] = [];
  if (q) conditions.push(hasWords(sql.ref("search_text"), q));
  if (commune) conditions.push(sql`code = ${commune}`);
  if (kind) conditions.push(sql`kind = ${kind}`);
  return conditions;
}
