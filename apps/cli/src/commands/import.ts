/** `firecover import`: one file into the registers, whole or not at all, with a report of every fault. */
import { writeFile } from "node:fs/promises";
import { ImportKind, type ImportReport, IsoDate } from "@firecover/domain";
import { Command, InvalidArgumentError, Option } from "commander";
import { FaultyResult, Interrupted } from "../exit.ts";
import { mustBeReadable, mustBeWritable } from "../file-faults.ts";
import { linesOf } from "../report-lines.ts";
import { abortOnInterrupt, progressOnStderr, say } from "../say.ts";
import { type StorageOptions, withDatabase, withStorageOptions } from "../storage.ts";

interface ImportOptions extends StorageOptions {
  as: ImportKind;
  dryRun: boolean;
  validRows: boolean;
  report?: string;
  dataDate?: string;
  synthetic: boolean;
  control?: string;
}

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
      .option("--dry-run", "chỉ đọc và báo cáo, không ghi · read and report, write nothing", false)
      .option(
        "--valid-rows",
        "nhập các dòng hợp lệ, bỏ dòng lỗi · import the valid rows without the faulty ones",
        false,
      )
      .option("--report <file.json>", "ghi báo cáo đầy đủ · write the whole report")
      .option("--data-date <date>", "ngày của số liệu · the day the data speaks of (2026-11-22)", isoDate)
      .option("--synthetic", "ghi dấu số liệu minh họa · mark the records as invented", false)
      .option(
        "--control <provinces.geojson>",
        "tổng dân số tỉnh để đối chiếu · province totals to check against",
      ),
  )
    .addHelpText(
      "after",
      "\nVí dụ · examples:\n  firecover import xa.geojson --as communes\n  firecover import tinh.osm.pbf --as osm\n" +
        "  firecover import co-so.csv --as premises --dry-run --report loi.json",
    )
    .action(importFile);
}

async function importFile(file: string, options: ImportOptions): Promise<void> {
  const signal = abortOnInterrupt();
  for (const path of [file, options.control]) if (path !== undefined) await mustBeReadable(path);
  await mustBeWritable(options.report);
  const { importSink } = await import("@firecover/database");
  const { runImport } = await import("@firecover/interchange");
  const progress = progressOnStderr();
  const report = await withDatabase(options, progress.onProgress, (database) => {
    if (signal.aborted) throw new Interrupted();
    return runImport({
      path: file,
      kind: options.as,
      sink: importSink(database),
      isDryRun: options.dryRun,
      faultyRows: options.validRows ? "left-out" : "reject-file",
      onProgress: progress.onProgress,
      signal,
      today: new Date().toISOString().slice(0, 10),
      dataDate: options.dataDate,
      isSynthetic: options.synthetic,
      controlPath: options.control,
    });
  }).finally(progress.end);
  if (options.report) await writeFile(options.report, `${JSON.stringify(report, null, 2)}\n`);
  for (const line of linesOf(report)) say(line);
  if (report.status === "cancelled") throw new Interrupted();
  if (isFaulty(report)) throw new FaultyResult();
}

/** Broken objects of an OpenStreetMap extract are listed, but nobody here can mend them: they are no fault of the file. */
const isFaulty = ({ kind, status, issues }: ImportReport): boolean =>
  status === "rejected" || (kind !== "osm" && issues.some(({ severity }) => severity === "error"));

function isoDate(text: string): string {
  const date = IsoDate.safeParse(text);
  if (!date.success)
    throw new InvalidArgumentError("cần ngày dạng 2026-11-22 · expected a date like 2026-11-22");
  return date.data;
}
