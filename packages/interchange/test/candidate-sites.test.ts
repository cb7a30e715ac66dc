import { CandidateSite, ExclusionZone, type Road } from "@firecover/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codesOf, importFile, importText, writeInput } from "./files.ts";
import { createMemorySink } from "./memory-sink.ts";

const provenance = { source: "đường", dataDate: "2026-11-22", isSynthetic: false };

/** One degree of latitude is 111,195 m, of longitude here 103,811 m. */
const south = 21;
const west = 105;
const metresLat = (metres: number) => south + metres / 111_195.08;
const metresLon = (metres: number) => west + metres / (111_195.08 * Math.cos((21 * Math.PI) / 180));

const road = (id: number, coordinates: [number, number][], more: Partial<Road> = {}): Road => ({
  id: id as Road["id"],
  name: `Phố ${id}`,
  roadClass: "residential",
  direction: "both",
  engineAccess: "yes",
  maxSpeedKph: null,
  widthMetres: null,
  maxHeightMetres: null,
  maxWeightTonnes: null,
  nodeIds: coordinates.map((_, i) => id * 10 + i),
  geometry: { type: "LineString", coordinates },
  ...provenance,
  ...more,
});

/** 50 m wide from west to east, 60 m from south to north. */
const plot = {
  type: "Polygon",
  coordinates: [
    [
      [metresLon(0), metresLat(0)],
      [metresLon(50), metresLat(0)],
      [metresLon(50), metresLat(60)],
      [metresLon(0), metresLat(60)],
      [metresLon(0), metresLat(0)],
    ],
  ],
};

const features = (...all: { geometry: unknown; properties?: object; id?: string }[]) =>
  JSON.stringify({
    type: "FeatureCollection",
    features: all.map((one) => ({ type: "Feature", properties: {}, ...one })),
  });

async function withRoads(...roads: Road[]) {
  const sink = createMemorySink();
  await sink.transaction((store) => store.upsert("roads", roads), { isDryRun: false });
  return sink;
}

/** Along the southern side, 8 m off; along the western side, `offset` m off. */
const southern = road(1, [
  [metresLon(-200), metresLat(-8)],
  [metresLon(200), metresLat(-8)],
]);
const western = (offset: number, more: Partial<Road> = {}) =>
  road(
    2,
    [
      [metresLon(-offset), metresLat(-200)],
      [metresLon(-offset), metresLat(200)],
    ],
    more,
  );

