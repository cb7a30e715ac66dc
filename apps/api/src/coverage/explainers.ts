/** Explanations of the run asked about last, from a worker that keeps its searches. */
import { Worker } from "node:worker_threads";
import type { CoverageInput, ExplainedSubject } from "@firecover/coverage";
import { type Certainty, type Explanation, FirecoverError, type FirecoverErrorCode } from "@firecover/domain";
import type { RunInputs } from "./run-inputs.ts";

export interface ExplainSetting {
  readonly networkBytes: Uint8Array;
  readonly input: Omit<CoverageInput, "network">;
  readonly stampHash: string;
}
export interface ExplainQuestion {
  readonly number: number;
  readonly subject: ExplainedSubject;
  readonly certainty: Certainty;
}
export type ExplainAnswer = { readonly number: number } & (
  | { readonly explanation: Explanation }
  | { readonly fault: { readonly code: FirecoverErrorCode; readonly message: string } }
);

export interface Explainers {
  explain(
    stampHash: string,
    inputs: RunInputs,
    subject: ExplainedSubject,
    certainty: Certainty,
  ): Promise<Explanation>;
  close(): Promise<void>;
}

export function createExplainers(): Explainers {
  let held: { stampHash: string; explainer: RunExplainer } | undefined;
  return {
    explain(stampHash, inputs, subject, certainty) {
      if (held?.stampHash !== stampHash || held.explainer.isEnded()) {
        void held?.explainer.close();
        held = { stampHash, explainer: startExplainer(stampHash, inputs) };
      }
      return held.explainer.ask(subject, certainty);
    },
    async close() {
      await held?.explainer.close();
    },
  };
}

interface RunExplainer {
  ask(subject: ExplainedSubject, certainty: Certainty): Promise<Explanation>;
  isEnded(): boolean;
  close(): Promise<unknown>;
}

function startExplainer(stampHash: string, { baseline, standard, parameters }: RunInputs): RunExplainer {
  const setting: ExplainSetting = {
    networkBytes: baseline.networkBytes,
    input: { ...baseline.input, standard, parameters },
    stampHash,
  };
  const worker = new Worker(new URL("./explain.worker.ts", import.meta.url), { workerData: setting });
  worker.unref();
  const waiting = new Map<number, PromiseWithResolvers<Explanation>>();
  let count = 0;
  let isEnded = false;

  const end = (error: Error) => {
    isEnded = true;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on("error", end);
  worker.on("exit", () =>
    end(new FirecoverError("cancelled", "The explanation was left for another run's.")),
  );
  worker.on("message", (answer: ExplainAnswer) => {
    const asked = waiting.get(answer.number);
    waiting.delete(answer.number);
    if ("explanation" in answer) asked?.resolve(answer.explanation);
    else asked?.reject(new FirecoverError(answer.fault.code, answer.fault.message));
  });

  return {
    ask(subject, certainty) {
      const asked = Promise.withResolvers<Explanation>();
      const question: ExplainQuestion = { number: count++, subject, certainty };
      waiting.set(question.number, asked);
      worker.postMessage(question);
      return asked.promise;
    },
    isEnded: () => isEnded,
    close: () => worker.terminate(),
  };
}
