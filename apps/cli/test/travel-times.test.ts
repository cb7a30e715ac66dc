/** Travel times over real roads, and what happens to inputs that are none. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { firecover, hasSharedData, scratchFolder, sharedData } from "./run.ts";

const folder = scratchFolder();
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const hanoi = sharedData("osm/hanoi-centre.osm.pbf");
const from = file("from.csv", "id,lon,lat\nT2,105.8500,21.0300\nT1,105.8300,21.0200\n");
const to = file("to.csv", "id,lon,lat\nx,105.8400,21.0250\nT1,105.8300,21.0200\ny,105.8600,21.0350\n");

const travel = (...more: string[]) =>
  firecover(["travel-times", "--roads", hanoi, "--from", from, "--to", to, ...more]);
const rowsOf = (csv: string) =>
  csv
    .trim()
    .split("\n")
    .map((line) => line.split(","));
const secondsOf = (csv: string) =>
  new Map(
    rowsOf(csv)
      .slice(1)
      .map(([a, b, s]) => [`${a}-${b}`, Number(s)]),
  );

describe.skipIf(!hasSharedData)("travel times in the centre of Hà Nội", () => {
  it("come in the order of the inputs, with one decimal, zero from a place to itself", async () => {
    const { code, stdout } = await travel();
    expect(code).toBe(0);
    const rows = rowsOf(stdout);
    expect(rows[0]).toEqual(["from", "to", "seconds"]);
    expect(rows.slice(1).map(([a, b]) => `${a}-${b}`)).toEqual([
      "T2-x",
      "T2-T1",
      "T2-y",
      "T1-x",
      "T1-T1",
      "T1-y",
    ]);
    for (const [, , seconds] of rows.slice(1)) expect(seconds).toMatch(/^\d+\.\d$/);
    expect(secondsOf(stdout).get("T1-T1")).toBe(0);
    // 1.2 km as the crow flies at the 60 km/h of the fastest class here takes 70 s at least
    expect(secondsOf(stdout).get("T1-x")).toBeGreaterThan(70);
  });

  it("go to --out whole, and are the same there", async () => {
    const out = join(folder, "times.csv");
    const { code, stdout } = await travel("--out", out);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(readFileSync(out, "utf8")).toBe((await travel()).stdout);
    expect(existsSync(`${out}.partial`)).toBe(false);
  });

  it("leave out pairs beyond --max-seconds and no others", async () => {
    const all = secondsOf((await travel()).stdout);
    const limit = [...all.values()].toSorted((a, b) => a - b)[2]!;
    const near = secondsOf((await travel("--max-seconds", String(limit + 0.06))).stdout);
    expect(near).toEqual(new Map([...all].filter(([, seconds]) => seconds <= limit)));
    expect(near.size).toBeGreaterThan(1);
  });

  it("are no longer without turn restrictions, and no shorter for a vehicle with a size", async () => {
    const plain = secondsOf((await travel()).stdout);
    const free = secondsOf((await travel("--turn-restrictions", "off")).stdout);
    const aerial = secondsOf((await travel("--vehicle", "aerial")).stdout);
    expect(free.size).toBe(plain.size);
    for (const [pair, seconds] of free) expect(seconds).toBeLessThanOrEqual(plain.get(pair)!);
    for (const [pair, seconds] of aerial) expect(seconds).toBeGreaterThanOrEqual(plain.get(pair)!);
  });

  it("name a place far from any road on stderr and leave its pairs out", async () => {
    const far = file("far.csv", "id,lon,lat\nlake,105.9900,21.0350\nx,105.8400,21.0250\n");
    const { code, stdout, stderr } = await firecover([
      "travel-times",
      "--roads",
      hanoi,
      "--from",
      from,
      "--to",
      far,
    ]);
    expect(code).toBe(0);
    expect(stderr).toContain("far.csv, dòng 2, lake: không có đường nào trong 300 m");
    expect(rowsOf(stdout).map(([, b]) => b)).toEqual(["to", "x", "x"]);
  });

  it("understand semicolons, a BOM, other columns and quoted ids", async () => {
    const odd = file("odd.csv", '\uFEFFTên;LAT;LON;ID\nA;21.0250;105.8400;"nhà ""A"", số 1"\n');
    const { code, stdout } = await firecover(["travel-times", "--roads", hanoi, "--from", from, "--to", odd]);
    expect(code).toBe(0);
    expect(stdout).toContain('T2,"nhà ""A"", số 1",');
  });

  it("refuse longitude and latitude swapped, even where both could be", async () => {
    const porto = sharedData("osm/porto.osm.pbf");
    const swapped = file("swapped.csv", "id,lon,lat\na,41.15,-8.61\n");
    const { code, stdout, stderr } = await firecover([
      "travel-times",
      "--roads",
      porto,
      "--from",
      swapped,
      "--to",
      swapped,
    ]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("swapped.csv, dòng 2, cột lon, lat");
  });
});

describe("faulty place lists exit with 1 and every fault, before any road is read", () => {
  it("names row, column and value of each, in both files", async () => {
    const faulty = file(
      "faulty.csv",
      "id,lon,lat\na,105.83,21.02\na,105.84,21.03\n,105.8,21\nb,abc,21\nc,21.02,105.83\nd,205,21\n\ne,105.83\n",
    );
    const other = file("other.csv", "id,lon,lat\nz,105.83,\n");
    const { code, stdout, stderr } = await firecover([
      "travel-times",
      "--roads",
      "absent.osm.pbf",
      "--from",
      faulty,
      "--to",
      other,
    ]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    const lines = stderr.trim().split("\n");
    for (const [i, says] of [
      'dòng 3, cột id: "a" đã có ở dòng 2',
      'dòng 4, cột id: "" trống',
      'dòng 5, cột lon: "abc" không phải số',
      'dòng 6, cột lat: "105.83" kinh độ và vĩ độ đổi chỗ?',
      'dòng 7, cột lon: "205" ngoài −180…180',
      'dòng 9, cột lat: "" không phải số',
      'other.csv, dòng 2, cột lat: "" không phải số',
    ].entries()) {
      expect(lines[i]).toContain(says);
    }
    expect(lines).toHaveLength(7);
  });

  it.each([
    {
      name: "header.csv",
      content: "name,x,y\na,1,2\n",
      says: "dòng 1: thiếu cột · missing columns id, lon, lat",
    },
    { name: "nul.csv", content: "id,lon,lat\na,105.8,21\n\0", says: "dòng 3: có byte NUL" },
    { name: "empty.csv", content: "", says: "tệp rỗng" },
    { name: "rowless.csv", content: "id,lon,lat\n", says: "không có dòng nào" },
    { name: "commas.csv", content: "id,lon,lat\na,105,85,21,03\n", says: "dòng 2: 5 ô" },
    { name: "metres.csv", content: "id,lon,lat\na,580000.5,2325000.1\n", says: "VN-2000" },
    { name: "utf16.csv", content: Buffer.from("\ufeffid,lon,lat\na,1,2\n", "utf16le"), says: "UTF-16" },
    {
      name: "latin.csv",
      content: new Uint8Array([0x69, 0x64, 0x2c, 0xe9, 0x0a]),
      says: "không phải văn bản UTF-8",
    },
    { name: "quote.csv", content: 'id,lon,lat\n"a,1,2\n', says: "không phải CSV hợp lệ" },
  ])("$name", async ({ name, content, says }) => {
    const { code, stderr } = await firecover([
      "travel-times",
      "--roads",
      "absent.osm.pbf",
      "--from",
      file(name, content),
      "--to",
      to,
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain(says);
  });
});

describe("road files that are none exit with 1 and a sentence", () => {
  const zipped = () => {
    execFileSync("python3", [
      "-c",
      "import sys,zipfile; zipfile.ZipFile(sys.argv[1],'w').write(sys.argv[2])",
      join(folder, "zip.osm.pbf"),
      from,
    ]);
    return join(folder, "zip.osm.pbf");
  };
  it.each([
    { what: "absent", path: () => join(folder, "absent.osm.pbf"), says: "không đọc được tệp" },
    { what: "a folder", path: () => folder, says: "không đọc được tệp" },
    { what: "empty", path: () => file("empty.osm.pbf", ""), says: "không phải tệp .osm.pbf" },
    { what: "a CSV", path: () => from, says: "không phải tệp .osm.pbf" },
    { what: "a zip with the name of a PBF", path: zipped, says: "zip" },
  ])("$what", async ({ path, says }) => {
    const { code, stdout, stderr } = await firecover([
      "travel-times",
      "--roads",
      path(),
      "--from",
      from,
      "--to",
      to,
    ]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(says);
    expect(stderr).not.toContain("    at ");
  });

  it.skipIf(!hasSharedData).each([0.2, 0.5, 0.999])("cut off after %f of its bytes", async (share) => {
    const whole = readFileSync(hanoi);
    const cut = file("cut.osm.pbf", whole.subarray(0, Math.floor(whole.length * share)));
    const { code, stderr } = await firecover(["travel-times", "--roads", cut, "--from", from, "--to", to]);
    expect(code).toBe(1);
    expect(stderr).toContain("cut.osm.pbf: tệp .osm.pbf bị cắt hoặc hỏng");
  });
});
