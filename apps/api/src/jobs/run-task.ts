/** Runs a task in a worker of its own; its memory goes with it. Aborting ends the worker at once. */
import { Worker } from "node:worker_threads";
import { FirecoverError, type OnProgress, type Progress } from "@firecover/domain";
import type { TaskAnswer, TaskName, TaskPayload } from "./task.ts";

export type TaskMessage =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "answer"; readonly answer: unknown };

export interface TaskOptions {
  readonly onProgress?: OnProgress | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** By default a thread takes some 80 MB more for what it soon throws away, and the process keeps them after its end. */
export const smallYoungGeneration = { maxYoungGenerationSizeMb: 16 } as const;

export function runTask<Name extends TaskName>(
  name: Name,
  payload: TaskPayload<Name>,
  { onProgress, signal }: TaskOptions = {},
): Promise<TaskAnswer<Name>> {
  return new Promise((resolve, reject) => {
    const cancelled = () => new FirecoverError("cancelled", "The work was cancelled.");
    if (signal?.aborted) return reject(cancelled());
    const worker = new Worker(new URL("./task.worker.ts", import.meta.url), {
      workerData: { name, payload },
      resourceLimits: smallYoungGeneration,
    });

    const end = (settle: () => void) => {
      signal?.removeEventListener("abort", onAbort);
      settle();
    };
    const onAbort = () => {
      void worker.terminate();
      end(() => reject(cancelled()));
    };
    signal?.addEventListener("abort", onAbort, { once: true });

    worker.on("message", (message: TaskMessage) => {
      if (message.kind === "progress") onProgress?.(message.progress);
      else end(() => resolve(message.answer as TaskAnswer<Name>));
    });
    worker.on("error", (error) => end(() => reject(error)));
    worker.on("exit", (code) => end(() => reject(new Error(`The ${name} worker ended with code ${code}.`))));
  });
}
