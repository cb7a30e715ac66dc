/** Columns of a table: what a cell shows, what it sorts by and what a CSV file says. */
import type { ReactNode } from "react";

export interface Sort {
  readonly column: string;
  readonly direction: "ascending" | "descending";
}

export interface Column<Row> {
  readonly id: string;
  readonly head: string;
  /** Head in a file, where the unit is not seen in the cells. */
  readonly csvHead?: string;
  /** Least width in pixels, and its share of what is left over. */
  readonly minWidth: number;
  readonly grow: number;
  readonly isNumber?: boolean;
  readonly cell: (row: Row) => ReactNode;
  readonly sortBy: (row: Row) => string | number;
  /** Plain value for a file; a decimal number keeps its point. */
  readonly csv: (row: Row) => string | number | null;
}

/** `people` or `-people`, as the address writes it. */
export function parseSort(text: string | undefined): Sort | null {
  if (!text) return null;
  return text.startsWith("-")
    ? { column: text.slice(1), direction: "descending" }
    : { column: text, direction: "ascending" };
}

export const formatSort = ({ column, direction }: Sort): string =>
  direction === "descending" ? `-${column}` : column;

const byLetter = new Intl.Collator("vi", { numeric: true });

/** Sorted copy; rows that compare equal keep their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort | null,
): readonly Row[] {
  const column = columns.find(({ id }) => id === sort?.column);
  if (!column) return rows;
  const sign = sort?.direction === "descending" ? -1 : 1;
  const keyed = rows.map((row) => ({ row, key: column.sortBy(row) }));
  keyed.sort(({ key: a }, { key: b }) => {
    const order =
      typeof a === "number" && typeof b === "number" ? a - b : byLetter.compare(String(a), String(b));
    return order * sign;
  });
  return keyed.map(({ row }) => row);
}
