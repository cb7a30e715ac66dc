/** `firecover import`: one file into the registers, whole or not at all, with a report of every fault. */
import { writeFile } from "node:fs/promises";
import { importSink } from "@firecover/database";
import { ImportKind, type ImportReport } from "@firecover/domain";
import { runImport } from "@firecover/interchange";
import { Command, Option } from "commander";
import { exitCodes } from "../exit.ts";
import { abortOnInterrupt, progressOnStderr, say } from "../say.ts";
import { type StorageOptions, withDatabase, withStorageOptions } from "../storage.ts";

interface ImportOptions extends StorageOptions {
  as: ImportKind;
  dryRun?: true;
  validRows?: true;
  report?: string;
}

const issuesShown = 50;

export function importCommand(): Command {
  return withStorageOptions(
    new Command("import")
      .description("nhập một tệp vào sổ dữ liệu · import a file into the registers")
      .argument("<file>", "tệp · file (.osm.pbf, .geojson, .csv)")
      .addOption(
        new Option("--as <kind>", "loại dữ liệu · what it holds")
          .choices(ImportKind.options)
          .makeOptionMandatory(),
      )
      .option("--dry-run", "chỉ đọc và báo cáo, không ghi · read and report, write nothing")
      .option("--valid-rows", "nhận dòng hợp lệ, bỏ dòng lỗi · accept valid rows beside faulty ones")
      .option("--report <file.json>", "ghi báo cáo đầy đủ · write the whole report"),
  )
    .addHelpText(
      "after",
      "\nVí dụ · example: firecover import co-so.csv --as premises --dry-run --report loi.json",
    )
    .action((file: string, options: ImportOptions) => importFile(file, options));
}

async function importFile(file: string, options: ImportOptions): Promise<void> {
  const signal = abortOnInterrupt();
  const progress = progressOnStderr();
  const report = await withDatabase(options, progress.onProgress, (database) =>
    runImport({
      path: file,
      kind: options.as,
      sink: importSink(database),
      isDryRun: options.dryRun === true,
      acceptsValidRows: options.validRows === true,
      onProgress: progress.onProgress,
      signal,
      today: new Date().toISOString().slice(0, 10),
    }),
  );
  progress.end();
  if (options.report) await writeFile(options.report, `${JSON.stringify(report, null, 2)}\n`);
  for (const line of linesOf(report)) say(line);
  const isFaulty =
    report.status === "rejected" ||
    report.status === "cancelled" ||
    report.issues.some((issue) => issue.severity === "error");
  if (isFaulty) process.exitCode = exitCodes.faultyInput;
}

function* linesOf(report: ImportReport): Generator<string> {
  const number = new Intl.NumberFormat("vi");
  for (const { row, field, value, reason, suggestion } of report.issues.slice(0, issuesShown)) {
    const place = [
      row === null ? null : `dòng ${row}`,
      field ? `cột ${field}` : null,
      value ? `"${value}"` : null,
    ];
    const where = place.filter((part) => part !== null).join(", ");
    yield `${report.file}${where ? `, ${where}` : ""}: ${reason.vi}${suggestion ? ` (${suggestion.vi})` : ""} · ${reason.en}`;
  }
  const hidden = report.issues.length - issuesShown + report.issuesLeftOut;
  if (hidden > 0) yield `… và ${number.format(hidden)} điều khác, xem --report · and more, see --report`;
  for (const [layer, counts] of Object.entries(report.layers))
    yield `${layer}: đọc ${number.format(counts.read)}, thêm ${number.format(counts.added)}, sửa ${number.format(counts.changed)}, giữ nguyên ${number.format(counts.unchanged)}, loại ${number.format(counts.rejected)}`;
  yield endings[report.status] +
    (report.isDryRun ? " (chạy thử, không ghi gì · dry run, nothing written)" : "");
}

const endings: Record<ImportReport["status"], string> = {
  accepted: "Đã nhận toàn bộ · accepted",
  "accepted-with-issues": "Đã nhận, có điều cần xem · accepted with issues",
  rejected: "Không nhận, dữ liệu cũ giữ nguyên · rejected, nothing changed",
  cancelled: "Đã dừng, dữ liệu cũ giữ nguyên · cancelled, nothing changed",
};
