import { describe, expect, it } from "vitest";
import { codesOf, importText } from "./files.ts";

describe("premises from a table", () => {
  const record = {
    id: "CS-1",
    name: "Karaoke Ánh Sao",
    category: "karaoke",
    location: [105.8512, 21.0281],
    storeys: 5,
    floorAreaM2: 450.5,
    lastInspectionDate: "2026-03-09",
    managementTier: "annex-1-commune",
    hazardClass: "high",
    source: expect.any(String),
    dataDate: "2026-11-22",
  };

  it.each([
    [
      "Vietnamese headers, semicolons, decimal commas and day-first dates",
      "Mã;Tên cơ sở;Kinh độ;Vĩ độ;Loại hình;Số tầng;Diện tích;Ngày kiểm tra\nCS-1;Karaoke Ánh Sao;105,8512;21,0281;Karaoke;5;450,5;09/03/2026\n",
    ],
    [
      "English headers, commas and ISO dates",
      "id,name,lon,lat,category,storeys,floor area,last inspection\nCS-1,Karaoke Ánh Sao,105.8512,21.0281,karaoke,5,450.5,2026-03-09\n",
    ],
    [
      "headers without accents, tabs, Windows line ends and a BOM",
      "\uFEFFMA\tTEN\tKINH DO\tVI DO\tLOAI\tSO TANG\tDIEN TICH\tKIEM TRA GAN NHAT\r\nCS-1\tKaraoke Ánh Sao\t105.8512\t21.0281\tKARAOKE\t5\t450,5\t9-3-2026\r\n",
    ],
  ])("reads %s", async (_, content) => {
    const { report, sink } = await importText("premises", content);
    expect(report.issues).toEqual([]);
    expect(report.status).toBe("accepted");
    expect(sink.records("premises")).toMatchObject([record]);
  });

  it("reads Excel's Unicode text, which is UTF-16", async () => {
    const content = "\uFEFFMã\tTên\tKinh độ\tVĩ độ\nCS-1\tChợ Đồng Xuân\t105.85\t21.03\n";
    const { sink } = await importText("premises", Buffer.from(content, "utf16le"));
    expect(sink.records("premises")).toMatchObject([{ name: "Chợ Đồng Xuân" }]);
  });

  it("refuses a table without a needed column, naming it and what it found", async () => {
    const { report, sink } = await importText("premises", "mã,tên,kinh,vĩ\n1,A,105.8,21\n");
    expect(report.status).toBe("rejected");
    const fault = report.issues.find(
      ({ code, severity }) => code === "wrong-header" && severity === "error",
    )!;
    expect(fault.reason.vi).toContain("kinh độ");
    expect(fault.reason.en).toContain("“vĩ”");
    expect(fault.suggestion?.en).toContain("storeys");
    expect(sink.size).toBe(0);
  });

  it("remarks on a column that it does not know and guesses the one meant", async () => {
    const { report } = await importText("premises", "tên,lon,lat,số tần\nA,105.8,21,3\n");
    expect(report.status).toBe("accepted-with-issues");
    expect(report.issues).toMatchObject([{ code: "wrong-header", severity: "warning", field: "số tần" }]);
    expect(report.issues[0]!.suggestion?.vi).toContain("số tầng");
  });

  it("rejects the rows that are wrong, with column, value and reason, and keeps the others", async () => {
    const { report, sink } = await importText(
      "premises",
      [
        "mã,tên,kinh độ,vĩ độ,loại,số tầng,ngày kiểm tra",
        "1,Tốt,105.8,21.0,Chợ,2,",
        "2,,105.8,21.0,Chợ,2,",
        "3,Chữ,abc,21.0,Chợ,2,",
        "4,Đổi chỗ,21.0,105.8,Chợ,2,",
        "5,Sai loại,105.8,21.0,Karaokee,2,",
        "6,Quá cao,105.8,21.0,Chợ,900,",
        "7,Ngày lạ,105.8,21.0,Chợ,2,31/02/2026",
        "1,Trùng,105.8,21.0,Chợ,2,",
        "9,Thừa ô,105,8,21,0,Chợ,2,",
        "10,Mét,588363,2326366,Chợ,2,",
        "",
      ].join("\n"),
    );
    expect(report.layers["premises"]).toMatchObject({ read: 10, added: 1, rejected: 9 });
    expect(sink.records("premises").map(({ name }) => name)).toEqual(["Tốt"]);
    const byRow = new Map(report.issues.map((issue) => [issue.row, issue]));
    expect(byRow.get(3)).toMatchObject({ code: "missing-value", field: "tên" });
    expect(byRow.get(4)).toMatchObject({ code: "not-a-number", field: "kinh độ", value: "abc" });
    expect(byRow.get(5)).toMatchObject({ code: "swapped-lon-lat", fix: "105.8; 21" });
    expect(byRow.get(6)).toMatchObject({ code: "unknown-value", value: "Karaokee" });
    expect(byRow.get(6)!.suggestion?.en).toContain("karaoke");
    expect(byRow.get(7)).toMatchObject({ code: "out-of-range", field: "số tầng", value: "900" });
    expect(byRow.get(8)).toMatchObject({ code: "invalid-date", value: "31/02/2026" });
    expect(byRow.get(9)).toMatchObject({ code: "duplicate-id", value: "1" });
    expect(codesOf(report)).toContain("error other");
    expect(
      report.issues.find(({ row, code }) => row === 11 && code === "out-of-range")!.suggestion?.en,
    ).toContain("VN-2000");
  });

  it("derives ids from name and place, so that a second import changes nothing", async () => {
    const content = "tên,kinh độ,vĩ độ\nChợ Hôm,105.85,21.02\nChợ Mơ,105.85,20.99\n";
    const first = await importText("premises", content);
    const second = await importText("premises", content, first.sink);
    // Sources differ by file name, and are part of a record: import the same file under one name.
    expect(first.report.layers["premises"]).toMatchObject({ added: 2 });
    expect(second.report.layers["premises"]).toMatchObject({ read: 2, added: 0 });
    expect(first.sink.records("premises").map(({ id }) => id)).toEqual([
      expect.stringMatching(/^CS-[0-9a-f]{14}$/),
      expect.stringMatching(/^CS-[0-9a-f]{14}$/),
    ]);
  });

  it("refuses a file with a NUL byte, telling the line", async () => {
    const { report, sink } = await importText("premises", "tên,lon,lat\nA,105.8,21\nB\0,105.8,21\n");
    expect(report.status).toBe("rejected");
    expect(report.issues).toMatchObject([{ code: "nul-byte", row: 3 }]);
    expect(sink.size).toBe(0);
  });

  it("refuses text that is not UTF-8", async () => {
    const { report } = await importText(
      "premises",
      Buffer.from([0x74, 0xea, 0x6e, 0x2c, 0x6c, 0x6f, 0x6e, 0x0a]),
    );
    expect(report.issues).toMatchObject([{ code: "bad-encoding" }]);
  });

  it("refuses a quotation mark that is never closed", async () => {
    const { report, sink } = await importText(
      "premises",
      'tên,lon,lat\nA,105.8,21\n"B,105.8,21\nC,105.8,21\n',
    );
    expect(report.issues).toMatchObject([{ code: "truncated", severity: "error" }]);
    expect(sink.size).toBe(0);
  });

  it("says that a table without rows is empty", async () => {
    const { report } = await importText("premises", "tên,lon,lat\n");
    expect(report.status).toBe("rejected");
    expect(report.issues[0]!.reason.vi).toBe("Bảng có tiêu đề nhưng không có dòng nào.");
  });
});

