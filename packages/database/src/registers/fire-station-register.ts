/** The register of fire stations. */
import type { CommuneCode, FireStation, FireStationId, FireStationKind } from "@firecover/domain";
import { type Kysely, type RawBuilder, sql } from "kysely";
import { hasWords } from "../folded.ts";
import { fireStationTable } from "../records/record-tables.ts";
import type { Schema } from "../schema.ts";
import { type PageRequest, selectPage } from "./page.ts";
import { deleteRecord, findRecord, insertRecord, updateRecord } from "./register.ts";

export interface FireStationFilter {
  q?: string | undefined;
  commune?: CommuneCode | string | undefined;
  kind?: FireStationKind | undefined;
  sort?: string | undefined;
}

export const listFireStations = (db: Kysely<Schema>, filter: FireStationFilter, page: PageRequest) =>
  selectPage(db, fireStationTable, conditionsOf(filter), filter.sort, page);

export const findFireStation = (db: Kysely<Schema>, id: FireStationId) =>
  findRecord(db, fireStationTable, id);

export const insertFireStation = (db: Kysely<Schema>, value: FireStation) =>
  insertRecord(db, fireStationTable, value);

export const updateFireStation = (
  db: Kysely<Schema>,
  id: FireStationId,
  value: FireStation,
  expectedVersion: number,
) => updateRecord(db, fireStationTable, id, value, expectedVersion);

export const deleteFireStation = (db: Kysely<Schema>, id: FireStationId, expectedVersion: number) =>
  deleteRecord(db, fireStationTable, id, expectedVersion);

function conditionsOf({ q, commune, kind }: FireStationFilter): RawBuilder<boolean>[] {
  const conditions: RawBuilder<boolean>[] = [];
  if (q) conditions.push(hasWords(sql.ref("search_text"), q));
  if (commune) conditions.push(sql`commune_code = ${commune}`);
  if (kind) conditions.push(sql`kind = ${kind}`);
  return conditions;
}
