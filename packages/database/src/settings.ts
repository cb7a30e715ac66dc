/** Values that the province sets for itself, such as unit prices: one per key, guarded by its version. */
import { FirecoverError } from "@firecover/domain";
import type { Kysely } from "kysely";
import type { Versioned } from "./registers/register.ts";
import type { Schema } from "./schema.ts";

export async function findSetting(db: Kysely<Schema>, key: string): Promise<Versioned<unknown> | undefined> {
  const row = await db
    .selectFrom("setting")
    .select(["value", "version"])
    .where("key", "=", key)
    .executeTakeFirst();
  return row && { record: row.value, version: row.version };
}

/** `expectedVersion` 0 = nothing was stored when the caller looked. */
export async function saveSetting(
  db: Kysely<Schema>,
  key: string,
  value: unknown,
  expectedVersion: number,
): Promise<number> {
  const text = JSON.stringify(value);
  const written =
    expectedVersion === 0
      ? await db
          .insertInto("setting")
          .values({ key, value: text })
          .onConflict((conflict) => conflict.doNothing())
          .returning("version")
          .executeTakeFirst()
      : await db
          .updateTable("setting")
          .set({ value: text, version: expectedVersion + 1 })
          .where("key", "=", key)
          .where("version", "=", expectedVersion)
          .returning("version")
          .executeTakeFirst();
  if (written === undefined) {
    throw new FirecoverError(
      "precondition-failed",
      `Thiết lập ${key} đã được sửa trong lúc đang mở: hãy tải lại rồi sửa tiếp.`,
    );
  }
  return written.version;
}
