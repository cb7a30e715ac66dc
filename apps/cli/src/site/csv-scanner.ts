/** Reads CSV row by row without an object per row: cells are places in the bytes read last. Millions of rows in a few seconds. */
import { isUtf8 } from "node:buffer";
import { type FileHandle, open } from "node:fs/promises";
import { Interrupted } from "../exit.ts";

const [lineFeed, carriageReturn, quote] = [10, 13, 34];
/** A row longer than this has a quote that is never closed. */
const longestRow = 1 << 23;
const mostCells = 1000;

/** What makes a file no CSV at all; reading cannot go on. */
export class CsvFault extends Error {}

/** The cells of one row; good until the next row is read. */
export class Cells {
  bytes: Buffer = Buffer.alloc(0);
  /** Line of the file that the row begins in, the first being 1. */
  row = 0;
  count = 0;
  readonly start = new Int32Array(mostCells);
  readonly end = new Int32Array(mostCells);
  /** Quoted with quotes inside, which stand there twice. */
  readonly isDoubled = new Uint8Array(mostCells);

  text(k: number): string {
    return k < this.count ? this.bytes.toString("utf8", this.start[k]!, this.end[k]!) : "";
  }
}

/** Hands each row to `onRow`, blank lines left out; gives Ctrl-C a chance between chunks. */
export async function scanCsv(
  path: string,
  onRow: (cells: Cells) => void,
  signal: AbortSignal,
  chunkBytes: number = 1 << 20,
): Promise<void> {
  const file = await open(path);
  try {
    await scanChunks(file, onRow, signal, chunkBytes);
  } finally {
    await file.close();
  }
}

async function scanChunks(
  file: FileHandle,
  onRow: (cells: Cells) => void,
  signal: AbortSignal,
  chunkBytes: number,
): Promise<void> {
  const cells = new Cells();
  let buffer = Buffer.allocUnsafe(2 * chunkBytes);
  let [begin, end, line] = [0, 0, 1];
  let delimiter = -1;

  for (let isLast = false; !isLast; ) {
    if (signal.aborted) throw new Interrupted();
    // what is left of a row that the last chunk cut off moves to the front
    if (end - begin > longestRow)
      throw new CsvFault(`dòng ${line}: dấu nháy không đóng · a quote is never closed`);
    const room = buffer.length - (end - begin) >= chunkBytes ? buffer : Buffer.allocUnsafe(2 * buffer.length);
    buffer.copy(room, 0, begin, end);
    [buffer, begin, end] = [room, 0, end - begin];
    const { bytesRead } = await file.read(buffer, end, chunkBytes, null);
    isLast = bytesRead === 0;
    end += bytesRead;
    if (delimiter < 0) {
      if (end < 3 && !isLast) continue;
      if (isUtf16(buffer.subarray(0, end))) {
        throw new CsvFault("văn bản UTF-16 · UTF-16 text; lưu lại dạng “CSV UTF-8” · save it as “CSV UTF-8”");
      }
      if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) begin = 3;
      delimiter = delimiterOf(buffer.subarray(begin, end));
    }
    cells.bytes = buffer;
    const from = begin;
    while (begin < end) {
      const next = readRow(cells, begin, end, isLast, delimiter);
      if (next < 0) break;
      cells.row = line;
      line += lineCount;
      begin = next;
      if (!isBlank(cells)) onRow(cells);
    }
    mustBeText(buffer.subarray(from, begin), line);
  }
}

/** Lines that the row read last takes; more than one where a quoted cell holds line breaks. */
let lineCount = 0;

/** Where the row at `at` ends, -1 = beyond `end`. */
function readRow(cells: Cells, at: number, end: number, isLast: boolean, delimiter: number): number {
  const { bytes, start, end: stop, isDoubled } = cells;
  let k = 0;
  let p = at;
  let anyDoubled = false;
  lineCount = 1;
  for (;;) {
    if (k === mostCells) throw new CsvFault(`một dòng có hơn ${mostCells} ô · a row has more cells`);
    if (p < end && bytes[p] === quote) {
      const first = ++p;
      isDoubled[k] = 0;
      for (;;) {
        if (p >= end && isLast) throw new CsvFault("dấu nháy không đóng · a quote is never closed");
        if (p >= end) return -1;
        const byte = bytes[p]!;
        if (byte === lineFeed) lineCount++;
        if (byte !== quote) p++;
        else if (p + 1 >= end && !isLast) return -1;
        else if (p + 1 < end && bytes[p + 1] === quote) {
          isDoubled[k] = 1;
          anyDoubled = true;
          p += 2;
        } else break;
      }
      [start[k], stop[k]] = [first, p++];
      if (p + 1 >= end && !isLast) return -1;
      if (p < end && bytes[p] === carriageReturn && (p + 1 >= end || bytes[p + 1] === lineFeed)) p++;
      if (p < end && bytes[p] !== delimiter && bytes[p] !== lineFeed) {
        throw new CsvFault("có chữ sau dấu nháy đóng · text after a closing quote");
      }
    } else {
      start[k] = p;
      isDoubled[k] = 0;
      while (p < end && bytes[p] !== delimiter && bytes[p] !== lineFeed) p++;
      if (p >= end && !isLast) return -1;
      const isCrLf = p > start[k]! && bytes[p - 1] === carriageReturn && (p >= end || bytes[p] === lineFeed);
      stop[k] = isCrLf ? p - 1 : p;
    }
    k++;
    if (p < end && bytes[p] === delimiter) {
      p++;
      continue;
    }
    cells.count = k;
    // only now: a row that the chunk cuts off is read again from its first byte
    if (anyDoubled) for (let cell = 0; cell < k; cell++) if (isDoubled[cell]) undouble(cells, cell);
    return p < end ? p + 1 : p;
  }
}

/** `""` inside quotes stands for one quote. Done in place; blanks fill the rest, which stays valid text. */
function undouble(cells: Cells, k: number): void {
  const { bytes, start, end } = cells;
  const plain = cells.text(k).replaceAll('""', '"');
  const stop = start[k]! + bytes.write(plain, start[k]!, "utf8");
  bytes.fill(32, stop, end[k]!);
  end[k] = stop;
}

const isBlank = ({ count, bytes, start, end }: Cells): boolean => {
  if (count > 1) return false;
  for (let p = start[0]!; p < end[0]!; p++) if (bytes[p] !== 32 && bytes[p] !== 9) return false;
  return true;
};

function mustBeText(bytes: Buffer, line: number): void {
  if (bytes.includes(0)) {
    throw new CsvFault(`trước dòng ${line}: có byte NUL, không phải tệp CSV · NUL byte, not a CSV file`);
  }
  if (!isUtf8(bytes)) {
    throw new CsvFault(
      "không phải văn bản UTF-8 · not UTF-8 text; lưu lại dạng “CSV UTF-8” · save it as “CSV UTF-8”",
    );
  }
}

/** With its mark, or by the zero in the first letter. */
const isUtf16 = ([first, second]: Buffer): boolean =>
  (first === 0xff && second === 0xfe) ||
  (first === 0xfe && second === 0xff) ||
  (first !== undefined && first !== 0 && second === 0);

/** The separator that the first line uses most. */
function delimiterOf(bytes: Buffer): number {
  const text = bytes.toString("utf8", 0, Math.min(bytes.length, 4096)).trimStart();
  const header = text.split(/\r?\n/, 1)[0] ?? "";
  const count = (mark: string) => header.split(mark).length;
  return [",", ";", "\t"].reduce((most, mark) => (count(mark) > count(most) ? mark : most)).charCodeAt(0);
}
