/** A report in three numbers: rows that are fine, rows to look at, rows that were left out. */
import type { ImportReport } from "@firecover/domain";

export interface ReportCounts {
  readonly read: number;
  readonly valid: number;
  readonly toCheck: number;
  readonly faulty: number;
  /** What a real run writes: valid and to check. */
  readonly accepted: number;
  /** Of those, what is not in the register as it stands. */
  readonly new: number;
}

export function reportCounts(report: Pick<ImportReport, "layers" | "issues" | "status">): ReportCounts {
  const layers = Object.values(report.layers);
  const read = sum(layers.map((layer) => layer.read));
  const faultyRows = rowsWith(report, "error");
  const warnedRows = rowsWith(report, "warning");
  const isRejected = report.status === "rejected";
  const faulty = isRejected ? read : Math.max(sum(layers.map((layer) => layer.rejected)), faultyRows.size);
  const onlyWarned = [...warnedRows].filter((row) => !faultyRows.has(row)).length;
  const accepted = Math.max(0, read - faulty);
  const toCheck = Math.min(accepted, onlyWarned);
  return {
    read,
    valid: accepted - toCheck,
    toCheck,
    faulty,
    accepted,
    new: isRejected ? 0 : sum(layers.map(({ added, changed }) => added + changed)),
  };
}

/** Rows are told apart by number, or by the record's own id where the file has no rows. */
function rowsWith({ issues }: Pick<ImportReport, "issues">, severity: "error" | "warning"): Set<string> {
  const rows = issues
    .filter((issue) => issue.severity === severity && (issue.row !== null || issue.recordId !== null))
    .map(({ row, recordId }) => (row !== null ? `row ${row}` : `record ${recordId}`));
  return new Set(rows);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
