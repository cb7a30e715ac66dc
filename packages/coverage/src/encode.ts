/**
 * One file per result: what the server keeps and what the browser loads.
 *
 * "FCOV", version and header length as Uint32, the header as JSON (counts, threshold, issues), then the columns in
 * the order below, each from an offset that is a multiple of 8. Little-endian, as every machine it runs on.
 */
import { CoverageIssue, FirecoverError } from "@firecover/domain";
import type { Answers, CoverageColumns, CoverageResult } from "./coverage-result.ts";

const magic = 0x564f4346; // "FCOV"
const version = 1;
const alignment = 8;

type Column = Float64Array | Float32Array | Uint32Array | Int32Array | Uint8Array;

interface Header {
  premises: number;
  cells: number;
  edges: number;
  firstEngineMillis: number;
  issues: readonly CoverageIssue[];
}

export function encodeCoverageResult(result: CoverageResult): Uint8Array {
  const { premises, cells, edgeMillis, firstEngineMillis, issues } = result;
  const header: Header = {
    premises: premises.count,
    cells: cells.count,
    edges: edgeMillis.certain.length,
    firstEngineMillis,
    issues,
  };
  const headerBytes = new TextEncoder().encode(JSON.stringify(header));
  const columns = [...columnsOf(premises), ...columnsOf(cells), edgeMillis.certain, edgeMillis.possible];
  let size = aligned(12 + headerBytes.length);
  for (const column of columns) size += aligned(column.byteLength);
  const bytes = new Uint8Array(size);
  new Uint32Array(bytes.buffer, 0, 3).set([magic, version, headerBytes.length]);
  bytes.set(headerBytes, 12);
  let offset = aligned(12 + headerBytes.length);
  for (const column of columns) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), offset);
    offset += aligned(column.byteLength);
  }
  return bytes;
}

export function decodeCoverageResult(given: Uint8Array): CoverageResult {
  const bytes = given.slice(); // an aligned copy of its own
  if (bytes.length < 12) throw unreadable("it is too short");
  const [foundMagic, foundVersion, headerLength] = new Uint32Array(bytes.buffer, 0, 3);
  if (foundMagic !== magic) throw unreadable("it is no coverage result");
  if (foundVersion !== version) throw unreadable(`it has version ${foundVersion}, not ${version}`);
  if (12 + headerLength! > bytes.length) throw unreadable("it is cut off");
  const header = parseHeader(bytes.subarray(12, 12 + headerLength!));
  let offset = aligned(12 + headerLength!);
  const take = <T extends Column>(
    kind: { new (buffer: ArrayBuffer, offset: number, length: number): T; BYTES_PER_ELEMENT: number },
    length: number,
  ): T => {
    if (offset + length * kind.BYTES_PER_ELEMENT > bytes.length) throw unreadable("it is cut off");
    const column = new kind(bytes.buffer, offset, length);
    offset += aligned(column.byteLength);
    return column;
  };
  const takeAnswers = (count: number): Answers => ({
    responseMillis: take(Uint32Array, count),
    stationIndex: take(Int32Array, count),
    hoseMillimetres: take(Uint32Array, count),
    accessOk: take(Uint8Array, count),
    waterOk: take(Uint8Array, count),
    waterMillimetres: take(Uint32Array, count),
    waterSourceIndex: take(Int32Array, count),
    forceMillis: take(Uint32Array, count),
    forceOk: take(Uint8Array, count),
  });
  const takeColumns = (count: number): CoverageColumns => ({
    count,
    lon: take(Float64Array, count),
    lat: take(Float64Array, count),
    people: take(Uint32Array, count),
    communeIndex: take(Int32Array, count),
    radiusMetres: take(Float32Array, count),
    isInsideRadius: take(Uint8Array, count),
    certain: takeAnswers(count),
    possible: takeAnswers(count),
  });
  const premises = takeColumns(header.premises);
  const cells = takeColumns(header.cells);
  const edgeMillis = { certain: take(Uint32Array, header.edges), possible: take(Uint32Array, header.edges) };
  const { firstEngineMillis, issues } = header;
  return { premises, cells, edgeMillis, firstEngineMillis, issues };
}

function columnsOf(columns: CoverageColumns): Column[] {
  const { lon, lat, people, communeIndex, radiusMetres, isInsideRadius, certain, possible } = columns;
  const places = [lon, lat, people, communeIndex, radiusMetres, isInsideRadius];
  return [...places, ...answersOf(certain), ...answersOf(possible)];
}

function answersOf(answers: Answers): Column[] {
  return [
    answers.responseMillis,
    answers.stationIndex,
    answers.hoseMillimetres,
    answers.accessOk,
    answers.waterOk,
    answers.waterMillimetres,
    answers.waterSourceIndex,
    answers.forceMillis,
    answers.forceOk,
  ];
}

function parseHeader(bytes: Uint8Array): Header {
  try {
    const header = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as Header;
    const counts = [header.premises, header.cells, header.edges, header.firstEngineMillis];
    if (!counts.every((value) => Number.isSafeInteger(value) && value >= 0)) throw new TypeError("counts");
    return { ...header, issues: CoverageIssue.array().parse(header.issues) };
  } catch (cause) {
    throw unreadable("its header is damaged", cause);
  }
}

function aligned(size: number): number {
  return Math.ceil(size / alignment) * alignment;
}

function unreadable(reason: string, cause?: unknown): FirecoverError {
  const options = cause === undefined ? undefined : { cause };
  return new FirecoverError(
    "unsupported-file",
    `This file cannot be read as a coverage result: ${reason}.`,
    options,
  );
}
