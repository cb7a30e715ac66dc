/** Columns by name out of a CSV file, every fault with file, row and column. */
import { stat } from "node:fs/promises";
import { largestAmount } from "@firecover/location-allocation";
import { InputFaults } from "../exit.ts";
import { fileFault, mustBeReadable } from "../file-faults.ts";
import { type Cells, CsvFault, scanCsv } from "./csv-scanner.ts";

/** Beyond this the rest is counted: a file that is wrong from end to end must not fill the memory. */
const faultsKept = 100_000;

/** What is wrong with the input, over all its files. */
export interface Faults {
  readonly list: string[];
  add(fault: string): void;
  count(): number;
}

export function createFaults(): Faults {
  const list: string[] = [];
  let count = 0;
  return {
    list,
    count: () => count,
    add(fault) {
      if (count++ < faultsKept) list.push(fault);
    },
  };
}

export function mustBeFaultless(faults: Faults): void {
  const left = faults.count() - faults.list.length;
  if (faults.count() === 0) return;
  throw new InputFaults(left > 0 ? [...faults.list, `… và ${left} lỗi khác · and more faults`] : faults.list);
}

/** One row under its header. `at[c]` = cell of the c-th column asked for, -1 = the file has no such optional column. */
export interface Row {
  readonly cells: Cells;
  readonly at: readonly number[];
  fault(column: number, reason: string): void;
}

export interface Columns {
  readonly path: string;
  readonly required: readonly string[];
  readonly optional?: readonly string[];
}

/** True when the file's rows could be read at all; only then do its ids say what is unknown in other files. */
export async function readColumns(
  { path, required, optional = [] }: Columns,
  onRow: (row: Row) => void,
  faults: Faults,
  signal: AbortSignal,
): Promise<boolean> {
  const names = [...required, ...optional];
  let at: number[] | null = null;
  let headCount = 0;
  let rowCount = 0;
  let isReadable = true;
  let row: Row;
  try {
    await mustBeReadable(path);
    await scanCsv(
      path,
      (cells) => {
        if (at === null) {
          const head = Array.from({ length: cells.count }, (_, k) => cells.text(k).trim().toLowerCase());
          headCount = head.length;
          at = names.map((name) => head.indexOf(name));
          const missing = required.filter((name) => !head.includes(name));
          isReadable = missing.length === 0;
          if (!isReadable) {
            faults.add(
              `${path}, dòng ${cells.row}: thiếu cột · missing columns ${missing.join(", ")};` +
                ` có · found ${shown(head.join(", "))}; cần · expected ${required.join(",")}`,
            );
          }
          const repeated = names.filter((name) => head.indexOf(name) !== head.lastIndexOf(name));
          if (repeated.length > 0) {
            isReadable = false;
            faults.add(
              `${path}, dòng ${cells.row}: cột lặp lại · columns given twice: ${repeated.join(", ")}`,
            );
          }
          const places = at;
          const fault = (column: number, reason: string) => {
            const value = places[column]! < 0 ? "" : shown(cells.text(places[column]!));
            faults.add(`${path}, dòng ${cells.row}, cột ${names[column]}: "${value}" ${reason}`);
          };
          row = { cells, at, fault };
          return;
        }
        if (!isReadable) return;
        rowCount++;
        if (cells.count > headCount && hasMore(cells, headCount)) {
          const counts = `${cells.count} ô, tiêu đề có ${headCount} · cells, the header has ${headCount}`;
          faults.add(
            `${path}, dòng ${cells.row}: ${counts}; số thập phân dùng dấu chấm · decimals take a point`,
          );
        } else onRow(row);
      },
      signal,
    );
  } catch (error) {
    const sentence = await sentenceOf(error, path);
    if (sentence === null) throw error;
    faults.add(sentence);
    return false;
  }
  if (at === null) {
    faults.add(`${path}: tệp rỗng · the file is empty; cần cột · expected ${required.join(",")}`);
    return false;
  }
  if (isReadable && rowCount === 0)
    faults.add(`${path}: có tiêu đề nhưng không có dòng nào · a header but no rows`);
  return isReadable;
}

async function sentenceOf(error: unknown, path: string): Promise<string | null> {
  if (error instanceof InputFaults) return error.faults.join("\n");
  if (error instanceof CsvFault) return `${path}: ${error.message}`;
  const known = fileFault(error);
  if (known !== null) return known;
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  return isThere ? null : `${path}: không đọc được tệp · cannot read the file`;
}

function hasMore({ count, start, end }: Cells, from: number): boolean {
  for (let k = from; k < count; k++) if (end[k]! > start[k]!) return true;
  return false;
}

/** A broken file's cell may be megabytes long, or hold what commands a terminal. */
export function shown(value: string): string {
  const plain = value.replace(/\p{Cc}/gu, "\ufffd");
  return plain.length > 80 ? `${plain.slice(0, 77)}…` : plain;
}

/** The cell as a number that is finite and not negative; otherwise tells the fault and gives NaN. */
export function amountOf(row: Row, column: number): number {
  const { cells, at } = row;
  const k = at[column]!;
  const value = k < cells.count ? decimalOf(cells, k) : Number.NaN;
  if (value >= 0 && value <= largestAmount) return value === 0 ? 0 : value; // no −0
  const text = cells.text(k).trim();
  if (value < 0) row.fault(column, "âm · is negative");
  else if (text === "") row.fault(column, "trống · is empty");
  else if (/^[+-]?\d+,\d+$/.test(text))
    row.fault(column, "không phải số, hãy dùng dấu chấm · is not a number, decimals take a point");
  else if (value > largestAmount && value < Number.POSITIVE_INFINITY)
    row.fault(column, "quá lớn · is too large");
  else row.fault(column, "không phải số hữu hạn · is not a finite number");
  return Number.NaN;
}

const powersOfTen = Float64Array.from({ length: 16 }, (_, k) => 10 ** k);

/** Short decimals from their digits: both parts are exact, so the one division rounds as `Number` would. */
function decimalOf(cells: Cells, k: number): number {
  const { bytes } = cells;
  const end = cells.end[k]!;
  let [digits, mantissa, decimals] = [0, 0, -1];
  for (let p = cells.start[k]!; p < end; p++) {
    const byte = bytes[p]!;
    if (byte >= 48 && byte <= 57) {
      mantissa = 10 * mantissa + byte - 48;
      digits++;
      if (decimals >= 0) decimals++;
    } else if (byte === 46 && decimals < 0) decimals = 0;
    else return anyNumber(cells.text(k));
  }
  if (digits === 0 || digits > 15) return anyNumber(cells.text(k));
  return decimals > 0 ? mantissa / powersOfTen[decimals]! : mantissa;
}

function anyNumber(text: string): number {
  return /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : Number.NaN;
}
