/** Answers of analyses kept in memory and as files, within their limits; and tables as CSV. */
import { mkdtemp, readdir, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keptAnswers } from "../src/analyses/kept-answers.ts";
import { column, communeColumns, tableCsv, tableOf } from "../src/analyses/table.ts";

const bytes = (fill: number) => new Uint8Array(100).fill(fill);

describe("kept answers", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "firecover-answers-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("come back from memory, and from files after a restart", async () => {
    const kept = keptAnswers(join(folder, "a"));
    expect(await kept.read("k")).toBeUndefined();
    await kept.write("k", bytes(7));
    expect(await kept.read("k")).toEqual(bytes(7));
    expect(await keptAnswers(join(folder, "a")).read("k")).toEqual(bytes(7));
    expect(await readdir(join(folder, "a"))).toEqual(["k.json.gz"]);
    const inMemory = keptAnswers(null);
    await inMemory.write("k", bytes(7));
    expect(await inMemory.read("k")).toEqual(bytes(7));
    expect(await keptAnswers(null).read("k")).toBeUndefined();
  });

  it("make room for new ones: the longest unused file goes, whatever else lies there stays", async () => {
    const place = join(folder, "b");
    const limits = { memoryBytes: 0, folderBytes: 250 };
    const kept = keptAnswers(place, limits);
    for (const [age, key] of ["one", "two"].entries()) {
      await kept.write(key, bytes(age));
      await utimes(join(place, `${key}.json.gz`), new Date(2026, 0, 1 + age), new Date(2026, 0, 1 + age));
    }
    expect(await kept.read("one")).toEqual(bytes(0)); // used just now
    await kept.write("three", bytes(3));
    expect((await readdir(place)).sort()).toEqual(["one.json.gz", "three.json.gz"]);
  });
});

describe("a table", () => {
  it("is CSV with a mark for spreadsheets, words for yes and no, and no cell that runs as a formula", () => {
    const names = { communes: new Map([["00001", "Xã =1+1"]]) } as never;
    const rows = [
      { code: "00001", name: "=cmd|' /C calc'!A0", metres: 0.1 + 0.2, isWide: true },
      { code: null, name: null, metres: -3, isWide: false },
    ];
    const table = tableOf<(typeof rows)[number]>(rows, [
      ...communeColumns<(typeof rows)[number]>(names, ({ code }) => code as never),
      column("Tên", ({ name }) => name),
      column("Dài (m)", ({ metres }) => metres),
      column("Rộng", ({ isWide }) => isWide),
    ]);
    expect(tableCsv(table)).toBe(
      [
        '\uFEFF"Mã xã, phường","Xã, phường",Tên,Dài (m),Rộng',
        "00001,Xã =1+1,'=cmd|' /C calc'!A0,0.3,có",
        ",,,-3,không",
        "",
      ].join("\r\n"),
    );
  });
});
