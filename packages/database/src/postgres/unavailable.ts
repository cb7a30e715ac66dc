/** Why a PostgreSQL server cannot be used, in a sentence that says what to do. */
import { FirecoverError } from "@firecover/domain";

export function unavailable(error: unknown, databaseUrl: string): unknown {
  if (error instanceof FirecoverError) return error;
  const { hostname, port, pathname, username } = new URL(databaseUrl);
  const server = `${hostname || "localhost"}:${port || "5432"}`;
  const code = codeOf(error);
  const sentences: Record<string, string> = {
    ENOTFOUND: `Không tìm thấy máy chủ ${hostname}: hãy kiểm tra tên máy trong địa chỉ cơ sở dữ liệu.`,
    EAI_AGAIN: `Không tìm thấy máy chủ ${hostname}: hãy kiểm tra tên máy và mạng.`,
    ECONNREFUSED: `Không có PostgreSQL nào nghe ở ${server}: hãy kiểm tra cổng, và máy chủ đã chạy chưa.`,
    ENOENT: `Không có PostgreSQL nào nghe ở ${server}: hãy kiểm tra đường dẫn socket, và máy chủ đã chạy chưa.`,
    ETIMEDOUT: `Máy chủ ${server} không trả lời: hãy kiểm tra địa chỉ và tường lửa.`,
    "3D000": `Máy chủ ${server} không có cơ sở dữ liệu “${decodeURIComponent(pathname.slice(1))}”: hãy tạo nó bằng CREATE DATABASE.`,
    "28P01": `Sai tên người dùng hoặc mật khẩu cho “${decodeURIComponent(username)}” ở ${server}.`,
    "28000": `Máy chủ ${server} không cho “${decodeURIComponent(username)}” đăng nhập: hãy kiểm tra pg_hba.conf.`,
    "42501": `Người dùng “${decodeURIComponent(username)}” không đủ quyền: hãy để quản trị chạy CREATE EXTENSION postgis; CREATE EXTENSION pg_trgm; trong cơ sở dữ liệu này, cấp quyền CREATE trên schema public và quyền SELECT, INSERT, UPDATE trên bảng spatial_ref_sys.`,
    "53300": `Máy chủ ${server} đã hết kết nối: hãy tăng max_connections hoặc tắt bớt chương trình khác.`,
    "57P03": `Máy chủ ${server} đang khởi động hoặc đang tắt: hãy thử lại sau.`,
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
