/** The tables, the map and the numbers ask the same question of the same columns. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { causesOf, gapBits } from "../src/coverage/gap-bits.ts";
import { type Column, sortRows } from "../src/ui/table-columns.ts";

const unreached = 0xffffffff;

function columnsOf(rows: readonly { millis: number; access: boolean; water: boolean; force: boolean }[]) {
  const bits = (key: "access" | "water" | "force") => Uint8Array.from(rows, (row) => (row[key] ? 1 : 0));
  const answers = {
    responseMillis: Uint32Array.from(rows, ({ millis }) => millis),
    stationIndex: new Int32Array(rows.length),
    hoseMillimetres: new Uint32Array(rows.length),
    accessOk: bits("access"),
    waterOk: bits("water"),
    waterMillimetres: new Uint32Array(rows.length),
    waterSourceIndex: new Int32Array(rows.length),
    forceMillis: new Uint32Array(rows.length),
    forceOk: bits("force"),
  };
  return {
    count: rows.length,
    lon: new Float64Array(rows.length),
    lat: new Float64Array(rows.length),
    people: new Uint32Array(rows.length),
    communeIndex: new Int32Array(rows.length),
    certain: answers,
    possible: answers,
    radiusMetres: new Float32Array(rows.length),
    isInsideRadius: new Uint8Array(rows.length),
  };
}

describe("causes of a gap", () => {
  it("are named for every question that fails; on the threshold is in time, not reached never is", () => {
    const columns = columnsOf([
      { millis: 600_000, access: true, water: true, force: true },
      { millis: 600_001, access: true, water: false, force: true },
      { millis: unreached, access: false, water: true, force: false },
    ]);
    expect([...gapBits(columns, "certain", 600_000)].map(causesOf)).toEqual([
      [],
      ["time", "water"],
      ["time", "access", "force"],
    ]);
  });
});

describe("sorting", () => {
  const column: Column<{ key: number; place: number }> = {
    id: "key",
    head: "",
    minWidth: 1,
    grow: 1,
    cell: ({ key }) => key,
    sortBy: ({ key }) => key,
    csv: ({ key }) => key,
  };

  it("keeps every row, in order, and equal rows as they were", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 })), (keys) => {
        const rows = keys.map((key, place) => ({ key, place }));
        const sorted = sortRows(rows, [column], { column: "key", direction: "ascending" });
        expect(sorted.toSorted((a, b) => a.place - b.place)).toEqual(rows);
        for (let i = 1; i < sorted.length; i++) {
          const [before, after] = [sorted[i - 1]!, sorted[i]!];
          expect(before.key < after.key || (before.key === after.key && before.place < after.place)).toBe(
            true,
          );
        }
      }),
    );
  });
});
