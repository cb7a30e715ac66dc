/** One coverage run from its inputs to the figures and the columns that are stored: pure, in any thread. */
import {
  type CoverageInput,
  computeCoverage,
  curveOf,
  encodeCoverageResult,
  inCanonicalOrder,
  indicatorsOf,
  resultStamp,
  type StampOptions,
} from "@firecover/coverage";
import { highDensityAreas } from "@firecover/coverage/population";
import type { CoverageRun, CoverageRunId, OnProgress, ResultStamp } from "@firecover/domain";
import { decodeRoadNetwork } from "@firecover/road-network";
import { encodeRunArchive, type RunSubjects } from "./run-archive.ts";

export interface RunPayload {
  readonly networkBytes: Uint8Array;
  readonly inputKey: string;
  readonly networkHash: string;
  readonly input: Omit<CoverageInput, "network">;
  readonly stamp: ResultStamp;
}

export type StampPayload = Omit<RunPayload, "inputKey" | "networkHash" | "stamp"> & {
  readonly options: StampOptions;
};

/** The stamp alone: it tells whether the run was computed before. */
export function stampOf({ input, networkBytes, options }: StampPayload): ResultStamp {
  return resultStamp({ ...input, network: decodeRoadNetwork(networkBytes) }, options);
}

export interface ComputedRun {
  readonly run: CoverageRun;
  /** See `run-archive.ts`. */
  readonly archive: Uint8Array;
}

export function computeRun(payload: RunPayload, onProgress: OnProgress): ComputedRun {
  const started = performance.now();
  const input = inCanonicalOrder({ ...payload.input, network: decodeRoadNetwork(payload.networkBytes) });
  const onShare = (share: number) =>
    onProgress({ phase: "computing-coverage", done: Math.round(share * 100), total: 100 });
  const result = computeCoverage(input, onShare);
  const { total, communes } = indicatorsOf(result, input.communes, result.firstEngineMillis);
  const run: CoverageRun = {
    id: runIdOf(payload.stamp.hash),
    parameters: input.parameters,
    stamp: payload.stamp,
    indicators: total,
    communes,
    curve: curveOf(result),
    highDensityAreas: highDensityAreas(result, input.cells, input.standard.highDensityPeoplePerKm2.value),
    issues: [...result.issues],
    seconds: (performance.now() - started) / 1000,
  };
  const archive = encodeRunArchive({
    subjects: subjectsOf(input),
    inputKey: payload.inputKey,
    networkHash: payload.networkHash,
    result: encodeCoverageResult(result),
  });
  return { run, archive };
}

/** The same inputs have the same id, on every machine. */
export const runIdOf = (stampHash: string): CoverageRunId => stampHash.slice(0, 16) as CoverageRunId;

/** `input` in canonical order: so are the result's rows. */
function subjectsOf(input: CoverageInput): RunSubjects {
  return {
    premises: input.premises.map(({ id, name, category, managementTier, address, communeCode }) => ({
      id,
      name,
      category,
      managementTier,
      address,
      communeCode,
    })),
    cells: input.cells.map(({ h3 }) => h3),
    communes: input.communes.map(({ code, name, isUrbanCentre, population }) => ({
      code,
      name,
      isUrbanCentre,
      population,
    })),
    stations: input.stations.map(({ id, name }) => ({ id, name })),
    waterSources: input.waterSources.map(({ id }) => ({ id })),
  };
}
