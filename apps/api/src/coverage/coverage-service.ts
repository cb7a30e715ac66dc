/** Coverage runs over the database: what was computed, what is current, what explains it. Knows no HTTP. */
import { type ExplainedSubject, hasGap, type IndicatorsOfRun, indicatorsOf } from "@firecover/coverage";
import {
  type Database,
  findCoverageRunByHash,
  listCoverageRuns,
  newestCoverageRun,
  provinceBounds,
  putCoverageRunFirst,
  saveCoverageRun,
} from "@firecover/database";
import {
  type BoundingBox,
  type Certainty,
  type CoverageParameters,
  type CoverageRun,
  type CoverageRunId,
  defaultStandard,
  type Explanation,
  FirecoverError,
  type GapCause,
  type PremisesId,
} from "@firecover/domain";
import { decodeRoadNetwork, type RoadNetwork } from "@firecover/road-network";
import { runTask, type TaskOptions } from "../jobs/run-task.ts";
import { type Baseline, baselineKey, loadBaseline } from "./baseline.ts";
import { derivedFiles } from "./derived-files.ts";
import { createExplainers } from "./explainers.ts";
import { createStampReader, type StampReader } from "./layer-stamps.ts";
import { createRunOpener, type OpenRun } from "./opened-runs.ts";
import { inputKeyOf, type RunInputs, stampOptions, standardOf } from "./run-inputs.ts";

export const defaultParameters: CoverageParameters = {
  standardId: defaultStandard.id,
  vehicleClass: "engine",
  turnRestrictions: true,
  contraflow: false,
  speedFactor: 1,
  hour: null,
  season: null,
};

export interface CoverageService {
  readonly stamps: StampReader;
  /** Decoded once per state of the roads. */
  network(): Promise<{ readonly network: RoadNetwork; readonly hash: string }>;
  /** The run of these parameters on the present registers, where it was computed before. */
  findRun(parameters: CoverageParameters): Promise<CoverageRun | undefined>;
  /** Finds it, or computes and stores it. */
  run(parameters: CoverageParameters, options?: TaskOptions): Promise<CoverageRun>;
  /** Newest first. */
  listRuns(): Promise<CoverageRun[]>;
  /** The newest under the default parameters, else the newest. */
  currentRun(): Promise<CoverageRun | null>;
  getRun(id: CoverageRunId): Promise<CoverageRun>;
  openRun(id: CoverageRunId): Promise<OpenRun>;
  /** Whether registers or standard have changed since the run; a change that was taken back counts until a run is asked for. */
  isStale(id: CoverageRunId): Promise<boolean>;
  indicatorsAt(id: CoverageRunId, minutes?: number): Promise<IndicatorsOfRun & { minutes: number }>;
  /** Ids of premises that certainly fail a question in the current run. */
  premisesWithGap(cause: GapCause): Promise<PremisesId[]>;
  explain(id: CoverageRunId, subject: ExplainedSubject, certainty: Certainty): Promise<Explanation>;
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
  const files = derivedFiles(derivedFolder);
  const stamps = createStampReader(database);
  const openRun = createRunOpener(database);
  const explainers = createExplainers();
  let held: Baseline | null = null;
  let loading: Promise<Baseline> | undefined;
  let decoded: { network: RoadNetwork; hash: string } | undefined;
  /** States of the registers that were seen to give a run's very stamp, by run. */
  const confirmed = new Map<CoverageRunId, string>();
  let current: { key: string; run: CoverageRun | null } | undefined;

  /** One reading at a time; whoever asks meanwhile shares it. */
  async function baseline(options?: TaskOptions): Promise<Baseline> {
    if (held && held.key === baselineKey(await stamps.read())) return held;
    loading ??= loadBaseline(database, { baseline: held, files }, options)
      .then((loaded) => {
        held = loaded;
        stamps.invalidate(); // cells may have been written
        return loaded;
      })
      .finally(() => {
        loading = undefined;
      });
    return loading;
  }

  async function inputsOf(parameters: CoverageParameters, options?: TaskOptions): Promise<RunInputs> {
    const standard = await standardOf(db, parameters.standardId);
    return { baseline: await baseline(options), standard, parameters };
  }

