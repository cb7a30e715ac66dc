/** The worker's side of `startSitingThread`: solver, roads and places stay ready from one question to the next. */
import { setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import type { CoverageInput } from "@firecover/coverage";
import { runSiting, type SitingGround, sitingGround, sitingHash } from "@firecover/coverage/siting";
import { FirecoverError, type SitingAnswer, type SitingProgress, SitingQuestion } from "@firecover/domain";
import { loadSolver } from "@firecover/location-allocation";
import { inputOf } from "../coverage/compute-run.ts";
import { isRaised, type SitingMessage, type SitingPayload, type SitingRequest } from "./siting-thread.ts";

// on Linux a thread has a priority of its own: whoever waits for the server goes before whoever waits for a proof
if (process.platform === "linux") setPriority(0, 5);

const post = (message: SitingMessage) => parentPort?.postMessage(message);
const solver = loadSolver();
let input: CoverageInput | undefined;
let ground: SitingGround | null = null;

parentPort?.on("message", async ({ source, payload }: SitingRequest) => {
  try {
    if (source) [input, ground] = [inputOf(source), null];
    if (payload) post({ kind: "done", answer: await solve(input!, payload) });
    else {
      makeReady(input!);
      post({ kind: "done", answer: null });
    }
  } catch (error) {
    if (!(error instanceof FirecoverError)) throw error;
    post({ kind: "fault", code: error.code, message: error.message });
  }
});

/** Before anybody asks: roads, and where on them residents live. */
function makeReady(of: CoverageInput): void {
  ground = sitingGround(of, SitingQuestion.parse({ aim: "most-covered", parameters: of.parameters }), ground);
  void ground.cells;
}

async function solve(of: CoverageInput, asked: SitingPayload): Promise<SitingAnswer> {
  const { candidates, question, unitPrices, stopFlag } = asked;
  ground = sitingGround(of, question, ground);
  const answer = runSiting(of, candidates, question, await solver, {
    unitPrices,
    prepared: ground,
    shouldStop: () => isRaised(stopFlag),
    onProgress: atMostEvery(100, (progress) => post({ kind: "progress", progress })),
    onAnswer: (best) => post({ kind: "answer", answer: best }),
  });
  // last: hashing every record takes longer than the first answer may
  post({ kind: "stamp", hash: sitingHash(of, candidates, question, unitPrices) });
  return answer;
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
