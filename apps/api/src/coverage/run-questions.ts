/** Explanations and analyses of runs, from a thread that holds the run asked about last; quick questions wait for no slow one. */
import type { ExplainedSubject } from "@firecover/coverage";
import type { Certainty, Explanation } from "@firecover/domain";
import type { Asked } from "../analyses/analyse.ts";
import type { AnalysisName } from "../analyses/analysis-name.ts";
import { type RunInputs, sourceOf } from "./run-inputs.ts";
import { type AnswerOf, type RunQuestion, type RunWorker, startRunWorker } from "./run-worker.ts";

/** A run and what it is computed from. */
export interface AskedRun {
  readonly stampHash: string;
  readonly inputs: RunInputs;
}

export interface AnalysisQuestion {
  readonly name: AnalysisName;
  readonly asked: Asked;
  readonly isSlow: boolean;
}

export interface RunQuestions {
  explain(run: AskedRun, subject: ExplainedSubject, certainty: Certainty): Promise<Explanation>;
  /** The answer as JSON in UTF-8. */
  analyse(run: AskedRun, question: AnalysisQuestion, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>>;
  /** Gives back the memory of threads that nobody waits for. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

const idleMillis = 5 * 60_000;
const asideIdleMillis = 8000;

/** One thread for everything, since each holds a whole run; a second one only while a slow analysis keeps the first. */
export function createRunQuestions(): RunQuestions {
  const place = workerPlace(idleMillis);
  const aside = workerPlace(asideIdleMillis);
  let slowOnes = 0;
  const free = () => (slowOnes > 0 ? aside : place);
  return {
    explain: (run, subject, certainty) => free().ask(run, { kind: "explain", subject, certainty }),
    async analyse(run, { name, asked, isSlow }, signal) {
      const question = { kind: "analyse", name, asked } as const;
      if (!isSlow) return free().ask(run, question, signal);
      slowOnes++;
      try {
        return await place.ask(run, question, signal);
      } finally {
        slowOnes--;
      }
    },
    async rest() {
      await Promise.all([place.rest(), aside.rest()]);
    },
    async close() {
      await Promise.all([place.close(), aside.close()]);
    },
  };
}

/** Room for one worker: a question about another run lets it answer what it was asked, then takes its place. */
function workerPlace(idleMillis: number) {
  let held: { stampHash: string; worker: RunWorker } | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function holding({ stampHash, inputs }: AskedRun): Promise<RunWorker> {
    if (held?.stampHash === stampHash && !held.worker.isEnded()) return held.worker;
    await held?.worker.idle();
    await held?.worker.close();
    held = { stampHash, worker: startRunWorker({ source: sourceOf(inputs), stampHash }, idleMillis) };
    return held.worker;
  }

  return {
    async ask<Kind extends RunQuestion["kind"]>(
      run: AskedRun,
      question: RunQuestion & { readonly kind: Kind },
      signal?: AbortSignal,
    ): Promise<AnswerOf[Kind]> {
      // asked within the turn, so that the next one's worker cannot take the place before
      const turn = last.then(async () => ({ answer: (await holding(run)).ask<Kind>(question, signal) }));
      last = turn.catch(() => {});
      return (await turn).answer;
    },
    async rest() {
      if (held?.worker.isIdle()) await held.worker.close();
    },
    async close() {
      await held?.worker.close();
    },
  };
}
