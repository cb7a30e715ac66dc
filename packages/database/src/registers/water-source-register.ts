/** The register of water sources. */
import type {
  CommuneCode,
  WaterSource,
  WaterSourceId,
  WaterSourceKind,
  WorkingState,
} from "@firecover/domain";
import { type Kysely, type RawBuilder, sql } from "kysely";
import { hasWords } from "../folded.ts";
import { waterSourceTable } from "../records/record-tables.ts";
import type { Schema } from "../schema.ts";
import { type PageRequest, selectPage } from "./page.ts";
import { deleteRecord, findRecord, insertRecord, updateRecord } from "./register.ts";

export interface WaterSourceFilter {
  q?: string | undefined;
  commune?: CommuneCode | string | undefined;
  kind?: WaterSourceKind | undefined;
  state?: WorkingState | undefined;
  sort?: string | undefined;
}

export const listWaterSources = (db: Kysely<Schema>, filter: WaterSourceFilter, page: PageRequest) =>
  selectPage(db, waterSourceTable, conditionsOf(filter), filter.sort, page);

export const findWaterSource = (db: Kysely<Schema>, id: WaterSourceId) =>
  findRecord(db, waterSourceTable, id);

export const insertWaterSource = (db: Kysely<Schema>, value: WaterSource) =>
  insertRecord(db, waterSourceTable, value);

export const updateWaterSource = (
  db: Kysely<Schema>,
  id: WaterSourceId,
  value: WaterSource,
  expectedVersion: number,
) => updateRecord(db, waterSourceTable, id, value, expectedVersion);

export const deleteWaterSource = (db: Kysely<Schema>, id: WaterSourceId, expectedVersion: number) =>
  deleteRecord(db, waterSourceTable, id, expectedVersion);

function conditionsOf({ q, commune, kind, state }: WaterSourceFilter): RawBuilder<boolean>[] {
  const conditions: RawBuilder<boolean>[] = [];
  if (q) conditions.push(hasWords(sql.ref("search_text"), q));
  if (commune) conditions.push(sql`commune_code = ${commune}`);
  if (kind) conditions.push(sql`kind = ${kind}`);
  if (state) conditions.push(sql`state = ${state}`);
  return conditions;
}
