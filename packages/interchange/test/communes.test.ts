import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { codesOf, importFile, importText } from "./files.ts";
import { absence, hasSharedData, sharedData } from "./shared-data.ts";

const square = (west: number, south: number, size: number) => ({
  type: "Polygon",
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
});
const commune = (properties: object, geometry: unknown = square(105, 21, 0.1)) => ({
  type: "Feature",
  properties: {
    code: "00004",
    fullName: "Phường Ba Đình",
    provinceCode: "01",
    populationRaw: "65023",
    ...properties,
  },
  geometry,
});
const collection = (...features: object[]) => JSON.stringify({ type: "FeatureCollection", features });

describe("communes", () => {
  it("become records with kind, province and a multipolygon", async () => {
    const { sink } = await importText("communes", collection(commune({})));
    expect(sink.records("communes")).toMatchObject([
      {
        code: "00004",
        name: "Phường Ba Đình",
        kind: "ward",
        isUrbanCentre: true,
        provinceName: "Hà Nội",
        population: 65_023,
        geometry: { type: "MultiPolygon" },
      },
    ]);
  });

  it("tell communes, wards and special zones by their names", async () => {
    const names = ["Xã Bát Xát", "Phường Lào Cai", "Đặc khu Phú Quý"];
    const features = names.map((fullName, i) =>
      commune({ code: `0000${i}`, fullName }, square(105 + i, 21, 0.1)),
    );
    const { sink } = await importText("communes", collection(...features));
    expect(sink.records("communes").map(({ kind, isUrbanCentre }) => [kind, isUrbanCentre])).toEqual([
      ["commune", false],
      ["ward", true],
      ["special-zone", false],
    ]);
  });

  it("lose a population that has lost digits, and say what it may have been", async () => {
    const { report, sink } = await importText("communes", collection(commune({ populationRaw: "17" })));
    expect(sink.records("communes")[0]!.population).toBeNull();
    const issue = report.issues.find(({ code }) => code === "lost-digits")!;
    expect(issue).toMatchObject({ severity: "warning", row: 1, field: "populationRaw", value: "17" });
    expect(issue.suggestion?.en).toContain("17,000 to 17,999");
  });

  it("let an island have few residents", async () => {
    const island = commune({ fullName: "Đặc khu Cồn Cỏ", populationRaw: "139" });
    const { report, sink } = await importText("communes", collection(island));
    expect(sink.records("communes")[0]!.population).toBe(139);
    expect(codesOf(report)).toContain("warning lost-digits");
  });

  it("get back the leading zeros of their codes, and read 1.778.785 as thousands", async () => {
    const { report, sink } = await importText(
      "communes",
      collection(commune({ code: 4, populationRaw: "1.778.785" })),
    );
    expect(sink.records("communes")).toMatchObject([{ code: "00004", population: 1_778_785 }]);
    expect(codesOf(report)).toEqual(expect.arrayContaining(["warning lost-digits", "warning number-format"]));
  });

  it("have a small crossing of their border repaired; a bow-tie and one without surface are refused", async () => {
    const bowTie = {
      type: "Polygon",
      coordinates: [
        [
          [105, 21],
          [105.1, 21.1],
          [105.1, 21],
          [105, 21.1],
          [105, 21],
        ],
      ],
    };
    // a box whose end runs past its start by a ten-thousandth of its side
    const overrun = {
      type: "Polygon",
      coordinates: [
        [
          [105, 21],
          [105.1, 21],
          [105.1, 21.1],
          [105, 21.1],
          [105, 20.99999],
          [105.00001, 21.00001],
          [105, 21],
        ],
      ],
    };
    const flat = {
      type: "Polygon",
      coordinates: [
        [
          [105, 21],
          [105.1, 21.1],
          [105, 21],
        ],
      ],
    };
    const { report, sink } = await importText(
      "communes",
      collection(
        commune({}, overrun),
        commune({ code: "00007" }, bowTie),
        commune({ code: "00005" }, flat),
        commune({ code: "00006" }, { type: "Point", coordinates: [105, 21] }),
      ),
    );
    expect(sink.records("communes").map(({ code }) => code)).toEqual(["00004"]);
    expect(report.layers["communes"]).toMatchObject({ read: 4, added: 1, rejected: 3 });
    expect(codesOf(report)).toEqual(
      expect.arrayContaining([
        "error invalid-geometry",
        "error invalid-geometry",
        "error invalid-geometry",
        "warning repaired-geometry",
      ]),
    );
  });

  it("are refused twice under one code, and in VN-2000 metres", async () => {
    const { report } = await importText(
      "communes",
      collection(commune({}), commune({}), commune({ code: "00009" }, square(588_000, 2_326_000, 10))),
    );
    expect(report.layers["communes"]).toMatchObject({ read: 3, added: 1, rejected: 2 });
    expect(
      report.issues.filter(({ severity }) => severity === "error").map(({ code, row }) => [code, row]),
    ).toEqual([
      ["duplicate-id", 2],
      ["invalid-geometry", 3],
    ]);
  });

  it("come in with code, name and population alone, the province unknown", async () => {
    const plain = {
      type: "Feature",
      properties: { code: "99901", name: "Xã Thử", population: 9000 },
      geometry: square(11, 49, 0.1),
    };
    const { report, sink } = await importText("communes", collection(plain));
    expect(sink.records("communes")).toMatchObject([
      { provinceCode: "00", provinceName: "Chưa rõ tỉnh", population: 9000 },
    ]);
    expect(report.issues).toMatchObject([
      { code: "missing-value", severity: "warning", field: "provinceCode" },
    ]);
  });

  it("take population totals from a table, and refuse codes that are not stored", async () => {
    const { sink } = await importText("communes", collection(commune({})));
    const { report } = await importText("population", "mã xã;dân số\n4;70.000\n00099;5000\n00004;1\n", sink);
    expect(sink.records("communes")[0]!.population).toBe(70_000);
    expect(report.layers["communes"]).toMatchObject({ read: 3, changed: 1, rejected: 2 });
    expect(report.issues.find(({ row }) => row === 3)).toMatchObject({
      code: "unknown-value",
      value: "00099",
    });
  });
});

