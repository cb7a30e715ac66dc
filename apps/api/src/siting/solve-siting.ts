/** Solves one question in a thread of its own; it can be stopped, keeping the best so far, or ended. */
import { Worker } from "node:worker_threads";
import {
  type CandidateSite,
  FirecoverError,
  type FirecoverErrorCode,
  type SitingAnswer,
  type SitingProgress,
  type SitingQuestion,
  type UnitPrices,
} from "@firecover/domain";
import type { RunSource } from "../coverage/compute-run.ts";
import { smallYoungGeneration } from "../jobs/run-task.ts";

export interface SitingPayload {
  readonly source: RunSource;
  readonly candidates: readonly CandidateSite[];
  readonly unitPrices: UnitPrices;
  readonly question: SitingQuestion;
  /** One word, shared: 1 = stop and keep the best. A message would wait until the solve is over. */
  readonly stopFlag: Int32Array<SharedArrayBuffer>;
}

export type SitingMessage =
  | { readonly kind: "stamp"; readonly hash: string }
  | { readonly kind: "progress"; readonly progress: SitingProgress }
  /** The best so far, then once more the whole. */
  | { readonly kind: "answer"; readonly answer: SitingAnswer; readonly isWhole: boolean }
  | { readonly kind: "fault"; readonly code: FirecoverErrorCode; readonly message: string };

export interface SitingWatcher {
  onStamp(hash: string): void;
  onProgress(progress: SitingProgress): void;
  onAnswer(answer: SitingAnswer): void;
}

export const createStopFlag = (): Int32Array<SharedArrayBuffer> => new Int32Array(new SharedArrayBuffer(4));
export const raise = (flag: Int32Array<SharedArrayBuffer>): void => void Atomics.store(flag, 0, 1);
export const isRaised = (flag: Int32Array<SharedArrayBuffer>): boolean => Atomics.load(flag, 0) === 1;

/** Aborting ends the thread at once and drops what it had. */
export function solveSiting(
  payload: SitingPayload,
  watcher: SitingWatcher,
  signal: AbortSignal,
): Promise<SitingAnswer> {
  return new Promise((resolve, reject) => {
    const cancelled = () => new FirecoverError("cancelled", "The siting run was cancelled.");
    if (signal.aborted) return reject(cancelled());
    const worker = new Worker(new URL("./siting.worker.ts", import.meta.url), {
      workerData: payload,
      resourceLimits: smallYoungGeneration,
    });
    const end = (settle: () => void) => {
      signal.removeEventListener("abort", onAbort);
      settle();
    };
    const onAbort = () => {
      void worker.terminate();
      end(() => reject(cancelled()));
    };
    signal.addEventListener("abort", onAbort, { once: true });

    worker.on("message", (message: SitingMessage) => {
      if (message.kind === "stamp") watcher.onStamp(message.hash);
      else if (message.kind === "progress") watcher.onProgress(message.progress);
      else if (message.kind === "fault")
        end(() => reject(new FirecoverError(message.code, message.message))); // classes do not survive the way
      else if (message.isWhole) end(() => resolve(message.answer));
      else watcher.onAnswer(message.answer);
    });
    worker.on("error", (error) => end(() => reject(error)));
    worker.on("exit", (code) => end(() => reject(new Error(`The siting worker ended with code ${code}.`))));
  });
}
