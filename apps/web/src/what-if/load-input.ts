/** A run's input over HTTP: both parts never change, so the browser's cache keeps them. */
import type { CoverageInput } from "@firecover/coverage";
import { decodeRoadNetwork } from "@firecover/road-network";
import { request } from "../api/http.ts";
import type { LoadPhase, LoadProgress } from "./protocol.ts";

export async function loadInput(
  runId: string,
  onProgress: (progress: LoadProgress) => void,
): Promise<CoverageInput> {
  const path = `/api/coverage-runs/${encodeURIComponent(runId)}`;
  const network = await bytesOf(`${path}/network`, "network", onProgress);
  const input = await bytesOf(`${path}/input`, "input", onProgress);
  onProgress({ phase: "prepare", bytes: 0 });
  const registers = JSON.parse(new TextDecoder().decode(input)) as Omit<CoverageInput, "network">;
  return { ...registers, network: decodeRoadNetwork(network) };
}

/** Reads piece by piece and tells how far it is. */
async function bytesOf(
  path: string,
  phase: LoadPhase,
  onProgress: (progress: LoadProgress) => void,
): Promise<Uint8Array> {
  onProgress({ phase, bytes: 0 });
  const response = await request(path);
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of piecesOf(response)) {
    pieces.push(piece);
    length += piece.length;
    onProgress({ phase, bytes: length });
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}

async function* piecesOf(response: Response): AsyncGenerator<Uint8Array> {
  const reader = response.body!.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
