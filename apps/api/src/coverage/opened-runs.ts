/** Runs from the database with their columns unpacked; the last two asked for stay in memory. */
import { type CoverageResult, decodeCoverageResult } from "@firecover/coverage";
import { type Database, getCoverageRun } from "@firecover/database";
import type { CoverageRun, CoverageRunId } from "@firecover/domain";
import { createCache } from "../cache.ts";
import { decodeRunArchive, type RunArchive } from "./run-archive.ts";

export interface OpenRun {
  readonly run: CoverageRun;
  readonly archive: RunArchive;
  /** The archive's result, decoded. */
  readonly result: CoverageResult;
}

const runsKept = 2;

export function createRunOpener(database: Database): (id: CoverageRunId) => Promise<OpenRun> {
  const held = createCache<Promise<OpenRun>>(runsKept);

  async function open(id: CoverageRunId): Promise<OpenRun> {
    const { run, result: bytes } = await getCoverageRun(database.db, id);
    const archive = decodeRunArchive(bytes);
    return { run, archive, result: decodeCoverageResult(archive.result) };
  }

  return (id) => {
    const known = held.get(id);
    if (known) return known;
    const opening = open(id);
    held.set(id, opening, 1);
    opening.catch(() => held.delete(id));
    return opening;
  };
}
