/** What stands in the way of a PostgreSQL server is told in a sentence, not in a stack. */
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../src/index.ts";
import { type PostgresCluster, startPostgresCluster } from "../src/testing/postgres-cluster.ts";
import { hasPostgres } from "./databases.ts";

const refusal = (part: string | RegExp) => ({
  code: "database-unavailable",
  message: expect.stringMatching(part),
});

describe("an address", () => {
  it.each(["", "mysql://x/y", "localhost:5432", "postgresql://[bad"])(
    "%j is refused with an example",
    async (url) => {
      await expect(openDatabase({ databaseUrl: url })).rejects.toMatchObject(
        refusal("postgresql://người-dùng"),
      );
    },
  );

  it("of a machine that does not exist is named", async () => {
    const opening = openDatabase({ databaseUrl: "postgresql://nowhere.invalid/firecover" });
    await expect(opening).rejects.toMatchObject(refusal("nowhere.invalid"));
  });

  it("where nobody listens is named", async () => {
    const opening = openDatabase({ databaseUrl: "postgresql://127.0.0.1:1/firecover" });
    await expect(opening).rejects.toMatchObject(refusal("127.0.0.1:1"));
  });
});

describe.skipIf(!hasPostgres)("a server", () => {
  let cluster: PostgresCluster;
  const at = (database: string, user = "postgres") =>
    cluster.url.replace("/firecover", `/${database}`).replace("postgres@", `${user}@`);
  const run = async (url: string, ...statements: string[]) => {
    const client = new pg.Client(url);
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  beforeAll(async () => {
    cluster = await startPostgresCluster();
    await run(
      cluster.url,
      "create role clerk login",
      "create database ascii encoding 'SQL_ASCII' locale 'C' template template0",
      "create database guarded",
      "create database prepared",
    );
    await run(
      at("prepared"),
      "create extension postgis",
      "create extension pg_trgm",
      "grant create on schema public to clerk",
      "grant select, insert, update on spatial_ref_sys to clerk",
    );
  });
  afterAll(() => cluster.stop());

  it("without the database says how to make it", async () => {
    await expect(openDatabase({ databaseUrl: at("nothing") })).rejects.toMatchObject(
      refusal(/“nothing”.*CREATE DATABASE/),
    );
  });

  it("with another text encoding says which", async () => {
    await expect(openDatabase({ databaseUrl: at("ascii") })).rejects.toMatchObject(refusal("SQL_ASCII"));
  });

  it("that gives no rights says what an administrator has to run", async () => {
    const opening = openDatabase({ databaseUrl: at("guarded", "clerk") });
    await expect(opening).rejects.toMatchObject(refusal(/“clerk”.*CREATE EXTENSION postgis/));
  });

  it("prepared by an administrator serves an ordinary user", async () => {
    const database = await openDatabase({ databaseUrl: at("prepared", "clerk") });
    expect(database).toMatchObject({ kind: "postgresql", isNew: true });
    await database.close();
  });

  it("is migrated once by two processes that start together", async () => {
    const opened = await Promise.all([1, 2, 3].map(() => openDatabase({ databaseUrl: cluster.url })));
    for (const { db } of opened) {
      expect((await db.selectFrom("project").selectAll().execute()).length).toBe(0);
    }
    await Promise.all(opened.map((database) => database.close()));
  });
});
