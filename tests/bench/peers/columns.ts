/** Graphs and questions as files of little-endian uint32 columns, for peers that are no JavaScript. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RoadGraph } from "@firecover/road-network";

/** Where each question starts: starts of question q are firstStart[q] <= i < firstStart[q + 1], cheapest first. */
export interface Questions {
  readonly firstStart: Uint32Array;
  readonly startNode: Uint32Array;
  readonly startCost: Uint32Array;
  readonly startOwner: Uint32Array;
}

/** One question per node: all costs from there. */
export function fromEach(nodes: readonly number[]): Questions {
  return {
    firstStart: Uint32Array.from({ length: nodes.length + 1 }, (_, q) => q),
    startNode: Uint32Array.from(nodes),
    startCost: new Uint32Array(nodes.length),
    startOwner: new Uint32Array(nodes.length),
  };
}

/** Calls with a folder that holds the columns, and removes it. */
export async function withColumns<T>(
  graph: RoadGraph,
  columns: Questions & Readonly<Record<string, Uint32Array>>,
  use: (folder: string) => T | Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "firecover-bench-"));
  try {
    const all = { firstOut: graph.firstOut, head: graph.head, cost: graph.cost, ...columns };
    for (const [name, { buffer, byteOffset, byteLength }] of Object.entries(all))
      writeFileSync(join(folder, name), new Uint8Array(buffer, byteOffset, byteLength));
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What every peer tells of its run. */
export interface PeerRun {
  /** Per question, all questions once and then again. */
  readonly millis: readonly number[];
  /** Per question: how many were reached, the sum of their costs, and of their owners where asked for. */
  readonly sums: readonly (readonly number[])[];
  /** Greatest memory of the process. */
  readonly megabytes: number;
}

/** Per question the fastest of its repeats: what else ran on the machine only ever adds. */
export function fastest(millis: readonly number[], questionCount: number): number[] {
  return Array.from({ length: questionCount }, (_, q) =>
    Math.min(...millis.filter((_, i) => i % questionCount === q)),
  );
}

/** Runs a peer; null, with the reason printed, where it is not on this machine or fails. */
export async function orLeftOut(
  peer: string,
  run: () => PeerRun | Promise<PeerRun>,
): Promise<PeerRun | null> {
  try {
    return await run();
  } catch (error) {
    const lines = (error instanceof Error ? error.message : String(error)).trim().split("\n");
    process.stderr.write(`  ${peer} left out: ${lines.findLast((line) => line.trim() !== "")}\n`);
    return null;
  }
}

/** Throws where a peer that answers the same question finds another answer. */
export function checkSame(
  name: string,
  peer: string,
  theirs: PeerRun,
  ours: readonly (readonly number[])[],
): void {
  theirs.sums.forEach((sums, q) => {
    const same = sums.every((sum, i) => ours[q]![i] === undefined || sum === ours[q]![i]);
    if (!same)
      throw new Error(`${name}: ${peer} finds ${sums.join()}, not ${ours[q]!.join()}, for question ${q}.`);
  });
}
