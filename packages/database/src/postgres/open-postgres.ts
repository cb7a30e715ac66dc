/** A PostgreSQL server with PostGIS, through a pool. */
import { FirecoverError, type OnProgress } from "@firecover/domain";
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { parserByOid } from "../column-parsers.ts";
import { migrate } from "../migrate.ts";
import type { Database } from "../open-database.ts";
import type { Schema } from "../schema.ts";
import { checkServer } from "./check-server.ts";
import { unavailable } from "./unavailable.ts";

const poolSize = 10;
const connectMilliseconds = 10_000;

const types = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    return format === "binary"
      ? pg.types.getTypeParser(oid, format)
      : (parserByOid[oid] ?? pg.types.getTypeParser(oid));
  },
} as pg.CustomTypesConfig;

export async function openPostgres(databaseUrl: string, onProgress: OnProgress): Promise<Database> {
  assertUrl(databaseUrl);
  onProgress({ phase: "connect", done: 0, total: 1 });
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: poolSize,
    connectionTimeoutMillis: connectMilliseconds,
    application_name: "firecover",
    types,
  });
  // An idle connection that the server closes is replaced at the next query.
  pool.on("error", () => {});
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  try {
    const isNew = await checkServer(db);
    onProgress({ phase: "migrate", done: 0, total: 1 });
    await migrate(db);
    await sql`select postgis_full_version()`.execute(db);
    onProgress({ phase: "migrate", done: 1, total: 1 });
    return { db, kind: "postgresql", isNew, tidy: async () => {}, close: () => db.destroy() };
  } catch (error) {
    await db.destroy();
    throw unavailable(error, databaseUrl);
  }
}

function assertUrl(databaseUrl: string): void {
  if (/^postgres(?:ql)?:\/\//.test(databaseUrl) && URL.canParse(databaseUrl)) return;
  throw new FirecoverError(
    "database-unavailable",
    "Địa chỉ cơ sở dữ liệu phải có dạng postgresql://người-dùng:mật-khẩu@máy-chủ:5432/tên-cơ-sở-dữ-liệu. · The database address must read postgresql://user:password@host:5432/name.",
  );
}
