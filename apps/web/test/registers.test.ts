/** The registers' pure parts: inspections, what people type, drafts, CSV. */
import { csvCell, csvText, FireStation, hazardClassLabels, Premises, WaterSource } from "@firecover/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { siteRegistersEn } from "../src/i18n/site-registers.en.ts";
import { siteRegistersVi } from "../src/i18n/site-registers.vi.ts";
import { candidateSitesRegister } from "../src/registers/candidate-sites-register.tsx";
import { checkRecord, serverFault } from "../src/registers/check-record.ts";
import { csvTable } from "../src/registers/csv-rows.ts";
import { draftOf, readDraft } from "../src/registers/draft.ts";
import { exclusionZonesRegister } from "../src/registers/exclusion-zones-register.tsx";
import { fireStationsRegister } from "../src/registers/fire-stations-register.tsx";
import { gapIndexOf } from "../src/registers/gap-index.ts";
import { daysBetween, inspectionOf } from "../src/registers/inspection.ts";
import { newRecord, suggestedId } from "../src/registers/new-record.ts";
import { draftOfPlace } from "../src/registers/picked-place.ts";
import { premisesRegister } from "../src/registers/premises-register.tsx";
import { RegistersSearch } from "../src/registers/registers-search.ts";
import { roadsRegister } from "../src/registers/roads-register.tsx";
import { readCoordinate, readDate, readNumber, writeDate, writeNumber } from "../src/registers/typed-text.ts";
import { readVehicles, writeVehicles } from "../src/registers/vehicles-text.ts";
import { waterSourcesRegister } from "../src/registers/water-sources-register.tsx";
import { textIn } from "./text-in.ts";

const market = Premises.parse({
  id: "CS-01-00233",
  name: "Chợ Ngã Tư Mới",
  address: null,
  category: "market",
  managementTier: "annex-2-group-1",
  hazardClass: "high",
  communeCode: "00199",
  location: [105.8348, 21.0212],
  storeys: 2,
  floorAreaM2: 1250.5,
  volumeM3: null,
  occupants: 400,
  lastInspectionDate: "2026-05-20",
  nextInspectionDate: "2026-11-10",
  openViolations: 1,
  source: "Sổ quản lý phường",
  dataDate: "2026-11-01",
  isSynthetic: true,
});

describe("periodic inspections on 22 November 2026", () => {
  const on = (next: string | null, last: string | null) =>
    inspectionOf({ lastInspectionDate: last, nextInspectionDate: next }, "2026-11-22");

  it("count the days overdue and the days left", () => {
    expect(on("2026-10-19", null)).toEqual({ state: "overdue", days: 34 });
    expect(on("2026-11-21", "2026-01-01")).toEqual({ state: "overdue", days: 1 });
    expect(on("2026-11-22", null)).toEqual({ state: "due", days: 0 });
    expect(on("2026-12-04", null)).toEqual({ state: "due", days: 12 });
    expect(on("2026-12-22", null)).toEqual({ state: "due", days: 30 });
  });

  it("are done when the next one is more than 30 days off, and unknown without any date", () => {
    expect(on("2026-12-23", "2026-08-03")).toEqual({ state: "done", date: "2026-08-03", isPlanned: false });
    expect(on("2027-03-01", null)).toEqual({ state: "done", date: "2027-03-01", isPlanned: true });
    expect(on(null, "2026-08-03")).toEqual({ state: "done", date: "2026-08-03", isPlanned: false });
    expect(on(null, null)).toEqual({ state: "none" });
  });

  it("are counted in calendar days across the end of a leap February", () => {
    expect(daysBetween("2028-02-28", "2028-03-01")).toBe(2);
    expect(daysBetween("2026-02-28", "2026-03-01")).toBe(1);
  });
});

