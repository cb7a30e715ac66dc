/** The worker's side of `solveSiting`: one question, answers as they get better, then it ends. */
import { parentPort, workerData } from "node:worker_threads";
import { runSiting, sitingHash } from "@firecover/coverage/siting";
import { FirecoverError, type SitingProgress } from "@firecover/domain";
import { loadSolver } from "@firecover/location-allocation";
import { inputOf } from "../coverage/compute-run.ts";
import { isRaised, type SitingMessage, type SitingPayload } from "./solve-siting.ts";

const payload = workerData as SitingPayload;
const post = (message: SitingMessage) => parentPort?.postMessage(message);

try {
  await solve(payload);
} catch (error) {
  if (!(error instanceof FirecoverError)) throw error;
  post({ kind: "fault", code: error.code, message: error.message });
}

async function solve({ source, candidates, question, unitPrices, stopFlag }: SitingPayload): Promise<void> {
  const loading = loadSolver();
  const input = inputOf(source);
  post({ kind: "stamp", hash: sitingHash(input, candidates, question, unitPrices) });
  const solver = await loading;
  const answer = runSiting(input, candidates, question, solver, {
    unitPrices,
    shouldStop: () => isRaised(stopFlag),
    onProgress: atMostEvery(100, (progress) => post({ kind: "progress", progress })),
    onAnswer: (best) => post({ kind: "answer", answer: best, isWhole: false }),
  });
  post({ kind: "answer", answer, isWhole: true });
}

/** A new phase is told at once, steps within one no oftener than somebody looks. */
function atMostEvery(millis: number, tell: (progress: SitingProgress) => void) {
  let [toldAt, phase] = [Number.NEGATIVE_INFINITY, ""];
  return (progress: SitingProgress) => {
    const now = performance.now();
    if (progress.phase === phase && now - toldAt < millis) return;
    [toldAt, phase] = [now, progress.phase];
    tell(progress);
  };
}
