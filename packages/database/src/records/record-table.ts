/** How a kind of record lies in its table: which property in which column, of which SQL type. */
import type { ImportLayer, ImportRecords } from "@firecover/domain";
import type { StoredGeometry } from "../ewkb.ts";
import { fromEwkbHex, toEwkbHex } from "../ewkb.ts";
import type { Schema } from "../schema.ts";

/** `point` holds a `LonLat`, `geometry` GeoJSON; both are stored as PostGIS geometry. */
type ColumnType =
  | "text"
  | "integer"
  | "bigint"
  | "double precision"
  | "boolean"
  | "date"
  | "jsonb"
  | "bigint[]"
  | "point"
  | "geometry";

export interface Column {
  property: string;
  column: string;
  type: ColumnType;
}

export interface RecordTable<Layer extends ImportLayer = ImportLayer> {
  layer: Layer;
  table: keyof Schema & string;
  /** Property that identifies a record. */
  key: keyof ImportRecords[Layer] & string;
  columns: readonly Column[];
  /** Whether planners edit it by hand, so that imports must leave edited fields alone. */
  isRegister: boolean;
}

/** Property → [column, SQL type]; the compiler sees to it that no property is left out. */
export type ColumnsOf<T> = { readonly [Property in keyof T & string]: readonly [string, ColumnType] };

export function recordTable<Layer extends ImportLayer>(
  layer: Layer,
  table: keyof Schema & string,
  key: keyof ImportRecords[Layer] & string,
  columns: ColumnsOf<ImportRecords[Layer]>,
  isRegister: boolean,
): RecordTable<Layer> {
  const list = Object.entries<readonly [string, ColumnType]>(columns).map(([property, [column, type]]) => ({
    property,
    column,
    type,
  }));
  return { layer, table, key, columns: list, isRegister };
}

/** The value of one property as the driver and `json_to_recordset` take it. */
export function toStored({ type }: Column, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (type === "point") return toEwkbHex({ type: "Point", coordinates: value as [number, number] });
  if (type === "geometry") return toEwkbHex(value as StoredGeometry);
  return value;
}

/** A row selected by `selectList`, as the domain's record. Rows were checked on their way in; they are not parsed again. */
export function toRecord<T>(columns: readonly Column[], row: Readonly<Record<string, unknown>>): T {
  const record: Record<string, unknown> = {};
  for (const { property, type } of columns) {
    const value = row[property];
    if (type === "point") record[property] = fromEwkbHex(value as string).coordinates;
    else if (type === "geometry") record[property] = value === null ? null : fromEwkbHex(value as string);
    else record[property] = value;
  }
  return record as T;
}
