/** CSV as a stream of rows: BOM, UTF-8 or UTF-16, comma, semicolon or tab; memory does not grow with the file. */
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { pipeline } from "node:stream";
import type { Label } from "@firecover/domain";
import { CsvError, type Parser, parse } from "csv-parse";
import { FileFault } from "../file-fault.ts";
import { text } from "../issues.ts";
import { encodingOf } from "../sniff.ts";
import type { RowSource, SourceRow } from "../table/row-source.ts";

/** A longer row is a quotation mark that was never closed. */
const maxRecordCharacters = 1_000_000;

export async function openCsv(path: string): Promise<RowSource> {
  const { size } = await stat(path);
  const { delimiter, encoding } = await readDialect(path);
  let bytesRead = 0;
  const decoded = decodedText(path, encoding, (bytes) => {
    bytesRead += bytes;
  });
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    max_record_size: maxRecordCharacters,
  });
  // Errors reach the reader of `parser`; the callback only keeps them from being thrown a second time.
  pipeline(decoded, parser, () => {});
  const records = recordsOf(parser);
  const first = await records.next();
  if (first.done || first.value.every((cell) => cell.trim() === "")) throw noHeader();
  const headers = first.value;
  return {
    headers,
    rows: dataRows(records, headers.length),
    progress: () => ({ done: bytesRead, total: size }),
  };
}

async function* recordsOf(parser: Parser): AsyncGenerator<string[], void, undefined> {
  try {
    for await (const record of parser) yield (record as string[]).map(unguarded);
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error) : error;
  }
}

/** The apostrophe that keeps a text from running as a formula in a spreadsheet is no part of the text. */
const unguarded = (cell: string): string => cell.replace(/^'(?=[=+\-@])/, "");

async function* dataRows(
  records: AsyncGenerator<string[], void, undefined>,
  width: number,
): AsyncGenerator<SourceRow, void, undefined> {
  let row = 1;
  for await (const cells of records) {
    row++;
    // Spreadsheets leave empty rows below the table.
    if (cells.every((cell) => cell.trim() === "")) continue;
    const surplusCount = cells.slice(width).filter((cell) => cell.trim() !== "").length;
    yield { row, cells, surplusCount };
  }
}

async function readDialect(
  path: string,
): Promise<{ delimiter: string; encoding: "utf-8" | "utf-16le" | "utf-16be" }> {
  const file = await open(path, "r");
  try {
    const head = Buffer.alloc(64 * 1024);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    const start = head.subarray(0, bytesRead);
    const encoding = encodingOf(start);
    return { encoding, delimiter: delimiterOf(new TextDecoder(encoding).decode(start)) };
  } finally {
    await file.close();
  }
}

/** The separator that the header row uses most, quoted text apart. */
function delimiterOf(start: string): string {
  const header = (/^[^\r\n]*/.exec(start.replace(/^\uFEFF?[\r\n]*/, ""))?.[0] ?? "").replace(/"[^"]*"/g, "");
  const counts = [";", "\t", ",", "|"].map((mark) => ({ mark, count: header.split(mark).length - 1 }));
  const most = counts.reduce((best, next) => (next.count > best.count ? next : best));
  return most.count > 0 ? most.mark : ",";
}

async function* decodedText(
  path: string,
  encoding: string,
  onBytes: (bytes: number) => void,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let line = 1;
  const checked = (decode: () => string): string => {
    let chunk: string;
    try {
      chunk = decode();
    } catch (cause) {
      throw badEncoding(line, cause);
    }
    const nul = chunk.indexOf("\0");
    if (nul >= 0) throw nulByte(line + newlinesIn(chunk.slice(0, nul)));
    line += newlinesIn(chunk);
    return chunk;
  };
  for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
    onBytes(bytes.length);
    yield checked(() => decoder.decode(bytes, { stream: true }));
  }
  yield checked(() => decoder.decode());
}

function newlinesIn(chunk: string): number {
  let count = 0;
  for (let at = chunk.indexOf("\n"); at >= 0; at = chunk.indexOf("\n", at + 1)) count++;
  return count;
}

const noHeader = (): FileFault =>
  new FileFault("wrong-header", text("Bảng không có dòng tiêu đề.", "The table has no header row."), {
    row: 1,
  });

const nulByte = (line: number): FileFault =>
  new FileFault(
    "nul-byte",
    text(
      `Dòng ${line} có byte NUL: tệp bị hỏng hoặc không phải là văn bản.`,
      `Line ${line} holds a NUL byte: the file is damaged or no text.`,
    ),
    { row: line },
  );

const badEncoding = (line: number, cause: unknown): FileFault =>
  new FileFault(
    "bad-encoding",
    text(
      `Tệp không phải là văn bản UTF-8 (từ dòng ${line} trở đi).`,
      `The file is not UTF-8 text (at or after line ${line}).`,
    ),
    {
      row: line,
      suggestion: text("Lưu lại dưới dạng “CSV UTF-8”.", "Save it again as “CSV UTF-8”."),
      cause,
    },
  );

function unreadable(error: CsvError): FileFault {
  // records read whole before it; the header is row 1
  const row = Number(error["records"] ?? 0) + 1;
  const fault = (code: "truncated" | "too-large" | "wrong-format", reason: Label, suggestion: Label) =>
    new FileFault(code, reason, { row, suggestion, cause: error });
  if (error.code === "CSV_QUOTE_NOT_CLOSED") {
    return fault(
      "truncated",
      text(
        `Dấu ngoặc kép mở ở dòng ${row} không được đóng: tệp bị cắt hoặc thiếu dấu.`,
        `A quotation mark opened in row ${row} is never closed: the file is cut off or a mark is missing.`,
      ),
      text("Đóng dấu ngoặc kép, hoặc lấy lại tệp.", "Close the quotation mark, or get the file again."),
    );
  }
  if (error.code === "CSV_MAX_RECORD_SIZE") {
    return fault(
      "too-large",
      text(
        `Dòng ${row} dài hơn một triệu ký tự: không phải bảng, hoặc có dấu ngoặc kép không được đóng.`,
        `Row ${row} is longer than a million characters: this is no table, or a quotation mark is never closed.`,
      ),
      text("Kiểm tra dấu ngoặc kép và dấu xuống dòng.", "Check quotation marks and line ends."),
    );
  }
  return fault(
    "wrong-format",
    text(`Dấu ngoặc kép ở dòng ${row} đặt sai chỗ.`, `A quotation mark in row ${row} is out of place.`),
    text(
      'Đặt cả ô trong ngoặc kép và viết dấu ngoặc kép bên trong thành hai dấu: "Chợ ""Mới""".',
      'Put the whole cell in quotation marks and double those inside: "Chợ ""Mới""".',
    ),
  );
}
