/** `firecover analyse`: one analysis of the cover, of the baseline or of a scenario, as JSON or CSV. */
import { writeFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { Certainty, FirecoverError, MixedWorksAim } from "@firecover/domain";
import { Command, Option } from "commander";
import { mustBeWritable } from "../file-faults.ts";
import { changedBy, parametersOf, type RunOptions, unknownStandard, withRunOptions } from "../run-options.ts";
import { abortOnInterrupt, progressOnStderr, say } from "../say.ts";
import { derivedFolderOf, type StorageOptions, withDatabase, withStorageOptions } from "../storage.ts";

interface AnalyseOptions extends StorageOptions, RunOptions {
  minutes?: string;
  certainty?: Certainty;
  limit?: string;
  premises?: string;
  stations?: string;
  roads?: boolean;
  budget?: string;
  aim?: MixedWorksAim;
  timeLimit?: string;
  format?: "json" | "csv";
  out?: string;
}

export function analyseCommand(): Command {
  return withStorageOptions(
    withRunOptions(
      new Command("analyse")
        .description("phân tích vùng phủ · analyse the cover")
        .argument("<name>", "tên phân tích · analysis (hydrant-spacing, cut-ranking, fixes, mixed-works …)")
        .option("--minutes <n>", "số phút; vùng đến: nhiều mốc, 5,10,15 · minutes; isochrones: a list")
        .addOption(
          new Option("--certainty <result>", "chắc chắn hay có thể · certain or possible").choices(
            Certainty.options,
          ),
        )
        .option("--limit <n>", "số dòng, nặng nhất trước · rows, the worst first")
        .option("--premises <id>", "chỉ một cơ sở · of one premises alone")
        .option("--stations <ids>", "chỉ các đội này, cách nhau dấu phẩy · of these stations alone")
        .option("--roads", "kèm đoạn đường đến được · with the reached parts of roads")
        .option("--budget <millionDong>", "ngân sách, triệu đồng · budget of mixed-works, million đồng")
        .addOption(
          new Option("--aim <aim>", "mục tiêu · what mixed-works shall free").choices(MixedWorksAim.options),
        )
        .option("--time-limit <seconds>", "giây tìm và chứng minh · seconds of search and proof"),
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
      "\nVí dụ · examples:\n  firecover analyse cut-ranking --out duong-bi-cat.csv\n" +
        '  firecover analyse engines-within --minutes 10 --scenario "Phương án A" --out xe.json\n' +
        "  firecover analyse mixed-works --budget 50000 --aim people --out viec.csv",
    )
    .action(analyse);
}

async function analyse(name: string, options: AnalyseOptions, command: Command): Promise<void> {
  const {
    analyses: catalogue,
    AnalysisName,
    createAnalyses,
    createCoverageService,
    tableCsv,
  } = await import("@firecover/api");
  const known = AnalysisName.safeParse(name);
  if (!known.success) {
    const names = [...catalogue.keys()].join(", ");
    return command.error(`không có phân tích · no analysis ${name}; có · known: ${names}`);
  }
  const analysis = catalogue.get(known.data)!;
  const format = options.format ?? (options.out && /\.csv$/i.test(options.out) ? "csv" : "json");
  if (format === "csv" && analysis.table === null)
    command.error(`${name} không phải danh sách, chỉ có JSON · is no list, JSON only`);
  const asked = analysis.query.safeParse(askedBy(options));
  if (!asked.success) {
    const [fault] = asked.error.issues;
    return command.error(`${name}: ${fault?.path.join(".") ?? ""} ${fault?.message ?? ""}`);
  }
  await mustBeWritable(options.out);

  const signal = abortOnInterrupt();
  const progress = progressOnStderr();
  const text = await withDatabase(options, progress.onProgress, async (database) => {
    const derivedFolder = derivedFolderOf(options);
    const coverage = createCoverageService(database, { derivedFolder });
    const analyses = createAnalyses(database, coverage, { derivedFolder });
    try {
      const changed = await changedBy(options, database, command);
      const run = await coverage
        .run({ parameters: parametersOf(options), changed }, { onProgress: progress.onProgress, signal })
        .catch((error: unknown) => {
          if (!(error instanceof FirecoverError && error.code === "not-found")) throw error;
          return unknownStandard(options, command);
        });
      progress.onProgress({ phase: "analysing", done: 0, total: null });
      const answer = await analyses.answer(run.id, known.data, asked.data, signal);
      progress.end();
      if (run.stamp.isSynthetic) say("Số liệu minh họa, không có thật · synthetic data");
      if (format === "csv") return tableCsv((await analyses.table(run.id, known.data, answer))!);
      return `${gunzipSync(answer.packed).toString("utf8")}\n`;
    } finally {
      await coverage.close();
    }
  }).finally(progress.end);
  if (options.out) await writeFile(options.out, text);
  else process.stdout.write(text);
}

/** As it would stand in an address: only what was given. */
function askedBy(options: AnalyseOptions): Record<string, string> {
  const { minutes, certainty, limit, premises: premisesId, stations: stationIds, roads } = options;
  const { budget, aim, timeLimit } = options;
  const works = { budget, aim, timeLimit };
  const given = {
    minutes,
    certainty,
    limit,
    premisesId,
    stationIds,
    roads: roads ? "true" : undefined,
    ...works,
  };
  return Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
