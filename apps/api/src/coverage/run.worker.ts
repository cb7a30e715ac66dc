/** The worker's side of `startRunWorker`: prepares the run, then answers one question after the other. */
import { parentPort, workerData } from "node:worker_threads";
import { createExplainer, type Explainer, prepareCoverage } from "@firecover/coverage";
import { FirecoverError } from "@firecover/domain";
import { analyse } from "../analyses/analyse.ts";
import { inputOf } from "./compute-run.ts";
import type { RunAnswer, RunQuestion, RunSetting } from "./run-worker.ts";

const { source, stampHash } = workerData as RunSetting;
const prepared = prepareCoverage(inputOf(source));
let explainer: Explainer | undefined;

function answer(question: RunQuestion): RunAnswer {
  try {
    if (question.kind === "analyse") {
      const found = analyse(prepared, question.name, question.asked);
      return { answer: new TextEncoder().encode(JSON.stringify(found)) };
    }
    explainer ??= createExplainer(prepared);
    return { answer: explainer.explain(question.subject, question.certainty, { stampHash }) };
  } catch (error) {
    if (!(error instanceof FirecoverError)) throw error;
    return { fault: { code: error.code, message: error.message } }; // classes do not survive the way between threads
  }
}

parentPort?.on("message", (question: RunQuestion) => parentPort?.postMessage(answer(question)));
