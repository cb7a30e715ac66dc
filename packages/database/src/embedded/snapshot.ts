/** A finished cluster kept as files, from which a first start copies instead of making its own. */
import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { access, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { OnProgress } from "@firecover/domain";
import { type Database, openDatabase } from "../open-database.ts";

const clusterName = "postgresql";
const manifestName = "snapshot.json";

/** Where `npm run build` puts the empty, migrated one. */
export const defaultSnapshotFolder = fileURLToPath(new URL("../../dist/snapshot", import.meta.url));

export interface SnapshotOptions {
  /** Folder to make or replace. */
  out: string;
  /** Fills the database before it is frozen, for example with a demo. */
  seed?: (database: Database) => Promise<void>;
  onProgress?: OnProgress;
}

/** Makes a snapshot in a temporary folder and puts it in place whole. */
export async function buildSnapshot({ out, seed, onProgress = () => {} }: SnapshotOptions): Promise<void> {
  await mkdir(dirname(out), { recursive: true });
  const work = await mkdtemp(`${out}.unfinished-`);
  try {
    const database = await openDatabase({ dataFolder: work, snapshotFolder: null }, onProgress);
    try {
      await seed?.(database);
    } finally {
      await database.close();
    }
    await rm(join(work, "holder.json"), { force: true });
    await writeFile(join(work, manifestName), JSON.stringify({ fingerprint: await fingerprint() }));
    await rm(out, { recursive: true, force: true });
    await rename(work, out);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Copies the snapshot's cluster to `target` if there is one of this very schema and PostgreSQL; answers whether it did. */
export async function unpackSnapshot(
  snapshotFolder: string,
  target: string,
  onProgress: OnProgress,
): Promise<boolean> {
  if (!(await fits(snapshotFolder))) return false;
  const source = join(snapshotFolder, clusterName);
  const total = (await readdir(source, { recursive: true })).length;
  let done = 0;
  await cp(source, target, {
    recursive: true,
    mode: constants.COPYFILE_FICLONE,
    filter() {
      done += 1;
      if (done % 100 === 0) onProgress({ phase: "unpack", done, total });
      return true;
    },
  });
  onProgress({ phase: "unpack", done: total, total });
  return true;
}

async function fits(snapshotFolder: string): Promise<boolean> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(snapshotFolder, manifestName), "utf8"));
    return (manifest as { fingerprint?: unknown }).fingerprint === (await fingerprint());
  } catch {
    return false; // none there, or not one of ours: the database is made afresh
  }
}

/** Hash of everything that shapes an empty database: the migrations' text and the embedded PostgreSQL's version. */
async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  const folder = fileURLToPath(new URL("../migrations/", import.meta.url));
  for (const name of (await readdir(folder)).sort()) {
    if (!/^\d{4}-/.test(name)) continue;
    hash.update(name).update(await readFile(join(folder, name)));
  }
  const require = createRequire(import.meta.url);
  for (const name of ["@electric-sql/pglite", "@electric-sql/pglite-postgis"]) {
    const file = join(dirname(require.resolve(name)), "..", "package.json");
    hash.update(name).update((JSON.parse(await readFile(file, "utf8")) as { version: string }).version);
  }
  return hash.digest("hex");
}

export async function hasDatabase(pgDataFolder: string): Promise<boolean> {
  return access(join(pgDataFolder, "PG_VERSION")).then(
    () => true,
    () => false,
  );
}
