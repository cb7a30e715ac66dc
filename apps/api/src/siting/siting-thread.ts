/** A thread that solves one question after the other and keeps roads and places ready between them. */
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

/** Registers, standard and changes; parameters are the question's own. */
export interface SitingGroundSource {
  /** Equal keys, equal sources. */
  readonly key: string;
  readonly source: RunSource;
}

export interface SitingPayload {
  readonly candidates: readonly CandidateSite[];
  readonly unitPrices: UnitPrices;
  readonly question: SitingQuestion;
  /** One word, shared: 1 = stop and keep the best. A message would wait until the solve is over. */
  readonly stopFlag: Int32Array<SharedArrayBuffer>;
}

export interface SitingRequest {
  /** null = as the last request. */
  readonly source: RunSource | null;
  /** null = make ready, for a question that may come. */
  readonly payload: SitingPayload | null;
}

export type SitingMessage =
  | { readonly kind: "stamp"; readonly hash: string }
  | { readonly kind: "progress"; readonly progress: SitingProgress }
  /** The best so far. */
  | { readonly kind: "answer"; readonly answer: SitingAnswer }
  | { readonly kind: "done"; readonly answer: SitingAnswer | null }
  | { readonly kind: "fault"; readonly code: FirecoverErrorCode; readonly message: string };

export interface SitingWatcher {
  onStamp(hash: string): void;
  onProgress(progress: SitingProgress): void;
  onAnswer(answer: SitingAnswer): void;
}

export const createStopFlag = (): Int32Array<SharedArrayBuffer> => new Int32Array(new SharedArrayBuffer(4));
export const raise = (flag: Int32Array<SharedArrayBuffer>): void => void Atomics.store(flag, 0, 1);
export const isRaised = (flag: Int32Array<SharedArrayBuffer>): boolean => Atomics.load(flag, 0) === 1;

export interface SitingThread {
  /** Of the source that it holds ready; null = none yet. */
  readonly heldKey: string | null;
  /** Not again before the last one has ended. */
  solve(ground: SitingGroundSource, payload: SitingPayload, watcher: SitingWatcher): Promise<SitingAnswer>;
  /** Reads the source, so that a question on it starts at once. */
  warm(ground: SitingGroundSource): Promise<void>;
  /** Ends it with whatever it is at. */
  close(): Promise<void>;
}

const silent: SitingWatcher = { onStamp: () => {}, onProgress: () => {}, onAnswer: () => {} };

/** `onEnd` is called once, when it can be asked no more. */
export function startSitingThread(onEnd: () => void): SitingThread {
  const worker = new Worker(new URL("./siting.worker.ts", import.meta.url), {
    resourceLimits: smallYoungGeneration,
  });
  worker.unref();
  let heldKey: string | null = null;
  let underWay: { watcher: SitingWatcher; ended: PromiseWithResolvers<SitingAnswer | null> } | undefined;
  let isEnded = false;

  function end(error: Error): void {
    underWay?.ended.reject(error);
    underWay = undefined;
    if (!isEnded) onEnd();
    isEnded = true;
  }
  worker.on("error", end);
  worker.on("exit", () => end(new FirecoverError("cancelled", "The siting thread was ended.")));
  worker.on("message", (message: SitingMessage) => {
    const { watcher, ended } = underWay!;
    if (message.kind === "stamp") return watcher.onStamp(message.hash);
    if (message.kind === "progress") return watcher.onProgress(message.progress);
    if (message.kind === "answer") return watcher.onAnswer(message.answer);
    underWay = undefined;
    if (message.kind === "done") ended.resolve(message.answer);
    else ended.reject(new FirecoverError(message.code, message.message)); // classes do not survive the way
  });

  function request(
    { key, source }: SitingGroundSource,
    payload: SitingPayload | null,
    watcher: SitingWatcher,
  ) {
    if (isEnded) return Promise.reject(new FirecoverError("cancelled", "The siting thread was ended."));
    const ended = Promise.withResolvers<SitingAnswer | null>();
    underWay = { watcher, ended };
    const asked: SitingRequest = { source: heldKey === key ? null : source, payload };
    heldKey = key;
    worker.postMessage(asked);
    return ended.promise;
  }

  return {
    get heldKey() {
      return heldKey;
    },
    solve: async (ground, payload, watcher) => (await request(ground, payload, watcher))!,
    warm: async (ground) => void (await request(ground, null, silent)),
    async close() {
      await worker.terminate();
    },
  };
}
