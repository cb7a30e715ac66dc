/** PostgreSQL and PostGIS inside the program, in a data folder that one process at a time may hold. */
import { mkdir, realpath, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { FirecoverError, type OnProgress } from "@firecover/domain";
import { Kysely, PGliteDialect, sql } from "kysely";
import { migrate } from "../migrate.ts";
import type { Database } from "../open-database.ts";
import { recordTables } from "../records/record-tables.ts";
import type { Schema } from "../schema.ts";
import { lockDataFolder } from "./data-folder-lock.ts";
import { EmbeddedPostgres } from "./embedded-postgres.ts";
import { defaultSnapshotFolder, hasDatabase, unpackSnapshot } from "./snapshot.ts";

export async function openEmbedded(
  folder: string,
  snapshotFolder: string | null = defaultSnapshotFolder,
  onProgress: OnProgress,
): Promise<Database> {
  await makeFolder(folder);
  const dataFolder = await realpath(folder); // one name per folder
  let postgres: EmbeddedPostgres | undefined;
  const release = await lockDataFolder(dataFolder, (error) => postgres?.disown(error));
  try {
    const pgDataFolder = join(dataFolder, "postgresql");
    const isNew = !(await hasDatabase(pgDataFolder));
    if (isNew) await makeDatabase(pgDataFolder, snapshotFolder, onProgress);
    onProgress({ phase: "open", done: 0, total: 1 });
    postgres = await EmbeddedPostgres.open(pgDataFolder);
    const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite: postgres }) });
    await migrate(db);
    onProgress({ phase: "open", done: 1, total: 1 });
    return {
      db,
      kind: "embedded",
      isNew,
      async tidy(layers) {
        // No autovacuum here.
        for (const layer of layers) {
          if (!(layer in recordTables)) continue;
          const { table } = recordTables[layer as keyof typeof recordTables];
          await sql`vacuum (analyze) ${sql.table(table)}`.execute(db);
        }
      },
      async close() {
        await db.destroy();
        await release();
      },
    };
  } catch (error) {
    await postgres?.close();
    await release();
    throw error;
  }
}

async function makeFolder(dataFolder: string): Promise<void> {
  try {
    await mkdir(dataFolder, { recursive: true });
  } catch (error) {
    throw new FirecoverError(
      "database-unavailable",
      `Không tạo được thư mục dữ liệu ${dataFolder}: hãy chọn thư mục khác hoặc cấp quyền ghi.`,
      { cause: error },
    );
  }
}

/** Makes the cluster beside its place and moves it there whole, so that a kill on the way leaves no half of one. */
async function makeDatabase(
  pgDataFolder: string,
  snapshotFolder: string | null,
  onProgress: OnProgress,
): Promise<void> {
  const unfinished = `${pgDataFolder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  if (snapshotFolder !== null && (await unpackSnapshot(snapshotFolder, unfinished, onProgress))) {
    await rename(unfinished, pgDataFolder);
    return;
  }
  onProgress({ phase: "create", done: 0, total: 1 });
  const postgres = await EmbeddedPostgres.open(unfinished);
  await postgres.close();
  await rename(unfinished, pgDataFolder);
  onProgress({ phase: "create", done: 1, total: 1 });
}
