/** Plots where a station could stand, from a table or GeoJSON: points at the exit, or outlines. */
import { type CandidateSite, candidateSiteKindLabels } from "@firecover/domain";
import { multiPolygonAreaM2, ringCentroid } from "../geometry/rings.ts";
import { text } from "../issues.ts";
import type { Range } from "../table/cell-faults.ts";
import { type Cells, choicesOf } from "../table/cells.ts";
import type { Column } from "../table/columns.ts";
import { derivedId } from "../table/derived-id.ts";
import { type ProvinceBounds, placeAt, placeColumns, readPlace } from "../table/place.ts";
import { drawsSurface, readSurface, surfaceColumn } from "../table/surface.ts";
import {
  communeColumn,
  idColumn,
  nameColumn,
  originColumns,
  readCommuneCode,
  readId,
  readOrigin,
} from "./common-columns.ts";
import { conditionColumns } from "./condition-columns.ts";
import { exitOf } from "./plot-exit.ts";
import type { TableLayer } from "./table-layer.ts";

const kinds = choicesOf(candidateSiteKindLabels, { thửa: "plot", "khu đất": "plot", "vị trí": "generated" });

/** About 11 km: more is no plot. */
const limits = { name: text("một thửa đất", "plot"), widestDegrees: 0.1 };
/** Areas on paper and on the map differ by a little. */
const areaTolerance = 0.05;

const measureColumns: readonly Column[] = [
  {
    field: "areaSquareMetres",
    names: ["diện tích", "diện tích (m2)", "diện tích (m²)", "area", "area (m2)", "area_m2"],
  },
  {
    field: "roadWidthMetres",
    names: [
      "bề rộng đường",
      "đường tiếp giáp",
      "đường tiếp giáp (m)",
      "bề rộng đường tiếp giáp",
      "bề rộng đường (m)",
      "lộ giới",
      "road width",
      "road_width_m",
    ],
  },
  { field: "slopePercent", names: ["độ dốc", "độ dốc (%)", "slope", "slope (%)", "slope_percent"] },
  {
    field: "priceMillionDong",
    names: ["giá (triệu đồng)", "kinh phí (triệu đồng)", "giá", "kinh phí", "price", "price_million_dong"],
  },
  {
    field: "priceBillionDong",
    names: ["giá (tỷ đồng)", "kinh phí (tỷ đồng)", "tỷ đồng", "price_billion_dong"],
  },
];

export const candidateSitesLayer: TableLayer<"candidate-sites"> = {
  layer: "candidate-sites",
  columns: [
    { ...idColumn, names: [...idColumn.names, "mã vị trí", "mã thửa", "số"] },
    { ...nameColumn, names: [...nameColumn.names, "tên vị trí", "vị trí", "thửa đất"], isRequired: true },
    // A plot drawn as WKT needs no place of its own.
    ...placeColumns.map((column) => ({ ...column, isRequired: false })),
    surfaceColumn,
    { field: "exitLon", names: ["kinh độ lối ra", "exit lon", "exit_lon"] },
    { field: "exitLat", names: ["vĩ độ lối ra", "exit lat", "exit_lat"] },
    { field: "kind", names: ["loại", "type"] },
    ...measureColumns,
    communeColumn,
    { field: "note", names: ["ghi chú", "notes", "remark"] },
    ...originColumns,
  ],
  computedColumns: conditionColumns,
  read(cells, { origin, bounds }) {
    cells.recordId = cells.text("id");
    const name = cells.requiredText("name");
    const drawn = drawsSurface(cells) ? readSurface(cells, limits) : null;
    if (drawsSurface(cells) && !drawn) return [];
    // The id must not move with the exit, which follows the roads.
    const place = drawn
      ? placeAt(cells, ringCentroid(drawn.coordinates[0]![0]!), bounds)
      : readPlace(cells, bounds);
    const exit = readExit(cells, bounds);
    const id = readId(cells, () => derivedId("VT", [name], place ?? []));
    cells.recordId = id;
    const measured = drawn && Math.round(10 * multiPolygonAreaM2(drawn.coordinates)) / 10;
    const written = readLarge(cells, "areaSquareMetres", 50, { isPositive: true, max: 10_000_000 });
    if (written !== null && measured !== null) compareAreas(cells, written, measured);
    const record = {
      id: id as CandidateSite["id"],
      name,
      kind: cells.oneOf("kind", kinds) ?? ("plot" as const),
      geometry: drawn,
      areaSquareMetres: written ?? (measured || null),
      roadWidthMetres: cells.decimal("roadWidthMetres", { isPositive: true, max: 200 }),
      slopePercent: cells.decimal("slopePercent", { min: 0, max: 1000 }),
      priceMillionDong: readPrice(cells),
      communeCode: readCommuneCode(cells),
      note: readNote(cells),
      ...readOrigin(cells, origin),
    };
    const location = exit ?? place;
    return location && !cells.isFaulty ? [{ ...record, location }] : [];
  },

  /** Engines leave a drawn plot towards the nearest road that they may drive. */
  async complete(site, store, warn) {
    if (!site.geometry || !isMiddle(site)) return site;
    const exit = await exitOf(site.geometry, store);
    if (exit) return { ...site, location: exit };
    warn({
      code: "other",
      field: "geometry",
      reason: text(
        "Chưa có đường nào cho xe chữa cháy trong 100 m quanh thửa đất; lấy điểm giữa thửa làm lối ra.",
        "No road for engines is known within 100 m of the plot; its middle is taken as the exit.",
      ),
    });
    return site;
  },
};

