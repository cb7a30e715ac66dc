/** Coverage runs over the database: what was computed, what is current, what explains it. Knows no HTTP. */
import { type ExplainedSubject, hasGap, type IndicatorsOfRun, indicatorsOf } from "@firecover/coverage";
import {
  type ChangedBaseline,
  type Database,
  findCoverageRunByHash,
  listCoverageRuns,
  nameCoverageRun,
  provinceBounds,
  runHashOf,
  saveCoverageRun,
} from "@firecover/database";
import {
  type BoundingBox,
  type Certainty,
  type CoverageRun,
  type CoverageRunId,
  type Explanation,
  FirecoverError,
  type GapCause,
  type PremisesId,
} from "@firecover/domain";
import type { RoadNetwork } from "@firecover/road-network";
import { runTask, type TaskOptions } from "../jobs/run-task.ts";
import { mustFitRegisters } from "../scenarios/check-changes.ts";
import { baselineKey } from "./baseline.ts";
import { createCurrentRun } from "./current-run.ts";
import { holdBaseline } from "./held-baseline.ts";
import { createStampReader, type StampReader } from "./layer-stamps.ts";
import { createRunOpener, type OpenRun } from "./opened-runs.ts";
import {
  inputKeyOf,
  type RunInputs,
  type RunRequest,
  runScenarioOf,
  sourceOf,
  standardOf,
} from "./run-inputs.ts";
import { type AnalysisQuestion, type AskedRun, createRunQuestions } from "./run-questions.ts";
import { createStamper } from "./run-stamps.ts";

export interface CoverageService {
  readonly stamps: StampReader;
  /** Decoded once per state of the roads. */
  network(): Promise<{ readonly network: RoadNetwork; readonly hash: string }>;
  /** What a run of these parameters and changes is computed from, read now where it has changed. */
  inputsOf(request: RunRequest, options?: TaskOptions): Promise<RunInputs>;
  /** The run of these parameters and changes on the present registers, where it was computed before. */
  findRun(request: RunRequest): Promise<CoverageRun | undefined>;
  /** Finds it, or computes and stores it. */
  run(request: RunRequest, options?: TaskOptions): Promise<CoverageRun>;
  /** Newest first. */
  listRuns(): Promise<CoverageRun[]>;
  /** Of the baseline: the newest under the default parameters, else the newest. */
  currentRun(): Promise<CoverageRun | null>;
  getRun(id: CoverageRunId): Promise<CoverageRun>;
  openRun(id: CoverageRunId): Promise<OpenRun>;
  /** After runs were deleted. */
  forgetRuns(): void;
  /** Whether registers or standard have changed since the run; a change that was taken back counts until a run is asked for. */
  isStale(id: CoverageRunId): Promise<boolean>;
  indicatorsAt(id: CoverageRunId, minutes?: number): Promise<IndicatorsOfRun & { minutes: number }>;
  /** Ids of premises that certainly fail a question in the current run. */
  premisesWithGap(cause: GapCause): Promise<PremisesId[]>;
  explain(id: CoverageRunId, subject: ExplainedSubject, certainty: Certainty): Promise<Explanation>;
  /** An analysis of a run as JSON in UTF-8. */
  analyse(
    id: CoverageRunId,
    question: AnalysisQuestion,
    signal: AbortSignal,
  ): Promise<Uint8Array<ArrayBuffer>>;
  /** What a run was computed from; a fault where the registers have changed since. */
  inputsOfRun(id: CoverageRunId): Promise<RunInputs>;
  bounds(): Promise<BoundingBox | null>;
  /** Ends what runs behind; the database stays open. */
  close(): Promise<void>;
}

export interface CoverageServiceOptions {
  /** Where derived files are kept; null = in memory. */
  readonly derivedFolder: string | null;
}

