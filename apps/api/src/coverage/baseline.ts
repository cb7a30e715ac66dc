/**
 * From the registers in the database to what a coverage run computes on: the road network, kept as a file in the
 * data folder, and people on cells, kept in the database. Each is made anew when a layer it rests on has changed.
 */
import { createHash } from "node:crypto";
import { type CoverageInput, engineVersion } from "@firecover/coverage";
import {
  type Database,
  type LayerStamp,
  layerStamps,
  listPopulationCells,
  type Baseline as Records,
  readBaseline,
  replacePopulationCells,
} from "@firecover/database";
import { FirecoverError, type PopulationCell } from "@firecover/domain";
import { runTask, type TaskOptions } from "../jobs/run-task.ts";
import type { DerivedFiles } from "./derived-files.ts";
import { networkHashOf } from "./network-bytes.ts";

export interface Baseline {
  /** Equal keys, equal baseline. */
  readonly key: string;
  readonly stamps: readonly LayerStamp[];
  readonly networkBytes: Uint8Array;
  readonly networkHash: string;
  readonly input: Omit<CoverageInput, "network" | "standard" | "parameters">;
}

const networkLayers = ["roads", "road-barriers", "turning-places", "turn-restrictions"];
const populationLayers = ["buildings", "communes", "population-points", "roads"];
const registerLayers = ["communes", "fire-stations", "premises", "water-sources"];

/** A name for the state of these layers, as this version of the engine reads them. */
export function stateOf(stamps: readonly LayerStamp[], layers: readonly string[]): string {
  const counters = stamps
    .filter(({ layer }) => layers.includes(layer))
    .map(({ layer, counter }) => `${layer}:${counter}`);
  return createHash("sha256")
    .update(`${engineVersion} ${counters.sort().join(" ")}`)
    .digest("hex")
    .slice(0, 16);
}

export const networkKey = (stamps: readonly LayerStamp[]): string => stateOf(stamps, networkLayers);
export const baselineKey = (stamps: readonly LayerStamp[]): string =>
  stateOf(stamps, [...networkLayers, ...populationLayers, ...registerLayers]);

/** Records read in one view of the database, with what they are the state of. */
interface Reading {
  readonly stamps: readonly LayerStamp[];
  readonly records: Records;
}

/** What was made before and may still hold. */
export interface Known {
  readonly baseline: Baseline | null;
  readonly files: DerivedFiles;
}

export async function loadBaseline(
  database: Database,
  { baseline, files }: Known,
  options: TaskOptions = {},
): Promise<Baseline> {
  const { onProgress } = options;
  onProgress?.({ phase: "reading-registers", done: 0, total: null });
  const { stamps, records } = await readSteadily(database);
  const { communes, stations, waterSources, premises } = records;

  const isSameNetwork = baseline && networkKey(baseline.stamps) === networkKey(stamps);
  const networkBytes = isSameNetwork
    ? baseline.networkBytes
    : await networkOf(records, networkKey(stamps), files, options);
  const cells = await cellsOf(database, records, stateOf(stamps, populationLayers), files, options);

  return {
    key: baselineKey(stamps),
    stamps,
    networkBytes,
    networkHash: networkHashOf(networkBytes),
    input: {
      communes: communes.map(({ code, name, isUrbanCentre, population }) => ({
        code,
        name,
        isUrbanCentre,
        population,
      })),
      stations,
      waterSources,
      premises,
      cells,
    },
  };
}

/** Counters and records are read by two calls: when something was written in between, once more. */
async function readSteadily(database: Database): Promise<Reading> {
  for (let attempt = 0; ; attempt++) {
    const before = await layerStamps(database.db);
    const records = await readBaseline(database.db);
    const after = await layerStamps(database.db);
    if (baselineKey(before) === baselineKey(after)) return { stamps: after, records };
    if (attempt === 5)
      throw new FirecoverError("busy", "The registers are being written to all the time; try again.");
  }
}

async function networkOf(
  { roads, barriers, turningPlaces, restrictions }: Records,
  key: string,
  files: DerivedFiles,
  options: TaskOptions,
): Promise<Uint8Array> {
  const known = await files.read("road-network", key);
  if (known) return known;
  options.onProgress?.({ phase: "building-network", done: 0, total: null });
  const records = { roads, barriers, turningPlaces, turnRestrictions: restrictions };
  const bytes = await runTask("build-network", records, options);
  await files.write("road-network", key, bytes);
  return bytes;
}

/** The cells in the database are those of `key` when a file of that name says so. */
async function cellsOf(
  database: Database,
  { communes, buildings, populationPoints, roads }: Records,
  key: string,
  files: DerivedFiles,
  options: TaskOptions,
): Promise<PopulationCell[]> {
  if (await files.read("population-cells", key)) return listPopulationCells(database.db);
  options.onProgress?.({ phase: "spreading-population", done: 0, total: null });
  const cells = await runTask("spread-population", { communes, buildings, populationPoints, roads }, options);
  await replacePopulationCells(database.db, cells);
  await files.write("population-cells", key, new TextEncoder().encode(`${cells.length}\n`));
  return cells;
}
