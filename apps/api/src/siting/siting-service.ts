/** Siting runs over the database: asked, solved in threads, watched, stopped, kept. Knows no HTTP. */
import { randomUUID } from "node:crypto";
import {
  type Database,
  deleteSitingRun,
  failUnfinishedSitingRuns,
  findSitingRun,
  listSitingRuns,
  type StoredSitingRun,
  saveSitingRun,
} from "@firecover/database";
import { FirecoverError, type SitingQuestion, type SitingRun, SitingRunId } from "@firecover/domain";
import type { CoverageService } from "../coverage/coverage-service.ts";
import { defaultParameters } from "../coverage/current-run.ts";
import { inputKeyOf, type RunInputs, sourceOf } from "../coverage/run-inputs.ts";
import { describeError } from "../jobs/import-jobs.ts";
import type { SiteCandidates } from "./site-candidates.ts";
import { createInputKeys, mustBeAskable, readSitingInputs } from "./siting-inputs.ts";
import { createStopFlag, isRaised, raise, type SitingGroundSource } from "./siting-thread.ts";
import { createSitingThreads } from "./siting-threads.ts";
import { createSlots } from "./slots.ts";

export interface SitingService {
  /** Asks; answered at once, the solve goes on behind. Throws `FaultyQuestion` where it cannot be asked. */
  start(question: SitingQuestion, options?: StartOptions): Promise<StartedRun>;
  /** The newest first, without what makes answers large: see `summaryOf`. */
  list(limit: number): Promise<SitingRun[]>;
  get(id: SitingRunId): Promise<SitingRun>;
  /** Ends the search and keeps the best so far; a run that waits is cancelled, one that has ended stays as it is. */
  stop(id: SitingRunId): Promise<SitingRun>;
  /** Cancels a run that waits or solves and gives it; removes one that has ended and gives null. */
  remove(id: SitingRunId): Promise<SitingRun | null>;
  /** Tells of runs that an earlier server left unfinished. */
  recover(): Promise<void>;
  /** Cancels everything and waits until it has stopped. */
  close(): Promise<void>;
}

export interface StartOptions {
  /** Called on every change of the run. */
  readonly onChange?: (run: SitingRun) => void;
}

export interface StartedRun {
  readonly run: SitingRun;
  /** Never rejects: what went wrong stands in the run. */
  readonly ended: Promise<SitingRun>;
}

/** Each holds a road network and a solver of some hundred megabytes. */
const solvesAtOnce = 4;

const interrupted = {
  code: "interrupted",
  detail: "Máy chủ dừng khi chưa giải xong; hãy chạy lại · the server ended before the solve did; ask again.",
};

interface LiveRun {
  run: SitingRun;
  inputKey: string | null;
  readonly stopFlag: Int32Array<SharedArrayBuffer>;
  readonly cancel: AbortController;
  readonly onChange: (run: SitingRun) => void;
  ended: Promise<SitingRun>;
}

