/** Surfaces that a row may bring: as GeoJSON, or as WKT in a column of a table. */
import type { Label, MultiPolygonGeometry } from "@firecover/domain";
import { borderOf } from "../communes/border.ts";
import { multiPolygonOf } from "../geojson/geometry.ts";
import { text } from "../issues.ts";
import type { Cells } from "./cells.ts";
import type { Column } from "./columns.ts";
import { polygonsOfWkt } from "./wkt.ts";

export const surfaceColumn: Column = {
  field: "wkt",
  names: ["hình học", "ranh giới", "geometry", "geom", "polygon", "outline"],
};

export interface SurfaceLimits {
  readonly name: Label;
  readonly widestDegrees: number;
}

/** True where the row draws something that is meant as a surface, sound or not. */
export function drawsSurface(cells: Cells): boolean {
  if (cells.text("wkt") !== null) return true;
  const type = (cells.geometry as { type?: unknown } | null | undefined)?.type;
  return type === "Polygon" || type === "MultiPolygon";
}

/** Null, with a fault said, where no sound surface is drawn. */
export function readSurface(cells: Cells, limits: SurfaceLimits): MultiPolygonGeometry | null {
  const wkt = cells.text("wkt");
  const drawn = wkt === null ? multiPolygonOf(cells.geometry) : polygonsOfWkt(wkt);
  const field = wkt === null ? "geometry" : "wkt";
  if (wkt !== null && !drawn) {
    cells.reject({
      code: "invalid-geometry",
      field,
      reason: text("Không đọc được vùng viết dạng WKT.", "The polygon written as WKT cannot be read."),
      suggestion: text(
        "Viết như POLYGON((105.1 21.1, 105.2 21.1, 105.2 21.2, 105.1 21.1)).",
        "Write it like POLYGON((105.1 21.1, 105.2 21.1, 105.2 21.2, 105.1 21.1)).",
      ),
    });
    return null;
  }
  const { border, fault, remark } = borderOf(drawn, limits);
  if (fault) cells.reject({ field, value: null, ...fault });
  if (remark) cells.warn({ code: "repaired-geometry", field, value: null, reason: remark });
  return border && { type: "MultiPolygon", coordinates: border };
}
