/** Brings many records into their table in few statements, and tells which were new, changed or already there. */
import type { ImportLayer, ImportRecords, LayerCounts } from "@firecover/domain";
import { type Kysely, type RawBuilder, sql, type Transaction } from "kysely";
import type { Schema } from "../schema.ts";
import type { Column, RecordTable } from "./record-table.ts";
import { communeAt, recordset, rowText } from "./recordset.ts";

const maxRowsPerStatement = 5000;
const maxCharactersPerStatement = 8_000_000;

/** A new source or data date on the same values is no change of the record: it is noted without a new version. */
const dating = new Set(["source", "dataDate"]);

export async function upsertRecords<Layer extends ImportLayer>(
  trx: Transaction<Schema>,
  table: RecordTable<Layer>,
  records: readonly ImportRecords[Layer][],
): Promise<LayerCounts> {
  const counts: LayerCounts = { read: 0, added: 0, changed: 0, unchanged: 0, rejected: 0 };
  for (const rows of statementsOf(table, records)) {
    const { added, changed } = await upsertRows(trx, table, rows);
    counts.read += rows.length;
    counts.added += added;
    counts.changed += changed;
    counts.unchanged += rows.length - added - changed;
  }
  return counts;
}

/** Rows as JSON texts, cut by number and size, and before an id that comes a second time: the later record then wins. */
function* statementsOf<Layer extends ImportLayer>(
  table: RecordTable<Layer>,
  records: readonly ImportRecords[Layer][],
): Generator<string[]> {
  let rows: string[] = [];
  let characters = 0;
  const ids = new Set<unknown>();
  for (const record of records) {
    const id = record[table.key];
    if (rows.length === maxRowsPerStatement || characters > maxCharactersPerStatement || ids.has(id)) {
      yield rows;
      rows = [];
      characters = 0;
      ids.clear();
    }
    const row = rowText(table, record);
    rows.push(row);
    ids.add(id);
    characters += row.length;
  }
  if (rows.length > 0) yield rows;
}

async function upsertRows<Layer extends ImportLayer>(
  trx: Transaction<Schema>,
  { table, key, columns, isRegister }: RecordTable<Layer>,
  rows: readonly string[],
): Promise<{ added: number; changed: number }> {
  const names = sql.join(columns.map(({ column }) => sql.ref(column)));
  const keyColumn = sql.ref(columns.find(({ property }) => property === key)!.column);
  const valued = columns.filter(({ property }) => property !== key && !dating.has(property));
  const dated = columns.filter(({ property }) => dating.has(property));
  const setters = columns
    .filter(({ property }) => property !== key)
    .map((column) => sql`${sql.ref(column.column)} = ${incomingValue(column, "excluded", isRegister)}`);
  const isChanged = (incoming: string) => differs(valued, incoming, isRegister);
  const isRedated = (incoming: string) => differs(dated, incoming, isRegister);

  const { rows: answers } = await sql<{
    total: number;
    added: number;
    changed: number;
    due: number;
    written: number;
  }>`
    with incoming as materialized (
      ${recordset(columns, rows)}
    ),
    compared as materialized (
      select i.*, t.${keyColumn} is null as is_new,
        t.${keyColumn} is not null and (${isChanged("i")}) as is_changed,
        t.${keyColumn} is not null and (${isRedated("i")}) as is_redated
      from incoming i left join ${sql.table(table)} t on t.${keyColumn} = i.${keyColumn}
    ),
    written as (
      insert into ${sql.table(table)} as t (${names})
      select ${names} from compared where is_new or is_changed or is_redated
      on conflict (${keyColumn}) do update
      set ${sql.join(setters)}, version = t.version + (case when ${isChanged("excluded")} then 1 else 0 end)
      returning 1
    )
    select
      count(*)::int as total,
      (count(*) filter (where is_new))::int as added,
      (count(*) filter (where is_changed))::int as changed,
      (count(*) filter (where is_new or is_changed or is_redated))::int as due,
      (select count(*)::int from written) as written
    from compared
  `.execute(trx);

  const answer = answers[0];
  if (answer === undefined || answer.total !== rows.length || answer.written !== answer.due) {
    throw new Error(
      `Wrote ${answer?.written} of ${answer?.due} rows of ${table}, from ${answer?.total} when expected ${rows.length}.`,
    );
  }
  return answer;
}

/** What the column becomes: the incoming value, or the stored one where a planner has set it by hand. */
function incomingValue(
  { property, column }: Column,
  incoming: string,
  isRegister: boolean,
): RawBuilder<unknown> {
  const value = sql.ref(`${incoming}.${column}`);
  if (!isRegister) return value;
  return sql`case when t.edited_fields @> ${sql.lit(JSON.stringify(property))}::jsonb then t.${sql.ref(column)} else ${value} end`;
}

function differs(columns: readonly Column[], incoming: string, isRegister: boolean): RawBuilder<unknown> {
  if (columns.length === 0) return sql`false`;
  const differences = columns.map(
    (column) =>
      sql`t.${sql.ref(column.column)} is distinct from ${incomingValue(column, incoming, isRegister)}`,
  );
  return sql.join(differences, sql` or `);
}

/**
 * Gives every register record without a commune the one that it lies in; for when communes come after it.
 * The commune is looked up record by record, not joined: PostGIS' estimate for spatial joins fails on the embedded
 * database ("invalid function selectivity").
 */
export async function fillCommuneCodes(
  db: Kysely<Schema>,
  table: "premises" | "water_source" | "fire_station" | "candidate_site",
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    update ${sql.table(table)} t
    set commune_code = found.code, version = version + 1
    from (
      select id, ${communeAt(sql.ref("lone.geom"))} as code from ${sql.table(table)} lone where commune_code is null
    ) found
    where found.id = t.id and found.code is not null
    returning t.id
  `.execute(db);
  return rows.length;
}