describe("plots", () => {
  it("come from a table with Vietnamese headings and prices in billions", async () => {
    const { report, sink } = await importText(
      "candidate-sites",
      "Mã vị trí;Tên vị trí;Kinh độ;Vĩ độ;Diện tích (m²);Đường tiếp giáp (m);Độ dốc (%);Giá (tỷ đồng);Ghi chú\n" +
        '7;"Ô Chợ Dừa, phố Hào Nam";105,8291;21,0225;3.100;12,5;1,5;46;Đất công\n' +
        "8;Thửa chưa đo;105,83;21,02;;;;;\n",
    );
    expect(codesOf(report)).toEqual(["warning number-format"]); // 3.100 may be read two ways
    expect(sink.records("candidate-sites")).toEqual([
      CandidateSite.parse({
        id: "7",
        name: "Ô Chợ Dừa, phố Hào Nam",
        kind: "plot",
        location: [105.8291, 21.0225],
        geometry: null,
        areaSquareMetres: 3100,
        roadWidthMetres: 12.5,
        slopePercent: 1.5,
        priceMillionDong: 46_000,
        communeCode: null,
        note: "Đất công",
        ...provenance,
        source: report.file,
      }),
      expect.objectContaining({
        id: "8",
        areaSquareMetres: null,
        roadWidthMetres: null,
        slopePercent: null,
        priceMillionDong: null,
        note: null,
      }),
    ]);
  });

  it("drawn as outlines have their area from the outline and their exit at the road", async () => {
    const sink = await withRoads(southern, western(30));
    const { report } = await importText(
      "candidate-sites",
      features({ geometry: plot, properties: { name: "A" } }),
      sink,
    );
    const [site] = sink.records("candidate-sites");
    expect(report.status).toBe("accepted");
    expect(Math.abs(site!.areaSquareMetres! - 3000)).toBeLessThan(1);
    expect(site!.location[1]).toBeCloseTo(metresLat(0), 6); // the southern side, not the western one
    expect(site!.geometry?.type).toBe("MultiPolygon");
  });

  it("are left towards a road that engines may drive, though an alley or a closed road is nearer", async () => {
    for (const more of [{ widthMetres: 2.5 }, { engineAccess: "no" }, { roadClass: "footway" }] as const) {
      const sink = await withRoads(southern, western(3, more));
      await importText("candidate-sites", features({ geometry: plot, properties: { name: "A" } }), sink);
      const [lon, lat] = sink.records("candidate-sites")[0]!.location;
      expect(lat).toBeCloseTo(metresLat(0), 6);
      expect(lon).toBeGreaterThanOrEqual(metresLon(0) - 1e-7);
    }
    const open = await withRoads(southern, western(3));
    await importText("candidate-sites", features({ geometry: plot, properties: { name: "A" } }), open);
    expect(open.records("candidate-sites")[0]!.location[0]).toBeCloseTo(metresLon(0), 6);
  });

  it("far from every road have their middle for an exit, and that is said", async () => {
    const { report, sink } = await importText(
      "candidate-sites",
      features({ geometry: plot, properties: { name: "A" } }),
    );
    const [site] = sink.records("candidate-sites");
    expect(site!.location[0]).toBeCloseTo(metresLon(25), 6);
    expect(site!.location[1]).toBeCloseTo(metresLat(30), 6);
    expect(codesOf(report)).toEqual(["warning other"]);
    expect(report.issues[0]).toMatchObject({ row: 1, field: "geometry" });
  });

  it("keep an exit and an area that the file gives, and a wide difference is said", async () => {
    const sink = await withRoads(southern);
    const { report } = await importText(
      "candidate-sites",
      features({
        geometry: plot,
        properties: { name: "A", exitLon: metresLon(50), exitLat: metresLat(60), area: 2000 },
      }),
      sink,
    );
    const [site] = sink.records("candidate-sites");
    expect(site).toMatchObject({ location: [metresLon(50), metresLat(60)], areaSquareMetres: 2000 });
    expect(codesOf(report)).toEqual(["warning area-mismatch"]);
  });

  it("may be drawn as WKT in a table", async () => {
    const ring = plot.coordinates[0]!.map((position) => position.join(" ")).join(", ");
    const { sink } = await importText(
      "candidate-sites",
      `tên,ranh giới\nA,"POLYGON((${ring}))"\nB,"MULTIPOLYGON(((${ring})))"\n`,
    );
    const [a, b] = sink.records("candidate-sites");
    expect(a!.geometry).toEqual({ type: "MultiPolygon", coordinates: [plot.coordinates] });
    expect(b!.geometry).toEqual(a!.geometry);
  });

  it("listed with their conditions come back without a word on verdicts, and keep source and day", async () => {
    const { report, sink } = await importText(
      "candidate-sites",
      "slope,slope measured,slope at,name,lon,lat,slopePercent,source,dataDate,verdict\n" +
        "not-met,12,,A,105,21,12,Sổ đất,2025-01-31,not-met\n" +
        "met,3,,B,105,21,3,,,met\n",
    );
    expect(report.issues).toEqual([]);
    expect(sink.records("candidate-sites")).toMatchObject([
      { slopePercent: 12, source: "Sổ đất", dataDate: "2025-01-31" },
      { slopePercent: 3, source: report.file, dataDate: "2026-11-22" },
    ]);
  });

  it("may have a slope in a column of that name, and other columns are still warned of", async () => {
    const { report, sink } = await importText(
      "candidate-sites",
      "name,lon,lat,slope,crowded-exit,slope at\nA,105,21,2.5,met,x\n",
    );
    expect(sink.records("candidate-sites")[0]!.slopePercent).toBe(2.5);
    expect(report.issues.map(({ field, severity }) => [field, severity])).toEqual([
      ["crowded-exit", "warning"],
      ["slope at", "warning"],
    ]);
  });

  it("have each fault named with row and column, and the sound ones go in", async () => {
    const { report, sink } = await importText(
      "candidate-sites",
      "mã,tên,lon,lat,diện tích,độ dốc,giá (triệu đồng),giá (tỷ đồng),ranh giới\n" +
        "1,Tốt,105,21,2500,2,1000,1,\n" +
        "2,Không diện tích,105,21,0,,,,\n" +
        "3,Dốc âm,105,21,,-1,,,\n" +
        "4,Giá lệch,105,21,,,1000,2,\n" +
        "5,,105,21,,,,,\n" +
        "6,Không chỗ,,,,,,,\n" +
        "7,WKT hỏng,,,,,,,POLYGON((105 21)\n" +
        "1,Trùng mã,105,21,,,,,\n",
    );
    expect(report.layers["candidate-sites"]).toMatchObject({ read: 8, added: 1, rejected: 7 });
    expect(
      report.issues
        .filter(({ severity }) => severity === "error")
        .map(({ row, field, code }) => [row, field, code]),
    ).toEqual([
      [3, "diện tích", "out-of-range"],
      [4, "độ dốc", "out-of-range"],
      [5, "giá (tỷ đồng)", "total-mismatch"],
      [6, "tên", "missing-value"],
      [7, "lon", "missing-value"],
      [7, "lat", "missing-value"],
      [8, "ranh giới", "invalid-geometry"],
      [9, "mã", "duplicate-id"],
    ]);
    expect(sink.records("candidate-sites").map(({ id }) => id)).toEqual(["1"]);
  });

  it("that cross themselves or span a province are refused", async () => {
    const [a, b, c, d] = plot.coordinates[0]!;
    const bowTie = { type: "Polygon", coordinates: [[a, c, b, d, a]] };
    const wide = { type: "Polygon", coordinates: [[a, [106, 21], [106, 22], a]] };
    const { report } = await importText(
      "candidate-sites",
      features(
        { geometry: bowTie, properties: { name: "A" } },
        { geometry: wide, properties: { name: "B" } },
      ),
    );
    expect(codesOf(report)).toEqual(["error invalid-geometry", "error invalid-geometry"]);
    expect(report.status).toBe("rejected");
  });

  it("come in once: the same file again changes nothing, whatever it holds", async () => {
    const row = fc.record({
      name: fc.constantFrom("A", "B", "C", "D"),
      lon: fc.integer({ min: 0, max: 50 }).map((n) => 105 + n / 100),
      area: fc.option(fc.integer({ min: 1, max: 9999 }), { nil: "" }),
      isDrawn: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
        const sink = await withRoads(southern, western(30));
        const file = writeInput(
          features(
            ...rows.map(({ name, lon, area, isDrawn }) => ({
              geometry: isDrawn ? plot : { type: "Point", coordinates: [lon, 21] },
              properties: { name, area },
            })),
          ),
        );
        const first = await importFile("candidate-sites", file, { sink });
        const counts = first.report.layers["candidate-sites"]!;
        expect(counts.added + counts.rejected).toBe(rows.length);
        const before = sink.records("candidate-sites");
        for (const site of before) expect(CandidateSite.parse(site)).toEqual(site);
        const again = await importFile("candidate-sites", file, { sink });
        expect(again.report.layers["candidate-sites"]).toMatchObject({ added: 0, unchanged: counts.added });
      }),
      { numRuns: 60 },
    );
  });
});

