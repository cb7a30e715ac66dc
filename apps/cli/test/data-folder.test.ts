/** Commands that share a data folder: what one stores the next one finds, and a stopped one leaves nothing. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { firecover, hasSharedData, scratchFolder, sharedData, start } from "./run.ts";

const folder = scratchFolder();
const data = join(folder, "data");
const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const header = "id,name,category,lon,lat";
const good = file(
  "good.csv",
  `${header}\nP-1,Chợ Mới,Chợ,104.68,21.9\nP-2,Karaoke Ánh Sao,Karaoke,104.681,21.901\n`,
);

describe("the demo province in a folder", () => {
  it("is loaded and called synthetic", async () => {
    const { code, stdout, stderr } = await firecover(["demo", "--data", data, "--no-coverage"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toContain("premises: thêm · added 6.000");
    expect(stderr).toContain("Số liệu minh họa");
  });

  it("gives indicators as JSON with a stamp that says synthetic", async () => {
    const out = join(folder, "indicators.json");
    const { code, stdout } = await firecover(["coverage", "--data", data, "--out", out]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    const run = JSON.parse(readFileSync(out, "utf8"));
    expect(run.indicators).toMatchObject({ people: 400_000, premises: 6000 });
    expect(run.stamp).toMatchObject({ isSynthetic: true });
    expect(run.communes).toHaveLength(40);
    // every cause of a gap occurs, certain ones at least as often as possible ones
    for (const cause of ["time", "access", "water", "force"]) {
      const { certain, possible } = run.indicators.premisesByCause[cause];
      expect(possible).toBeGreaterThan(0);
      expect(certain).toBeGreaterThanOrEqual(possible);
    }
  });

  it("gives one CSV row per premises, gaps named, that add up to the indicators", async () => {
    const { code, stdout } = await firecover(["coverage", "--data", data, "--what", "premises"]);
    expect(code).toBe(0);
    const [head, ...rows] = stdout.trim().split("\n");
    expect(head).toMatch(/^id,name,category,address,commune,lon,lat,response_seconds_certain/);
    expect(rows).toHaveLength(6000);
    const run = JSON.parse(readFileSync(join(folder, "indicators.json"), "utf8"));
    const withForceGap = rows.filter((row) => /(,| )force,[\d.]*,(TR-|,)/.test(row)).length;
    expect(withForceGap).toBe(run.indicators.premisesByCause.force.certain);
  });

  it("knows no standard that is not there", async () => {
    const { code, stderr } = await firecover(["coverage", "--data", data, "--standard", "nfpa"]);
    expect(code).toBe(2);
    expect(stderr).toContain("nfpa-1710");
  });
});

describe("imports into the same folder", () => {
  it("write nothing in a dry run, then add, then change nothing", async () => {
    const reportPath = join(folder, "report.json");
    const args = ["import", good, "--as", "premises", "--data", data];
    const dry = await firecover([...args, "--dry-run", "--report", reportPath]);
    expect(dry.code).toBe(0);
    expect(JSON.parse(readFileSync(reportPath, "utf8"))).toMatchObject({
      isDryRun: true,
      layers: { premises: { read: 2, added: 2, rejected: 0 } },
    });
    expect((await firecover(args)).stderr).toContain("thêm · added 2");
    expect((await firecover(args)).stderr).toContain(
      "thêm · added 0, sửa · changed 0, giữ nguyên · unchanged 2",
    );
  });

  it("name every fault with row and column and exit with 1", async () => {
    const bad = file(
      "bad.csv",
      `${header}\nP-8,Kho,Kho,21.9,104.68\nP-9,Nhà,Nhà bay,104.68,21.9\nP-10,,Chợ,x,21.9\n`,
    );
    const { code, stderr } = await firecover(["import", bad, "--as", "premises", "--data", data]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/bad\.csv, dòng 2, cột lon.*đổi chỗ/);
    expect(stderr).toMatch(/bad\.csv, dòng 3, cột category.*Nhà bay/);
    expect(stderr).toMatch(/bad\.csv, dòng 4, cột name/);
    expect(stderr).toMatch(/bad\.csv, dòng 4, cột lon, "x"/);
    expect(stderr).toContain("rejected 3");
  });

  it("refuse a zip with the name of a PBF whole", async () => {
    const zip = file("zip.osm.pbf", "PK\u0003\u0004 not roads");
    const { code, stderr } = await firecover(["import", zip, "--as", "osm", "--data", data]);
    expect(code).toBe(1);
    expect(stderr).toContain("zip");
    expect(stderr).toContain("rejected, nothing changed");
  });

  it("do not open the folder for a file that is not there", async () => {
    const { code, stderr } = await firecover([
      "import",
      join(folder, "no.csv"),
      "--as",
      "premises",
      "--data",
      join(folder, "untouched"),
    ]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^[^\n]*no\.csv: không có · does not exist[^\n]*\n$/);
  });

  it.skipIf(!hasSharedData)("leave nothing of an import that was stopped while writing", async () => {
    const args = ["import", sharedData("osm/north-bayreuth.osm.pbf"), "--as", "osm", "--data", data];
    const importing = start(args);
    await importing.said("Ghi ");
    importing.interrupt();
    const stopped = await importing.ended;
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toContain("nothing written");
    const dry = await firecover([...args, "--dry-run"]);
    expect(dry.stderr).toMatch(/fire-stations: đọc · read 7, thêm · added 7,/);
    expect(dry.stderr).toMatch(/roads: .*changed 0, giữ nguyên · unchanged 0/);
  });

  it("are refused while a server holds the folder, which ends well on Ctrl-C", async () => {
    const serving = start(["serve", "--data", data, "--port", "0"]);
    await serving.said("Đã sẵn sàng · ready: http://127.0.0.1:");
    const other = await firecover(["import", good, "--as", "premises", "--data", data]);
    expect(other.code).toBe(1);
    expect(other.stderr).toContain(data);
    serving.interrupt();
    expect((await serving.ended).code).toBe(0);
  });
});
