/** Cells of a CSV, stored runs, caches, and paths that must not lead outside. */
import { join } from "node:path";
import { csvCell } from "@firecover/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCache } from "../src/cache.ts";
import { decodeRunArchive, encodeRunArchive } from "../src/coverage/run-archive.ts";
import { pathInside } from "../src/pages/asset.ts";

describe("a CSV cell", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["@sum", "'@sum"],
    ["+84 912", "'+84 912"],
    ["-104.5", "-104.5"],
    ["a,b", '"a,b"'],
    ['="x"', `"'=""x"""`],
    ["\tx", `"'\tx"`],
  ])("writes %j as %j", (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });

  it("never begins as a formula, and reads back as it was but for the apostrophe", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cell = csvCell(text);
        const content = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
        expect([text, `'${text}`]).toContain(content);
        if (/^[=+@\t\r\n]/.test(text)) expect(content.startsWith("'")).toBe(true);
      }),
    );
  });
});

describe("a stored run", () => {
  const archive = {
    subjects: { premises: [], cells: ["8941554886bffff"], communes: [], stations: [], waterSources: [] },
    inputKey: "key",
    networkHash: "hash",
  };

  it("comes back as it was written, aligned for typed arrays", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (result) => {
        const read = decodeRunArchive(encodeRunArchive({ ...archive, result }));
        expect(read).toEqual({ ...archive, result });
        expect(read.result.byteOffset % 8).toBe(0);
      }),
    );
  });

  it("is refused when it is something else", () => {
    expect(() => decodeRunArchive(new Uint8Array(40))).toThrow("not a run archive");
    expect(() => decodeRunArchive(new Uint8Array(3))).toThrow("not a run archive");
  });
});

describe("the cache", () => {
  it("lets go of the longest unused", () => {
    const cache = createCache<string>(10);
    cache.set("a", "A", 4);
    cache.set("b", "B", 4);
    cache.get("a");
    cache.set("c", "C", 4);
    expect([cache.get("a"), cache.get("b"), cache.get("c")]).toEqual(["A", undefined, "C"]);
    cache.set("c", "CC", 1);
    cache.set("d", "D", 5);
    expect([cache.get("a"), cache.get("c"), cache.get("d")]).toEqual(["A", "CC", "D"]);
  });
});

describe("a served folder", () => {
  it("holds its own files and nothing beside it", () => {
    expect(pathInside("/srv/web", "/assets/a.js")).toBe(join("/srv/web", "assets/a.js"));
    for (const outside of ["/../secret", "../../etc/passwd", "/..", "/../web-other/x"]) {
      expect(pathInside("/srv/web", outside)).toBeUndefined();
    }
  });
});