describe("exclusion zones", () => {
  it("come from polygons, named after their kind where nobody named them", async () => {
    const { report, sink } = await importText(
      "exclusion-zones",
      features(
        { geometry: plot, properties: { "Loại vùng": "Vùng ngập" } },
        { geometry: plot, properties: { "Loại vùng": "di tích", Tên: "Thành cổ" }, id: "Z-2" },
      ),
    );
    expect(report.status).toBe("accepted");
    const zones = sink.records("exclusion-zones");
    expect(zones.map(({ name, kind }) => [name, kind])).toEqual([
      ["Vùng ngập", "flood"],
      ["Thành cổ", "forbidden"],
    ]);
    for (const zone of zones) expect(ExclusionZone.parse(zone)).toEqual(zone);
  });

  it("need a kind that is known and a surface", async () => {
    const { report } = await importText(
      "exclusion-zones",
      features(
        { geometry: plot, properties: { kind: "lụt" } },
        { geometry: plot, properties: { kind: null } },
        { geometry: { type: "Point", coordinates: [105, 21] }, properties: { kind: "flood" } },
      ),
    );
    expect(report.issues.map(({ row, field, code }) => [row, field, code])).toEqual([
      [1, "kind", "unknown-value"],
      [2, "kind", "missing-value"],
      [3, "geometry", "invalid-geometry"],
    ]);
    expect(report.status).toBe("rejected");
  });
});
