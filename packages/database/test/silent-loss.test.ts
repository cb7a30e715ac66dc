/** The embedded database loses rows without an error when a geometry operation fails; here it must not. */
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { assertWhole } from "../src/embedded/silent-loss-guard.ts";
import { SilentLossError } from "../src/index.ts";
import { type OpenedHere, openEmbedded } from "./databases.ts";

const square = "POLYGON((0 0,1 0,1 1,0 1,0 0))";
const bowTie = "POLYGON((0 0,1 1,1 0,0 1,0 0))";
const cut = sql`st_intersection(geom, 'POLYGON((0.2 0,2 0,2 2,0 2.3,0.2 0))'::geometry)`;

describe("on a bow-tie between two squares", () => {
  let opened: OpenedHere;
  beforeAll(async () => {
    opened = await openEmbedded();
    const { db } = opened.database;
    await sql`create table ground (id integer, geom geometry)`.execute(db);
    await sql`create table piece (id integer, geom geometry)`.execute(db);
    await sql`insert into ground values (1, ${square}), (2, ${bowTie}), (3, ${square})`.execute(db);
  });
  afterAll(() => opened.close());
  beforeEach(() => sql`truncate piece`.execute(opened.database.db));

  it("a select is an error, not an empty answer", async () => {
    const select = sql`select id, ${cut} from ground`.execute(opened.database.db);
    await expect(select).rejects.toBeInstanceOf(SilentLossError);
  });

  it("an insert is an error, and its transaction leaves nothing", async () => {
    const inserting = opened.database.db.transaction().execute(async (trx) => {
      await sql`insert into piece values (0, ${square})`.execute(trx);
      await sql`insert into piece select id, ${cut} from ground`.execute(trx);
    });
    await expect(inserting).rejects.toBeInstanceOf(SilentLossError);
    expect((await sql`select id from piece`.execute(opened.database.db)).rows).toEqual([]);
  });

  it("a common table expression is an error too", async () => {
    const select = sql`with pieces as (select id, ${cut} as geom from ground) select count(geom) from pieces`;
    await expect(select.execute(opened.database.db)).rejects.toBeInstanceOf(SilentLossError);
  });

  it("what works goes on working afterwards", async () => {
    await sql`select ${cut} from ground`.execute(opened.database.db).catch(() => {});
    const { rows } = await sql`select id from ground where false`.execute(opened.database.db);
    expect(rows).toEqual([]);
    const mended = await sql<{
      area: number;
    }>`select st_area(st_makevalid(geom)) as area from ground order by id`.execute(opened.database.db);
    expect(mended.rows).toEqual([{ area: 1 }, { area: 0.5 }, { area: 1 }]);
  });
});

describe("the guard", () => {
  const fields = [{ name: "id", dataTypeID: 23 }];

  it("lets whole answers pass", () => {
    assertWhole("select 1 where false", { rows: [], fields, command: "SELECT" });
    assertWhole("insert into t values (1)", { rows: [], fields: [], command: "INSERT" });
    assertWhole("with a as (select 1) update t set x = 1", { rows: [], fields: [], command: "UPDATE" });
    assertWhole("begin", { rows: [], fields: [], command: "BEGIN" });
  });

  it("stops answers that broke off", () => {
    for (const [text, command] of [
      ["select 1", undefined],
      ["insert into t select 1", "???"],
      ["select 1", "SELECT"],
      ["insert into t select 1 returning id", "INSERT"],
      ["  with a as (select 1) select * from a", "SELECT"],
    ] as const) {
      const result = command === undefined ? { rows: [], fields: [] } : { rows: [], fields: [], command };
      expect(() => assertWhole(text, result), text).toThrow(SilentLossError);
    }
  });
});
