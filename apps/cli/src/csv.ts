/** Tables as CSV, safe to open in a spreadsheet. */

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
  if (typeof cell !== "string") return String(cell);
  // a text that begins like a formula would be run as one by a spreadsheet
  return quoted(/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
}

export const quoted = (text: string): string =>
  /[",;\n\r\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
