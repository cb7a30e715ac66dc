/** The register of premises. */
import type {
  CommuneCode,
  HazardClass,
  IsoDate,
  ManagementTier,
  Premises,
  PremisesCategory,
  PremisesId,
} from "@firecover/domain";
import { type Kysely, type RawBuilder, sql } from "kysely";
import { hasWords } from "../folded.ts";
import { premisesTable } from "../records/record-tables.ts";
import type { Schema } from "../schema.ts";
import { type PageRequest, selectPage } from "./page.ts";
import { deleteRecord, findRecord, insertRecord, updateRecord } from "./register.ts";

/** An inspection is coming up from this many days before it. */
const dueWithinDays = 30;

export interface PremisesFilter {
  q?: string | undefined;
  commune?: CommuneCode | string | undefined;
  category?: PremisesCategory | undefined;
  managementTier?: ManagementTier | undefined;
  hazardClass?: HazardClass | undefined;
  inspection?: "overdue" | "due" | "done" | "none" | undefined;
  /** The day that `inspection` is asked for; today in Việt Nam where absent. */
  today?: IsoDate | undefined;
  /** Only these. */
  ids?: readonly string[] | undefined;
  sort?: string | undefined;
}

export const listPremises = (db: Kysely<Schema>, filter: PremisesFilter, page: PageRequest) =>
  selectPage(db, premisesTable, conditionsOf(filter), filter.sort, page);

export const findPremises = (db: Kysely<Schema>, id: PremisesId) => findRecord(db, premisesTable, id);

export const insertPremises = (db: Kysely<Schema>, value: Premises) => insertRecord(db, premisesTable, value);

export const updatePremises = (
  db: Kysely<Schema>,
  id: PremisesId,
  value: Premises,
  expectedVersion: number,
) => updateRecord(db, premisesTable, id, value, expectedVersion);

export const deletePremises = (db: Kysely<Schema>, id: PremisesId, expectedVersion: number) =>
  deleteRecord(db, premisesTable, id, expectedVersion);

function conditionsOf(filter: PremisesFilter): RawBuilder<boolean>[] {
  const { q, commune, category, managementTier, hazardClass, inspection, ids } = filter;
  const conditions: RawBuilder<boolean>[] = [];
  if (q) conditions.push(hasWords(sql.ref("search_text"), q));
  if (commune) conditions.push(sql`commune_code = ${commune}`);
  if (category) conditions.push(sql`category = ${category}`);
  if (managementTier) conditions.push(sql`management_tier = ${managementTier}`);
  if (hazardClass) conditions.push(sql`hazard_class = ${hazardClass}`);
  if (inspection) conditions.push(sql`${inspectionState(filter.today ?? todayInVietnam())} = ${inspection}`);
  if (ids) conditions.push(sql`id in (select json_array_elements_text(${JSON.stringify(ids)}::text::json))`);
  return conditions;
}

const inspectionState = (today: IsoDate) => sql<string>`case
  when next_inspection_date < ${today}::date then 'overdue'
  when next_inspection_date <= ${today}::date + ${dueWithinDays}::int then 'due'
  when coalesce(last_inspection_date, next_inspection_date) is not null then 'done'
  else 'none'
end`;

const todayInVietnam = (): IsoDate =>
  new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());
