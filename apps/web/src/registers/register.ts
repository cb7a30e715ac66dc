/** What a register is on screen: where it is served, its columns, filters and fields. */
import type { ReactNode } from "react";
import type { z } from "zod";
import type { ListParams } from "../api/records.ts";
import type { MessageKey } from "../i18n/en.ts";
import type { Text } from "../i18n/use-text.ts";
import type { Field } from "./field.ts";
import type { GapIndex } from "./gap-index.ts";
import type { FilterKey, RegisterName, RegistersSearch } from "./registers-search.ts";

/** What a cell needs beside its own row. */
export interface RowContext {
  readonly text: Text;
  /** Names by commune code. */
  readonly communes: ReadonlyMap<string, string>;
  /** Gaps by premises, of the current run; null while unknown. */
  readonly gaps: GapIndex | null;
  readonly today: string;
}

export interface Column<Row> {
  readonly key: string;
  readonly head: MessageKey;
  /** Field that the server sorts by; absent = not sortable. */
  readonly sort?: string;
  /** Share of the table's width. */
  readonly width: string;
  readonly isNumber?: boolean;
  /** Kept on a phone, where the others make room. */
  readonly isOnPhone?: boolean;
  readonly cell: (row: Row, context: RowContext) => ReactNode;
}

/** How a row looks on the twin map: a mark of one of a few kinds. */
export type MarkKind =
  | "overdue"
  | "due"
  | "done"
  | "none"
  | "working"
  | "broken"
  | "unknown"
  | "station"
  | "plot"
  | "generated";

export interface Register<Row> {
  readonly name: RegisterName;
  /** Name of the layer in the project's counts. */
  readonly layer: string;
  readonly path: string;
  readonly schema: z.ZodType<Row>;
  readonly idOf: (row: Row) => string;
  readonly nameOf: (row: Row, text: Text) => string;
  readonly geometryOf: (row: Row) => GeoJSON.Point | GeoJSON.LineString | null;
  readonly markOf: (row: Row, today: string) => MarkKind | null;
  readonly legend: readonly MarkKind[];
  readonly columns: readonly Column<Row>[];
  readonly filters: readonly FilterKey[];
  /** The address's filters in the server's words. */
  readonly listParams: (search: RegistersSearch) => ListParams;
  readonly defaultSort: string;
  readonly fields: readonly Field[];
  readonly verbs: {
    readonly canAdd: boolean;
    /** Absent = as `canAdd`. */
    readonly canDelete?: boolean;
    readonly update: "PUT" | "PATCH" | null;
  };
}
