/** Scenarios kept: named lists of changes beside the baseline, which they never touch. */
import { randomUUID } from "node:crypto";
import { type Change, FirecoverError, Scenario, ScenarioId } from "@firecover/domain";
import type { Kysely, Selectable } from "kysely";
import { raiseLayers } from "./layer-changes.ts";
import type { Versioned } from "./registers/register.ts";
import type { Schema } from "./schema.ts";

/** What a planner says of a scenario; the rest is ours. */
export interface ScenarioContent {
  readonly name: string;
  readonly note: string | null;
  readonly changes: readonly Change[];
}

/** The one changed last comes first. */
export async function listScenarios(db: Kysely<Schema>): Promise<Scenario[]> {
  const rows = await db
    .selectFrom("scenario")
    .selectAll()
    .orderBy("updated_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map(toScenario);
}

export async function findScenario(
  db: Kysely<Schema>,
  id: ScenarioId,
): Promise<Versioned<Scenario> | undefined> {
  const row = await db.selectFrom("scenario").selectAll().where("id", "=", id).executeTakeFirst();
  return row && { record: toScenario(row), version: row.version };
}

/** As `findScenario`, by a name in any case. */
export async function findScenarioByName(
  db: Kysely<Schema>,
  name: string,
): Promise<Versioned<Scenario> | undefined> {
  const row = await db
    .selectFrom("scenario")
    .selectAll()
    .where("name_key", "=", keyOf(name))
    .executeTakeFirst();
  return row && { record: toScenario(row), version: row.version };
}

export async function insertScenario(
  db: Kysely<Schema>,
  content: ScenarioContent,
): Promise<Versioned<Scenario>> {
  const now = new Date().toISOString();
  const written = await db
    .insertInto("scenario")
    .values({ id: randomUUID(), ...columnsOf(content), created_at: now, updated_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (written === undefined) throw nameTaken(content.name);
  return { record: toScenario(written), version: written.version };
}

export function updateScenario(
  db: Kysely<Schema>,
  id: ScenarioId,
  content: ScenarioContent,
  expectedVersion: number,
): Promise<Versioned<Scenario>> {
  return db.transaction().execute(async (trx) => {
    await mustBeAt(trx, id, expectedVersion);
    const namesake = await findScenarioByName(trx, content.name);
    if (namesake && namesake.record.id !== id) throw nameTaken(content.name);
    const written = await trx
      .updateTable("scenario")
      .set({ ...columnsOf(content), updated_at: new Date().toISOString(), version: expectedVersion + 1 })
      .where("id", "=", id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return { record: toScenario(written), version: written.version };
  });
}

/** The runs that were computed with it go with it. */
export function deleteScenario(db: Kysely<Schema>, id: ScenarioId, expectedVersion: number): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await mustBeAt(trx, id, expectedVersion);
    await trx.deleteFrom("coverage_run").where("scenario_id", "=", id).execute();
    await trx.deleteFrom("scenario").where("id", "=", id).execute();
    await raiseLayers(trx, ["coverage-runs"]);
  });
}

async function mustBeAt(trx: Kysely<Schema>, id: ScenarioId, expectedVersion: number): Promise<void> {
  const row = await trx
    .selectFrom("scenario")
    .select("version")
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new FirecoverError("not-found", `Không có kịch bản mang mã ${id}.`);
  if (row.version !== expectedVersion) {
    throw new FirecoverError(
      "precondition-failed",
      `Kịch bản ${id} đã được sửa trong lúc đang mở: hãy tải lại rồi sửa tiếp.`,
    );
  }
}

const columnsOf = ({ name, note, changes }: ScenarioContent) => ({
  name: name.trim(),
  name_key: keyOf(name),
  note,
  changes: JSON.stringify(changes),
});

/** Upper and lower case, and the two ways to write an accent, are the same name; other accents make another. */
const keyOf = (name: string): string => name.normalize("NFC").trim().toLowerCase();

const nameTaken = (name: string): FirecoverError =>
  new FirecoverError("conflict", `Đã có kịch bản tên “${name.trim()}”: hãy đặt tên khác.`);

function toScenario(row: Selectable<Schema["scenario"]>): Scenario {
  const { id, name, note, changes, created_at: createdAt, updated_at: updatedAt } = row;
  return Scenario.parse({ id: ScenarioId.parse(id), name, note, changes, createdAt, updatedAt });
}