export function createSitingService(
  database: Database,
  coverage: CoverageService,
  siteCandidates: SiteCandidates,
): SitingService {
  const { db } = database;
  const live = new Map<SitingRunId, LiveRun>();
  const slots = createSlots(solvesAtOnce);
  const threads = createSitingThreads();

  const save = ({ run, inputKey }: LiveRun) => saveSitingRun(db, { run, inputKey });

  function change(of: LiveRun, changes: Partial<SitingRun>): void {
    of.run = { ...of.run, ...changes };
    of.onChange(of.run);
  }

  async function solve(of: LiveRun): Promise<void> {
    const { question } = of.run;
    const { signal } = of.cancel;
    const inputs = await readSitingInputs(database, coverage, siteCandidates, question, { signal });
    of.inputKey = inputs.key;
    change(of, { isSynthetic: inputs.isSynthetic });
    const { candidates, unitPrices } = inputs;
    const { stopFlag } = of;
    const answer = await threads.solve(
      groundOf(inputs.inputs),
      { candidates, unitPrices, question, stopFlag },
      {
        onStamp: (stampHash) => change(of, { stampHash }),
        onProgress: (progress) => change(of, { progress }),
        onAnswer: (best) => change(of, { answer: best, status: best.status }),
      },
      signal,
    );
    change(of, { state: "done", answer, status: answer.status });
  }

  /** From the queue to the last word; whatever happens is told in the run. */
  async function carryOut(of: LiveRun): Promise<SitingRun> {
    const { signal } = of.cancel;
    try {
      const giveBack = await slots.take(signal);
      try {
        change(of, { state: "running" });
        await save(of);
        await solve(of);
      } finally {
        giveBack();
      }
    } catch (error) {
      const code = error instanceof FirecoverError ? error.code : "internal";
      // stopped before anything was found: there is nothing to keep
      const isStopped = code === "cancelled" && isRaised(of.stopFlag);
      if (signal.aborted || isStopped) change(of, { state: "cancelled" });
      else {
        change(of, { state: "failed", problem: { code, detail: describeError(error) } });
      }
    }
    change(of, { finishedAt: new Date().toISOString() });
    await save(of).catch((error: unknown) => console.error(error)); // nobody waits for it who could be told
    live.delete(of.run.id);
    return of.run;
  }

  /** Whoever looks at runs is about to ask: by then roads and places are read. */
  async function warm(): Promise<void> {
    if (threads.isWarm()) return;
    await threads.warm(groundOf(await coverage.inputsOf({ parameters: defaultParameters })));
  }

  /** A run's key against that of the present state; a run under way was asked just now. */
  async function withStaleness(
    { run, inputKey }: StoredSitingRun,
    keys = createInputKeys(database, coverage),
  ) {
    if (inputKey === null || live.has(run.id)) return run;
    return { ...run, isStale: (await keys(run.question)) !== inputKey };
  }

  async function stored(id: SitingRunId): Promise<StoredSitingRun> {
    const known = live.get(id) ?? (await findSitingRun(db, id));
    if (!known) throw new FirecoverError("not-found", `There is no siting run ${id}.`);
    return known;
  }

  return {
    async start(question, { onChange = () => {} } = {}) {
      await mustBeAskable(database, question);
      const run = newRun(question);
      const of: LiveRun = {
        run,
        inputKey: null,
        stopFlag: createStopFlag(),
        cancel: new AbortController(),
        onChange,
        ended: Promise.resolve(run),
      };
      await save(of);
      live.set(run.id, of);
      of.ended = carryOut(of);
      return { run, ended: of.ended };
    },

    async list(limit) {
      warm().catch(() => {}); // without it the first question takes a second longer
      const keys = createInputKeys(database, coverage);
      const runs: SitingRun[] = [];
      for (const each of await listSitingRuns(db, limit))
        runs.push(summaryOf(await withStaleness(live.get(each.run.id) ?? each, keys)));
      return runs;
    },

    get: async (id) => withStaleness(await stored(id)),

    async stop(id) {
      const of = live.get(id);
      if (of?.run.state === "queued") {
        of.cancel.abort();
        return of.ended;
      }
      if (of && !isRaised(of.stopFlag)) raise(of.stopFlag);
      return withStaleness(await stored(id));
    },

    async remove(id) {
      const of = live.get(id);
      if (of) {
        of.cancel.abort();
        return of.ended;
      }
      if (await deleteSitingRun(db, id)) return null;
      throw new FirecoverError("not-found", `There is no siting run ${id}.`);
    },

    async recover() {
      await failUnfinishedSitingRuns(db, interrupted);
    },

    async close() {
      const under = [...live.values()];
      for (const of of under) {
        change(of, { problem: interrupted });
        of.cancel.abort();
      }
      await Promise.all(under.map(({ ended }) => ended));
      await threads.close();
    },
  };
}

/** Registers, standard and changes; parameters are the question's own. */
function groundOf(inputs: RunInputs): SitingGroundSource {
  const { baseline, standard, changed } = inputs;
  const key = `${inputKeyOf(baseline.key, standard)} ${JSON.stringify(changed?.changes ?? [])}`;
  return { key, source: sourceOf(inputs) };
}

const newRun = (question: SitingQuestion): SitingRun => ({
  id: SitingRunId.parse(randomUUID()),
  state: "queued",
  question,
  progress: { phase: "data", seconds: 0, steps: [], totalWeight: null, trialsDone: 0, trials: 0 },
  answer: null,
  status: null,
  stampHash: null,
  isStale: false,
  isSynthetic: false,
  startedAt: new Date().toISOString(),
  finishedAt: null,
  problem: null,
});

/** A list of fifty whole answers would be megabytes; who wants runners-up, curve and trials asks for the one run. */
export function summaryOf(run: SitingRun): SitingRun {
  const { answer, progress } = run;
  const brief = answer && { ...answer, runnersUp: [], sites: [], curve: [], trials: [] };
  return { ...run, progress: { ...progress, steps: [] }, answer: brief };
}
