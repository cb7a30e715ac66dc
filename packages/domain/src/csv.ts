/** CSV that spreadsheets open well: UTF-8 with a mark, and no cell that runs as a formula. */

/** A leading `= + - @`, tab or line break would be read as a formula; an apostrophe keeps it text. */
export function csvCell(text: string): string {
  const isPlainNumber = /^-?\d+([.,]\d+)?$/.test(text);
  return csvQuoted(/^[=+\-@\t\r\n]/.test(text) && !isPlainNumber ? `'${text}` : text);
}

/** The text as it is, in quotes where a reader of CSV would cut it. */
export function csvQuoted(text: string): string {
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvText(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${[heads, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}
