/** `firecover coverage`: computes the cover of what is stored, once for the same inputs, and writes it out. */
import { writeFile } from "node:fs/promises";
import {
  type CoverageIssue,
  type CoverageParameters,
  type CoverageRun,
  defaultStandard,
  FirecoverError,
  Season,
  StandardId,
  standardPresets,
  type VehicleClassId,
  vehicleClasses,
} from "@firecover/domain";
import { Command, InvalidArgumentError, Option } from "commander";
import { csvOf, type Table } from "../csv.ts";
import { mustBeWritable } from "../file-faults.ts";
import { abortOnInterrupt, progressOnStderr, say } from "../say.ts";
import { derivedFolderOf, type StorageOptions, withDatabase, withStorageOptions } from "../storage.ts";

interface CoverageOptions extends StorageOptions {
  standard: StandardId;
  vehicle: VehicleClassId;
  turnRestrictions: "on" | "off";
  contraflow: boolean;
  speedFactor: number;
  hour?: number;
  season?: Season;
  what?: "indicators" | "communes" | "premises";
  format?: "json" | "csv";
  out?: string;
}

export function coverageCommand(): Command {
  return withStorageOptions(
    new Command("coverage")
      .description("tính vùng phủ của số liệu đã lưu · compute the cover of what is stored")
      .option("--standard <id>", "tiêu chuẩn · standard (qcvn, nfpa-1710 …)", standardId, defaultStandard.id)
      .addOption(
        new Option("--vehicle <name>", "loại xe đến đầu tiên · class of the first engine")
          .choices(Object.keys(vehicleClasses))
          .default("engine"),
      )
      .addOption(
        new Option("--turn-restrictions <on|off>", "xét cấm rẽ · honour turn restrictions")
          .choices(["on", "off"])
          .default("on"),
      )
      .option(
        "--contraflow",
        "xe được đi ngược đường một chiều · engines may drive against one-way streets",
        false,
      )
      .option("--speed-factor <n>", "nhân mọi tốc độ, 0.2–2 · multiply every speed", speedFactor, 1)
      .option("--hour <0–23>", "giờ trong ngày, tính chậm lúc cao điểm · hour of the day", hourOfDay)
      .addOption(
        new Option("--season <name>", "mùa khô hay mùa mưa · dry or rainy season").choices(Season.options),
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
        "  firecover coverage --standard nfpa-1710 --out co-so.csv\n  firecover coverage --what communes --out xa.csv",
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
    const run = await service
      .run({ parameters: parametersOf(options) }, { onProgress: progress.onProgress, signal })
      .catch((error: unknown) => {
        if (!(error instanceof FirecoverError && error.code === "not-found")) throw error;
        const known = standardPresets.map(({ id }) => id).join(", ");
        return command.error(`không có tiêu chuẩn · no standard ${options.standard}; có · known: ${known}`);
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

function parametersOf(options: CoverageOptions): CoverageParameters {
  return {
    standardId: options.standard,
    vehicleClass: options.vehicle,
    turnRestrictions: options.turnRestrictions === "on",
    contraflow: options.contraflow,
    speedFactor: options.speedFactor,
    hour: options.hour ?? null,
    season: options.season ?? null,
  };
}

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

function* summaryOf({ indicators, stamp, issues, seconds }: CoverageRun): Generator<string> {
  const percent = new Intl.NumberFormat("vi", { style: "percent", minimumFractionDigits: 1 });
  const { peopleInTime, premisesInTime } = indicators;
  if (stamp.isSynthetic) yield "Số liệu minh họa, không có thật · synthetic data";
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

function standardId(text: string): StandardId {
  const id = StandardId.safeParse(text);
  if (!id.success) throw new InvalidArgumentError("không phải mã tiêu chuẩn · no standard's id");
  return id.data;
}

function hourOfDay(text: string): number {
  const hour = Number(text);
  if (!(Number.isInteger(hour) && hour >= 0 && hour <= 23)) {
    throw new InvalidArgumentError("cần giờ từ 0 đến 23 · expected 0 to 23");
  }
  return hour;
}

function speedFactor(text: string): number {
  const factor = Number(text);
  if (!(factor >= 0.2 && factor <= 2)) {
    throw new InvalidArgumentError("cần số từ 0.2 đến 2 · expected 0.2 to 2");
  }
  return factor;
}
