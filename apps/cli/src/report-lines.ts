/** An import's report as lines for people: every error, the first warnings, then the counts. */
import type { ImportIssue, ImportReport } from "@firecover/domain";

const warningsShown = 50;

export function* linesOf(report: ImportReport): Generator<string> {
  const number = new Intl.NumberFormat("vi");
  const errors = report.issues.filter(({ severity }) => severity === "error");
  const warnings = report.issues.filter(({ severity }) => severity === "warning");
  for (const issue of [...errors, ...warnings.slice(0, warningsShown)]) yield lineOf(report.file, issue);
  const hidden = Math.max(0, warnings.length - warningsShown) + report.issuesLeftOut;
  if (hidden > 0) yield `… và ${number.format(hidden)} điều khác, xem --report · and more, see --report`;
  for (const { name, expected, found } of report.controls) {
    yield `Đối chiếu · control ${name}: ${number.format(found)} / ${number.format(expected)}`;
  }
  for (const [layer, { read, added, changed, unchanged, rejected }] of Object.entries(report.layers)) {
    yield `${layer}: đọc · read ${number.format(read)}, thêm · added ${number.format(added)}, ` +
      `sửa · changed ${number.format(changed)}, giữ nguyên · unchanged ${number.format(unchanged)}, ` +
      `loại · rejected ${number.format(rejected)}`;
  }
  yield endings[report.status] +
    (report.isDryRun ? " (chạy thử, không ghi gì · dry run, nothing written)" : "");
}

function lineOf(
  file: string,
  { severity, row, field, value, recordId, reason, suggestion }: ImportIssue,
): string {
  const place = [
    row === null ? null : `dòng ${row}`,
    field === null ? null : `cột ${field}`,
    row === null && recordId !== null ? recordId : null,
    value === null ? null : `"${value}"`,
  ];
  const where = [file, ...place.filter((part) => part !== null)].join(", ");
  const mark = severity === "error" ? "lỗi · error" : "cần xem · warning";
  return `${where}: ${mark}: ${reason.vi}${suggestion ? ` ${suggestion.vi}` : ""} · ${reason.en}`;
}

const endings: Readonly<Record<ImportReport["status"], string>> = {
  accepted: "Đã nhận toàn bộ · accepted",
  "accepted-with-issues": "Đã nhận, có điều cần xem · accepted with issues",
  rejected: "Không nhận, dữ liệu cũ giữ nguyên · rejected, nothing changed",
  cancelled: "Đã dừng, dữ liệu cũ giữ nguyên · cancelled, nothing changed",
};
