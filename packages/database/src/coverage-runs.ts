/** Coverage runs kept: their figures as JSON, their columns as the bytes that the engine wrote. */
import { type CoverageParameters, CoverageRun, type CoverageRunId, FirecoverError } from "@firecover/domain";
import { type Kysely, sql } from "kysely";
import { raiseLayers } from "./layer-changes.ts";
import type { Schema } from "./schema.ts";

/** Keeps a run; where one with the same stamp is there already, that one stays and is answered. */
export function saveCoverageRun(
  db: Kysely<Schema>,
  run: CoverageRun,
  result: Uint8Array,
): Promise<CoverageRun> {
  return db.transaction().execute(async (trx) => {
    const added = await trx
      .insertInto("coverage_run")
      .values({
        id: run.id,
        hash: run.stamp.hash,
        computed_at: run.stamp.computedAt,
        run: JSON.stringify(run),
        result,
      })
      .onConflict((conflict) => conflict.column("hash").doNothing())
      .returning("id")
      .execute();
    if (added.length > 0) await raiseLayers(trx, ["coverage-runs"]);
    return (await findCoverageRunByHash(trx, run.stamp.hash))!;
  });
}

export async function findCoverageRunByHash(
  db: Kysely<Schema>,
  hash: string,
): Promise<CoverageRun | undefined> {
  const row = await db.selectFrom("coverage_run").select("run").where("hash", "=", hash).executeTakeFirst();
  return row && CoverageRun.parse(row.run);
}

export async function getCoverageRun(
  db: Kysely<Schema>,
  id: CoverageRunId,
): Promise<{ run: CoverageRun; result: Uint8Array }> {
  const row = await db
    .selectFrom("coverage_run")
    .select(["run", "result"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw new FirecoverError("not-found", `Không có kết quả mang mã ${id}.`);
  return { run: CoverageRun.parse(row.run), result: new Uint8Array(row.result) };
}

/** The newest first. */
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

/** The newest run under these parameters. */
export async function newestCoverageRun(
  db: Kysely<Schema>,
  parameters: CoverageParameters,
): Promise<CoverageRun | undefined> {
  const row = await db
    .selectFrom("coverage_run")
    .select("run")
    .where(sql<boolean>`run -> 'parameters' = ${JSON.stringify(parameters)}::jsonb`)
    .orderBy("computed_at", "desc")
    .orderBy("id")
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
