/** `firecover site`: the best sites of a table of costs, with proof; needs no database. */
import { Command, InvalidArgumentError, Option } from "commander";
import { problemNames } from "../site/problem-of.ts";
import type { SiteOptions } from "../site/site.ts";

export function siteCommand(): Command {
  return new Command("site")
    .description(
      "chọn điểm đặt trạm tốt nhất từ bảng chi phí, có chứng minh · choose the best sites of a cost table",
    )
    .addOption(
      new Option("--problem <name>", "bài toán · problem").choices(problemNames).makeOptionMandatory(),
    )
    .requiredOption(
      "--costs <costs.csv>",
      "cột site,demand,cost; cặp vắng = không tới được · absent = unreachable",
    )
    .requiredOption("--demand <demand.csv>", "cột demand,weight")
    .option(
      "--sites <sites.csv>",
      "cột site,status,price[,capacity,group]; status: candidate, required, forbidden",
    )
    .option("--count <p>", "số điểm, kể cả required · sites, required ones included", wholeFromOne)
    .option("--max-cost <r>", "xa hơn thì không phủ · no cover beyond", zeroOrMore)
    .option("--budget <b>", "tổng giá không quá · most to spend", zeroOrMore)
    .option("--time-limit <s>", "giây, rồi lấy cái tốt nhất · seconds, then the best so far", positive)
    .option(
      "--first-cover-share <f>",
      "bclp: phủ một lần tính bao nhiêu · worth of being covered once",
      zeroOrMore,
    )
    .option("--out <result.json>", "tệp kết quả, mặc định stdout · result file")
    .addHelpText(
      "after",
      "\nlscp: phủ hết, rẻ nhất · all covered, cheapest; mclp: phủ nhiều nhất · most covered;" +
        "\np-median: trung bình nhỏ nhất · least average; p-center: xa nhất gần nhất · least worst;" +
        "\nlscp-b, bclp: phủ hai lần · covered twice" +
        "\nKhông có --sites thì mọi điểm đều chọn được, giá 1 · without --sites all are candidates at price 1" +
        "\nVí dụ · examples:\n  firecover site --problem mclp --costs costs.csv --demand demand.csv --count 3 --max-cost 600 --out result.json" +
        "\n  firecover site --problem lscp --costs costs.csv --demand demand.csv --sites sites.csv --max-cost 600",
    )
    .action(async (options: SiteOptions, command: Command) => {
      const { problem, count, budget, firstCoverShare } = options;
      if (count === undefined && budget === undefined && !problem.startsWith("lscp")) {
        command.error(`${problem} cần --count hoặc --budget · needs --count or --budget`);
      }
      if (firstCoverShare !== undefined && problem !== "bclp")
        command.error("--first-cover-share chỉ của bclp · belongs to bclp");
      const { site } = await import("../site/site.ts"); // --help need not load a solver
      await site(options);
    });
}

const decimal = /^\+?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function numberOf(text: string): number {
  const value = decimal.test(text.trim()) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : Number.NaN;
}

function zeroOrMore(text: string): number {
  const value = numberOf(text);
  if (!(value >= 0)) throw new InvalidArgumentError("cần số không âm · expected a number from 0");
  return value;
}

function positive(text: string): number {
  const value = numberOf(text);
  if (!(value > 0)) throw new InvalidArgumentError("cần số dương · expected a positive number");
  return value;
}

function wholeFromOne(text: string): number {
  const value = numberOf(text);
  if (!(Number.isInteger(value) && value >= 1 && value <= 1e9))
    throw new InvalidArgumentError("cần số nguyên từ 1 · expected a whole number from 1");
  return value;
}
