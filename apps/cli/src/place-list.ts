/** Reads `id,lon,lat` lists and names every fault with its row and column. */
import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { InputFaults } from "./exit.ts";

export interface Place {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
}

const columns = ["id", "lon", "lat"] as const;
const maxFaultsListed = 1000;

/**
 * Ids come back as they went in.
 * @throws InputFaults with every fault found, at most 1,000
 */
export async function readPlaces(path: string): Promise<Place[]> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new InputFaults([`${path}: không đọc được tệp · cannot read the file (${messageOf(cause)})`]);
  });
  if (bytes.includes(0)) {
    const row = bytes.subarray(0, bytes.indexOf(0)).toString("latin1").split("\n").length;
    throw new InputFaults([
      `${path}, dòng ${row}: có byte NUL, không phải tệp CSV · NUL byte, not a CSV file`,
    ]);
  }
  return placesOf(path, rowsOf(path, bytes));
}

interface NumberedRow {
  readonly line: number;
  readonly cells: readonly string[];
}

function rowsOf(path: string, bytes: Buffer): NumberedRow[] {
  try {
    const rows: NumberedRow[] = [];
    parse(bytes, {
      bom: true,
      delimiter: [",", ";", "\t"],
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      onRecord: (cells: string[], { lines }) => {
        rows.push({ line: lines, cells });
        return null;
      },
    });
    return rows;
  } catch (cause) {
    throw new InputFaults([`${path}: không phải CSV hợp lệ · not valid CSV (${messageOf(cause)})`]);
  }
}

function placesOf(path: string, rows: readonly NumberedRow[]): Place[] {
  const [head, ...body] = rows;
  if (!head) throw new InputFaults([`${path}: tệp rỗng · the file is empty; cần cột · expected id,lon,lat`]);
  const names = head.cells.map((name) => name.toLowerCase());
  const missing = columns.filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw new InputFaults([
      `${path}, dòng 1: thiếu cột ${missing.join(", ")}; có ${head.cells.join(", ")}; cần id,lon,lat` +
        ` · missing columns, expected id,lon,lat`,
    ]);
  const [idAt, lonAt, latAt] = columns.map((name) => names.indexOf(name)) as [number, number, number];

  const faults: string[] = [];
  const places: Place[] = [];
  const firstLine = new Map<string, number>();
  for (const { line, cells } of body) {
    const fault = (column: string, value: string, reason: string) => {
      if (faults.length < maxFaultsListed)
        faults.push(`${path}, dòng ${line}, cột ${column}: "${value}" ${reason}`);
    };
    const id = cells[idAt] ?? "";
    const lon = Number(cells[lonAt] || Number.NaN);
    const lat = Number(cells[latAt] || Number.NaN);
    if (id === "") fault("id", id, "trống · is empty");
    const before = firstLine.get(id);
    if (before !== undefined) fault("id", id, `đã có ở dòng ${before} · already in row ${before}`);
    firstLine.set(id, line);
    if (!Number.isFinite(lon)) fault("lon", cells[lonAt] ?? "", "không phải số · is not a number");
    if (!Number.isFinite(lat)) fault("lat", cells[latAt] ?? "", "không phải số · is not a number");
    if (Math.abs(lat) > 90)
      fault(
        "lat",
        cells[latAt] ?? "",
        Math.abs(lon) <= 90
          ? "ngoài −90…90: đổi chỗ với lon? · out of range, swapped with lon?"
          : "ngoài −90…90 · out of range",
      );
    else if (Math.abs(lon) > 180) fault("lon", cells[lonAt] ?? "", "ngoài −180…180 · out of range");
    places.push({ id, lon, lat });
  }
  if (faults.length > 0) throw new InputFaults(faults);
  return places;
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
