/** Files that are broken in the ways files are: each ends in a sentence and exit 1, and the data stays as it was. */
import { once } from "node:events";
import { createWriteStream, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { ImportReport } from "@firecover/domain";
import { beforeAll, describe, expect, it } from "vitest";
import { firecover, startFirecover, temporaryFolder } from "../src/firecover.ts";

const shared = process.env["FIRECOVER_SHARED_DATA"] ?? join(import.meta.dirname, "../../../shared/data");
// left out only where the real inputs are not beside the project
const isHere = existsSync(shared);

const folder = temporaryFolder();
const data = join(folder, "data");
const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const importing = (file: string, kind: string, ...more: string[]) =>
  firecover("import", file, "--as", kind, "--data", data, ...more);

const header = "id,name,category,lon,lat";
const premises = write("co-so.csv", `${header}\nP1,Chợ Mới,Chợ,105.85,21.03\nP2,Kho,Kho,105.86,21.03\n`);
const square = (lon: number, lat: number) => [
  [lon, lat],
  [lon + 0.1, lat],
  [lon + 0.1, lat + 0.1],
  [lon, lat + 0.1],
  [lon, lat],
];
const communes = (...rings: number[][][]) =>
  JSON.stringify({
    type: "FeatureCollection",
    features: rings.map((ring, i) => ({
      type: "Feature",
      properties: { code: `9000${i}`, name: `Xã ${i}`, provinceCode: "01", population: 5000 },
      geometry: { type: "Polygon", coordinates: [ring] },
    })),
  });

/** All that is stored: a dry run of what went in finds every record again, unchanged, and nothing to add. */
async function expectNothingChanged(): Promise<void> {
  const out = join(folder, "kept.csv");
  const { exitCode, stderr } = await firecover(
    "coverage",
    "--what",
    "premises",
    "--data",
    data,
    "--out",
    out,
  );
  expect(exitCode, stderr).toBe(0);
  const rows = readFileSync(out, "utf8").trim().split("\n").slice(1);
  expect(rows.map((row) => row.split(",").slice(0, 2))).toEqual([
    ["P1", "Chợ Mới"],
    ["P2", "Kho"],
  ]);
  for (const [file, kind] of [
    [premises, "premises"],
    [join(folder, "xa.geojson"), "communes"],
  ] as const) {
    const report = join(folder, "dry.json");
    await importing(file, kind, "--dry-run", "--report", report);
    const { layers } = ImportReport.parse(JSON.parse(readFileSync(report, "utf8")));
    const count = kind === "premises" ? 2 : 1;
    expect(layers[kind]).toEqual({ read: count, added: 0, changed: 0, unchanged: count, rejected: 0 });
  }
}

/** A real archive of one file. */
function zipOf(name: string, content: string): Uint8Array {
  const body = deflateRawSync(content);
  const local = Buffer.alloc(30 + name.length);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(crc32(content), 14);
  local.writeUInt32LE(body.length, 18);
  local.writeUInt32LE(content.length, 22);
  local.writeUInt16LE(name.length, 26);
  local.write(name, 30);
  return Buffer.concat([local, body]);
}

beforeAll(async () => {
  const xa = write("xa.geojson", communes(square(105.8, 21)));
  expect((await importing(xa, "communes")).exitCode).toBe(0);
  const { exitCode, stderr } = await importing(premises, "premises");
  expect(exitCode, stderr).toBe(0);
}, 120_000);

const bowTie = [
  [105.8, 21],
  [105.9, 21.1],
  [105.9, 21],
  [105.8, 21.1],
  [105.8, 21],
];

describe("a broken file is refused with place and fault", () => {
  it.each([
    {
      what: "a page called .osm.pbf",
      kind: "osm",
      name: "a.osm.pbf",
      content: "<!doctype html><p>404",
      says: /trang web \(HTML\)/,
    },
    {
      what: "a zip called .pbf",
      kind: "osm",
      name: "b.osm.pbf",
      content: zipOf("a.osm.pbf", "roads"),
      says: /nén zip/,
    },
    {
      what: "a bow-tie",
      kind: "communes",
      name: "c.geojson",
      content: communes(square(105.7, 21), bowTie),
      says: /dòng 2, cột geometry: .*tự cắt nhau/,
    },
    {
      what: "lon and lat swapped",
      kind: "premises",
      name: "d.csv",
      content: `${header}\nP3,A,Kho,105.8,21\nP4,B,Kho,21.05,105.85\n`,
      says: /dòng 3, cột lon, "21.05; 105.85".*đổi chỗ/,
    },
    {
      what: "an id twice",
      kind: "premises",
      name: "e.csv",
      content: `${header}\nP3,A,Kho,105.8,21\nP3,B,Kho,105.81,21\n`,
      says: /dòng 3, cột id, "P3".*đã có ở dòng 2/,
    },
    {
      what: "wrong headers",
      kind: "premises",
      name: "f.csv",
      content: "foo,bar\n1,2\n",
      says: /dòng 1: .*thiếu cột “tên” \(name\)/,
    },
    {
      what: "a NUL byte",
      kind: "premises",
      name: "g.csv",
      content: `${header}\nP3,A,Kho,105.8,21\nP4,B\0,Kho,105.8,21\n`,
      says: /dòng 3: .*byte NUL/,
    },
    {
      what: "TCVN3 bytes",
      kind: "premises",
      name: "h.csv",
      content: Buffer.concat([Buffer.from(`${header}\nP3,Ch`), Buffer.from([0xee, 0x0a])]),
      says: /UTF-8/,
    },
    {
      what: "VN-2000 metres",
      kind: "premises",
      name: "i.csv",
      content: `${header}\nP3,A,Kho,588000.1,2326000.2\n`,
      says: /dòng 2, cột lon.*VN-2000/,
    },
  ])("$what", async ({ kind, name, content, says }) => {
    const { exitCode, stdout, stderr } = await importing(write(name, content), kind);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toMatch(says);
    expect(stderr).toContain(name);
    expect(stderr).toContain("rejected, nothing changed");
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it.skipIf(!isHere)("an .osm.pbf cut off, which names the byte", async () => {
    const whole = readFileSync(join(shared, "osm/hanoi-centre.osm.pbf"));
    const { exitCode, stderr } = await importing(write("cut.osm.pbf", whole.subarray(0, 100_000)), "osm");
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/cut\.osm\.pbf: .*bị cắt giữa chừng.*byte 100000/);
  });

  it("a million rows of which every second is wrong", async () => {
    const path = join(folder, "million.csv");
    const file = createWriteStream(path);
    file.write(`${header}\n`);
    for (let block = 0; block < 100; block++) {
      let rows = "";
      for (let i = block * 10_000; i < (block + 1) * 10_000; i++)
        rows += i % 2 === 0 ? `M${i},A,Kho,105.85,21.05\n` : `M${i},A,Lâu đài ${i},105.85,21.05\n`;
      if (!file.write(rows)) await once(file, "drain");
    }
    file.end();
    await once(file, "close");
    const report = join(folder, "million.json");
    const { exitCode, stderr } = await importing(path, "premises", "--report", report);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/million\.csv, dòng 3, cột category, "Lâu đài 1"/);
    const { status, layers, issues, issuesLeftOut } = ImportReport.parse(
      JSON.parse(readFileSync(report, "utf8")),
    );
    expect(status).toBe("rejected");
    expect(layers["premises"]).toMatchObject({ read: 1_000_000, added: 0, rejected: 500_000 });
    expect(issues.length + issuesLeftOut).toBe(500_000);
  }, 120_000);

  it("and after all of them the data is what it was", expectNothingChanged, 120_000);
});

describe("kill -9 during an import", () => {
  it("leaves nothing of it, and everything that was there before", async () => {
    let rows = `${header}\n`;
    for (let i = 0; i < 50_000; i++) rows += `K${i},A,Kho,105.85,21.05\n`;
    const child = startFirecover(["import", write("killed.csv", rows), "--as", "premises", "--data", data]);
    await new Promise<void>((resolve, reject) => {
      let said = "";
      child.stderr?.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes("Ghi cơ sở")) resolve();
      });
      child.once("close", () => reject(new Error(`Ended before it wrote:\n${said}`)));
    });
    child.kill("SIGKILL");
    await once(child, "close");
    expect(child.signalCode).toBe("SIGKILL");
    await expectNothingChanged();
  }, 120_000);
});
