/** `firecover coverage`: computes the cover of what is stored, once for the same inputs, and writes it out. */
import { writeFile } from "node:fs/promises";
import { type CoverageIssue, type CoverageRun, FirecoverError } from "@firecover/domain";
import { Command, Option } from "commander";
import { csvOf, type Table } from "../csv.ts";
import { mustBeWritable } from "../file-faults.ts";
import { changedBy, parametersOf, type RunOptions, unknownStandard, withRunOptions } from "../run-options.ts";
import { abortOnInterrupt, progressOnStderr, say } from "../say.ts";
import { derivedFolderOf, type StorageOptions, withDatabase, withStorageOptions } from "../storage.ts";

interface CoverageOptions extends StorageOptions, RunOptions {
  what?: "indicators" | "communes" | "premises";
  format?: "json" | "csv";
  out?: string;
}

export function coverageCommand(): Command {
  return withStorageOptions(
    withRunOptions(
      new Command("coverage").description(
        "tính vùng phủ của số liệu đã lưu · compute the cover of what is stored",
      ),
    )
      .addOption(
        new Option("--what <subject>", "chỉ số, theo xã, hay từng cơ sở · what to write").choices([
          "indicators",
          "communes",
          "premises",
        ]),
      )
      .addOption(
        new Option("--format <format>", "mặc định theo đuôi tệp · by the file's ending").choices([
          "json",
          "csv",
        ]),
      )
      .option("--out <file>", "tệp kết quả, mặc định stdout · result file"),
  )
    .addHelpText(
      "after",
      "\nJSON: chỉ số · indicators; CSV: từng cơ sở · every premises; --what để đổi · to change" +
        "\nVí dụ · examples:\n  firecover coverage --out chi-so.json\n" +
        "  firecover coverage --standard nfpa-1710 --out co-so.csv\n  firecover coverage --what communes --out xa.csv\n" +
        '  firecover coverage --scenario "Phương án A" --out phuong-an-a.json',
    )
    .action(coverage);
}

async function coverage(options: CoverageOptions, command: Command): Promise<void> {
  const format =
    options.format ?? (options.out && /\.csv$/i.test(options.out) ? "csv" : defaultFormat(options));
  const what = options.what ?? (format === "csv" ? "premises" : "indicators");
  if (what === "indicators" && format === "csv") {
    command.error("chỉ số chỉ có dạng JSON · indicators are JSON; --what communes gives a CSV");
  }
  await mustBeWritable(options.out);
  const signal = abortOnInterrupt();
  const progress = progressOnStderr();
  const text = await withDatabase(options, progress.onProgress, async (database) => {
    const { createCoverageService } = await import("@firecover/api");
    const { communeTable, premisesTable } = await import("../coverage-tables.ts");
    const service = createCoverageService(database, { derivedFolder: derivedFolderOf(options) });
    const changed = await changedBy(options, database, command);
    const run = await service
      .run({ parameters: parametersOf(options), changed }, { onProgress: progress.onProgress, signal })
      .catch((error: unknown) => {
        if (!(error instanceof FirecoverError && error.code === "not-found")) throw error;
        return unknownStandard(options, command);
      });
    progress.end();
    for (const line of summaryOf(run)) say(line);
    if (what === "indicators") return `${JSON.stringify(run, null, 2)}\n`;
    if (what === "communes") return textOf(communeTable(run), format);
    return textOf(premisesTable(await service.openRun(run.id)), format);
  }).finally(progress.end);
  if (options.out) await writeFile(options.out, text);
  // Thousands of lines of JSON that nobody asked for would push the answer off a person's screen.
  else if (process.stdout.isTTY && !options.what && !options.format)
    say("Ghi toàn bộ chỉ số vào tệp · all indicators into a file: --out chi-so.json");
  else process.stdout.write(text);
}

const defaultFormat = ({ what }: CoverageOptions) =>
  what === undefined || what === "indicators" ? "json" : "csv";

const textOf = (table: Table, format: "json" | "csv"): string =>
  format === "csv" ? csvOf(table) : `${JSON.stringify(table.rows, null, 2)}\n`;

const issueWords: Readonly<Record<CoverageIssue["code"], string>> = {
  "no-roads": "chưa có đường · no roads",
  "no-stations": "chưa có đội chữa cháy · no fire stations",
  "no-population": "chưa có dân số · no population",
  "station-off-network": "đội cách đường hơn 300 m · stations over 300 m from any road",
  "premises-off-network": "cơ sở cách đường hơn 300 m · premises over 300 m from any road",
  "cell-off-network": "ô dân cư cách đường hơn 300 m · inhabited cells over 300 m from any road",
  "water-source-off-network": "nguồn nước cách đường hơn 300 m · water sources over 300 m from any road",
  "premises-outside-communes": "cơ sở ngoài mọi xã, phường · premises outside all communes",
  "commune-without-population": "xã, phường không có dân số · communes without a population",
  "commune-without-cells": "xã, phường không phân bổ được dân số · communes whose people have no place",
};

function* summaryOf({ indicators, scenario, stamp, issues, seconds }: CoverageRun): Generator<string> {
  const percent = new Intl.NumberFormat("vi", { style: "percent", minimumFractionDigits: 1 });
  const { peopleInTime, premisesInTime } = indicators;
  if (stamp.isSynthetic) yield "Số liệu minh họa, không có thật · synthetic data";
  if (scenario)
    yield `Kịch bản · scenario: ${scenario.name ?? "—"}, ${scenario.changeCount} thay đổi · changes`;
  for (const [name, share] of [
    ["Dân số có xe đầu tiên đến kịp · people in time", peopleInTime],
    ["Cơ sở có xe đầu tiên đến kịp · premises in time", premisesInTime],
  ] as const) {
    if (!share) continue;
    yield `${name}: chắc chắn · certain ${percent.format(share.certain)}, có thể · possible ${percent.format(share.possible)}`;
  }
  for (const { code, count, ids } of issues) {
    const named = ids.length > 0 ? ` (${ids.slice(0, 3).join(", ")}${count > 3 ? " …" : ""})` : "";
    yield `Cần xem · to check: ${issueWords[code]}: ${new Intl.NumberFormat("vi").format(count)}${named}`;
  }
  yield `Dấu kết quả · stamp ${stamp.hash.slice(0, 8)}, bộ tính · engine ${stamp.engineVersion}, ${seconds.toFixed(1)} s`;
}
