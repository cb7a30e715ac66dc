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
    postgres = await EmbeddedPostgres.open(pgDataFolder).catch((error: unknown) => {
      throw damaged(dataFolder, error);
    });
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

/** Postgres gives up without a word where its files are damaged. */
const damaged = (dataFolder: string, cause: unknown): FirecoverError =>
  new FirecoverError(
    "database-unavailable",
    `Không mở được cơ sở dữ liệu trong ${dataFolder}: tệp bị hỏng, thiếu quyền hoặc ổ đĩa đầy. Hãy dọn chỗ, lấy lại bản sao lưu, hoặc chọn thư mục khác bằng --data. · The database cannot be opened: its files are damaged, a permission is missing or the disk is full. Make room, restore a backup, or choose another folder with --data.`,
    { cause },
  );

async function makeFolder(dataFolder: string): Promise<void> {
  try {
    await mkdir(dataFolder, { recursive: true });
  } catch (error) {
    throw new FirecoverError(
      "database-unavailable",
      `Không tạo được thư mục dữ liệu ${dataFolder}: hãy chọn thư mục khác hoặc cấp quyền ghi. · The data folder cannot be made: choose another or allow writing.`,
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
  try {
    await fillFolder(unfinished, snapshotFolder, onProgress);
    await rename(unfinished, pgDataFolder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }); // a full disk gets its room back
    throw error;
  }
}

async function fillFolder(
  unfinished: string,
  snapshotFolder: string | null,
  onProgress: OnProgress,
): Promise<void> {
  if (snapshotFolder !== null && (await unpackSnapshot(snapshotFolder, unfinished, onProgress))) return;
  onProgress({ phase: "create", done: 0, total: 1 });
  const postgres = await EmbeddedPostgres.open(unfinished);
  await postgres.close();
  onProgress({ phase: "create", done: 1, total: 1 });
}
