/** Files of a test in a folder of their own, removed when the tests of the file are done. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ImportKind, ImportReport } from "@firecover/domain";
import { afterAll } from "vitest";
import { type ImportOptions, runImport } from "../src/index.ts";
import { createMemorySink, type MemorySink } from "./memory-sink.ts";

const folder = mkdtempSync(join(tmpdir(), "firecover-interchange-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let fileCount = 0;
export function writeInput(content: string | Uint8Array, name = `input-${++fileCount}`): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

export interface Imported {
  report: ImportReport;
  sink: MemorySink;
}

/** Imports a text or a file into a store, a fresh one unless given. */
export async function importFile(
  kind: ImportKind,
  path: string,
  options: Partial<ImportOptions> & { sink?: MemorySink } = {},
): Promise<Imported> {
  const sink = options.sink ?? createMemorySink();
  const report = await runImport({ path, kind, isDryRun: false, today: "2026-11-22", ...options, sink });
  return { report, sink };
}

export const importText = (kind: ImportKind, content: string | Uint8Array, sink?: MemorySink) =>
  importFile(kind, writeInput(content), sink ? { sink } : {});

export const codesOf = ({ issues }: ImportReport) =>
  issues.map(({ code, severity }) => `${severity} ${code}`);
