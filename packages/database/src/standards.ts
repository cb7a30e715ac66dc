/** Standards of cover: the presets, which nobody edits, and the province's own. */
import { FirecoverError, Standard, type StandardId, standardPresets } from "@firecover/domain";
import type { Kysely } from "kysely";
import { raiseLayers } from "./layer-changes.ts";
import type { Versioned } from "./registers/register.ts";
import type { Schema } from "./schema.ts";

/** Presets never change under a database; their version says so. */
const presetVersion = 1;

/** Presets first, then own ones by id. */
export async function listStandards(db: Kysely<Schema>): Promise<Standard[]> {
  const rows = await db.selectFrom("standard").select("body").orderBy("id").execute();
  return [...standardPresets, ...rows.map((row) => Standard.parse(row.body))];
}

export async function findStandard(
  db: Kysely<Schema>,
  id: StandardId,
): Promise<Versioned<Standard> | undefined> {
  const preset = standardPresets.find((each) => each.id === id);
  if (preset !== undefined) return { record: preset, version: presetVersion };
  const row = await db
    .selectFrom("standard")
    .select(["body", "version"])
    .where("id", "=", id)
    .executeTakeFirst();
  return row && { record: Standard.parse(row.body), version: row.version };
}

/** Adds an own standard (`expectedVersion` null) or replaces the one of that version. */
export async function saveStandard(
  db: Kysely<Schema>,
  standard: Standard,
  expectedVersion: number | null,
): Promise<Versioned<Standard>> {
  const { id } = standard;
  if (standard.isPreset || standardPresets.some((preset) => preset.id === id)) {
    throw new FirecoverError(
      "conflict",
      `Bộ tiêu chuẩn ${id} là bản có sẵn: hãy lưu thành bản riêng với mã khác.`,
    );
  }
  return db.transaction().execute(async (trx) => {
    const body = JSON.stringify(standard);
    const written =
      expectedVersion === null
        ? await trx
            .insertInto("standard")
            .values({ id, body })
            .onConflict((conflict) => conflict.doNothing())
            .returning("version")
            .executeTakeFirst()
        : await trx
            .updateTable("standard")
            .set({ body, version: expectedVersion + 1 })
            .where("id", "=", id)
            .where("version", "=", expectedVersion)
            .returning("version")
            .executeTakeFirst();
    if (written === undefined) {
      if (expectedVersion === null)
        throw new FirecoverError("conflict", `Đã có bộ tiêu chuẩn mang mã ${id}.`);
      const known = await findStandard(trx, id);
      if (known === undefined) throw new FirecoverError("not-found", `Không có bộ tiêu chuẩn mang mã ${id}.`);
      throw new FirecoverError(
        "precondition-failed",
        `Bộ tiêu chuẩn ${id} đã được sửa trong lúc đang mở: hãy tải lại rồi sửa tiếp.`,
      );
    }
    await raiseLayers(trx, ["standards"]);
    return { record: standard, version: written.version };
  });
}
