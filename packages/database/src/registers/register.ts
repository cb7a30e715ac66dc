/** Reading and writing one record of a register, guarded by its version. */
import { isDeepStrictEqual } from "node:util";
import { FirecoverError, type ImportLayer, type ImportRecords } from "@firecover/domain";
import { type Kysely, sql } from "kysely";
import { raiseLayers } from "../layer-changes.ts";
import { type RecordTable, toRecord } from "../records/record-table.ts";
import { recordset, rowText } from "../records/recordset.ts";
import { selectList } from "../records/select-records.ts";
import type { Schema } from "../schema.ts";

/** A record and the version that a write to it must name. */
export interface Versioned<T> {
  record: T;
  version: number;
}

export async function findRecord<Layer extends ImportLayer>(
  db: Kysely<Schema>,
  table: RecordTable<Layer>,
  id: string | number,
): Promise<Versioned<ImportRecords[Layer]> | undefined> {
  return (await read(db, table, id, false))?.versioned;
}

/** Adds a record by hand; what it says of itself is kept when an import brings the same id. */
export function insertRecord<Layer extends ImportLayer>(
  db: Kysely<Schema>,
  table: RecordTable<Layer>,
  value: ImportRecords[Layer],
): Promise<Versioned<ImportRecords[Layer]>> {
  const id = idOf(table, value);
  const said = propertiesOf(table).filter((property) => value[property as keyof typeof value] !== null);
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ one: number }>`
      with incoming as (${recordset(table.columns, [rowText(table, value)])})
      insert into ${sql.table(table.table)} (${columnNames(table)}, edited_fields)
      select ${columnNames(table)}, ${JSON.stringify(said)}::jsonb from incoming
      on conflict do nothing
      returning 1 as one
    `.execute(trx);
    if (rows.length === 0) throw new FirecoverError("conflict", `Đã có hồ sơ mang mã ${id}.`);
    await raiseLayers(trx, [table.layer]);
    return (await read(trx, table, id, false))!.versioned;
  });
}

/** Replaces a record; fields that differ from what is stored count as set by hand from now on. */
export async function updateRecord<Layer extends ImportLayer>(
  db: Kysely<Schema>,
  table: RecordTable<Layer>,
  id: string | number,
  value: ImportRecords[Layer],
  expectedVersion: number,
): Promise<Versioned<ImportRecords[Layer]>> {
  if (idOf(table, value) !== id) throw new FirecoverError("invalid-input", `Mã của hồ sơ phải là ${id}.`);
  return db.transaction().execute(async (trx) => {
    const stored = await lock(trx, table, id, expectedVersion);
    const before = stored.versioned.record;
    const edited = propertiesOf(table).filter(
      (property) =>
        !isDeepStrictEqual(before[property as keyof typeof before], value[property as keyof typeof value]),
    );
    if (edited.length === 0) return stored.versioned;
    const fields = [...new Set([...stored.editedFields, ...edited])].sort();
    const setters = table.columns.map(({ column }) => sql`${sql.ref(column)} = i.${sql.ref(column)}`);
    await sql`
      with incoming as (${recordset(table.columns, [rowText(table, value)])})
      update ${sql.table(table.table)} t
      set ${sql.join(setters)}, version = t.version + 1, edited_fields = ${JSON.stringify(fields)}::jsonb
      from incoming i where t.${keyColumn(table)} = i.${keyColumn(table)}
    `.execute(trx);
    await raiseLayers(trx, [table.layer]);
    return (await read(trx, table, id, false))!.versioned;
  });
}

export function deleteRecord<Layer extends ImportLayer>(
  db: Kysely<Schema>,
  table: RecordTable<Layer>,
  id: string | number,
  expectedVersion: number,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await lock(trx, table, id, expectedVersion);
    await sql`delete from ${sql.table(table.table)} where ${keyColumn(table)} = ${id}`.execute(trx);
    await raiseLayers(trx, [table.layer]);
  });
}

interface StoredRecord<Layer extends ImportLayer> {
  versioned: Versioned<ImportRecords[Layer]>;
  editedFields: string[];
}

async function read<Layer extends ImportLayer>(
  db: Kysely<Schema>,
  table: RecordTable<Layer>,
  id: string | number,
  forUpdate: boolean,
): Promise<StoredRecord<Layer> | undefined> {
  const { rows } = await sql<Record<string, unknown> & { version: number; editedFields: string[] }>`
    select ${selectList(table.columns)}, version, edited_fields as "editedFields"
    from ${sql.table(table.table)} where ${keyColumn(table)} = ${id} ${sql.raw(forUpdate ? "for update" : "")}
  `.execute(db);
  const row = rows[0];
  if (row === undefined) return undefined;
  const record = toRecord<ImportRecords[Layer]>(table.columns, row);
  return { versioned: { record, version: row.version }, editedFields: row.editedFields };
}

async function lock<Layer extends ImportLayer>(
  db: Kysely<Schema>,
  table: RecordTable<Layer>,
  id: string | number,
  expectedVersion: number,
): Promise<StoredRecord<Layer>> {
  const stored = await read(db, table, id, true);
  if (stored === undefined) throw new FirecoverError("not-found", `Không có hồ sơ mang mã ${id}.`);
  if (stored.versioned.version !== expectedVersion) {
    throw new FirecoverError(
      "precondition-failed",
      `Hồ sơ ${id} đã được sửa trong lúc đang mở: hãy tải lại rồi sửa tiếp.`,
    );
  }
  return stored;
}

const keyColumn = <Layer extends ImportLayer>({ columns, key }: RecordTable<Layer>) =>
  sql.ref(columns.find(({ property }) => property === key)!.column);

const columnNames = <Layer extends ImportLayer>({ columns }: RecordTable<Layer>) =>
  sql.join(columns.map(({ column }) => sql.ref(column)));

const propertiesOf = <Layer extends ImportLayer>({ columns, key }: RecordTable<Layer>): string[] =>
  columns.map(({ property }) => property).filter((property) => property !== key);

const idOf = <Layer extends ImportLayer>({ key }: RecordTable<Layer>, value: ImportRecords[Layer]) =>
  value[key] as string | number;
