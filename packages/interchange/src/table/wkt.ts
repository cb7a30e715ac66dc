/** Surfaces as WKT, the text in which a table holds an outline; every digit is kept both ways. */
import type { MultiPolygonGeometry } from "@firecover/domain";
import { multiPolygonOf } from "../geojson/geometry.ts";
import type { MultiPolygon } from "../geometry/rings.ts";

/** WKT and the coordinates of GeoJSON differ by their brackets and commas alone: `x y, x y` against `[x,y],[x,y]`. */
export function polygonsOfWkt(wkt: string): MultiPolygon | null {
  const match = /^(?:SRID=4326;)?\s*(MULTI)?POLYGON\s*Z?\s*(\(.+\))$/is.exec(wkt.trim());
  if (!match) return null;
  const json = match[2]!
    .replace(/[^(),]+/g, (position) => {
      const numbers = position.trim();
      return numbers === "" ? "" : `[${numbers.split(/\s+/).join(",")}]`;
    })
    .replaceAll("(", "[")
    .replaceAll(")", "]");
  try {
    return multiPolygonOf({
      type: match[1] ? "MultiPolygon" : "Polygon",
      coordinates: JSON.parse(json) as unknown,
    });
  } catch {
    return null; // brackets or numbers that do not match up; the caller says so
  }
}

export function wktOf({ coordinates }: MultiPolygonGeometry): string {
  const polygons = coordinates.map((rings) => {
    const lines = rings.map((ring) => `(${ring.map((position) => position.join(" ")).join(", ")})`);
    return `(${lines.join(", ")})`;
  });
  return `MULTIPOLYGON(${polygons.join(", ")})`;
}
