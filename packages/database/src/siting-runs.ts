/** Siting runs kept: question and answer as JSON, the newest first. */
import { SitingRun, type SitingRunId } from "@firecover/domain";
import { type Kysely, sql } from "kysely";
import type { Schema } from "./schema.ts";

/** Older ones go; each holds an answer of a few hundred kilobytes. */
const runsKept = 100;

export interface StoredSitingRun {
  readonly run: SitingRun;
  /** Names the state of everything that the run was asked of; null = its inputs were never read. */
  readonly inputKey: string | null;
}

/** Adds a run, or replaces what was kept of it. */
export function saveSitingRun(db: Kysely<Schema>, { run, inputKey }: StoredSitingRun): Promise<void> {
  const values = {
    state: run.state,
    started_at: run.startedAt,
    is_synthetic: run.isSynthetic,
    input_key: inputKey,
    run: JSON.stringify(run),
  };
  return db.transaction().execute(async (trx) => {
    await trx
      .insertInto("siting_run")
      .values({ id: run.id, ...values })
      .onConflict((conflict) => conflict.column("id").doUpdateSet(values))
      .execute();
    await sql`
      delete from siting_run where id in (
        select id from siting_run where state not in ('queued', 'running')
        order by started_at desc, id offset ${runsKept}
      )
    `.execute(trx);
  });
}

/** The newest first. */
export async function listSitingRuns(db: Kysely<Schema>, limit: number): Promise<StoredSitingRun[]> {
  const rows = await db
    .selectFrom("siting_run")
    .select(["run", "input_key"])
    .orderBy("started_at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(toStored);
}

export async function findSitingRun(
  db: Kysely<Schema>,
  id: SitingRunId,
): Promise<StoredSitingRun | undefined> {
  const row = await db
    .selectFrom("siting_run")
    .select(["run", "input_key"])
    .where("id", "=", id)
    .executeTakeFirst();
  return row && toStored(row);
}

/** True when there was one. */
export async function deleteSitingRun(db: Kysely<Schema>, id: SitingRunId): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom("siting_run").where("id", "=", id).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Runs whose server ended before they did: failed, with what it had found so far. Returns how many. */
export async function failUnfinishedSitingRuns(
  db: Kysely<Schema>,
  problem: NonNullable<SitingRun["problem"]>,
): Promise<number> {
  const rows = await db
    .selectFrom("siting_run")
    .select(["run", "input_key"])
    .where("state", "in", ["queued", "running"])
    .execute();
  const finishedAt = new Date().toISOString();
  for (const { run, inputKey } of rows.map(toStored)) {
    await saveSitingRun(db, { run: { ...run, state: "failed", finishedAt, problem }, inputKey });
  }
  return rows.length;
}

const toStored = ({ run, input_key }: { run: unknown; input_key: string | null }): StoredSitingRun => ({
  run: SitingRun.parse(run),
  inputKey: input_key,
});
