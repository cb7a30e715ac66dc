/** `firecover travel-times`: from an OSM file straight to a table of seconds; needs no database. */

import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { type VehicleClassId, vehicleClasses } from "@firecover/domain";
import { readOsm, roadsToNetworkInput } from "@firecover/interchange";
import {
  buildRoadNetwork,
  type CostRow,
  costMatrix,
  createSnapper,
  driveGraph,
  UNREACHED,
  usableEdges,
} from "@firecover/road-network";
import { Command, InvalidArgumentError, Option } from "commander";
import { type Place, readPlaces } from "../place-list.ts";
import { abortOnInterrupt, progressOnStderr, say } from "../say.ts";

interface TravelTimesOptions {
  roads: string;
  from: string;
  to: string;
  vehicle?: VehicleClassId;
  maxSeconds?: number;
  turnRestrictions: "on" | "off";
  out?: string;
}

export function travelTimesCommand(): Command {
  return new Command("travel-times")
    .description("thời gian xe chạy giữa các điểm theo tệp OSM · travel times over an OSM file")
    .requiredOption("--roads <file.osm.pbf>", "đường · roads")
    .requiredOption("--from <a.csv>", "điểm đi, cột id,lon,lat · origins")
    .requiredOption("--to <b.csv>", "điểm đến, cột id,lon,lat · destinations")
    .addOption(
      new Option(
        "--vehicle <name>",
        "loại xe, xét kích thước và tải trọng · vehicle class whose size binds",
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
        "\nVí dụ · example: firecover travel-times --roads hanoi.osm.pbf --from tram.csv --to co-so.csv --out t.csv",
    )
    .action((options: TravelTimesOptions) => travelTimes(options));
}

async function travelTimes(options: TravelTimesOptions): Promise<void> {
  const signal = abortOnInterrupt();
  const from = await readPlaces(options.from);
  const to = await readPlaces(options.to);
  const progress = progressOnStderr();
  const osm = await readOsm(options.roads, { onProgress: progress.onProgress, signal });
  progress.end();

  const { network } = buildRoadNetwork(roadsToNetworkInput(osm.roads, osm.barriers, osm.turnRestrictions));
  const graph = driveGraph(network, {
    limits: options.vehicle ? vehicleClasses[options.vehicle] : null,
    unknownWidth: "passes",
    classesAssumedWide: [],
    turnRestrictions: options.turnRestrictions === "on",
    contraflow: false,
    speedFactor: 1,
  });
  const snapper = createSnapper(network);
  const usable = usableEdges(graph);
  const snap = (places: readonly Place[], file: string) =>
    places.map(({ id, lon, lat }) => {
      const found = snapper.snap(lon, lat, { usable });
      if (!found)
        say(`${file}, ${id}: không có đường nào trong 300 m, bỏ qua · no road within 300 m, left out`);
      return found;
    });

  const maxCost = options.maxSeconds === undefined ? undefined : Math.round(options.maxSeconds * 1000);
  const rows = costMatrix(
    graph,
    snap(from, options.from),
    snap(to, options.to),
    maxCost === undefined ? {} : { maxCost },
  );
  await writeRows(options.out, tableLines(from, to, rows), signal);
}

function* tableLines(
  from: readonly Place[],
  to: readonly Place[],
  rows: Iterable<CostRow>,
): Generator<string> {
  yield "from,to,seconds\n";
  for (const { from: i, cost } of rows) {
    let lines = "";
    const origin = quoted(from[i]!.id);
    for (let j = 0; j < to.length; j++) {
      const millis = cost[j]!;
      if (millis !== UNREACHED) lines += `${origin},${quoted(to[j]!.id)},${(millis / 1000).toFixed(1)}\n`;
    }
    yield lines;
  }
}

/** Whole or not at all: the table appears under its name once it is complete. */
async function writeRows(
  path: string | undefined,
  lines: Iterable<string>,
  signal: AbortSignal,
): Promise<void> {
  const partial = path ? `${path}.partial` : null;
  const stream = partial ? createWriteStream(partial) : process.stdout;
  try {
    for (const line of lines) {
      signal.throwIfAborted();
      if (!stream.write(line)) await once(stream, "drain");
    }
    if (partial && path) {
      stream.end();
      await once(stream, "close");
      await rename(partial, path);
    }
  } catch (error) {
    if (partial) await rm(partial, { force: true });
    throw error;
  }
}

const quoted = (id: string) => (/[",;\n\r\t]/.test(id) ? `"${id.replaceAll('"', '""')}"` : id);

function positiveNumber(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError("cần số dương · expected a positive number");
  return value;
}
