/** Pages of a register: a keyset behind an opaque cursor, so that the last page costs what the first does. */
import { FirecoverError, type ImportLayer, type ImportRecords } from "@firecover/domain";
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Column, RecordTable } from "../records/record-table.ts";
import { toRecord } from "../records/record-table.ts";
import { selectList } from "../records/select-records.ts";
import type { Schema } from "../schema.ts";

export interface PageRequest {
  /** 1 … 500. */
  limit: number;
  /** `nextCursor` of the page before, with the same filter and sort. */
  cursor?: string | null | undefined;
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  /** How many records meet the filter, on all pages. */
  total: number;
}

interface Cursor {
  sort: string;
  value: unknown;
  id: string | number;
}

/**
 * One page of the records that meet every condition. `sort` is a property, with `-` before it for descending; names sort
 * by their letters without accents, absent values come last either way, equal ones by id.
 */
export async function selectPage<Layer extends ImportLayer>(
  db: Kysely<Schema>,
  { table, key, columns }: RecordTable<Layer>,
  conditions: readonly RawBuilder<boolean>[],
  sort: string | undefined,
  { limit, cursor }: PageRequest,
): Promise<Page<ImportRecords[Layer]>> {
  const order = orderOf(sort ?? key, columns);
  const keyColumn = columns.find(({ property }) => property === key)!;
  const id = sql.ref(keyColumn.column);
  const after = cursor ? [isAfter(readCursor(cursor, order.sort), order, id, keyColumn.type)] : [];
  const where = (list: readonly RawBuilder<boolean>[]) =>
    list.length === 0 ? sql`` : sql`where ${sql.join(list, sql` and `)}`;

  const { rows } = await sql<Record<string, unknown>>`
    select ${selectList(columns)}, ${order.column}::text as "sortValue"
    from ${sql.table(table)} ${where([...conditions, ...after])}
    order by ${order.column} is null, ${order.column} ${order.direction}, ${id} ${order.direction}
    limit ${limit + 1}
  `.execute(db);
  const total = await sql<{ total: number }>`
    select count(*)::int as total from ${sql.table(table)} ${where(conditions)}
  `.execute(db);

  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => toRecord<ImportRecords[Layer]>(columns, row)),
    nextCursor:
      rows.length > limit && last !== undefined
        ? writeCursor({ sort: order.sort, value: last["sortValue"], id: last[key] as string | number })
        : null,
    total: total.rows[0]!.total,
  };
}

interface Order {
  sort: string;
  column: RawBuilder<unknown>;
  type: Column["type"];
  direction: RawBuilder<unknown>;
}

function orderOf(sort: string, columns: readonly Column[]): Order {
  const isDescending = sort.startsWith("-");
  const property = isDescending ? sort.slice(1) : sort;
  const column = columns.find((each) => each.property === property);
  if (column === undefined || ["point", "geometry", "jsonb", "bigint[]"].includes(column.type)) {
    throw new FirecoverError("invalid-input", `Không sắp xếp được theo “${property}”.`);
  }
  return {
    sort,
    column: sql.ref(property === "name" ? "sort_name" : column.column),
    type: column.type,
    direction: sql.raw(isDescending ? "desc" : "asc"),
  };
}

function isAfter(
  { value, id: lastId }: Cursor,
  { sort, column, type }: Order,
  id: RawBuilder<unknown>,
  keyType: Column["type"],
): RawBuilder<boolean> {
  const beyond = sql.raw(sort.startsWith("-") ? "<" : ">");
  const lastKey = sql`${String(lastId)}::text::${sql.raw(keyType)}`;
  if (value === null) return sql<boolean>`(${column} is null and ${id} ${beyond} ${lastKey})`;
  const lastValue = sql`${String(value)}::text::${sql.raw(type)}`;
  return sql<boolean>`(
    ${column} ${beyond} ${lastValue} or (${column} = ${lastValue} and ${id} ${beyond} ${lastKey}) or ${column} is null
  )`;
}

const writeCursor = ({ sort, value, id }: Cursor): string =>
  Buffer.from(JSON.stringify([sort, value, id])).toString("base64url");

function readCursor(text: string, sort: string): Cursor {
  try {
    const [cursorSort, value, id] = JSON.parse(Buffer.from(text, "base64url").toString()) as unknown[];
    const isWhole =
      (value === null || typeof value === "string") && (typeof id === "string" || typeof id === "number");
    if (isWhole && cursorSort === sort) return { sort, value, id };
  } catch {
    // not one of ours: told below
  }
  throw new FirecoverError("invalid-input", "Con trỏ trang không hợp lệ hoặc thuộc một danh sách khác.");
}
