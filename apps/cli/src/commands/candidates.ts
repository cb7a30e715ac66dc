/** `firecover candidates`: places where a station could stand, each with its conditions; new ones along roads. */
import { writeFile } from "node:fs/promises";
import type { AssessedSite, SiteRules } from "@firecover/domain";
import { siteConditionLabels, verdictLabels } from "@firecover/domain";
import { Command, InvalidArgumentError, Option } from "commander";
import { candidateFeatures, candidateTable } from "../candidate-tables.ts";
import { csvOf } from "../csv.ts";
import { mustBeWritable } from "../file-faults.ts";
import { abortOnInterrupt, progressOnStderr, say } from "../say.ts";
import { derivedFolderOf, type StorageOptions, withDatabase, withStorageOptions } from "../storage.ts";

interface CandidatesOptions extends StorageOptions {
  generate?: number;
  format?: "csv" | "geojson";
  out?: string;
}

export function candidatesCommand(): Command {
  return withStorageOptions(
    new Command("candidates")
      .description("vị trí có thể đặt trạm và các điều kiện · places for stations and their conditions")
      .option(
        "--generate <n>",
        "đề xuất n vị trí dọc đường, thay các vị trí đã đề xuất trước · propose n places along roads",
        placeCount,
      )
      .addOption(
        new Option("--format <format>", "mặc định theo đuôi tệp · by the file's ending").choices([
          "csv",
          "geojson",
        ]),
      )
      .option("--out <file>", "tệp kết quả, mặc định stdout · result file"),
  )
    .addHelpText(
      "after",
      "\nNhập lại được, giữ cả ranh thửa · can be imported again, outlines kept: firecover import vi-tri.csv --as candidate-sites" +
        "\nVí dụ · examples:\n  firecover candidates --out vi-tri.csv\n" +
        "  firecover candidates --generate 150 --out vi-tri.geojson",
    )
    .action(candidates);
}

async function candidates(options: CandidatesOptions): Promise<void> {
  const byEnding = /\.(geo)?json$/i.test(options.out ?? "") ? "geojson" : "csv";
  const format = options.format ?? byEnding;
  await mustBeWritable(options.out);
  const signal = abortOnInterrupt();
  const progress = progressOnStderr();
  const text = await withDatabase(options, progress.onProgress, async (database) => {
    const { createCoverageService, createSiteCandidates } = await import("@firecover/api");
    const coverage = createCoverageService(database, { derivedFolder: derivedFolderOf(options) });
    const places = createSiteCandidates(database, coverage);
    try {
      const { answer } =
        options.generate === undefined
          ? await places.read()
          : await places.generate(options.generate, { onProgress: progress.onProgress, signal });
      progress.end();
      for (const line of summaryOf(answer.candidates)) say(line);
      const { rules } = answer;
      return format === "csv"
        ? csvOf(candidateTable(answer.candidates, conditionNames(rules)))
        : `${JSON.stringify(candidateFeatures(answer.candidates))}\n`;
    } finally {
      await coverage.close();
    }
  }).finally(progress.end);
  if (options.out) await writeFile(options.out, text);
  else process.stdout.write(text);
}

/** Columns are those of the rules in force, whether or not a place stands there. */
function conditionNames(rules: SiteRules): (keyof typeof siteConditionLabels)[] {
  const isAsked: Readonly<Record<keyof typeof siteConditionLabels, boolean>> = {
    "plot-area": rules.minPlotAreaSquareMetres.value !== null,
    "road-width": rules.minRoadWidthMetres.value !== null,
    "road-access": rules.maxRoadDistanceMetres.value !== null,
    "crowded-exit": rules.minCrowdedExitMetres.value !== null,
    "flood-zone": rules.outsideFloodZones.value,
    "forbidden-zone": rules.outsideForbiddenZones.value,
    slope: rules.maxSlopePercent.value !== null,
  };
  return (Object.keys(isAsked) as (keyof typeof isAsked)[]).filter((name) => isAsked[name]);
}

function* summaryOf(all: readonly AssessedSite[]): Generator<string> {
  const whole = new Intl.NumberFormat("vi");
  if (all.length === 0) return yield "Chưa có vị trí nào · no places yet";
  if (all.some(({ site }) => site.isSynthetic)) yield "Số liệu minh họa, không có thật · synthetic data";
  const counts = (["met", "unknown", "not-met"] as const).map((verdict) => {
    const count = all.filter((one) => one.verdict === verdict).length;
    return `${whole.format(count)} ${verdictLabels[verdict].vi.toLowerCase()} · ${verdictLabels[verdict].en.toLowerCase()}`;
  });
  yield `${whole.format(all.length)} vị trí · places: ${counts.join("; ")}`;
  const failures = new Map<keyof typeof siteConditionLabels, number>();
  for (const { conditions } of all)
    for (const { condition, verdict } of conditions)
      if (verdict === "not-met") failures.set(condition, (failures.get(condition) ?? 0) + 1);
  for (const [condition, count] of failures)
    yield `Không đạt · not met: ${siteConditionLabels[condition].vi} · ${siteConditionLabels[condition].en}: ${whole.format(count)}`;
}

const mostPlaces = 1000;

function placeCount(text: string): number {
  const count = Number(text);
  if (!/^\d+$/.test(text) || count < 1 || count > mostPlaces)
    throw new InvalidArgumentError(
      `cần số nguyên từ 1 đến ${mostPlaces} · expected a whole number, 1 to ${mostPlaces}`,
    );
  return count;
}
