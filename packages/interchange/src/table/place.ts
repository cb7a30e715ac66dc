/** Longitude and latitude of a row: out of range, swapped, or far from the province. */
import type { LonLat } from "@firecover/domain";
import { convertToDegrees, looksLikeMetres } from "../geometry/beyond-degrees.ts";
import type { Position } from "../geometry/rings.ts";
import { text } from "../issues.ts";
import type { CellFault } from "./cell-faults.ts";
import { missingValue } from "./cell-faults.ts";
import type { Cells } from "./cells.ts";
import type { Column } from "./columns.ts";

/** `[west, south, east, north]` of the stored communes; null before any are known. */
export type ProvinceBounds = [number, number, number, number] | null;

export const placeColumns: readonly Column[] = [
  {
    field: "lon",
    names: ["kinh độ", "longitude", "lng", "long", "x", "kinh do wgs84", "toa do x", "tọa độ kinh độ"],
    isRequired: true,
  },
  {
    field: "lat",
    names: ["vĩ độ", "latitude", "y", "vi do wgs84", "toa do y", "tọa độ vĩ độ"],
    isRequired: true,
  },
];

/** About 5 km: places just outside the border are someone's neighbour, not an error. */
const marginDegrees = 0.05;

export function readPlace(cells: Cells, bounds: ProvinceBounds): LonLat | null {
  const lon = cells.decimal("lon");
  const lat = cells.decimal("lat");
  if (isShapeless(cells)) {
    cells.reject(shapeless);
    return null;
  }
  for (const field of ["lon", "lat"]) if (cells.text(field) === null) cells.reject(missingValue(field));
  return lon === null || lat === null ? null : placeAt(cells, [lon, lat], bounds);
}

/** The place itself, unless it is none on Earth or its two numbers have changed places. */
export function placeAt(cells: Cells, [lon, lat]: Position, bounds: ProvinceBounds): LonLat | null {
  const isOnEarth = Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
  const isSwappedOnEarth = Math.abs(lat) <= 180 && Math.abs(lon) <= 90;
  const isSwapped = bounds
    ? !isWithin(lon, lat, bounds) && isWithin(lat, lon, bounds)
    : !isOnEarth && isSwappedOnEarth;
  if (isSwapped) {
    cells.reject({
      code: "swapped-lon-lat",
      field: "lon",
      value: `${lon}; ${lat}`,
      reason: text(
        `Kinh độ ${lon} và vĩ độ ${lat} bị đổi chỗ cho nhau.`,
        `Longitude ${lon} and latitude ${lat} have changed places.`,
      ),
      suggestion: text(`Kinh độ ${lat}, vĩ độ ${lon}.`, `Longitude ${lat}, latitude ${lon}.`),
      fix: `${lat}; ${lon}`,
    });
    return null;
  }
  if (!isOnEarth) {
    cells.reject({
      code: "out-of-range",
      field: Math.abs(lon) > 180 ? "lon" : "lat",
      reason: text(
        `Không có nơi nào ở kinh độ ${lon}, vĩ độ ${lat}.`,
        `There is no place at longitude ${lon}, latitude ${lat}.`,
      ),
      suggestion: looksLikeMetres([lon, lat]) ? convertToDegrees : null,
    });
    return null;
  }
  if (lon === 0 && lat === 0) {
    cells.reject({
      code: "out-of-range",
      field: "lon",
      value: "0; 0",
      reason: text(
        "Kinh độ 0, vĩ độ 0 nằm giữa đại dương: chưa có tọa độ.",
        "Longitude 0, latitude 0 lies in the ocean: the place is not known yet.",
      ),
    });
    return null;
  }
  if (bounds && !isWithin(lon, lat, bounds)) {
    cells.warn({
      code: "outside-province",
      field: "lon",
      value: `${lon}; ${lat}`,
      reason: text(
        `Điểm (${lon}; ${lat}) nằm ngoài các xã đã nhập hơn 5 km.`,
        `The place (${lon}; ${lat}) lies more than 5 km outside the communes that are stored.`,
      ),
    });
  }
  return [lon, lat];
}

/** A GeoJSON feature that has a geometry, but none that gives a place. */
const isShapeless = (cells: Cells): boolean =>
  cells.geometry !== undefined &&
  cells.geometry !== null &&
  cells.text("lon") === null &&
  cells.text("lat") === null;

const shapeless: CellFault = {
  code: "invalid-geometry",
  field: "geometry",
  value: null,
  reason: text(
    "Hình của đối tượng không cho một vị trí: tọa độ không phải là số, hoặc đường bao tự cắt.",
    "The feature's geometry gives no place: coordinates are no numbers, or its outline crosses itself.",
  ),
  suggestion: text("Vẽ lại dưới dạng điểm hoặc vùng hợp lệ.", "Draw it again as a point or a valid polygon."),
};

function isWithin(
  lon: number,
  lat: number,
  [west, south, east, north]: NonNullable<ProvinceBounds>,
): boolean {
  return (
    lon >= west - marginDegrees &&
    lon <= east + marginDegrees &&
    lat >= south - marginDegrees &&
    lat <= north + marginDegrees
  );
}
