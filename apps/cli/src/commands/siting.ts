/** `firecover siting`: where stations stand best in the province that is stored, with proof; kept as a run beside it. */
import { writeFile } from "node:fs/promises";
import { Certainty, FirecoverError, SitingAim, SitingQuestion, SitingWeight } from "@firecover/domain";
import { Command, Option } from "commander";
import { csvOf } from "../csv.ts";
import { InputFaults, Interrupted } from "../exit.ts";
import { mustBeWritable } from "../file-faults.ts";
import { changedBy, parametersOf, type RunOptions, withRunOptions } from "../run-options.ts";
import { abortOnInterrupt, progressOnStderr, say } from "../say.ts";
import { inWords, optionOf } from "../site/question-faults.ts";
import { sitingProgress, sitingSummary, sitingTable } from "../site/siting-lines.ts";
import { derivedFolderOf, type StorageOptions, withDatabase, withStorageOptions } from "../storage.ts";

interface SitingOptions extends StorageOptions, RunOptions {
  aim: SitingAim;
  weight: SitingWeight;
  count?: string;
  minutes?: string;
  budget?: string;
  years?: string;
  certainty: Certainty;
  release?: string;
  require?: string;
  forbid?: string;
  minSpacing?: string;
  timeLimit?: string;
  trials: boolean;
  format?: "json" | "csv";
  out?: string;
}

export function sitingCommand(): Command {
  return withStorageOptions(
    withRunOptions(
      new Command("siting")
        .description(
          "chọn vị trí đặt trạm của tỉnh, có chứng minh · choose station sites of the province, with proof",
        )
        .addOption(
          new Option("--aim <aim>", "mục tiêu · aim").choices(SitingAim.options).default("most-covered"),
        )
        .addOption(
          new Option("--weight <what>", "tính theo · what counts")
            .choices(SitingWeight.options)
            .default("people"),
        )
        .option("--count <n>", "số trạm mới · new stations")
        .option("--minutes <n>", "ngưỡng, mặc định theo tiêu chuẩn · threshold")
        .option("--budget <n>", "triệu đồng · million đồng")
        .option("--years <y=n,…>", "ngân sách từng năm, 2026=20000,2027=15000 · money per year")
        .addOption(
          new Option("--certainty <result>", "chắc chắn hay có thể · certain or possible")
            .choices(Certainty.options)
            .default("certain"),
        )
        .option("--release <ids>", "đội có thể dời, cách nhau dấu phẩy · stations that may be given up")
        .option("--require <ids>", "vị trí bắt buộc · sites that must be taken")
        .option("--forbid <ids>", "vị trí không chọn · sites that must not")
        .option("--min-spacing <metres>", "khoảng cách tối thiểu, m · least distance between stations")
        .option("--time-limit <s>", "giây, mặc định 60 · seconds")
        .option("--no-trials", "không thử độ vững · without trials of robustness"),
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
      "\nJSON: cả câu hỏi và câu trả lời · question and answer; CSV: các vị trí được chọn · the chosen sites" +
        "\nVí dụ · examples:\n  firecover siting --count 3 --minutes 10 --out vi-tri.csv\n" +
        "  firecover siting --aim all-covered --minutes 12 --no-trials --out phu-het.json\n" +
        "  firecover siting --aim most-covered-by-year --years 2026=20000,2027=15000 --out lo-trinh.json",
    )
    .action(siting);
}

async function siting(options: SitingOptions, command: Command): Promise<void> {
  if (options.changes !== undefined)
    command.error("lưu thành kịch bản rồi dùng --scenario · keep it as a scenario and use --scenario");
  const format = options.format ?? (options.out && /\.csv$/i.test(options.out) ? "csv" : "json");
  const asked = SitingQuestion.safeParse(questionOf(options));
  if (!asked.success) {
    const fault = asked.error.issues[0]!;
    return command.error(`${optionOf(fault.path.join("."))}: ${inWords(fault)}`);
  }
  await mustBeWritable(options.out);

  const signal = abortOnInterrupt();
  const opening = progressOnStderr();
  const solving = sitingProgress();
  const text = await withDatabase(options, opening.onProgress, async (database) => {
    const { createCoverageService, createSiteCandidates, createSitingService } = await import(
      "@firecover/api"
    );
    const { readLayer } = await import("@firecover/database");
    const coverage = createCoverageService(database, { derivedFolder: derivedFolderOf(options) });
    const service = createSitingService(database, coverage, createSiteCandidates(database, coverage));
    try {
      const changed = await changedBy(options, database, command);
      const question = { ...asked.data, scenarioId: changed?.id ?? null };
      opening.end();
      const { run, ended } = await service.start(question, { onChange: solving.onChange }).catch(told);
      const onAbort = () => void service.stop(run.id);
      if (signal.aborted) onAbort();
      signal.addEventListener("abort", onAbort, { once: true });
      const done = await ended;
      solving.end();
      if (done.state === "cancelled" || (signal.aborted && done.answer?.best == null))
        throw new Interrupted();
      if (done.state === "failed") throw new InputFaults([done.problem?.detail ?? ""]);
      for (const line of sitingSummary(done)) say(line);
      if (format === "json") return `${JSON.stringify(done, null, 2)}\n`;
      return csvOf(sitingTable(done, await readLayer(database.db, "candidate-sites")));
    } finally {
      await service.close();
      await coverage.close();
    }
  }).finally(() => {
    opening.end();
    solving.end();
  });
  if (options.out) await writeFile(options.out, text);
  else process.stdout.write(text);
}

/** Every fault of the question by its option. */
function told(error: unknown): never {
  if (!(error instanceof FirecoverError) || !("faults" in error)) throw error;
  const faults = error.faults as readonly { path: string; message: string }[];
  throw new InputFaults(faults.map(({ path, message }) => `${optionOf(path)}: ${message}`));
}

const idsOf = (text: string | undefined): string[] =>
  text === undefined
    ? []
    : text
        .split(",")
        .map((id) => id.trim())
        .filter((id) => id !== "");

/** Numbers as they were typed: the schema says what is wrong with them. */
const numberOf = (text: string | undefined): number | null =>
  text === undefined ? null : text.trim() === "" ? Number.NaN : Number(text);

function questionOf(options: SitingOptions): unknown {
  const { aim, weight, certainty } = options;
  return {
    aim,
    weight,
    certainty,
    parameters: parametersOf(options),
    thresholdMinutes: numberOf(options.minutes),
    newStationCount: numberOf(options.count),
    budgetMillionDong: numberOf(options.budget),
    yearBudgets: idsOf(options.years).map((each) => {
      const [year, amount] = each.split("=");
      return { year: numberOf(year), millionDong: numberOf(amount) };
    }),
    releasedStationIds: idsOf(options.release),
    requiredSiteIds: idsOf(options.require),
    forbiddenSiteIds: idsOf(options.forbid),
    minSpacingMetres: numberOf(options.minSpacing),
    ...(options.timeLimit !== undefined && { timeLimitSeconds: numberOf(options.timeLimit) }),
    isRobustnessAsked: options.trials,
  };
}
