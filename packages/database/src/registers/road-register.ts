/** The register of roads: planners measure widths and correct limits, imports bring the rest. */
import type { BoundingBox, EngineAccess, Road, RoadClass, RoadId } from "@firecover/domain";
import { type Kysely, type RawBuilder, sql } from "kysely";
import { hasWords } from "../folded.ts";
import { covers, meetsBox } from "../geometry.ts";
import { toRecord } from "../records/record-table.ts";
import { roadTable } from "../records/record-tables.ts";
import { selectList } from "../records/select-records.ts";
import type { Schema } from "../schema.ts";
import { type PageRequest, selectPage } from "./page.ts";
import { findRecord, updateRecord } from "./register.ts";

export interface RoadFilter {
  q?: string | undefined;
  /** Roads with their middle in this commune. */
  commune?: string | undefined;
  roadClass?: RoadClass | undefined;
  engineAccess?: EngineAccess | undefined;
  width?: "known" | "unknown" | undefined;
  /** Roads whose own box meets this one. */
  bounds?: BoundingBox | undefined;
  sort?: string | undefined;
}

export const listRoads = (db: Kysely<Schema>, filter: RoadFilter, page: PageRequest) =>
  selectPage(db, roadTable, conditionsOf(filter), filter.sort, page);

export const findRoad = (db: Kysely<Schema>, id: RoadId) => findRecord(db, roadTable, id);

export const updateRoad = (db: Kysely<Schema>, id: RoadId, value: Road, expectedVersion: number) =>
  updateRecord(db, roadTable, id, value, expectedVersion);

/** Whole roads whose own box meets this one, in order of their ids. */
export async function roadsMeeting(db: Kysely<Schema>, bounds: BoundingBox): Promise<Road[]> {
  const { columns } = roadTable;
  const { rows } = await sql<Record<string, unknown>>`
    select ${selectList(columns)} from road where ${meetsBox(sql.ref("geom"), bounds)} order by id
  `.execute(db);
  return rows.map((row) => toRecord<Road>(columns, row));
}

function conditionsOf(filter: RoadFilter): RawBuilder<boolean>[] {
  const { q, commune, roadClass, engineAccess, width, bounds } = filter;
  const conditions: RawBuilder<boolean>[] = [];
  if (q) conditions.push(sql`name is not null`, hasWords(sql.ref("search_text"), q));
  if (commune) {
    // The commune as one value, not joined: see fillCommuneCodes.
    const place = sql<never>`(select geom from commune where code = ${commune})`;
    const middle = sql<never>`st_lineinterpolatepoint(geom, 0.5)`;
    conditions.push(sql`geom && ${place}`, covers(place, middle));
  }
  if (roadClass) conditions.push(sql`road_class = ${roadClass}`);
  if (engineAccess) conditions.push(sql`engine_access = ${engineAccess}`);
  if (width) conditions.push(width === "known" ? sql`width_metres is not null` : sql`width_metres is null`);
  if (bounds) conditions.push(meetsBox(sql.ref("geom"), bounds));
  return conditions;
}
