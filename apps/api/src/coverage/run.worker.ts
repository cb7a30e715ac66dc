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

async function answer(question: RunQuestion): Promise<RunAnswer> {
  try {
    if (question.kind === "analyse") {
      const found = await analyse(prepared, question.name, question.asked);
      return { answer: new TextEncoder().encode(JSON.stringify(found)) };
    }
    explainer ??= createExplainer(prepared);
    return { answer: explainer.explain(question.subject, question.certainty, { stampHash }) };
  } catch (error) {
    if (!(error instanceof FirecoverError)) throw error;
    return { fault: { code: error.code, message: error.message } }; // classes do not survive the way between threads
  }
}

// The next question comes only once this one is answered; a fault of ours ends the thread, as it would at once.
parentPort?.on("message", async (question: RunQuestion) => parentPort?.postMessage(await answer(question)));
