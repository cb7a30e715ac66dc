/** What was derived from the registers, kept as files beside the embedded database: later starts need not make it again. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

export type DerivedName = "road-network" | "population-cells";

export interface DerivedFiles {
  /** What was written for this state of the registers. */
  read(name: DerivedName, key: string): Promise<Uint8Array | undefined>;
  /** Keeps the newest of each name only. */
  write(name: DerivedName, key: string, bytes: Uint8Array): Promise<void>;
}

/** `folder` null: kept in memory as long as the process lives, as with a PostgreSQL server shared by many. */
export function derivedFiles(folder: string | null): DerivedFiles {
  return folder === null ? inMemory() : inFolder(folder);
}

function inFolder(folder: string): DerivedFiles {
  return {
    async read(name, key) {
      const bytes = await readFile(join(folder, `${name}-${key}.bin`)).catch(() => undefined);
      return bytes && new Uint8Array(bytes);
    },
    async write(name, key, bytes) {
      await mkdir(folder, { recursive: true });
      const file = `${name}-${key}.bin`;
      await writeFile(join(folder, `${file}.part`), bytes);
      await rename(join(folder, `${file}.part`), join(folder, file)); // never half a file under its real name
      for (const other of await readdir(folder)) {
        if (other.startsWith(`${name}-`) && other !== file) await rm(join(folder, other), { force: true });
      }
    },
  };
}

function inMemory(): DerivedFiles {
  const held = new Map<DerivedName, { key: string; bytes: Uint8Array }>();
  return {
    read: async (name, key) => {
      const found = held.get(name);
      return found?.key === key ? found.bytes : undefined;
    },
    write: async (name, key, bytes) => {
      held.set(name, { key, bytes });
    },
  };
}