describe("what people type", () => {
  it("takes a decimal comma or point, and refuses what has two meanings", () => {
    expect(readNumber("7,5")).toEqual({ value: 7.5 });
    expect(readNumber(" 1200 ")).toEqual({ value: 1200 });
    expect(readNumber("0,125")).toEqual({ value: 0.125 });
    expect(readNumber("1.200")).toEqual({ fault: "ambiguous" });
    expect(readNumber("12,000.000")).toEqual({ fault: "ambiguous" });
    expect(readNumber("1.2.00")).toEqual({ fault: "not-a-number" });
    expect(readNumber("khoảng 5")).toEqual({ fault: "not-a-number" });
    expect(readCoordinate("105,834")).toEqual({ value: 105.834 });
  });

  it("takes days as people and as computers write them, and no day that does not exist", () => {
    expect(readDate("22/11/2026")).toEqual({ value: "2026-11-22" });
    expect(readDate("2-3-2026")).toEqual({ value: "2026-03-02" });
    expect(readDate("2026-11-22")).toEqual({ value: "2026-11-22" });
    expect(readDate("31/02/2026")).toEqual({ fault: "no-such-day" });
    expect(readDate("29/02/2028")).toEqual({ value: "2028-02-29" });
    expect(readDate("hôm qua")).toEqual({ fault: "not-a-date" });
  });

  it("reads back every number and day it writes", () => {
    const tenths = fc.integer({ min: -99_999, max: 99_999 }).map((value) => value / 10);
    fc.assert(fc.property(tenths, (value) => void expect(readNumber(writeNumber(value))).toEqual({ value })));
    const days = fc
      .date({ min: new Date("1990-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(fc.property(days, (value) => void expect(readDate(writeDate(value))).toEqual({ value })));
  });
});

describe("a record's form", () => {
  it("gives back the record that it shows", () => {
    for (const [register, record] of [
      [premisesRegister, market],
      [waterSourcesRegister, hydrant],
      [fireStationsRegister, station],
    ] as const) {
      const { values, faults } = readDraft(register.fields, draftOf(register.fields, record));
      expect(faults).toEqual([]);
      expect(values).toEqual(record);
    }
  });

  it("names every fault by its field", () => {
    const draft = {
      ...draftOf(premisesRegister.fields, market),
      name: " ",
      latitude: "210,2",
      storeys: "2,5",
      floorAreaM2: "1.200",
      lastInspectionDate: "31/02/2026",
    };
    const { faults } = readDraft(premisesRegister.fields, draft);
    expect(faults.map(({ key, message }) => [key, message])).toEqual([
      ["name", "registers.fault.missing"],
      ["latitude", "registers.fault.above"],
      ["storeys", "registers.fault.notWhole"],
      ["floorAreaM2", "registers.fault.ambiguous"],
      ["lastInspectionDate", "registers.fault.noSuchDay"],
    ]);
    expect(
      textIn("vi").t("registers.fault.line", {
        field: "Ngày kiểm tra",
        fault: textIn("vi").t("registers.fault.noSuchDay"),
      }),
    ).toBe("Ngày kiểm tra: ngày không tồn tại");
  });

  it("holds the next inspection to be after the last", () => {
    const draft = { ...draftOf(premisesRegister.fields, market), nextInspectionDate: "19/05/2026" };
    const checked = checkRecord(premisesRegister.fields, premisesRegister.schema, draft, market);
    expect(checked).toEqual({
      faults: [{ key: "nextInspectionDate", message: "registers.fault.nextBeforeLast" }],
    });
  });

  it("puts the server's faults on the field they speak of", () => {
    const { fields } = premisesRegister;
    expect(serverFault(fields, ["json", "location", "1"], "out of range").key).toBe("latitude");
    expect(serverFault(fields, ["json", "storeys"], "too big").key).toBe("storeys");
  });

  it("keeps the vehicles of a station whatever they are", () => {
    const vehicles = fc.array(
      fc.record({
        vehicleClass: fc.constantFrom("engine", "tanker", "mini-engine" as const),
        count: fc.nat(50),
        state: fc.constantFrom("in-service", "under-repair", "retired" as const),
      }),
    ) as fc.Arbitrary<FireStation["vehicles"]>;
    fc.assert(fc.property(vehicles, (list) => void expect(readVehicles(writeVehicles(list))).toEqual(list)));
    expect(readVehicles("engine:hai:in-service")).toBeNull();
    expect(readVehicles("spaceship:1:in-service")).toBeNull();
  });

  it("takes a place picked on the map to a tenth of a metre, with its commune", () => {
    expect(draftOfPlace({ lonLat: [105.83481234567, 21.0212], communeCode: "00199" })).toEqual({
      longitude: "105,834812",
      latitude: "21,0212",
      communeCode: "00199",
    });
    expect(suggestedId("premises", "2026-11-22", () => 0.5)).toMatch(/^CS-20261122-[0-9A-Z]{4}$/);
  });
});

describe("the register as CSV", () => {
  const communes = new Map([["00199", "Phường Ô Chợ Dừa"]]);

  it("has Vietnamese heads, and says first which rows are invented", () => {
    const { heads, rows } = csvTable(
      premisesRegister.fields,
      [market, { ...market, isSynthetic: false }],
      communes,
      textIn("vi"),
    );
    expect(heads.slice(0, 3)).toEqual(["Ghi chú", "Mã số", "Tên cơ sở"]);
    expect(heads).toContain("Diện tích sàn (m²)");
    expect(rows[0]!.slice(0, 3)).toEqual(["Số liệu minh họa", "CS-01-00233", "Chợ Ngã Tư Mới"]);
    expect(rows[1]![0]).toBe("");
    expect(rows[0]![heads.indexOf("Xã, phường")]).toBe("Phường Ô Chợ Dừa");
    expect(rows[0]![heads.indexOf("Diện tích sàn (m²)")]).toBe("1250,5");
    expect(rows[0]![heads.indexOf("Ngày kiểm tra tới")]).toBe("10/11/2026");
    expect(rows[0]![heads.indexOf("Nhóm nguy hiểm")]).toBe(hazardClassLabels.high.vi);
  });

  it("has no such column where nothing is invented", () => {
    const { heads } = csvTable(
      premisesRegister.fields,
      [{ ...market, isSynthetic: false }],
      communes,
      textIn("en"),
    );
    expect(heads[0]).toBe("Code");
  });

  it("lets no cell run as a formula and keeps every cell a cell", () => {
    expect(csvCell('=HYPERLINK("x")')).toBe('"\'=HYPERLINK(""x"")"');
    expect(csvCell("@SUM(1)")).toBe("'@SUM(1)");
    expect(csvCell("-12,5")).toBe('"-12,5"');
    expect(csvText(["a"], [["b"]])).toBe("\uFEFFa\r\nb\r\n");
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cell = csvCell(text);
        const inside = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
        expect(inside === text || inside === `'${text}`).toBe(true);
        expect(/^[=@+\t\r\n]/.test(inside) && !/^\+?\d/.test(inside)).toBe(false);
        if (!cell.startsWith('"')) expect(cell).not.toMatch(/[",;\r\n]/);
      }),
    );
  });
});

describe("the registers' address", () => {
  it("becomes the server's own filter words", () => {
    const search = RegistersSearch.parse({
      q: "hoa sua",
      tier: "dwelling",
      gap: "water",
      waterState: "broken",
      from: "50",
    });
    expect(premisesRegister.listParams(search)).toMatchObject({
      q: "hoa sua",
      managementTier: "dwelling",
      gap: "water",
    });
    expect(waterSourcesRegister.listParams(search)).toMatchObject({ q: "hoa sua", state: "broken" });
    expect(search.from).toBe(50);
  });

  it("drops what it does not know instead of failing", () => {
    const search = RegistersSearch.parse({ register: "aliens", commune: "1", gap: "money", from: "-3" });
    expect(Object.values(search).every((value) => value === undefined)).toBe(true);
  });
});

it("reads gaps of a run by premises, unmeasured as failing", () => {
  const answers = {
    responseMillis: Uint32Array.of(599_999, 600_001),
    accessOk: Uint8Array.of(1, 0),
    waterOk: Uint8Array.of(0, 1),
    forceOk: Uint8Array.of(1, 0),
  };
  const columns = { count: 2, certain: answers } as unknown as Parameters<typeof gapIndexOf>[0];
  const gaps = gapIndexOf(columns, [{ id: "near" }, { id: "far" }], 600_000);
  expect(gaps.get("near")).toEqual(["water"]);
  expect(gaps.get("far")).toEqual(["time", "access", "force"]);
});

const hydrant = WaterSource.parse({
  id: "TN-0417",
  name: null,
  kind: "hydrant",
  state: "unknown",
  location: [105.83, 21.03],
  communeCode: null,
  flowLps: null,
  volumeM3: null,
  pipeDiameterMm: 110,
  pressureBar: 1.5,
  liftMetres: null,
  lastCheckDate: "2026-09-05",
  source: "Sổ nguồn nước",
  dataDate: "2026-09-05",
  isSynthetic: false,
});

const station = FireStation.parse({
  id: "KV-3",
  name: "Đội Chữa cháy và CNCH khu vực số 3",
  kind: "area-team",
  location: [105.82, 21.04],
  address: "Phố Ngọc Hà",
  communeCode: "00199",
  turnoutSeconds: 60,
  crewOnDuty: 12,
  vehicles: [
    { vehicleClass: "engine", count: 2, state: "in-service" },
    { vehicleClass: "tanker", count: 1, state: "under-repair" },
  ],
  source: "Sổ đội",
  dataDate: "2026-10-01",
  isSynthetic: false,
});

it("saves a road whose width was measured without touching what came from the map", () => {
  const road = {
    id: 99000000002,
    name: "Ngõ 31 Phố Ngọc Hân",
    roadClass: "residential",
    direction: "both",
    engineAccess: "yes",
    maxSpeedKph: null,
    widthMetres: null,
    maxHeightMetres: null,
    maxWeightTonnes: null,
    geometry: {
      type: "LineString",
      coordinates: [
        [105.83, 21.03],
        [105.831, 21.03],
      ],
    },
    source: "OpenStreetMap",
    dataDate: "2026-10-01",
    isSynthetic: false,
  };
  const draft = { ...draftOf(roadsRegister.fields, road), widthMetres: "3,2" };
  const checked = checkRecord(roadsRegister.fields, roadsRegister.schema, draft, road);
  expect(checked).toEqual({ record: { ...road, widthMetres: 3.2 } });
});

describe("registers for siting", () => {
  it("say the same in both languages, with the same values", () => {
    expect(Object.keys(siteRegistersVi)).toEqual(Object.keys(siteRegistersEn));
    for (const words of Object.values(siteRegistersVi)) expect(words).toBe(words.normalize("NFC"));
  });

  it("add a plot from a filled-in form, what was not measured left unknown", () => {
    const { fields, schema } = candidateSitesRegister;
    const start = newRecord("candidate-sites", "2026-11-22", false, "Nhập tay");
    const draft = {
      ...draftOf(fields, start),
      name: "Ô Chợ Dừa, phố Hào Nam",
      longitude: "105,8291",
      latitude: "21,0225",
      areaSquareMetres: "3100",
      priceMillionDong: "46000",
    };
    const checked = checkRecord(fields, schema, draft, start);
    expect(checked).toMatchObject({
      record: {
        kind: "plot",
        location: [105.8291, 21.0225],
        geometry: null,
        areaSquareMetres: 3100,
        roadWidthMetres: null,
        slopePercent: null,
        priceMillionDong: 46_000,
        isSynthetic: false,
      },
    });
    const wrong = checkRecord(fields, schema, { ...draft, areaSquareMetres: "0", name: "" }, start);
    expect("faults" in wrong && wrong.faults.map(({ key }) => key)).toEqual(["name", "areaSquareMetres"]);
  });

  it("keep a zone's outline when its name is changed, and draw it", () => {
    const ring = [
      [105, 21],
      [106, 21],
      [106, 22],
      [105, 21],
    ];
    const zone = exclusionZonesRegister.schema.parse({
      id: "VC-1",
      name: "Vùng ngập",
      kind: "flood",
      geometry: { type: "MultiPolygon", coordinates: [[ring]] },
      source: "thử",
      dataDate: "2026-11-01",
      isSynthetic: true,
    });
    const { fields, schema, geometryOf } = exclusionZonesRegister;
    const draft = { ...draftOf(fields, zone as never), name: "Vùng ngập sông Thao" };
    expect(checkRecord(fields, schema, draft, zone as never)).toEqual({
      record: { ...zone, name: "Vùng ngập sông Thao" },
    });
    expect(geometryOf(zone)).toEqual({ type: "LineString", coordinates: ring });
  });
});
