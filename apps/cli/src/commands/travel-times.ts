/** `firecover travel-times`: from an OSM file straight to a table of seconds; needs no database. */
import { vehicleClasses } from "@firecover/domain";
import { Command, InvalidArgumentError, Option } from "commander";
import type { TravelTimesOptions } from "../travel-times.ts";

export function travelTimesCommand(): Command {
  return new Command("travel-times")
    .description("thời gian xe chạy giữa các điểm theo tệp OSM · travel times over an OSM file")
    .requiredOption("--roads <file.osm.pbf>", "đường · roads")
    .requiredOption("--from <a.csv>", "điểm đi, cột id,lon,lat · origins")
    .requiredOption("--to <b.csv>", "điểm đến, cột id,lon,lat · destinations")
    .addOption(
      new Option(
        "--vehicle <name>",
        "loại xe, xét bề rộng, chiều cao, tải trọng · class whose width, height and weight bind",
      ).choices(Object.keys(vehicleClasses)),
    )
    .option("--max-seconds <n>", "bỏ cặp xa hơn · leave out pairs beyond", positiveNumber)
    .addOption(
      new Option("--turn-restrictions <on|off>", "xét cấm rẽ · honour turn restrictions")
        .choices(["on", "off"])
        .default("on"),
    )
    .option("--out <t.csv>", "tệp kết quả, mặc định stdout · result file")
    .addHelpText(
      "after",
      "\nKết quả · output: from,to,seconds; cặp không tới được thì vắng · unreached pairs are absent" +
        "\nVí dụ · example:\n  firecover travel-times --roads ha-noi.osm.pbf --from tram.csv --to co-so.csv --out t.csv",
    )
    .action(async (options: TravelTimesOptions) => {
      const { travelTimes } = await import("../travel-times.ts");
      await travelTimes(options);
    });
}

function positiveNumber(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value < 4e6))
    throw new InvalidArgumentError("cần số dương · expected a positive number");
  return value;
}
