/** Asks a server whether it can hold the project: version, text encoding, PostGIS. */
import { FirecoverError } from "@firecover/domain";
import { type Kysely, sql } from "kysely";
import type { Schema } from "../schema.ts";

const oldestServer = 150_000;
const oldestPostgis = 3.3;

/** Throws a sentence for what is missing; answers whether the schema is still to be made. */
export async function checkServer(db: Kysely<Schema>): Promise<boolean> {
  const { rows } = await sql<{
    version: number;
    version_text: string;
    encoding: string;
    postgis: string | null;
    installed_postgis: string | null;
    is_new: boolean;
  }>`
    select current_setting('server_version_num')::int as version,
      current_setting('server_version') as version_text,
      current_setting('server_encoding') as encoding,
      (select default_version from pg_available_extensions where name = 'postgis') as postgis,
      (select installed_version from pg_available_extensions where name = 'postgis') as installed_postgis,
      to_regclass('kysely_migration') is null as is_new
  `.execute(db);
  const server = rows[0]!;
  if (server.version < oldestServer) {
    throw fault(
      `Máy chủ PostgreSQL ${server.version_text} quá cũ: firecover cần PostgreSQL 15 trở lên. · PostgreSQL 15 or newer is needed.`,
    );
  }
  if (server.encoding !== "UTF8") {
    throw fault(
      `Cơ sở dữ liệu dùng bảng mã ${server.encoding}: hãy tạo lại với ENCODING 'UTF8'. · Make the database again with ENCODING 'UTF8'.`,
    );
  }
  const postgis = server.installed_postgis ?? server.postgis;
  if (postgis === null) {
    throw fault(
      "Máy chủ PostgreSQL chưa có PostGIS: hãy cài gói postgis cho máy chủ rồi khởi động lại. · PostGIS is missing: install it on the server and restart.",
    );
  }
  if (Number.parseFloat(postgis) < oldestPostgis) {
    throw fault(
      `PostGIS ${postgis} quá cũ: firecover cần PostGIS 3.3 trở lên. · PostGIS 3.3 or newer is needed.`,
    );
  }
  return server.is_new;
}

const fault = (message: string) => new FirecoverError("database-unavailable", message);
