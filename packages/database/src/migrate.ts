/** Brings a database to the present schema. */
import { FirecoverError } from "@firecover/domain";
import type { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { migrations } from "./migrations/index.ts";
import type { Schema } from "./schema.ts";

/** Runs what has not run yet, all of it in one transaction; on PostgreSQL under an advisory lock. */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && /corrupted migrations/.test(error.message)) {
    throw new FirecoverError(
      "database-unavailable",
      "Cơ sở dữ liệu do một phiên bản firecover khác (mới hơn) tạo ra; hãy dùng phiên bản đó hoặc một thư mục dữ liệu khác.",
      { cause: error },
    );
  }
  throw error;
}
