/** The register of land on which no station may stand. */
import type { BoundingBox, ExclusionZone, ExclusionZoneId, ExclusionZoneKind } from "@firecover/domain";
import { type Kysely, type RawBuilder, sql } from "kysely";
import { hasWords } from "../folded.ts";
import { meetsBox } from "../geometry.ts";
import { exclusionZoneTable } from "../records/record-tables.ts";
import type { Schema } from "../schema.ts";
import { type PageRequest, selectPage } from "./page.ts";
import { deleteRecord, findRecord, insertRecord, updateRecord } from "./register.ts";

export interface ExclusionZoneFilter {
  q?: string | undefined;
  kind?: ExclusionZoneKind | undefined;
  /** Zones whose own box meets this one. */
  bounds?: BoundingBox | undefined;
  sort?: string | undefined;
}

export const listExclusionZones = (db: Kysely<Schema>, filter: ExclusionZoneFilter, page: PageRequest) =>
  selectPage(db, exclusionZoneTable, conditionsOf(filter), filter.sort, page);

export const findExclusionZone = (db: Kysely<Schema>, id: ExclusionZoneId) =>
  findRecord(db, exclusionZoneTable, id);

export const insertExclusionZone = (db: Kysely<Schema>, value: ExclusionZone) =>
  insertRecord(db, exclusionZoneTable, value);

export const updateExclusionZone = (
  db: Kysely<Schema>,
  id: ExclusionZoneId,
  value: ExclusionZone,
  expectedVersion: number,
) => updateRecord(db, exclusionZoneTable, id, value, expectedVersion);

export const deleteExclusionZone = (db: Kysely<Schema>, id: ExclusionZoneId, expectedVersion: number) =>
  deleteRecord(db, exclusionZoneTable, id, expectedVersion);

function conditionsOf({ q, kind, bounds }: ExclusionZoneFilter): RawBuilder<boolean>[] {
  const conditions: RawBuilder<boolean>[] = [];
  if (q) conditions.push(hasWords(sql.ref("search_text"), q));
  if (kind) conditions.push(sql`kind = ${kind}`);
  if (bounds) conditions.push(meetsBox(sql.ref("geom"), bounds));
  return conditions;
}
