/** Seconds between two lists of places over the roads of a file. */
import { csvQuoted, type VehicleClassId, vehicleClasses } from "@firecover/domain";
import { roadsToNetworkInput } from "@firecover/interchange";
import {
  buildRoadNetwork,
  type CostRow,
  costMatrix,
  createSnapper,
  driveGraph,
  type RoadNetwork,
  type Snap,
  UNREACHED,
  usableEdges,
} from "@firecover/road-network";
import { InputFaults } from "./exit.ts";
import { mustBeWritable } from "./file-faults.ts";
import { type PlaceList, readPlaces, swapped } from "./place-list.ts";
import { readRoadsFile } from "./roads-file.ts";
import { abortOnInterrupt, progressOnStderr, say } from "./say.ts";
import { writeLines } from "./write-lines.ts";

export interface TravelTimesOptions {
  roads: string;
  from: string;
  to: string;
  vehicle?: VehicleClassId;
  maxSeconds?: number;
  turnRestrictions: "on" | "off";
  out?: string;
}

export async function travelTimes(options: TravelTimesOptions): Promise<void> {
  const signal = abortOnInterrupt();
  const [from, to] = [await readPlaces(options.from), await readPlaces(options.to)];
  refuse([...from.faults, ...to.faults]);
  await mustBeWritable(options.out);
  const progress = progressOnStderr();
  const osm = await readRoadsFile(options.roads, progress.onProgress, signal).finally(progress.end);

  const { network } = buildRoadNetwork(roadsToNetworkInput(osm));
  refuse([...swappedPlaces(from, network), ...swappedPlaces(to, network)]);
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
  const snapped = ({ places, path }: PlaceList): (Snap | null)[] =>
    places.map(({ id, lon, lat, row }) => {
      const snap = snapper.snap(lon, lat, { usable });
      if (!snap) {
        say(
          `${path}, dòng ${row}, ${id}: không có đường nào trong 300 m, bỏ qua · no road within 300 m, left out`,
        );
      }
      return snap;
    });

  const { maxSeconds } = options;
  const limit = maxSeconds === undefined ? {} : { maxCost: Math.round(maxSeconds * 1000) };
  const rows = costMatrix(graph, snapped(from), snapped(to), limit);
  await writeLines(options.out, tableLines(from, to, rows), signal);
}

function refuse(faults: readonly string[]): void {
  if (faults.length > 0) throw new InputFaults(faults);
}

/** Places that lie far from the roads, and among them when longitude and latitude change places. */
function swappedPlaces({ path, places }: PlaceList, network: RoadNetwork): string[] {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (let u = 0; u < network.nodeCount; u++) {
    west = Math.min(west, network.nodeLon[u]!);
    east = Math.max(east, network.nodeLon[u]!);
    south = Math.min(south, network.nodeLat[u]!);
    north = Math.max(north, network.nodeLat[u]!);
  }
  const isWithin = (lon: number, lat: number) =>
    lon >= west - 0.05 && lon <= east + 0.05 && lat >= south - 0.05 && lat <= north + 0.05;
  return places
    .filter(({ lon, lat }) => !isWithin(lon, lat) && isWithin(lat, lon))
    .map(({ lon, lat, row }) => `${path}, dòng ${row}, cột lon, lat: "${lon}; ${lat}" ${swapped}`);
}

function* tableLines(from: PlaceList, to: PlaceList, rows: Iterable<CostRow>): Generator<string> {
  yield "from,to,seconds\n";
  const targets = to.places.map(({ id }) => csvQuoted(id));
  for (const { from: i, cost } of rows) {
    let lines = "";
    const origin = csvQuoted(from.places[i]!.id);
    for (let j = 0; j < targets.length; j++) {
      const millis = cost[j]!;
      if (millis !== UNREACHED) lines += `${origin},${targets[j]},${(millis / 1000).toFixed(1)}\n`;
    }
    yield lines;
  }
}
