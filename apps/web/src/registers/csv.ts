/** A register as CSV that spreadsheets open well: UTF-8 with a mark, and no cell that runs as a formula. */

/** A leading `= + - @`, tab or line break would be read as a formula; an apostrophe keeps it text. */
export function csvCell(text: string): string {
  const isPlainNumber = /^-?\d+([.,]\d+)?$/.test(text);
  const safe = /^[=+\-@\t\r\n]/.test(text) && !isPlainNumber ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvText(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${[heads, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

/** Hands a file made in the browser to its downloads. */
export function saveText(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
