/** Envelope of a geometry, `[west, south, east, north]`. */
import type { LonLat } from "@firecover/domain";

export type Bounds = [number, number, number, number];

export function boundsOf(geometry: GeoJSON.Geometry): Bounds {
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
  const grow = ([lon, lat]: LonLat) => {
    bounds[0] = Math.min(bounds[0], lon);
    bounds[1] = Math.min(bounds[1], lat);
    bounds[2] = Math.max(bounds[2], lon);
    bounds[3] = Math.max(bounds[3], lat);
  };
  const walk = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (typeof part[0] === "number") grow(part as unknown as LonLat);
    else part.forEach(walk);
  };
  if (geometry.type === "GeometryCollection") {
    for (const one of geometry.geometries) {
      const [west, south, east, north] = boundsOf(one);
      grow([west, south]);
      grow([east, north]);
    }
  } else walk(geometry.coordinates);
  return bounds;
}

/** Wider by half: the drawer takes a third of the map's height, its floats two corners. */
export function withMargin([west, south, east, north]: Bounds): Bounds {
  const [x, y] = [(east - west) / 4, (north - south) / 3];
  return [west - x, south - y, east + x, north + y];
}
