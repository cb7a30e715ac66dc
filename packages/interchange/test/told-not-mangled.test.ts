/** Text of another encoding and shapes that mean nothing are told with row and column, and never stored as they look. */
import { describe, expect, it } from "vitest";
import { importText } from "./files.ts";

const header = "id,name,category,lon,lat";
const premises = (name: string) => `${header}\nP1,"${name}",Chợ,105.85,21.03\n`;
const feature = (geometry: unknown, properties: object = {}) =>
  JSON.stringify({
    type: "FeatureCollection",
    features: [{ type: "Feature", properties: { id: "P1", name: "A", ...properties }, geometry }],
  });
const commune = (ring: unknown) => feature({ type: "Polygon", coordinates: [ring] }, { code: "00004" });
const latin1 = (bytes: number[]) => String.fromCharCode(...bytes);

describe("text of another encoding", () => {
  // “Chợ Đồng Xuân” as each of the old encodings writes it
  it.each([
    [
      "TCVN3 (.VnTime)",
      latin1([...Buffer.from("Ch"), 0xee, 0x20, 0xa7, 0xe5, ...Buffer.from("ng Xu"), 0xa9, 0x6e]),
    ],
    ["VNI-Windows", "Chôï Ñoàng Xuaân"],
    ["UTF-8", Buffer.from("Chợ Đồng Xuân").toString("latin1")],
    ["UTF-8", new TextDecoder("windows-1252").decode(Buffer.from("Chợ Đồng Xuân"))],
    ["đổi bảng mã", "Ch\ufffd \ufffdồng Xuân"],
    ["ký tự điều khiển số 27", "Chợ \u001b[2J"],
  ])("%s in disguise is refused with row and column", async (words, name) => {
    const { report, sink } = await importText("premises", premises(name));
    expect(report.issues).toMatchObject([{ code: "bad-encoding", severity: "error", row: 2, field: "name" }]);
    expect(report.issues[0]!.reason.vi).toContain(words);
    expect(sink.records("premises")).toEqual([]);
  });

  it.each([
    "Chợ Đồng Xuân",
    "Nguyễn Huệ, Hoà Bình, Thuỷ Nguyên, Quý Đôn, Khuê Mỹ, xoã, ngoẹo, khuỷu, Tuân, Uông Bí",
    "Chợ Đồng Xuân".normalize("NFD"),
    "Gemäß Straßenbaulast, Citroën, Señor, Crêpe, Noël, naïf, Ångström",
    "Đắk Lắk – Krông Păk; khu “A” số 5½, 20 °C, 30 m², © 2026 Vinamilk®",
    "🔥 PCCC",
  ])("%s is left as it is", async (name) => {
    const { report, sink } = await importText("premises", premises(name));
    expect(report.issues).toEqual([]);
    expect(sink.records("premises")).toMatchObject([{ name }]);
  });

  it.each([
    ["a NUL byte", "\\u0000"],
    ["half of a character", "\\ud800"],
  ])("%s written as an escape rejects its row and no other", async (words, escaped) => {
    const sound = feature({ type: "Point", coordinates: [105.85, 21.03] });
    const [open, close] = [sound.indexOf("[") + 1, sound.lastIndexOf("]")];
    const one = sound.slice(open, close);
    const other = one.replace('"P1"', '"P2"').replace('"A"', `"A${escaped}B"`);
    const content = `${sound.slice(0, open)}${one},${other}${sound.slice(close)}`;
    const { report, sink } = await importText("premises", content);
    expect(report.issues).toMatchObject([{ code: "nul-byte", row: 2, field: "name" }]);
    expect(report.issues[0]!.reason.en).toContain(words);
    expect(sink.records("premises")).toHaveLength(1);
  });

  it("UTF-16 without its mark is called by its name", async () => {
    const { report } = await importText("premises", Buffer.from(premises("Chợ Mới"), "utf16le"));
    expect(report.issues).toMatchObject([
      { code: "wrong-format", reason: { en: expect.stringContaining("UTF-16") } },
    ]);
  });
});