describe("other registers", () => {
  it("reads the vehicles of a station from one column or from a column per class", async () => {
    const { report, sink } = await importText(
      "fire-stations",
      'tên;kinh độ;vĩ độ;phương tiện;xe téc nước\nĐội 1;105,85;21,03;engine:2;1\nĐội 2;105,86;21,03;"xe chữa cháy:2;xe thang:1:under-repair";\n',
    );
    expect(report.issues).toEqual([]);
    expect(sink.records("fire-stations").map(({ vehicles }) => vehicles)).toEqual([
      [
        { vehicleClass: "engine", count: 2, state: "in-service" },
        { vehicleClass: "tanker", count: 1, state: "in-service" },
      ],
      [
        { vehicleClass: "engine", count: 2, state: "in-service" },
        { vehicleClass: "aerial", count: 1, state: "under-repair" },
      ],
    ]);
  });

  it("guesses the vehicle that a slip of the pen meant", async () => {
    const { report } = await importText("fire-stations", "name,lon,lat,vehicles\nA,105.8,21,engin:2\n");
    expect(report.issues).toMatchObject([{ code: "unknown-value", value: "engin:2" }]);
    expect(report.issues[0]!.suggestion?.en).toBe("Did you mean “engine”?");
  });

  it("leaves a source's state unknown where nobody says", async () => {
    const { sink } = await importText(
      "water-sources",
      "loại,kinh độ,vĩ độ,lưu lượng (l/s),tình trạng\nTrụ nước,105.8,21,15,\nbể nước,105.8,21.001,,Hỏng\n",
    );
    expect(sink.records("water-sources")).toMatchObject([
      { kind: "hydrant", state: "unknown", flowLps: 15 },
      { kind: "tank", state: "broken", flowLps: null },
    ]);
  });

  it("reads people at points", async () => {
    const { report, sink } = await importText(
      "population",
      "id,lon,lat,people\na,105.8,21,1.250\nb,105.8,21,12.5\n",
    );
    expect(sink.records("population-points").map(({ people }) => people)).toEqual([1.25, 12.5]);
    expect(report.layers["population-points"]).toMatchObject({ read: 2, added: 2 });
  });

  it("joins roads where they share a corner, and refuses one without a line", async () => {
    const line = (coordinates: number[][]) => ({ type: "LineString", coordinates });
    const feature = (properties: object, geometry: object | null) => ({
      type: "Feature",
      properties,
      geometry,
    });
    const { report, sink } = await importText(
      "roads",
      JSON.stringify({
        type: "FeatureCollection",
        features: [
          feature(
            { id: 1, class: "residential", width: "3,5" },
            line([
              [105.8, 21],
              [105.801, 21],
            ]),
          ),
          feature(
            { id: 2, class: "Ngõ, đường phụ" },
            line([
              [105.801, 21],
              [105.801, 21.001],
            ]),
          ),
          feature({ id: 3, class: "service" }, null),
        ],
      }),
    );
    const [first, second] = sink.records("roads");
    expect(first).toMatchObject({ id: 1, roadClass: "residential", widthMetres: 3.5 });
    expect(second!.roadClass).toBe("service");
    expect(first!.nodeIds[1]).toBe(second!.nodeIds[0]);
    expect(report.layers["roads"]).toMatchObject({ read: 3, added: 2, rejected: 1 });
    expect(report.issues).toMatchObject([{ code: "invalid-geometry", row: 3 }]);
  });

  it("reads roads from a table with the course as WKT", async () => {
    const { sink } = await importText(
      "roads",
      'id;loại đường;bề rộng;wkt\n7;residential;4;"LINESTRING (105.8 21, 105.81 21, 105.81 21.01)"\n',
    );
    expect(sink.records("roads")).toMatchObject([{ id: 7, widthMetres: 4, nodeIds: expect.any(Array) }]);
    expect(sink.records("roads")[0]!.geometry.coordinates).toHaveLength(3);
  });

  it("reads a GeoJSON register by the same words as a table", async () => {
    const { report, sink } = await importText(
      "premises",
      JSON.stringify({
        type: "FeatureCollection",
        features: [
          {
            type: "Feature",
            id: "P1",
            properties: { "Tên cơ sở": "Kho Đức Giang", Loại: "Kho", "số tầng": 1, extra: { a: 1 } },
            geometry: { type: "Point", coordinates: [105.9, 21.06] },
          },
        ],
      }),
    );
    expect(report.issues).toEqual([]);
    expect(sink.records("premises")).toMatchObject([
      { id: "P1", name: "Kho Đức Giang", category: "warehouse", storeys: 1, location: [105.9, 21.06] },
    ]);
  });
});

describe("rows that say they are invented", () => {
  it("are marked synthetic, the others not", async () => {
    const { sink } = await importText("premises", "tên,lon,lat,minh họa\nA,105.8,21,có\nB,105.8,21,\n");
    expect(sink.records("premises").map(({ isSynthetic }) => isSynthetic)).toEqual([true, false]);
  });
});
