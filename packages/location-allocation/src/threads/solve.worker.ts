/** A thread that solves one question: loads HiGHS, answers, hands the answer's arrays over. */
import { parentPort, workerData } from "node:worker_threads";
import type { Answer, Progress } from "../answer.ts";
import { InstanceFault } from "../check-instance.ts";
import { countCurve } from "../count-curve.ts";
import { runnersUp } from "../runners-up.ts";
import { loadSolver, type Solver } from "../solver.ts";
import type { Ask, ThreadData, ThreadMessage, Told } from "./messages.ts";

const { ask, stop } = workerData as ThreadData;
const port = parentPort!;

/** Told at most so often: a message takes the caller's time. */
const millisBetweenReports = 50;

try {
  const answer = answerTo(await loadSolver(), ask);
  send({ kind: "answer", answer }, buffersOf(answer));
} catch (error) {
  if (!(error instanceof InstanceFault)) throw error;
  const { code, message, site, demand } = error;
  send({ kind: "fault", fault: { code, message, site, demand } });
}

function answerTo(solver: Solver, ask: Ask): Told[Ask["kind"]] {
  const { instance, problem } = ask;
  const options = {
    shouldStop: () => Atomics.load(stop, 0) !== 0,
    onProgress: reporter(),
    ...(ask.timeLimitSeconds === undefined ? {} : { timeLimitSeconds: ask.timeLimitSeconds }),
  };
  switch (ask.kind) {
    case "solve":
      return solver.solve(instance, problem, { ...options, ...(ask.start ? { start: ask.start } : {}) });
    case "runners-up": {
      const { best, atMost, within } = ask;
      return runnersUp(solver, instance, problem, best, {
        ...options,
        atMost,
        ...(within === undefined ? {} : { within }),
      });
    }
    case "count-curve":
      return countCurve(solver, instance, problem, ask.counts, options);
  }
}

/** Of reports that follow one another at once only the first is sent, unless something new is known. */
function reporter(): (progress: Progress) => void {
  let last: Progress | null = null;
  return (progress) => {
    const isNews =
      last === null ||
      progress.phase !== last.phase ||
      progress.incumbent !== last.incumbent ||
      (progress.seconds - last.seconds) * 1000 >= millisBetweenReports;
    if (!isNews) return;
    last = progress;
    send({ kind: "progress", progress });
  };
}

function buffersOf(answer: Told[Ask["kind"]]): ArrayBuffer[] {
  const answers: readonly Answer[] =
    "choices" in answer ? answer.choices : "sites" in answer ? [answer] : answer;
  const buffers = answers.flatMap(({ assignment, served }) => [
    assignment.buffer,
    ...served.map((s) => s.buffer),
  ]);
  return [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer);
}

function send(message: ThreadMessage, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer);
}
