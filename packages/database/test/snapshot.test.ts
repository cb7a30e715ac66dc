/** A prepared database: made once, copied at first starts, left alone where it does not fit. */
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { unpackSnapshot } from "../src/embedded/snapshot.ts";
import { buildSnapshot, findPremises, importSink, openDatabase } from "../src/index.ts";
import { premises } from "./records.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "firecover-snapshot-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it("is unpacked with what it was seeded with, and not where another schema made it", async () => {
  const snapshotFolder = join(folder, "snapshot");
  await buildSnapshot({
    out: snapshotFolder,
    seed: async (database) => {
      await importSink(database).transaction((store) => store.upsert("premises", [premises("CS-1")]), {
        isDryRun: false,
      });
    },
  });
  const start = async (name: string) => {
    const phases: string[] = [];
    const database = await openDatabase({ dataFolder: join(folder, name), snapshotFolder }, ({ phase }) =>
      phases.push(phase),
    );
    const found = await findPremises(database.db, premises("CS-1").id);
    await database.close();
    return { found, phases: [...new Set(phases)], isNew: database.isNew };
  };

  const first = { found: { record: premises("CS-1"), version: 1 }, phases: ["unpack", "open"], isNew: true };
  expect(await start("a")).toEqual(first);
  expect(await start("a")).toEqual({ ...first, phases: ["open"], isNew: false });

  const manifest = join(snapshotFolder, "snapshot.json");
  await writeFile(manifest, (await readFile(manifest, "utf8")).replace(/[0-9a-f]{64}/, "0".repeat(64)));
  expect(await unpackSnapshot(snapshotFolder, join(folder, "b"), () => {})).toBe(false);
  expect(await readdir(folder)).toEqual(["a", "snapshot"]);
}, 300_000);
