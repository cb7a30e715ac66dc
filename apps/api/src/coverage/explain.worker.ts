/** Explains places of one run: the searches are done once at the start, then each place takes a moment. */
import { parentPort, workerData } from "node:worker_threads";
import { createExplainer, prepareCoverage } from "@firecover/coverage";
import { FirecoverError } from "@firecover/domain";
import { decodeRoadNetwork } from "@firecover/road-network";
import type { ExplainAnswer, ExplainQuestion, ExplainSetting } from "./explainers.ts";

const { networkBytes, input, stampHash } = workerData as ExplainSetting;
const explainer = createExplainer(prepareCoverage({ ...input, network: decodeRoadNetwork(networkBytes) }));

function answer({ number, subject, certainty }: ExplainQuestion): ExplainAnswer {
  try {
    return { number, explanation: explainer.explain(subject, certainty, { stampHash }) };
  } catch (error) {
    if (!(error instanceof FirecoverError)) throw error;
    return { number, fault: { code: error.code, message: error.message } }; // classes do not survive the way between threads
  }
}

parentPort?.on("message", (question: ExplainQuestion) => parentPort?.postMessage(answer(question)));
