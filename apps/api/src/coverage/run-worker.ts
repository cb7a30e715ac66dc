/** A thread that holds one run ready to be asked: the searches are done once, then each question takes a moment. */
import { Worker } from "node:worker_threads";
import type { ExplainedSubject } from "@firecover/coverage";
import { type Certainty, type Explanation, FirecoverError, type FirecoverErrorCode } from "@firecover/domain";
import type { Asked } from "../analyses/analyse.ts";
import type { AnalysisName } from "../analyses/analysis-name.ts";
import { smallYoungGeneration } from "../jobs/run-task.ts";
import type { RunSource } from "./compute-run.ts";

export interface RunSetting {
  readonly source: RunSource;
  readonly stampHash: string;
}

export type RunQuestion =
  | { readonly kind: "explain"; readonly subject: ExplainedSubject; readonly certainty: Certainty }
  | { readonly kind: "analyse"; readonly name: AnalysisName; readonly asked: Asked };

/** Analyses come as the bytes of their JSON: large ones need not be copied nor written by the server's own thread. */
export interface AnswerOf {
  readonly explain: Explanation;
  readonly analyse: Uint8Array<ArrayBuffer>;
}
export type RunAnswer =
  | { readonly answer: AnswerOf[keyof AnswerOf] }
  | { readonly fault: { readonly code: FirecoverErrorCode; readonly message: string } };

export interface RunWorker {
  /** One question after the other; an explanation waits for the one under way only. Aborting ends its work. */
  ask<Kind extends RunQuestion["kind"]>(
    question: RunQuestion & { readonly kind: Kind },
    signal?: AbortSignal,
  ): Promise<AnswerOf[Kind]>;
  isEnded(): boolean;
  isIdle(): boolean;
  /** Once everything asked so far is answered. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

interface Waiting {
  readonly question: RunQuestion;
  readonly answered: PromiseWithResolvers<never>;
}

/** Ends by itself when nobody has asked for `idleMillis`, so that its memory comes back. */
export function startRunWorker(setting: RunSetting, idleMillis: number): RunWorker {
  const worker = new Worker(new URL("./run.worker.ts", import.meta.url), {
    workerData: setting,
    resourceLimits: smallYoungGeneration,
  });
  worker.unref();
  const waiting: Waiting[] = [];
  let underWay: Waiting | undefined;
  let isEnded = false;
  let idleTimer: NodeJS.Timeout | undefined;

  function end(error: Error): void {
    isEnded = true;
    clearTimeout(idleTimer);
    for (const { answered } of [...(underWay ? [underWay] : []), ...waiting]) answered.reject(error);
    underWay = undefined;
    waiting.length = 0;
  }
  const close = async (): Promise<void> => {
    isEnded = true; // whoever asks from now on starts another
    await worker.terminate();
  };
  worker.on("error", end);
  worker.on("exit", () => end(cancelled()));
  worker.on("message", (answer: RunAnswer) => {
    const { answered } = underWay!;
    underWay = undefined;
    if ("answer" in answer) answered.resolve(answer.answer as never);
    else answered.reject(new FirecoverError(answer.fault.code, answer.fault.message));
    askNext();
  });

  function askNext(): void {
    clearTimeout(idleTimer);
    if (underWay) return;
    underWay = waiting.shift();
    if (underWay) worker.postMessage(underWay.question);
    else idleTimer = setTimeout(close, idleMillis).unref();
  }

  return {
    ask(question, signal) {
      if (signal?.aborted) return Promise.reject(cancelled());
      const asked: Waiting = { question, answered: Promise.withResolvers<never>() };
      const firstAnalysis = waiting.findIndex((other) => other.question.kind === "analyse");
      const place = question.kind === "analyse" || firstAnalysis < 0 ? waiting.length : firstAnalysis;
      waiting.splice(place, 0, asked);
      const onAbort = () => {
        asked.answered.reject(cancelled());
        if (underWay === asked) void close();
        else if (waiting.includes(asked)) waiting.splice(waiting.indexOf(asked), 1);
      };
      signal?.addEventListener("abort", onAbort, { once: true });
      askNext();
      return asked.answered.promise;
    },
    isEnded: () => isEnded,
    isIdle: () => underWay === undefined && waiting.length === 0,
    async idle() {
      const asked = [...(underWay ? [underWay] : []), ...waiting];
      await Promise.allSettled(asked.map(({ answered }) => answered.promise));
    },
    close,
  };
}

const cancelled = (): FirecoverError => new FirecoverError("cancelled", "The question was left.");
