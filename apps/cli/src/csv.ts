/** Tables as CSV, safe to open in a spreadsheet. */
import { csvCell } from "@firecover/domain";

export type Cell = string | number | boolean | null;

export interface Table {
  readonly columns: readonly string[];
  /** Keys are the columns. */
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

export function csvOf({ columns, rows }: Table): string {
  const lines = [columns.join(",")];
  for (const row of rows) lines.push(columns.map((column) => cellText(row[column] ?? null)).join(","));
  return `${lines.join("\n")}\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return "";
  return typeof cell === "string" ? csvCell(cell) : String(cell);
}
