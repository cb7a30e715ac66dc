/** Coordinates that are no longitude and latitude: metres of a national grid, or the two in the wrong order. */
import type { ImportIssueCode, Label } from "@firecover/domain";
import { text } from "../issues.ts";
import type { Position } from "./rings.ts";

export interface PlaceFault {
  code: ImportIssueCode;
  reason: Label;
  suggestion: Label | null;
}

export const convertToDegrees: Label = text(
  "Đây là tọa độ tính bằng mét, có vẻ là VN-2000; hãy chuyển sang kinh vĩ độ WGS 84.",
  "These are metres, VN-2000 as it seems; convert them to WGS 84 degrees.",
);

/** A grid counts hundreds of thousands of metres; no degree has four digits. */
export const looksLikeMetres = (position: Position): boolean =>
  position.some((value) => Math.abs(value) > 1000);

/** What is wrong with a line or ring as degrees; null where every position is on Earth. */
export function beyondDegrees(positions: readonly Position[]): PlaceFault | null {
  const off = positions.find(([lon, lat]) => Math.abs(lon) > 180 || Math.abs(lat) > 90);
  if (!off) return null;
  const [lon, lat] = off;
  if (!looksLikeMetres(off) && positions.every(([x, y]) => Math.abs(x) <= 90 && Math.abs(y) <= 180)) {
    return {
      code: "swapped-lon-lat",
      reason: text(
        `Kinh độ ${lon} và vĩ độ ${lat} bị đổi chỗ cho nhau.`,
        `Longitude ${lon} and latitude ${lat} have changed places.`,
      ),
      suggestion: text(
        "GeoJSON và WKT ghi kinh độ trước, vĩ độ sau.",
        "GeoJSON and WKT write longitude first, latitude second.",
      ),
    };
  }
  return {
    code: "invalid-geometry",
    reason: text(
      `Không có nơi nào ở kinh độ ${lon}, vĩ độ ${lat}.`,
      `There is no place at longitude ${lon}, latitude ${lat}.`,
    ),
    suggestion: looksLikeMetres(off) ? convertToDegrees : null,
  };
}
