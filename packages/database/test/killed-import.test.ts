/** A process killed in the middle of an import leaves nothing of it, everything earlier, and no lock for ever. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Database,
  type DatabaseLocation,
  layerStamps,
  openDatabase,
  readBaseline,
} from "../src/index.ts";
import { type PostgresCluster, startPostgresCluster } from "../src/testing/postgres-cluster.ts";
import { hasPostgres } from "./databases.ts";
import { importUntil, kill } from "./processes/run-process.ts";

async function expectOnlyEarlier(database: Database): Promise<void> {
  const { premises, roads } = await readBaseline(database.db);
  expect(premises.map(({ id, name }) => [id, name])).toEqual([["earlier", "Cơ sở earlier"]]);
  expect(roads).toEqual([]);
  const counters = Object.fromEntries(
    (await layerStamps(database.db)).map(({ layer, counter }) => [layer, counter]),
  );
  expect(counters).toMatchObject({ premises: 1, roads: 0 });
}

describe("on the embedded database", () => {
  let dataFolder: string;
  beforeAll(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), "firecover-killed-"));
  });
  afterAll(() => rm(dataFolder, { recursive: true, force: true }));

  it("a second process is told who holds the folder; once that is killed, only its finished work is there", async () => {
    // what a start that was killed while unpacking leaves behind
    await mkdir(join(dataFolder, "postgresql.unfinished/base"), { recursive: true });
    await writeFile(join(dataFolder, "postgresql.unfinished/PG_VERSION"), "18");

    const holder = await importUntil({ dataFolder }, 3);
    await expect(openDatabase({ dataFolder })).rejects.toMatchObject({
      code: "data-folder-locked",
      message: expect.stringMatching(
        new RegExp(
          `${dataFolder} đang do tiến trình ${holder.pid} \\(firecover .*\\) trên máy ${hostname()}`,
        ),
      ),
    });
    await kill(holder);

    const database = await openDatabase({ dataFolder });
    await expectOnlyEarlier(database);
    await expect(openDatabase({ dataFolder: `${dataFolder}/.` })).rejects.toMatchObject({
      code: "data-folder-locked",
      message: expect.stringContaining(`tiến trình ${process.pid}`),
    });
    await database.close();
    expect(await readdir(dataFolder)).toEqual(["postgresql"]);
  }, 300_000);

  it("a holder file of a number that another program bears now is seen through", async () => {
    const holder = {
      pid: process.ppid,
      host: hostname(),
      startedAt: "2026-01-01T00:00:00Z",
      command: "x",
      startTicks: "1",
    };
    await writeFile(join(dataFolder, "holder.json"), JSON.stringify(holder));
    await mkdir(join(dataFolder, "database.lock"));
    const database = await openDatabase({ dataFolder });
    expect(database.isNew).toBe(false);
    await database.close();
  });
});

describe.skipIf(!hasPostgres)("on PostgreSQL", () => {
  let cluster: PostgresCluster;
  beforeAll(async () => {
    cluster = await startPostgresCluster();
  });
  afterAll(() => cluster.stop());

  it("only the finished work of a killed process is there", async () => {
    const location: DatabaseLocation = { databaseUrl: cluster.url };
    await kill(await importUntil(location, 3));
    const database = await openDatabase(location);
    await expectOnlyEarlier(database);
    await database.close();
  });
});
