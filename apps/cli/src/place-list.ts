/** Reads `id,lon,lat` lists and names every fault with its row and column. */
import { readFile } from "node:fs/promises";
import { CsvError, parse } from "csv-parse/sync";

interface Place {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
  /** Row of the file that it stands in, the header being row 1. */
  readonly row: number;
}

export interface PlaceList {
  readonly path: string;
  readonly places: readonly Place[];
  /** One sentence each; empty = the list is sound. */
  readonly faults: readonly string[];
}

const columns = ["id", "lon", "lat"] as const;

/** Ids come back as they went in. Never throws for what the file holds: its faults are part of the answer. */
export async function readPlaces(path: string): Promise<PlaceList> {
  const faulty = (fault: string): PlaceList => ({ path, places: [], faults: [fault] });
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    return faulty(`${path}: không đọc được tệp · cannot read the file (${messageOf(cause)})`);
  }
  if (isUtf16(bytes)) {
    return faulty(`${path}: văn bản UTF-16 · UTF-16 text; lưu lại dạng “CSV UTF-8” · save it as “CSV UTF-8”`);
  }
  const nulAt = bytes.indexOf(0);
  if (nulAt >= 0) {
    const row = bytes.subarray(0, nulAt).toString("latin1").split("\n").length;
    return faulty(`${path}, dòng ${row}: có byte NUL, không phải tệp CSV · NUL byte, not a CSV file`);
  }
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return faulty(
      `${path}: không phải văn bản UTF-8 · not UTF-8 text; lưu lại dạng “CSV UTF-8” · save it as “CSV UTF-8”`,
    );
  }
  try {
    return placesOf(path, rowsOf(bytes));
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    return faulty(`${path}: không phải CSV hợp lệ · not valid CSV (${cause.message})`);
  }
}

/** With its mark, or by the zero in the first letter. */
const isUtf16 = ([first, second]: Buffer): boolean =>
  (first === 0xff && second === 0xfe) ||
  (first === 0xfe && second === 0xff) ||
  (first !== 0 && first !== 0x50 && second === 0);

interface NumberedRow {
  readonly row: number;
  readonly cells: readonly string[];
}

function rowsOf(bytes: Buffer): NumberedRow[] {
  const rows: NumberedRow[] = [];
  parse(bytes, {
    bom: true,
    delimiter: delimiterOf(bytes),
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    onRecord: (cells: string[], { lines }) => {
      rows.push({ row: lines, cells });
      return null;
    },
  });
  return rows;
}

/** The separator that the header row uses most. */
function delimiterOf(bytes: Buffer): string {
  const header =
    bytes
      .toString("utf8", 0, 4096)
      .split(/\r?\n/)
      .find((line) => line.trim() !== "") ?? "";
  const count = (mark: string) => header.split(mark).length;
  return [",", ";", "\t"].reduce((most, mark) => (count(mark) > count(most) ? mark : most));
}

function placesOf(path: string, rows: readonly NumberedRow[]): PlaceList {
  const [head, ...body] = rows;
  if (!head) {
    return {
      path,
      places: [],
      faults: [`${path}: tệp rỗng · the file is empty; cần cột · expected id,lon,lat`],
    };
  }
  const names = head.cells.map((name) => name.toLowerCase());
  const missing = columns.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    const fault =
      `${path}, dòng 1: thiếu cột · missing columns ${missing.join(", ")};` +
      ` có · found ${shown(head.cells.join(", "))}; cần · expected id,lon,lat`;
    return { path, places: [], faults: [fault] };
  }
  const [idAt, lonAt, latAt] = columns.map((name) => names.indexOf(name)) as [number, number, number];

  if (body.length === 0) {
    const fault = `${path}: có tiêu đề nhưng không có dòng nào · a header but no rows`;
    return { path, places: [], faults: [fault] };
  }

  const faults: string[] = [];
  const places: Place[] = [];
  const rowOf = new Map<string, number>();
  for (const { row, cells } of body) {
    const fault = (column: string, value: string, reason: string) =>
      faults.push(`${path}, dòng ${row}, cột ${column}: "${shown(value)}" ${reason}`);
    if (cells.slice(head.cells.length).some((cell) => cell !== "")) {
      const counts = `${cells.length} ô, tiêu đề có ${head.cells.length} · cells, the header has ${head.cells.length}`;
      faults.push(`${path}, dòng ${row}: ${counts}; số thập phân dùng dấu chấm · decimals take a point`);
      continue;
    }
    const id = cells[idAt] ?? "";
    if (id === "") fault("id", id, "trống · is empty");
    const before = rowOf.get(id);
    if (id !== "" && before !== undefined)
      fault("id", id, `đã có ở dòng ${before} · already in row ${before}`);
    else rowOf.set(id, row);
    const [lonText, latText] = [cells[lonAt] ?? "", cells[latAt] ?? ""];
    const [lon, lat] = [degrees(lonText), degrees(latText)];
    if (lon === null) fault("lon", lonText, notNumber(lonText));
    if (lat === null) fault("lat", latText, notNumber(latText));
    if (lon === null || lat === null) continue;
    if (Math.abs(lon) > 1000 || Math.abs(lat) > 1000) fault("lon, lat", `${lonText}; ${latText}`, metres);
    else if (Math.abs(lat) > 90 && Math.abs(lon) <= 90 && Math.abs(lat) <= 180)
      fault("lat", latText, swapped);
    else if (Math.abs(lat) > 90) fault("lat", latText, "ngoài −90…90 · out of range");
    else if (Math.abs(lon) > 180) fault("lon", lonText, "ngoài −180…180 · out of range");
    places.push({ id, lon, lat, row });
  }
  return { path, places, faults };
}

/** A broken file's cell may be megabytes long, or hold what commands a terminal. */
function shown(value: string): string {
  const plain = value.replace(/\p{Cc}/gu, "\ufffd");
  return plain.length > 80 ? `${plain.slice(0, 77)}…` : plain;
}

export const swapped = "kinh độ và vĩ độ đổi chỗ? · longitude and latitude swapped?";

const metres =
  "là mét (VN-2000?), hãy chuyển sang kinh vĩ độ WGS 84 · are metres, convert them to WGS 84 degrees";

const notNumber = (text: string): string =>
  /^[+-]?\d+,\d+$/.test(text)
    ? "không phải số, hãy dùng dấu chấm · is not a number, decimals take a point"
    : "không phải số · is not a number";

function degrees(text: string): number | null {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : null;
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
