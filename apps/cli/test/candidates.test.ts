/** Places for stations on the command line: from files, along roads, out again with their conditions. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { firecover, scratchFolder } from "./run.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const folder = scratchFolder();
const data = ["--data", join(folder, "data")];
/** Cells in quotation marks hold commas. */
const cellsOf = (line: string) =>
  [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
const rowsOf = (csv: string) => {
  const [head, ...rows] = csv.trim().split("\n").map(cellsOf);
  return rows.map((row) => Object.fromEntries(row.map((cell, i) => [head![i], cell])));
};

beforeAll(async () => {
  const { code } = await firecover(["demo", ...data, "--no-coverage"]);
  expect(code).toBe(0);
});

describe("candidates", () => {
  const listed = join(folder, "vi-tri.geojson");

  it("are listed with their conditions", async () => {
    const { code, stdout, stderr } = await firecover(["candidates", ...data, "--out", listed]);
    expect([code, stdout]).toEqual([0, ""]);
    expect(stderr).toContain("14 vị trí · places: 8 đạt · met; 2 chưa biết · unknown; 4 không đạt · not met");
    expect(stderr).toContain("Diện tích · Plot area: 2");
    expect(stderr).toContain("Số liệu minh họa");
    const { features } = JSON.parse(readFileSync(listed, "utf8"));
    expect(features).toHaveLength(14);
    for (const { properties } of features) expect(properties.conditions).toHaveLength(7);
  });

  it.each(["geojson", "csv"])(
    "read back from %s are the same places, and nothing is warned of",
    async (ending) => {
      const file = join(folder, `doc-lai.${ending}`);
      const report = join(folder, "bao-cao.json");
      const list = ["candidates", ...data, "--out", file];
      expect((await firecover(list)).code).toBe(0);
      const before = readFileSync(file, "utf8");
      const again = ["import", file, "--as", "candidate-sites", "--report", report, ...data];
      expect((await firecover(again)).code).toBe(0);
      const { layers, issues } = JSON.parse(readFileSync(report, "utf8"));
      expect(issues).toEqual([]);
      expect(layers["candidate-sites"]).toEqual({
        read: 14,
        added: 0,
        changed: 0,
        unchanged: 14,
        rejected: 0,
      });
      // Source and day are no change of a record, but they are in the list.
      expect((await firecover(list)).code).toBe(0);
      expect(readFileSync(file, "utf8")).toBe(before);
      expect(before).toMatch(ending === "csv" ? /MULTIPOLYGON\(\(\(/ : /"MultiPolygon"/);
    },
  );

  it("along roads stand beside plots from files, which a zone from a file may rule out", async () => {
    const plots = join(folder, "thua.csv");
    writeFileSync(plots, "mã,tên,kinh độ,vĩ độ,diện tích (m2)\nT-1,Thửa nhập,104.686,21.895,3100\n");
    expect((await firecover(["import", plots, "--as", "candidate-sites", ...data])).code).toBe(0);
    const corners = [
      [104.68, 21.89],
      [104.69, 21.89],
      [104.69, 21.9],
      [104.68, 21.9],
      [104.68, 21.89],
    ];
    const zone = {
      type: "Feature",
      properties: { "loại vùng": "Vùng ngập", tên: "Ngập thử" },
      geometry: { type: "Polygon", coordinates: [corners] },
    };
    const zones = join(folder, "vung.geojson");
    writeFileSync(zones, JSON.stringify(zone));
    expect((await firecover(["import", zones, "--as", "exclusion-zones", ...data])).code).toBe(0);

    const { code, stdout } = await firecover(["candidates", ...data, "--generate", "5"]);
    expect(code).toBe(0);
    const rows = rowsOf(stdout);
    expect(rows.filter(({ kind }) => kind === "generated")).toHaveLength(5);
    expect(rows.filter(({ kind }) => kind === "plot")).toHaveLength(15);
    expect(rows.find(({ id }) => id === "T-1")).toMatchObject({
      verdict: "not-met",
      "plot-area": "met",
      "plot-area measured": "3100",
      "flood-zone": "not-met",
      "flood-zone at": "Ngập thử",
    });
  });

  it("are not asked for by a number that is none", async () => {
    const { code, stderr } = await firecover(["candidates", ...data, "--generate", "many"]);
    expect(code).toBe(2);
    expect(stderr).toContain("Dùng sai");
  });

  it("name row and column of a faulty file and take nothing of it", async () => {
    const faulty = join(folder, "loi.csv");
    writeFileSync(faulty, "mã,tên,kinh độ,vĩ độ,diện tích\nX-1,Tốt,104.7,21.9,3000\nX-2,Xấu,104.7,21.9,-5\n");
    const { code, stderr } = await firecover(["import", faulty, "--as", "candidate-sites", ...data]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/3.*diện tích/);
    expect(stderr).toContain("added 0");
  });
});
