/** `--data DIR` or `--database-url URL`: where a command's data lives. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "@firecover/database";
import type { OnProgress } from "@firecover/domain";
import { type Command, Option } from "commander";

export interface StorageOptions {
  data: string;
  databaseUrl?: string;
}

export function withStorageOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--data <dir>", "thư mục dữ liệu · data folder")
        .env("FIRECOVER_DATA")
        .default("firecover-data"),
    )
    .addOption(
      new Option(
        "--database-url <url>",
        "PostgreSQL + PostGIS thay cho thư mục dữ liệu · instead of the folder",
      ).env("DATABASE_URL"),
    )
    .hook("preAction", (_, action) => {
      if (action.getOptionValueSource("data") !== "cli") return;
      if (action.getOptionValueSource("databaseUrl") === "cli") {
        action.error("chọn --data hoặc --database-url · choose --data or --database-url");
      }
      // a folder named on the command line wins over a server named by the environment
      action.setOptionValue("databaseUrl", undefined);
    });
}

export const storageOf = ({ data, databaseUrl }: StorageOptions) =>
  databaseUrl ? { databaseUrl } : { dataFolder: data };

/** Where files made from the registers are kept; none beside a server. */
export const derivedFolderOf = ({ data, databaseUrl }: StorageOptions): string | null =>
  databaseUrl ? null : join(data, "derived");

/** Opens, hands over, and closes whatever happens. */
export async function withDatabase<T>(
  options: StorageOptions,
  onProgress: OnProgress,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const location = storageOf(options);
  if ("dataFolder" in location) await mkdir(location.dataFolder, { recursive: true });
  const { openDatabase } = await import("@firecover/database"); // --help need not load a database
  const database = await openDatabase(location, onProgress);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
