/** Runs from the database with their columns unpacked; the last two asked for stay in memory. */
import { type CoverageResult, decodeCoverageResult } from "@firecover/coverage";
import { type Database, getCoverageRun } from "@firecover/database";
import type { Change, CoverageRun, CoverageRunId } from "@firecover/domain";
import { createCache } from "../cache.ts";
import { decodeRunArchive, type RunArchive } from "./run-archive.ts";

export interface OpenRun {
  readonly run: CoverageRun;
  /** What was changed beside the baseline; null = nothing. */
  readonly changes: readonly Change[] | null;
  readonly archive: RunArchive;
  /** The archive's result, decoded. */
  readonly result: CoverageResult;
}

export interface RunOpener {
  open(id: CoverageRunId): Promise<OpenRun>;
  /** After a write of ours: the next one who asks reads it anew. */
  forget(id: CoverageRunId): void;
  forgetAll(): void;
}

const runsKept = 2;

export function createRunOpener(database: Database): RunOpener {
  let held = createCache<Promise<OpenRun>>(runsKept);

  async function read(id: CoverageRunId): Promise<OpenRun> {
    const { run, result: bytes, changes } = await getCoverageRun(database.db, id);
    const archive = decodeRunArchive(bytes);
    return { run, changes, archive, result: decodeCoverageResult(archive.result) };
  }

  return {
    open(id) {
      const known = held.get(id);
      if (known) return known;
      const opening = read(id);
      held.set(id, opening, 1);
      opening.catch(() => held.delete(id));
      return opening;
    },
    forget: (id) => held.delete(id),
    forgetAll() {
      held = createCache(runsKept);
    },
  };
}
