/** The thread that holds a province's graph: loads it once, then answers one question after the other. */
import { ApiError, request } from "../api/http.ts";
import { loadInput } from "./load-input.ts";
import type { FromWorker, ToWorker } from "./protocol.ts";
import { createScenarioEngine, type ScenarioEngine } from "./scenario-engine.ts";

let engine: ScenarioEngine | undefined;

const say = (message: FromWorker, transfer: Transferable[] = []) => self.postMessage(message, { transfer });

async function answerTo(message: ToWorker): Promise<unknown> {
  if (message.kind === "load") {
    const input = await loadInput(message.runId, (progress) =>
      say({ number: message.number, kind: "progress", progress }),
    );
    engine = createScenarioEngine(input);
    return engine.baseline;
  }
  if (!engine) throw new Error("Nothing is loaded.");
  switch (message.kind) {
    case "preview":
      return engine.preview(message.changes, message.question);
    case "settle":
      return engine.settle(message.changes, message.question);
    case "roads":
      return engine.roads(message.roadIds);
    case "compare": {
      const response = await request(`/api/coverage-runs/${encodeURIComponent(message.runId)}/result`);
      return engine.isSameAs(new Uint8Array(await response.arrayBuffer()));
    }
  }
}

self.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
  const { number } = data;
  try {
    const answer = await answerTo(data);
    const result = (answer as { result?: Uint8Array<ArrayBuffer> } | null)?.result;
    say({ number, kind: "done", answer }, result ? [result.buffer] : []);
  } catch (error) {
    const status = error instanceof ApiError ? error.status : null;
    say({ number, kind: "failed", message: error instanceof Error ? error.message : String(error), status });
  }
};
