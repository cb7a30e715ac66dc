/** Why a PostgreSQL server cannot be used, in a sentence that says what to do. */
import { FirecoverError } from "@firecover/domain";

export function unavailable(error: unknown, databaseUrl: string): unknown {
  if (error instanceof FirecoverError) return error;
  const { hostname, port, pathname, username } = new URL(databaseUrl);
  const server = `${hostname || "localhost"}:${port || "5432"}`;
  const code = codeOf(error);
  const sentences: Record<string, string> = {
    ENOTFOUND: `Không tìm thấy máy chủ ${hostname}: hãy kiểm tra tên máy trong địa chỉ cơ sở dữ liệu. · Host not found: check the name in the database address.`,
    EAI_AGAIN: `Không tìm thấy máy chủ ${hostname}: hãy kiểm tra tên máy và mạng. · Host not found: check its name and the network.`,
    ECONNREFUSED: `Không có PostgreSQL nào nghe ở ${server}: hãy kiểm tra cổng, và máy chủ đã chạy chưa. · No PostgreSQL listens there: check the port, and whether the server runs.`,
    ENOENT: `Không có PostgreSQL nào nghe ở ${server}: hãy kiểm tra đường dẫn socket, và máy chủ đã chạy chưa. · No PostgreSQL listens there: check the socket path, and whether the server runs.`,
    ETIMEDOUT: `Máy chủ ${server} không trả lời: hãy kiểm tra địa chỉ và tường lửa. · The server does not answer: check address and firewall.`,
    "3D000": `Máy chủ ${server} không có cơ sở dữ liệu “${decodeURIComponent(pathname.slice(1))}”: hãy tạo nó bằng CREATE DATABASE. · There is no such database: make it with CREATE DATABASE.`,
    "28P01": `Sai tên người dùng hoặc mật khẩu cho “${decodeURIComponent(username)}” ở ${server}. · Wrong user name or password.`,
    "28000": `Máy chủ ${server} không cho “${decodeURIComponent(username)}” đăng nhập: hãy kiểm tra pg_hba.conf. · The server refuses this user: check pg_hba.conf.`,
    "42501": `Người dùng “${decodeURIComponent(username)}” không đủ quyền: hãy để quản trị chạy CREATE EXTENSION postgis; CREATE EXTENSION pg_trgm; trong cơ sở dữ liệu này, cấp quyền CREATE trên schema public và quyền SELECT, INSERT, UPDATE trên bảng spatial_ref_sys. · The user lacks privileges: let an administrator make these extensions and grant these rights.`,
    "53300": `Máy chủ ${server} đã hết kết nối: hãy tăng max_connections hoặc tắt bớt chương trình khác. · The server has no connection left: raise max_connections or stop other programs.`,
    "57P03": `Máy chủ ${server} đang khởi động hoặc đang tắt: hãy thử lại sau. · The server is starting or stopping: try again later.`,
  };
  const sentence = code === undefined ? undefined : sentences[code];
  if (sentence !== undefined) return new FirecoverError("database-unavailable", sentence, { cause: error });
  if (error instanceof Error && /timeout|terminated/i.test(error.message)) {
    return new FirecoverError("database-unavailable", sentences["ETIMEDOUT"]!, { cause: error });
  }
  return error;
}

/** Node tries each address of a name and reports the faults together. */
function codeOf(error: unknown): string | undefined {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  const code = first instanceof Error ? (first as Error & { code?: unknown }).code : undefined;
  return typeof code === "string" ? code : undefined;
}
