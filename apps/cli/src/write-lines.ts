/** Writes a table as it is made, to a file or to stdout. */
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { lstat, rename, rm } from "node:fs/promises";
import { Interrupted } from "./exit.ts";

/** Whole or not at all: a file appears under its name once it is complete. No path = stdout. */
export async function writeLines(
  path: string | undefined,
  lines: Iterable<string>,
  signal: AbortSignal,
): Promise<void> {
  // a pipe, a device or a link such as /dev/stdout is written to; renaming over it would replace it by a file
  const isPlain = path !== undefined && (await isFileOrAbsent(path));
  const partial = isPlain ? `${path}.partial` : null;
  const stream = path === undefined ? process.stdout : createWriteStream(partial ?? path);
  const failed = once(stream, "error", { signal }).then(
    ([error]) => Promise.reject(error),
    () => {},
  );
  failed.catch(() => {});
  try {
    for (const line of lines) {
      if (line === "") continue;
      if (!stream.write(line)) await Promise.race([once(stream, "drain", { signal }), failed]);
      else await new Promise(setImmediate); // lets Ctrl-C be heard
      if (signal.aborted) throw new Interrupted();
    }
    if (path !== undefined) {
      stream.end();
      await Promise.race([once(stream, "close"), failed]);
      if (partial !== null) await rename(partial, path);
    }
  } catch (error) {
    if (partial !== null) await rm(partial, { force: true });
    // whoever reads stdout has read enough: `… | head`
    else if ((error as NodeJS.ErrnoException).code === "EPIPE") return;
    throw error;
  }
}

const isFileOrAbsent = (path: string): Promise<boolean> =>
  lstat(path).then(
    (found) => found.isFile(),
    () => true,
  );
