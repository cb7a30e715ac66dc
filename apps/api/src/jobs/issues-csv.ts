/** An import's issues as CSV. */
import { csvText, type ImportIssue } from "@firecover/domain";

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
  return csvText(heads, rows);
}
