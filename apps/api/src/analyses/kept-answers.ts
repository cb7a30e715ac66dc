/** Answers of analyses, gzipped: the last ones in memory, more of them as files beside the embedded database. */
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createCache } from "../cache.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export interface KeptAnswers {
  read(key: string): Promise<Bytes | undefined>;
  write(key: string, packed: Bytes): Promise<void>;
}

export interface KeptLimits {
  readonly memoryBytes: number;
  readonly folderBytes: number;
}

const usual: KeptLimits = { memoryBytes: 16 * 1024 ** 2, folderBytes: 200 * 1024 ** 2 };
const ending = ".json.gz";

/** `folder` null: in memory only. Files unused for longest go first. */
export function keptAnswers(folder: string | null, limits: KeptLimits = usual): KeptAnswers {
  const held = createCache<Bytes>(limits.memoryBytes);
  const hold = (key: string, packed: Bytes) => held.set(key, packed, packed.length);

  async function makeRoom(of: string): Promise<void> {
    const files = [];
    for (const name of await readdir(of)) {
      const path = join(of, name);
      const found = name.endsWith(ending) ? await stat(path).catch(() => undefined) : undefined;
      if (found) files.push({ path, usedAt: found.mtimeMs, bytes: found.size });
    }
    let total = files.reduce((sum, { bytes }) => sum + bytes, 0);
    for (const { path, bytes } of files.sort((a, b) => a.usedAt - b.usedAt)) {
      if (total <= limits.folderBytes) return;
      await rm(path, { force: true });
      total -= bytes;
    }
  }

  return {
    async read(key) {
      const known = held.get(key);
      if (known || folder === null) return known;
      const path = join(folder, key + ending);
      const read = await readFile(path).catch(() => undefined);
      if (!read) return undefined;
      const packed = new Uint8Array(read);
      hold(key, packed);
      const now = new Date();
      await utimes(path, now, now).catch(() => {}); // another process may have taken it away
      return packed;
    },

    async write(key, packed) {
      hold(key, packed);
      if (folder === null) return;
      await mkdir(folder, { recursive: true });
      const path = join(folder, key + ending);
      await writeFile(`${path}.part`, packed);
      await rename(`${path}.part`, path); // never half a file under its real name
      await makeRoom(folder);
    },
  };
}
