/**
 * What is kept of a run beside its figures: the result's columns, and what their rows are called.
 * Registers change after a run; without these names its columns could not be read any more.
 *
 * Layout, little-endian: "FCRA", format version (u32), length of the header (u32), header (gzipped JSON), result.
 */
import { gunzipSync, gzipSync } from "node:zlib";
import {
  CommuneCode,
  FireStationId,
  ManagementTier,
  PremisesCategory,
  PremisesId,
  WaterSourceId,
} from "@firecover/domain";
import { z } from "@hono/zod-openapi";

/** Rows of a result in column order. */
export const RunSubjects = z
  .object({
    premises: z.array(
      z.object({
        id: PremisesId,
        name: z.string(),
        category: PremisesCategory,
        managementTier: ManagementTier,
        address: z.string().nullable(),
        communeCode: CommuneCode.nullable(),
      }),
    ),
    /** H3 index of each cell row; a cell on a border of communes has one row for each. */
    cells: z.array(z.string()),
    communes: z.array(
      z.object({
        code: CommuneCode,
        name: z.string(),
        isUrbanCentre: z.boolean(),
        population: z.number().nullable(),
      }),
    ),
    stations: z.array(z.object({ id: FireStationId, name: z.string() })),
    waterSources: z.array(z.object({ id: WaterSourceId })),
  })
  .openapi("RunSubjects");
export type RunSubjects = z.infer<typeof RunSubjects>;

export interface RunArchive {
  readonly subjects: RunSubjects;
  /** Names the state of the registers and the standard it was computed from. */
  readonly inputKey: string;
  /** Names the road network whose edges `edgeMillis` counts. */
  readonly networkHash: string;
  /** As `encodeCoverageResult` wrote it. */
  readonly result: Uint8Array;
}

const magic = "FCRA";
const formatVersion = 1;
const fixedBytes = 12;

export function encodeRunArchive({ result, ...rest }: RunArchive): Uint8Array<ArrayBuffer> {
  const header = gzipSync(JSON.stringify(rest));
  const bytes = new Uint8Array(fixedBytes + header.length + result.length);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(magic));
  view.setUint32(4, formatVersion, true);
  view.setUint32(8, header.length, true);
  bytes.set(header, fixedBytes);
  bytes.set(result, fixedBytes + header.length);
  return bytes;
}

export function decodeRunArchive(bytes: Uint8Array): RunArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isArchive = bytes.length >= fixedBytes && new TextDecoder().decode(bytes.subarray(0, 4)) === magic;
  if (!isArchive || view.getUint32(4, true) !== formatVersion) {
    throw new Error("The stored coverage result is not a run archive of version 1.");
  }
  const headerLength = view.getUint32(8, true);
  const header = gunzipSync(bytes.subarray(fixedBytes, fixedBytes + headerLength)).toString("utf8");
  // a copy of its own: typed arrays over the result need an offset that is a multiple of eight
  const result = bytes.slice(fixedBytes + headerLength);
  return { ...(JSON.parse(header) as Omit<RunArchive, "result">), result };
}