describe("marks of a table", () => {
  it.each([
    ["truncated", 3, `${premises("A")}P2,"Chợ,Chợ,105.8,21\nP3,B,Chợ,105.8,21\n`],
    ["wrong-format", 3, `${premises("A")}P2,Chợ "Mới" x,Chợ,105.8,21\n`],
    ["too-large", 2, `${header}\n${"x".repeat(1_200_000)}`],
  ])("that are %s name the row they begin in", async (code, row, content) => {
    const { report } = await importText("premises", content);
    expect(report.issues).toMatchObject([{ code, row, severity: "error" }]);
    expect(report.issues[0]!.suggestion).not.toBeNull();
  });

  it("name a few of thousands of strange columns", async () => {
    const strange = Array.from({ length: 5000 }, (_, i) => `c${i}`).join(",");
    const { report } = await importText("premises", `${strange}\n1\n`);
    expect(report.issues.length).toBeLessThan(50);
    expect(report.issues[0]!.reason.en.length).toBeLessThan(1000);
  });

  it("do not repeat a value of any length", async () => {
    const { report } = await importText("premises", premises("A".repeat(100_000)));
    expect(JSON.stringify(report).length).toBeLessThan(2000);
  });
});

describe("shapes", () => {
  it.each([
    [
      "metres",
      "invalid-geometry",
      [
        [580_000, 2_325_000],
        [581_000, 2_325_000],
        [581_000, 2_326_000],
        [580_000, 2_325_000],
      ],
      "VN-2000",
    ],
    [
      "swapped degrees",
      "swapped-lon-lat",
      [
        [21, 105.8],
        [21.1, 105.8],
        [21.1, 105.9],
        [21, 105.8],
      ],
      "longitude first",
    ],
  ])("of communes in %s are told apart", async (_, code, ring, way) => {
    const { report } = await importText("communes", commune(ring));
    const [issue] = report.issues;
    expect(issue).toMatchObject({ code, row: 1, severity: "error" });
    expect(issue!.suggestion!.en).toContain(way);
  });

  it("as wide as the world are no commune, however well drawn", async () => {
    const { report } = await importText(
      "communes",
      commune([
        [-180, -90],
        [180, -90],
        [180, 90],
        [-180, 90],
        [-180, -90],
      ]),
    );
    expect(report.status).toBe("rejected");
    expect(report.issues[0]).toMatchObject({ code: "invalid-geometry", row: 1 });
  });

  it("with a hole elsewhere are refused, with an open ring closed and told", async () => {
    const square = (x: number) => [
      [x, 21],
      [x + 0.01, 21],
      [x + 0.01, 21.01],
      [x, 21.01],
      [x, 21],
    ];
    const elsewhere = feature(
      { type: "Polygon", coordinates: [square(105.8), square(105.9)] },
      { code: "00004" },
    );
    expect((await importText("communes", elsewhere)).report.status).toBe("rejected");
    const open = await importText("communes", commune(square(105.8).slice(0, 4)));
    expect(open.report.issues.map(({ code }) => code)).toContain("repaired-geometry");
    expect(open.sink.records("communes")[0]!.geometry.coordinates[0]![0]).toHaveLength(5);
  });

  it("of premises that cross themselves have no middle", async () => {
    // its two halves nearly cancel out: the middle of what is left would lie degrees away
    const ring = [
      [105.8, 21],
      [105.9, 21.1],
      [105.9, 21],
      [105.8, 21.1001],
      [105.8, 21],
    ];
    const { report } = await importText("premises", feature({ type: "Polygon", coordinates: [ring] }));
    expect(report.issues).toMatchObject([{ code: "invalid-geometry", row: 1, field: "geometry" }]);
  });

  it("at longitude 0, latitude 0 are not yet surveyed", async () => {
    const { report } = await importText("premises", `${header}\nP1,A,Chợ,0,0\n`);
    expect(report.issues).toMatchObject([{ code: "out-of-range", severity: "error", row: 2 }]);
  });
});
