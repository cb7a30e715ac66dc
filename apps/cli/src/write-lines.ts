/** Writes a table as it is made, to a file or to stdout. */
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Interrupted } from "./exit.ts";

/** Whole or not at all: a file appears under its name once it is complete. No path = stdout. */
export async function writeLines(
  path: string | undefined,
  lines: Iterable<string>,
  signal: AbortSignal,
): Promise<void> {
  const partial = path === undefined ? null : `${path}.partial`;
  const stream = partial === null ? process.stdout : createWriteStream(partial);
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
    if (partial !== null && path !== undefined) {
      stream.end();
      await Promise.race([once(stream, "close"), failed]);
      await rename(partial, path);
    }
  } catch (error) {
    if (partial !== null) await rm(partial, { force: true });
    // whoever reads stdout has read enough: `… | head`
    else if ((error as NodeJS.ErrnoException).code === "EPIPE") return;
    throw error;
  }
}