export function createCoverageService(
  database: Database,
  { derivedFolder }: CoverageServiceOptions,
): CoverageService {
  const { db } = database;
  const stamps = createStampReader(database);
  const baseline = holdBaseline(database, stamps, derivedFolder);
  const opener = createRunOpener(database);
  const current = createCurrentRun(database, stamps);
  const questions = createRunQuestions();
  const stampOf = createStamper();
  /** States of the registers that were seen to give a run's very stamp, by run. */
  const confirmed = new Map<CoverageRunId, string>();

  async function inputsOf(
    { parameters, changed = null }: RunRequest,
    options?: TaskOptions,
  ): Promise<RunInputs> {
    if (changed) await mustFitRegisters(db, changed.changes);
    const standard = await standardOf(db, parameters.standardId);
    return { baseline: await baseline.read(options), standard, parameters, changed };
  }

  async function findComputed(inputs: RunInputs, options?: TaskOptions) {
    const { baseline: of, standard, changed } = inputs;
    const stamp = await stampOf(inputs, options);
    const runHash = runHashOf(stamp.hash, changed);
    const run = await findCoverageRunByHash(db, runHash);
    if (run) confirmed.set(run.id, inputKeyOf(of.key, standard));
    return { stamp, runHash, run };
  }

  /** A run found again stands first and bears its scenario's present name. */
  async function welcomed(run: CoverageRun, changed: ChangedBaseline | null): Promise<CoverageRun> {
    if (changed === null) return current.putFirst(run);
    if (run.scenario?.name === changed.name) return run;
    const named = { ...run, scenario: runScenarioOf(changed) };
    await nameCoverageRun(db, named);
    opener.forget(run.id);
    return named;
  }

  async function isStale(id: CoverageRunId): Promise<boolean> {
    const { run, archive } = await opener.open(id);
    const standard = await standardOf(db, run.parameters.standardId);
    const key = inputKeyOf(baselineKey(await stamps.read()), standard);
    return archive.inputKey !== key && confirmed.get(id) !== key;
  }

  async function askedRun(id: CoverageRunId): Promise<AskedRun> {
    if (await isStale(id)) {
      throw new FirecoverError(
        "registers-changed",
        "The registers have changed since this run; compute coverage again.",
      );
    }
    const { run, changes } = await opener.open(id);
    const { parameters, scenario, stamp } = run;
    const changed = changes && { id: scenario?.id ?? null, name: scenario?.name ?? null, changes };
    return { stampHash: stamp.hash, inputs: await inputsOf({ parameters, changed }) };
  }

  return {
    stamps,
    close: () => questions.close(),
    inputsOf,
    network: baseline.network,
    openRun: opener.open,
    forgetRuns: opener.forgetAll,
    currentRun: current.read,
    isStale,
    listRuns: () => listCoverageRuns(db),
    getRun: async (id) => (await opener.open(id)).run,
    bounds: () => provinceBounds(db),

    async findRun(request) {
      const inputs = await inputsOf(request);
      const { run } = await findComputed(inputs);
      return run && welcomed(run, inputs.changed);
    },

    async run(request, options = {}) {
      const inputs = await inputsOf(request, options);
      const { changed } = inputs;
      const { stamp, runHash, run: known } = await findComputed(inputs, options);
      if (known) return welcomed(known, changed);
      const payload = {
        source: sourceOf(inputs),
        networkHash: inputs.baseline.networkHash,
        inputKey: inputKeyOf(inputs.baseline.key, inputs.standard),
        stamp,
        runHash,
        scenario: runScenarioOf(changed),
      };
      await questions.rest(); // who looks at a new run asks about the old one no more, and each takes its memory
      const { run, archive } = await runTask("compute-run", payload, options);
      const saved = await saveCoverageRun(db, run, archive, changed);
      stamps.invalidate();
      return saved;
    },

    async indicatorsAt(id, minutes) {
      const { result, archive } = await opener.open(id);
      const thresholdMillis = minutes === undefined ? result.firstEngineMillis : Math.round(minutes * 60_000);
      const indicators = indicatorsOf(result, archive.subjects.communes, thresholdMillis);
      return { minutes: thresholdMillis / 60_000, ...indicators };
    },

    async premisesWithGap(cause) {
      const run = await current.read();
      if (!run) return [];
      const { result, archive } = await opener.open(run.id);
      const { certain } = result.premises;
      const isGap = (row: number) => hasGap(certain, row, cause, result.firstEngineMillis);
      return archive.subjects.premises.filter((_, row) => isGap(row)).map(({ id }) => id);
    },

    async explain(id, subject, certainty) {
      return questions.explain(await askedRun(id), subject, certainty);
    },

    async analyse(id, question, signal) {
      return questions.analyse(await askedRun(id), question, signal);
    },

    inputsOfRun: async (id) => (await askedRun(id)).inputs,
  };
}
