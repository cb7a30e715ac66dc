/** `firecover coverage`: computes the stored registers' coverage, once for the same inputs, and writes it out. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type CoverageService, createCoverageService, defaultParameters } from "@firecover/api";
import { type CoverageParameters, type CoverageRun, StandardId, VehicleClassId } from "@firecover/domain";
import { Command, InvalidArgumentError, Option } from "commander";
import { premisesCsv } from "../premises-csv.ts";
import { abortOnInterrupt, progressOnStderr, say } from "../say.ts";
import { type StorageOptions, withDatabase, withStorageOptions } from "../storage.ts";

interface CoverageOptions extends StorageOptions {
  standard: string;
  vehicle: VehicleClassId;
  speedFactor: number;
  turnRestrictions: "on" | "off";
  contraflow?: true;
  format: "json" | "csv";
  out?: string;
}

export function coverageCommand(): Command {
  return withStorageOptions(
    new Command("coverage")
      .description("tính vùng phủ của dữ liệu đã nhập · compute the coverage of what was imported")
      .option("--standard <id>", "tiêu chuẩn áp dụng · standard", defaultParameters.standardId as string)
      .addOption(
        new Option("--vehicle <name>", "loại xe đến đầu tiên · class of the first engine")
          .choices(VehicleClassId.options)
          .default(defaultParameters.vehicleClass),
      )
      .option("--speed-factor <x>", "nhân mọi tốc độ, 0.2–2 · multiplies every speed", speedFactor, 1)
      .addOption(
        new Option("--turn-restrictions <on|off>", "xét cấm rẽ · honour turn restrictions")
          .choices(["on", "off"])
          .default("on"),
      )
      .option("--contraflow", "xe được đi ngược đường một chiều · engines may drive against one-way streets")
      .addOption(
        new Option("--format <f>", "json: chỉ số; csv: từng cơ sở · json: indicators, csv: every premises")
          .choices(["json", "csv"])
          .default("json"),
      )
      .option("--out <file>", "tệp kết quả, mặc định stdout · result file"),
  ).action((options: CoverageOptions) => coverage(options));
}

async function coverage(options: CoverageOptions): Promise<void> {
  const signal = abortOnInterrupt();
  const progress = progressOnStderr();
  await withDatabase(options, progress.onProgress, async (database) => {
    const service = createCoverageService(database, {
      derivedFolder: options.databaseUrl ? null : join(options.data, "derived"),
    });
    const run = await service.run(parametersOf(options), { onProgress: progress.onProgress, signal });
    progress.end();
    for (const line of summaryOf(run)) say(line);
    const text = options.format === "csv" ? await csvOf(service, run) : `${JSON.stringify(run, null, 2)}\n`;
    if (options.out) await writeFile(options.out, text);
    else process.stdout.write(text);
  });
}

function parametersOf(options: CoverageOptions): CoverageParameters {
  return {
    standardId: StandardId.parse(options.standard),
    vehicleClass: options.vehicle,
    turnRestrictions: options.turnRestrictions === "on",
    contraflow: options.contraflow === true,
    speedFactor: options.speedFactor,
  };
}

async function csvOf(service: CoverageService, run: CoverageRun): Promise<string> {
  const { result, archive } = await service.openRun(run.id);
  return premisesCsv(result, archive.subjects, run.stamp);
}

function* summaryOf({ indicators, stamp, issues, seconds }: CoverageRun): Generator<string> {
  const percent = (share: number) =>
    new Intl.NumberFormat("vi", {
      style: "percent",
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    }).format(share);
  const { peopleInTime, premisesInTime } = indicators;
  if (stamp.isSynthetic) yield "Số liệu minh họa · illustrative data";
  if (peopleInTime)
    yield `Dân số có xe đầu tiên đến đúng ngưỡng: chắc chắn ${percent(peopleInTime.certain)}, có thể ${percent(peopleInTime.possible)}`;
  if (premisesInTime)
    yield `Cơ sở có xe đầu tiên đến đúng ngưỡng: chắc chắn ${percent(premisesInTime.certain)}, có thể ${percent(premisesInTime.possible)}`;
  for (const { code, count, ids } of issues)
    yield `Cần xem · ${code}: ${count} (${ids.slice(0, 5).join(", ")}${ids.length > 5 ? " …" : ""})`;
  yield `Dấu kết quả · stamp ${stamp.hash.slice(0, 8)}, bộ tính · engine ${stamp.engineVersion}, ${seconds.toFixed(1)} s`;
}

function speedFactor(text: string): number {
  const factor = Number(text);
  if (!(factor >= 0.2 && factor <= 2))
    throw new InvalidArgumentError("cần số từ 0.2 đến 2 · expected 0.2 to 2");
  return factor;
}
