/** Coverage runs kept: their figures as JSON, their columns as the bytes that the engine wrote. */
import { createHash } from "node:crypto";
import {
  Change,
  type CoverageParameters,
  CoverageRun,
  type CoverageRunId,
  FirecoverError,
  type ScenarioId,
} from "@firecover/domain";
import { type Kysely, sql } from "kysely";
import { raiseLayers } from "./layer-changes.ts";
import type { Schema } from "./schema.ts";

/** Runs of one scenario, or of changes tried without a name, that are kept; older ones go. */
const scenarioRunsKept = 12;

/** Changes beside the baseline that a run is computed with; `id` null = tried, not kept under a name. */
export interface ChangedBaseline {
  readonly id: ScenarioId | null;
  readonly name: string | null;
  readonly changes: readonly Change[];
}

/** A run, its columns, and what was changed for it; null = nothing. */
export interface StoredRun {
  readonly run: CoverageRun;
  readonly result: Uint8Array;
  readonly changes: readonly Change[] | null;
}

/**
 * Names what a run was computed from: one run per name. The stamp alone would not do for changed inputs: a change
 * that is carried out in the registers gives the stamp that the scenario had, and a run is of one or of the other.
 */
export function runHashOf(stampHash: string, changed: ChangedBaseline | null): string {
  if (changed === null) return stampHash;
  const what = JSON.stringify([changed.id, Change.array().parse(changed.changes)]);
  return `${stampHash}-${createHash("sha256").update(what).digest("hex")}`;
}

/** Keeps a run; where one of the same inputs is there already, that one stays and is answered. */
export function saveCoverageRun(
  db: Kysely<Schema>,
  run: CoverageRun,
  result: Uint8Array,
  changed: ChangedBaseline | null = null,
): Promise<CoverageRun> {
  const hash = runHashOf(run.stamp.hash, changed);
  return db.transaction().execute(async (trx) => {
    const added = await trx
      .insertInto("coverage_run")
      .values({
        id: run.id,
        hash,
        computed_at: run.stamp.computedAt,
        run: JSON.stringify(run),
        result,
        changes: changed && JSON.stringify(changed.changes),
        scenario_id: changed?.id ?? null,
      })
      .onConflict((conflict) => conflict.column("hash").doNothing())
      .returning("id")
      .execute();
    if (added.length > 0) {
      if (changed) await dropOldRuns(trx, changed.id);
      await raiseLayers(trx, ["coverage-runs"]);
    }
    return (await findCoverageRunByHash(trx, hash))!;
  });
}

/** Every change tried makes a run; nobody comes back for those of last week. */
async function dropOldRuns(trx: Kysely<Schema>, scenarioId: ScenarioId | null): Promise<void> {
  await sql`
    delete from coverage_run where id in (
      select id from coverage_run
      where changes is not null and scenario_id is not distinct from ${scenarioId}::text
      order by computed_at desc, id offset ${scenarioRunsKept}
    )
  `.execute(trx);
}

/** `hash` as `runHashOf` gives it. */
export async function findCoverageRunByHash(
  db: Kysely<Schema>,
  hash: string,
): Promise<CoverageRun | undefined> {
  const row = await db.selectFrom("coverage_run").select("run").where("hash", "=", hash).executeTakeFirst();
  return row && CoverageRun.parse(row.run);
}

export async function getCoverageRun(db: Kysely<Schema>, id: CoverageRunId): Promise<StoredRun> {
  const row = await db
    .selectFrom("coverage_run")
    .select(["run", "result", "changes"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw new FirecoverError("not-found", `Không có kết quả mang mã ${id}.`);
  return {
    run: CoverageRun.parse(row.run),
    result: new Uint8Array(row.result),
    changes: row.changes === null ? null : Change.array().parse(row.changes),
  };
}

/** The newest first, of the baseline and of scenarios. */
export async function listCoverageRuns(db: Kysely<Schema>, limit = 50): Promise<CoverageRun[]> {
  const rows = await db
    .selectFrom("coverage_run")
    .select("run")
    .orderBy("computed_at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map((row) => CoverageRun.parse(row.run));
}

/** The newest run of the baseline itself, where given under these parameters. */
export async function newestCoverageRun(
  db: Kysely<Schema>,
  parameters?: CoverageParameters,
): Promise<CoverageRun | undefined> {
  // a parameter that older runs did not have yet is null in newer ones that do without it
  const isAsAsked = sql<boolean>`
    jsonb_strip_nulls(run -> 'parameters') = jsonb_strip_nulls(${JSON.stringify(parameters ?? {})}::jsonb)
  `;
  const row = await db
    .selectFrom("coverage_run")
    .select("run")
    .where("changes", "is", null)
    .$if(parameters !== undefined, (query) => query.where(isAsAsked))
    .orderBy("computed_at", "desc")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return row && CoverageRun.parse(row.run);
}

/** Puts a run before all others again: the registers are back where they were when it was computed. */
export function putCoverageRunFirst(db: Kysely<Schema>, id: CoverageRunId): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await trx
      .updateTable("coverage_run")
      .set({ computed_at: new Date().toISOString() })
      .where("id", "=", id)
      .execute();
    await raiseLayers(trx, ["coverage-runs"]);
  });
}

/** A scenario that was renamed: its run is called by the new name. */
export async function nameCoverageRun(db: Kysely<Schema>, run: CoverageRun): Promise<void> {
  await db
    .updateTable("coverage_run")
    .set({ run: JSON.stringify(run) })
    .where("id", "=", run.id)
    .execute();
}
