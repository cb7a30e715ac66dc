/** Solving in a thread of its own, so that the caller's stays awake. For Node only. */
import { Worker } from "node:worker_threads";
import type { Answer, Progress } from "../answer.ts";
import { InstanceFault, type InstanceFaultCode } from "../check-instance.ts";
import type { Instance } from "../instance.ts";
import type { Problem } from "../problem.ts";
import type { RunnersUp } from "../runners-up.ts";
import type { Ask, ThreadData, ThreadMessage, Told } from "./messages.ts";

export interface ThreadOptions {
  /** Cancels: the thread ends at once and the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Stops and keeps: the thread ends its search and the promise is fulfilled with the best so far. */
  readonly stopSignal?: AbortSignal | undefined;
  readonly timeLimitSeconds?: number | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

export function solveInThread(
  instance: Instance,
  problem: Problem,
  options: ThreadOptions & { readonly start?: readonly number[] } = {},
): Promise<Answer> {
  const { timeLimitSeconds, start } = options;
  return askThread({ kind: "solve", instance, problem, timeLimitSeconds, start }, options);
}

export function runnersUpInThread(
  instance: Instance,
  problem: Problem,
  best: Answer,
  options: ThreadOptions & { readonly within?: number; readonly atMost: number },
): Promise<RunnersUp> {
  const { timeLimitSeconds, within, atMost } = options;
  return askThread(
    { kind: "runners-up", instance, problem, best, within, atMost, timeLimitSeconds },
    options,
  );
}

export function countCurveInThread(
  instance: Instance,
  problem: Problem,
  counts: readonly number[],
  options: ThreadOptions = {},
): Promise<readonly Answer[]> {
  const { timeLimitSeconds } = options;
  return askThread({ kind: "count-curve", instance, problem, counts, timeLimitSeconds }, options);
}

/** By default a thread takes some 80 MB more for what it soon throws away, and the process keeps them after its end. */
const smallYoungGeneration = { maxYoungGenerationSizeMb: 16 } as const;

/** The instance is copied to the thread (arrays over a SharedArrayBuffer are shared), the answer's arrays are moved back. */
function askThread<Kind extends Ask["kind"]>(
  ask: Extract<Ask, { kind: Kind }>,
  { signal, stopSignal, onProgress }: ThreadOptions,
): Promise<Told[Kind]> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const stop = new Int32Array(new SharedArrayBuffer(4));
    const workerData: ThreadData = { ask, stop };
    const worker = new Worker(new URL("./solve.worker.ts", import.meta.url), {
      workerData,
      resourceLimits: smallYoungGeneration,
    });

    const onStop = () => void Atomics.store(stop, 0, 1);
    const onAbort = () => {
      settle(() => reject(signal!.reason));
      void worker.terminate();
    };
    const settle = (settled: () => void) => {
      signal?.removeEventListener("abort", onAbort);
      stopSignal?.removeEventListener("abort", onStop);
      settled();
    };
    signal?.addEventListener("abort", onAbort, { once: true });
    stopSignal?.addEventListener("abort", onStop, { once: true });
    if (stopSignal?.aborted) onStop();

    worker.on("message", (message: ThreadMessage) => {
      if (message.kind === "progress") return onProgress?.(message.progress);
      if (message.kind === "answer") return settle(() => resolve(message.answer as Told[Kind]));
      const { code, message: text, site, demand } = message.fault;
      const at = { ...(site === null ? {} : { site }), ...(demand === null ? {} : { demand }) };
      settle(() => reject(new InstanceFault(code as InstanceFaultCode, text, at)));
    });
    worker.on("error", (error) => settle(() => reject(error)));
    worker.on("exit", (code) =>
      settle(() => reject(new Error(`The solving thread ended with code ${code} before it answered.`))),
    );
  });
}
