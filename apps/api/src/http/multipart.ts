/** Uploads go straight to a temporary file: memory does not grow with the file. */
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { Busboy, type BusboyFileStream, type BusboyInstance } from "@fastify/busboy";
import { FirecoverError } from "@firecover/domain";
import { ProblemError } from "./problem.ts";

export interface Upload {
  readonly path: string;
  readonly originalName: string;
  readonly bytes: number;
  readonly fields: ReadonlyMap<string, string>;
  /** Removes the file and its folder. */
  readonly remove: () => Promise<void>;
}

const maxUploadBytes = 4 * 1024 ** 3;

/** Reads a `multipart/form-data` request with one part named `file`; leaves nothing behind when it fails. */
export async function receiveUpload(request: Request): Promise<Upload> {
  const contentType = request.headers.get("content-type") ?? "";
  if (!contentType.startsWith("multipart/form-data") || !request.body) {
    throw new FirecoverError(
      "unsupported-file",
      "Send the file as multipart/form-data, in a part named file.",
    );
  }
  const folder = await mkdtemp(join(tmpdir(), "firecover-upload-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    return { ...(await readParts(request.body, contentType, join(folder, "upload"))), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function readParts(
  body: ReadableStream<Uint8Array>,
  contentType: string,
  path: string,
): Promise<Omit<Upload, "remove">> {
  const fields = new Map<string, string>();
  let file: { originalName: string; bytes: number; isTruncated: boolean } | undefined;
  const writes: Promise<void>[] = [];
  const parser = parserFor(contentType);

  parser.on("field", (name: string, value: string) => fields.set(name, value));
  parser.on("file", (name: string, stream: BusboyFileStream, originalName: string) => {
    if (name !== "file" || file) {
      stream.resume();
      return;
    }
    const received = { originalName: originalName || "upload", bytes: 0, isTruncated: false };
    file = received;
    const written = pipeline(stream, createWriteStream(path)).then(() => {
      received.bytes = stream.bytesRead;
      received.isTruncated = stream.truncated;
    });
    written.catch(() => parser.destroy()); // a full disk must not leave the request hanging
    writes.push(written);
  });

  try {
    await pipeline(Readable.fromWeb(body as NodeReadableStream), parser);
    await Promise.all(writes);
  } catch (error) {
    await Promise.allSettled(writes);
    throw new FirecoverError("invalid-input", "The upload broke off or is not valid multipart/form-data.", {
      cause: error,
    });
  }
  if (!file) throw new FirecoverError("invalid-input", "The form has no part named file.");
  if (file.isTruncated) {
    throw new ProblemError(413, "too-large", `The file is larger than ${maxUploadBytes / 1024 ** 3} GB.`);
  }
  return { path, originalName: file.originalName, bytes: file.bytes, fields };
}

function parserFor(contentType: string): BusboyInstance {
  try {
    return new Busboy({
      headers: { "content-type": contentType },
      limits: { fileSize: maxUploadBytes, files: 1, fields: 20, fieldSize: 10_000 },
    });
  } catch (error) {
    throw new FirecoverError("invalid-input", "The multipart boundary is missing.", { cause: error });
  }
}