describe.skipIf(!hasSharedData)(`real communes${absence}`, () => {
  const controlPath = sharedData("admin/provinces34.geojson");

  it("of Hà Nội all come in, 13 of them with an area that differs by more than 2 %", async () => {
    const { report, sink } = await importFile("communes", sharedData("admin/ha-noi.communes.geojson"), {
      controlPath,
    });
    expect(report.layers["communes"]).toMatchObject({ read: 126, added: 126, rejected: 0 });
    expect(report.issues.filter(({ code }) => code === "area-mismatch")).toHaveLength(13);
    expect(report.controls).toEqual([
      { name: "Hà Nội: số xã", expected: 126, found: 126 },
      { name: "Hà Nội: dân số", expected: 8_718_000, found: 8_328_858 },
    ]);
    expect(sink.records("communes").filter(({ kind }) => kind === "ward")).toHaveLength(51);
  });

  it("of Lào Cai come in, four of them with lost digits", async () => {
    const { report } = await importFile("communes", sharedData("admin/lao-cai.communes.geojson"));
    expect(report.layers["communes"]).toMatchObject({ read: 99, added: 99 });
    const lost = report.issues.filter(({ code }) => code === "lost-digits");
    expect(lost.map(({ recordId, value }) => [recordId, value])).toEqual([
      ["02725", "856"],
      ["02896", "88"],
      ["02905", "328"],
      ["04489", "265"],
    ]);
  });

  it("of all provinces show 119 figures with lost digits and 16 empty ones, Hoàng Sa among them", async () => {
    const path = sharedData("admin/communes3321_population.csv");
    const { report } = await importFile("population", path, { controlPath });
    const codes = report.issues.map(({ code }) => code);
    expect(codes.filter((code) => code === "lost-digits")).toHaveLength(119);
    expect(codes.filter((code) => code === "missing-value")).toHaveLength(16);
    expect(codes.filter((code) => code === "area-mismatch")).toHaveLength(294);
    expect(report.controls).toHaveLength(2 * 34);
    const rows = readFileSync(path, "utf8").trimEnd().split("\n").length - 1;
    expect(report.layers["communes"]).toEqual({
      read: rows,
      added: 0,
      changed: 0,
      unchanged: 0,
      rejected: rows,
    });
  });

  it("of provinces alone are a control, not communes", async () => {
    const { report, sink } = await importFile("communes", controlPath);
    expect(report.status).toBe("rejected");
    expect(report.issues).toMatchObject([{ code: "wrong-format", severity: "error" }]);
    expect(sink.size).toBe(0);
  });

  it("change nothing when imported again", async () => {
    const path = sharedData("admin/ha-noi.communes.geojson");
    const { sink } = await importFile("communes", path);
    const { report } = await importFile("communes", path, { sink });
    expect(report.layers["communes"]).toMatchObject({ added: 0, changed: 0, unchanged: 126 });
  });
});
