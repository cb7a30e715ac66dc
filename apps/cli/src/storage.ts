/** `--data DIR` or `--database-url URL`: where a command's data lives. */
import { openDatabase } from "@firecover/database";
import type { OnProgress } from "@firecover/domain";
import type { Command } from "commander";

export interface StorageOptions {
  data: string;
  databaseUrl?: string;
}

export function withStorageOptions(command: Command): Command {
  return command
    .option(
      "--data <dir>",
      "thư mục dữ liệu · data folder",
      process.env["FIRECOVER_DATA"] ?? "firecover-data",
    )
    .option(
      "--database-url <url>",
      "PostgreSQL + PostGIS thay cho thư mục dữ liệu · instead of the folder (DATABASE_URL)",
      process.env["DATABASE_URL"],
    );
}

export const storageOf = ({ data, databaseUrl }: StorageOptions) =>
  databaseUrl ? { databaseUrl } : { dataFolder: data };

/** Opens, hands over, and closes whatever happens. */
export async function withDatabase<T>(
  options: StorageOptions,
  onProgress: OnProgress,
  work: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(storageOf(options), onProgress);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
