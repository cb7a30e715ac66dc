/** Explanations and analyses of runs: quick questions go to the run asked about last, slow analyses to a thread of their own. */
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
  close(): Promise<void>;
}

const quickIdleMillis = 5 * 60_000;
/** A planner who opens one slow analysis often opens the next. */
const slowIdleMillis = 8000;

export function createRunQuestions(): RunQuestions {
  const quick = workerPlace(quickIdleMillis);
  const slow = workerPlace(slowIdleMillis);
  return {
    explain: (run, subject, certainty) => quick.ask(run, { kind: "explain", subject, certainty }),
    analyse: (run, { name, asked, isSlow }, signal) =>
      (isSlow ? slow : quick).ask(run, { kind: "analyse", name, asked }, signal),
    async close() {
      await Promise.all([quick.close(), slow.close()]);
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
    async close() {
      await held?.worker.close();
    },
  };
}