/** Whether the exit is still the middle that stood in for it. */
function isMiddle({ geometry, location }: CandidateSite): boolean {
  const [lon, lat] = ringCentroid(geometry!.coordinates[0]![0]!);
  return lon === location[0] && lat === location[1];
}

function readExit(cells: Cells, bounds: ProvinceBounds) {
  const lon = cells.decimal("exitLon", { min: -180, max: 180 });
  const lat = cells.decimal("exitLat", { min: -90, max: 90 });
  if ((lon === null) !== (lat === null) && !cells.isFaulty) {
    cells.reject({
      code: "missing-value",
      field: lon === null ? "exitLon" : "exitLat",
      reason: text("Lối ra cần cả kinh độ và vĩ độ.", "An exit needs both longitude and latitude."),
    });
  }
  return lon === null || lat === null ? null : placeAt(cells, [lon, lat], bounds);
}

/**
 * `3.100` of a Vietnamese table means three thousand one hundred: no plot has 3.1 m², no station costs 46 million đồng.
 * Numbers of a GeoJSON are numbers already.
 */
function readLarge(cells: Cells, field: string, leastCredible: number, range: Range): number | null {
  const written = cells.text(field);
  const isGrouped = /^\d{1,3}[.,]\d{3}$/.test(written ?? "");
  const isTooSmall = Number(written?.replace(",", ".")) < leastCredible;
  return cells.geometry === undefined && isGrouped && isTooSmall
    ? cells.integer(field, range)
    : cells.decimal(field, range);
}

function readPrice(cells: Cells): number | null {
  const million = readLarge(cells, "priceMillionDong", 1000, { min: 0, max: 1e8 });
  const billion = cells.decimal("priceBillionDong", { min: 0, max: 1e5 });
  if (million !== null && billion !== null && Math.abs(million - billion * 1000) > 1e-6) {
    cells.reject({
      code: "total-mismatch",
      field: "priceBillionDong",
      reason: text(
        `Giá ${million} triệu đồng và ${billion} tỷ đồng không khớp nhau.`,
        `A price of ${million} million and one of ${billion} billion đồng do not agree.`,
      ),
    });
  }
  return million ?? (billion === null ? null : Math.round(billion * 1e9) / 1e6);
}

const longestNote = 2000;
function readNote(cells: Cells): string | null {
  const note = cells.text("note");
  if (note !== null && note.length > longestNote) {
    cells.reject({
      code: "out-of-range",
      field: "note",
      reason: text(
        `Ghi chú có ${note.length} ký tự, nhiều nhất là ${longestNote}.`,
        `The note has ${note.length} characters, at most ${longestNote} are kept.`,
      ),
    });
  }
  return note;
}

function compareAreas(cells: Cells, written: number, measured: number): void {
  if (Math.abs(written - measured) <= areaTolerance * measured) return;
  cells.warn({
    code: "area-mismatch",
    field: "areaSquareMetres",
    reason: text(
      `Diện tích ghi ${written} m² khác diện tích của hình vẽ ${measured} m²; giữ số đã ghi.`,
      `The area of ${written} m² differs from the ${measured} m² of the outline; the written one is kept.`,
    ),
  });
}
