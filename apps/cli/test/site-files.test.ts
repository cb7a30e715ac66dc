/** Tables of a location problem: what is read is what was written, however the bytes are cut. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scanCsv } from "../src/site/csv-scanner.ts";
import { IdTable } from "../src/site/id-table.ts";
import { readInstance } from "../src/site/instance-files.ts";
import { PairList } from "../src/site/pair-list.ts";
import { scratchFolder } from "./run.ts";

const folder = scratchFolder();
const neverStopped = new AbortController().signal;
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

async function rowsOf(content: string, chunkBytes?: number) {
  const rows: { row: number; cells: string[] }[] = [];
  await scanCsv(
    file("scanned.csv", content),
    (cells) => {
      rows.push({ row: cells.row, cells: Array.from({ length: cells.count }, (_, k) => cells.text(k)) });
    },
    neverStopped,
    chunkBytes,
  );
  return rows;
}

/** Text that needs quotes sometimes, with letters of one to four bytes. */
const cellText = fc.string({
  unit: fc.constantFrom("a", "0", " ", '"', ",", ";", "\n", "\r\n", "ê", "ộ", "\u0323", "𝔸", "'"),
  maxLength: 6,
});
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
/** In quotes where it has to be, or where `always` says so. */
const written = (text: string, always: boolean) =>
  always || /[",;\r\n]/.test(text) || text === "" ? quoted(text) : text;

describe("rows of a CSV file", () => {
  it("are the cells that were written, whatever the chunks they are read in", async () => {
    const table = fc.array(fc.array(fc.tuple(cellText, fc.boolean()), { minLength: 2, maxLength: 4 }), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom("\n", "\r\n"),
        fc.constantFrom("", "\uFEFF"),
        fc.integer({ min: 1, max: 20 }),
        fc.boolean(),
        async (rows, lineEnd, mark, chunkBytes, isEnded) => {
          const head = `x,y,z,w,v,u,t,s,r,q,p,o,n,m,l,k,j,i,h${lineEnd}`;
          const lines = rows.map((row) => row.map(([text, always]) => written(text, always)).join(","));
          const content = mark + head + lines.join(lineEnd) + (isEnded ? lineEnd : "");
          const read = await rowsOf(content, chunkBytes);
          expect(read.slice(1).map(({ cells }) => cells)).toEqual(
            rows.map((row) => row.map(([text]) => text)),
          );
          let line = 2;
          for (const [k, row] of rows.entries()) {
            expect(read[k + 1]!.row).toBe(line);
            line += 1 + row.join().split("\n").length - 1;
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("keep blanks at the ends of a cell, and count blank lines without telling them", async () => {
    expect(await rowsOf("a,b\n\n a b , c\r\n\r\n  \n")).toEqual([
      { row: 1, cells: ["a", "b"] },
      { row: 3, cells: [" a b ", " c"] },
    ]);
  });

  it("come apart at semicolons and tabs where the header does", async () => {
    expect((await rowsOf("a;b\n1,5;2\n"))[1]!.cells).toEqual(["1,5", "2"]);
    expect((await rowsOf("a\tb\n1;5\t2"))[1]!.cells).toEqual(["1;5", "2"]);
  });
});

it("ids get indices in the order they come, however many and however alike", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: "binary", minLength: 1, maxLength: 3 }), { maxLength: 3000 }),
      (ids) => {
        const table = new IdTable();
        const known = new Map<string, number>();
        for (const id of ids) {
          const bytes = Buffer.from(`<${id}>`);
          const [start, end] = [1, bytes.length - 1];
          expect(table.find(bytes, start, end)).toBe(known.get(id) ?? -1);
          if (!known.has(id)) known.set(id, known.size);
          expect(table.add(bytes, start, end)).toBe(known.get(id));
        }
        expect(Array.from({ length: table.size }, (_, i) => table.text(i))).toEqual(
          [...known.keys()].map((id) => Buffer.from(id).toString()),
        );
      },
    ),
    { numRuns: 30 },
  );
});

it("pairs are sorted by site and demand point, and repeats are told with both rows", () => {
  const pair = fc.tuple(fc.nat(5), fc.nat(7), fc.nat(100));
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 60 }), (pairs) => {
      const list = new PairList();
      for (const [row, [j, i, cost]] of pairs.entries()) list.push(j, i, cost, row);
      const { costs, repeats } = list.toMatrix(6, 8);
      const expected = pairs
        .map(([j, i, cost], row) => ({ j, i, cost, row }))
        .sort((a, b) => a.j - b.j || a.i - b.i || a.row - b.row);
      const read = expected.map((_, p) => ({
        j: costs.firstPair.findLastIndex((first) => first <= p),
        i: costs.demandOf[p],
        cost: costs.cost[p],
      }));
      expect(read).toEqual(expected.map(({ j, i, cost }) => ({ j, i, cost })));
      expect(repeats).toHaveLength(pairs.length - new Set(pairs.map(([j, i]) => `${j} ${i}`)).size);
      for (const { site, demand, row, before } of repeats) {
        expect(before).toBeLessThan(row);
        for (const at of [row, before]) expect(pairs[at]!.slice(0, 2)).toEqual([site, demand]);
      }
    }),
  );
});

it("numbers are read to the last bit", async () => {
  const texts = [
    "0",
    "-0",
    "007",
    "1.",
    ".5",
    "0.1",
    "123456789.123456",
    "99999999999999.9",
    "9007199254740993",
    "0.000000000000001",
    "1e3",
    "+2.5E-2",
    " 7 ",
    "1e100",
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.double({ min: 0, max: 1e100, noNaN: true }), { maxLength: 20 }),
      fc.array(fc.tuple(fc.nat(999_999_999), fc.nat(999_999)), { maxLength: 20 }),
      async (doubles, decimals) => {
        const all = [...texts, ...doubles.map(String), ...decimals.map(([a, b]) => `${a}.${b}`)];
        const demand = file(
          "n-demand.csv",
          `demand,weight\n${all.map((text, i) => `${i},${text}\n`).join("")}`,
        );
        const costs = file("n-costs.csv", "site,demand,cost\ns,0,1\n");
        const { instance } = await readInstance({ costs, demand }, neverStopped);
        expect([...instance.weight]).toEqual(all.map((text) => Math.abs(Number(text))));
      },
    ),
    { numRuns: 50 },
  );
});
