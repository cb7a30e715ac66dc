/** One coverage run from its inputs to the figures and the columns that are stored: pure, in any thread. */
import { createHash } from "node:crypto";
import {
  applyChanges,
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
import type {
  Change,
  CoverageRun,
  CoverageRunId,
  OnProgress,
  ResultStamp,
  RunScenario,
} from "@firecover/domain";
import { decodeRoadNetwork } from "@firecover/road-network";
import { encodeRunArchive, type RunSubjects } from "./run-archive.ts";

/** The baseline's network and registers, and what is changed beside them. */
export interface RunSource {
  readonly networkBytes: Uint8Array;
  readonly input: Omit<CoverageInput, "network">;
  readonly changes: readonly Change[];
}

/** The baseline with the changes carried out: the input that a run computes on. */
export const inputOf = ({ networkBytes, input, changes }: RunSource): CoverageInput =>
  applyChanges({ ...input, network: decodeRoadNetwork(networkBytes) }, changes);

export interface RunPayload {
  readonly source: RunSource;
  readonly inputKey: string;
  /** Of the baseline: changes close and open roads, they do not renumber them. */
  readonly networkHash: string;
  readonly stamp: ResultStamp;
  /** See `runHashOf`. */
  readonly runHash: string;
  readonly scenario: RunScenario | null;
}

export interface StampPayload {
  readonly source: RunSource;
  readonly options: StampOptions;
}

/** The stamp alone: it tells whether the run was computed before. */
export const stampOf = ({ source, options }: StampPayload): ResultStamp =>
  resultStamp(inputOf(source), options);

export interface ComputedRun {
  readonly run: CoverageRun;
  /** See `run-archive.ts`. */
  readonly archive: Uint8Array;
}

export function computeRun(payload: RunPayload, onProgress: OnProgress): ComputedRun {
  const started = performance.now();
  const input = inCanonicalOrder(inputOf(payload.source));
  const onShare = (share: number) =>
    onProgress({ phase: "computing-coverage", done: Math.round(share * 100), total: 100 });
  const result = computeCoverage(input, onShare);
  const { total, communes } = indicatorsOf(result, input.communes, result.firstEngineMillis);
  const run: CoverageRun = {
    id: runIdOf(payload),
    scenario: payload.scenario,
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
function runIdOf({ runHash, scenario }: RunPayload): CoverageRunId {
  const hash = scenario ? createHash("sha256").update(runHash).digest("hex") : runHash;
  return hash.slice(0, 16) as CoverageRunId;
}

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
