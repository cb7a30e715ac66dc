/** The worker's side of `runTask`: one task, one answer, then it ends. */
import { parentPort, workerData } from "node:worker_threads";
import type { OnProgress } from "@firecover/domain";
import type { TaskMessage } from "./run-task.ts";
import { tasks } from "./task.ts";

const { name, payload } = workerData as { name: keyof typeof tasks; payload: never };
const post = (message: TaskMessage) => parentPort?.postMessage(message);
const onProgress: OnProgress = (progress) => post({ kind: "progress", progress });
const task: (payload: never, onProgress: OnProgress) => unknown = tasks[name];
post({ kind: "answer", answer: await task(payload, onProgress) });
