/** An import's issues as CSV that spreadsheets open well: UTF-8 with a mark, and no cell that runs as a formula. */
import type { ImportIssue } from "@firecover/domain";

const heads = [
  "severity",
  "code",
  "row",
  "record",
  "field",
  "value",
  "reason_vi",
  "reason_en",
  "suggestion_vi",
  "suggestion_en",
  "fix",
];

export function issuesCsv(issues: readonly ImportIssue[]): string {
  const rows = issues.map((issue) => [
    issue.severity,
    issue.code,
    issue.row === null ? "" : String(issue.row),
    issue.recordId ?? "",
    issue.field ?? "",
    issue.value ?? "",
    issue.reason.vi,
    issue.reason.en,
    issue.suggestion?.vi ?? "",
    issue.suggestion?.en ?? "",
    issue.fix ?? "",
  ]);
  return `\uFEFF${[heads, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

/** A leading `= + - @`, tab or line break would be read as a formula; an apostrophe keeps it text. */
export function csvCell(text: string): string {
  const isPlainNumber = /^-?\d+([.,]\d+)?$/.test(text);
  const safe = /^[=+\-@\t\r\n]/.test(text) && !isPlainNumber ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
