/** Frames of an `.osm.pbf` file: length, header, blob; each blob inflated and handed on, one in memory at a time. */
import { type FileHandle, open } from "node:fs/promises";
import { inflateSync, zstdDecompressSync } from "node:zlib";

/** The format's own limits (OSM wiki, PBF Format): a larger figure means that the file is something else. */
const maxHeaderBytes = 64 * 1024;
const maxBlobBytes = 32 * 1024 * 1024;

export interface PbfBlob {
  type: string;
  content: Buffer;
  /** Bytes of the file read so far, this blob included. */
  bytesRead: number;
}

/** The file breaks off or holds what the format does not allow. */
export class PbfFault extends Error {
  readonly isTruncated: boolean;
  constructor(message: string, isTruncated: boolean, options?: ErrorOptions) {
    super(message, options);
    this.name = "PbfFault";
    this.isTruncated = isTruncated;
  }
}

export async function* readPbfBlobs(path: string): AsyncGenerator<PbfBlob, void, undefined> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    let position = 0;
    while (position < size) {
      const headerLength = (await readExactly(file, position, 4)).readUInt32BE(0);
      if (headerLength === 0 || headerLength > maxHeaderBytes) {
        throw new PbfFault(`Blob header of ${headerLength} bytes at byte ${position}.`, false);
      }
      const header = readFields(await readExactly(file, position + 4, headerLength));
      const type = header.bytes.get(1)?.toString("utf8") ?? "";
      const dataSize = header.numbers.get(3) ?? 0;
      if (type === "" || dataSize > maxBlobBytes) {
        throw new PbfFault(`Blob of type "${type}" and ${dataSize} bytes at byte ${position}.`, false);
      }
      const data = await readExactly(file, position + 4 + headerLength, dataSize);
      position += 4 + headerLength + dataSize;
      yield { type, content: inflate(data, position - dataSize), bytesRead: position };
    }
  } finally {
    await file.close();
  }
}

/** Seconds since 1970 at which the extract was true (`osmosis_replication_timestamp`); null where absent. */
export function replicationSeconds(headerBlock: Buffer): number | null {
  return readFields(headerBlock).numbers.get(32) ?? null;
}

function inflate(data: Buffer, position: number): Buffer {
  const fields = readFields(data);
  const raw = fields.bytes.get(1);
  if (raw) return raw;
  const zlib = fields.bytes.get(3);
  const zstd = fields.bytes.get(7);
  try {
    if (zlib) return inflateSync(zlib, { maxOutputLength: maxBlobBytes });
    if (zstd) return zstdDecompressSync(zstd, { maxOutputLength: maxBlobBytes });
  } catch (cause) {
    throw new PbfFault(`The blob at byte ${position} does not decompress.`, false, { cause });
  }
  throw new PbfFault(`The blob at byte ${position} uses a compression other than zlib or zstd.`, false);
}

async function readExactly(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await file.read(buffer, done, length - done, position + done);
    if (bytesRead === 0) throw new PbfFault(`The file ends inside a blob at byte ${position + done}.`, true);
    done += bytesRead;
  }
  return buffer;
}

/** Top-level fields of a protobuf message: the few that framing needs, no schema. The last of repeated ones wins. */
function readFields(message: Buffer): { numbers: Map<number, number>; bytes: Map<number, Buffer> } {
  const numbers = new Map<number, number>();
  const bytes = new Map<number, Buffer>();
  let at = 0;
  const varint = (): number => {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = message[at++];
      if (byte === undefined) throw new PbfFault("A message ends inside a number.", false);
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
  };
  while (at < message.length) {
    const key = varint();
    const field = Math.floor(key / 8);
    const wireType = key % 8;
    if (wireType === 0) numbers.set(field, varint());
    else if (wireType === 1) at += 8;
    else if (wireType === 5) at += 4;
    else if (wireType === 2) {
      const length = varint();
      if (at + length > message.length) throw new PbfFault("A message ends inside a field.", false);
      bytes.set(field, message.subarray(at, at + length));
      at += length;
    } else throw new PbfFault("Not a protobuf message.", false);
  }
  return { numbers, bytes };
}