  async function findComputed(inputs: RunInputs) {
    const stamp = await stampOf(inputs);
    const run = await findCoverageRunByHash(db, stamp.hash);
    if (run) confirmed.set(run.id, inputKeyOf(inputs.baseline.key, inputs.standard));
    return { stamp, run };
  }

  async function stampOf({
    baseline: { networkBytes, input, stamps: counted },
    standard,
    parameters,
  }: RunInputs) {
    return runTask("stamp-run", {
      networkBytes,
      input: { ...input, standard, parameters },
      options: stampOptions(counted),
    });
  }

  async function currentRun(): Promise<CoverageRun | null> {
    const counted = (await stamps.read()).find(({ layer }) => layer === "coverage-runs");
    const key = String(counted?.counter ?? 0);
    if (current?.key !== key) current = { key, run: await chooseCurrentRun() };
    return current.run;
  }

  /** Whoever tries another standard does not change what everyone else looks at. */
  async function chooseCurrentRun(): Promise<CoverageRun | null> {
    return (await newestCoverageRun(db, defaultParameters)) ?? (await listCoverageRuns(db, 1))[0] ?? null;
  }

  /** After an undo the registers fit an older run, which must not stand behind the one that no longer fits. */
  async function putFirst(run: CoverageRun): Promise<CoverageRun> {
    if ((await newestCoverageRun(db, run.parameters))?.id !== run.id) {
      await putCoverageRunFirst(db, run.id);
      stamps.invalidate();
    }
    return run;
  }

  async function isStale(id: CoverageRunId): Promise<boolean> {
    const { run, archive } = await openRun(id);
    const standard = await standardOf(db, run.parameters.standardId);
    const key = inputKeyOf(baselineKey(await stamps.read()), standard);
    return archive.inputKey !== key && confirmed.get(id) !== key;
  }

  return {
    stamps,
    close: () => explainers.close(),
    openRun,
    currentRun,
    isStale,
    listRuns: () => listCoverageRuns(db),
    getRun: async (id) => (await openRun(id)).run,
    bounds: () => provinceBounds(db),

    async network() {
      const { networkBytes, networkHash } = await baseline();
      if (decoded?.hash !== networkHash)
        decoded = { network: decodeRoadNetwork(networkBytes), hash: networkHash };
      return decoded;
    },

    async findRun(parameters) {
      const { run } = await findComputed(await inputsOf(parameters));
      return run && putFirst(run);
    },

    async run(parameters, options = {}) {
      const inputs = await inputsOf(parameters, options);
      const { stamp, run: known } = await findComputed(inputs);
      if (known) return putFirst(known);
      const { networkBytes, networkHash, key, input } = inputs.baseline;
      const payload = {
        networkBytes,
        networkHash,
        inputKey: inputKeyOf(key, inputs.standard),
        input: { ...input, standard: inputs.standard, parameters },
        stamp,
      };
      const { run, archive } = await runTask("compute-run", payload, options);
      const saved = await saveCoverageRun(db, run, archive);
      stamps.invalidate();
      return saved;
    },

    async indicatorsAt(id, minutes) {
      const { result, archive } = await openRun(id);
      const thresholdMillis = minutes === undefined ? result.firstEngineMillis : Math.round(minutes * 60_000);
      const indicators = indicatorsOf(result, archive.subjects.communes, thresholdMillis);
      return { minutes: thresholdMillis / 60_000, ...indicators };
    },

    async premisesWithGap(cause) {
      const run = await currentRun();
      if (!run) return [];
      const { result, archive } = await openRun(run.id);
      const { certain } = result.premises;
      const isGap = (row: number) => hasGap(certain, row, cause, result.firstEngineMillis);
      return archive.subjects.premises.filter((_, row) => isGap(row)).map(({ id }) => id);
    },

    async explain(id, subject, certainty) {
      if (await isStale(id)) {
        throw new FirecoverError(
          "conflict",
          "The registers have changed since this run; compute coverage again.",
        );
      }
      const { run } = await openRun(id);
      const { hash: stampHash } = run.stamp;
      return explainers.explain(stampHash, await inputsOf(run.parameters), subject, certainty);
    },
  };
}
