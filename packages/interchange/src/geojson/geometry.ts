/** Geometry of a feature as the file gives it: checked shape by shape, heights dropped. */
import { type MultiPolygon, meanPosition, type Position, ringCentroid } from "../geometry/rings.ts";
import { polygonFault } from "../geometry/validity.ts";
import { isObject } from "./read-geojson.ts";

function position(value: unknown): Position | null {
  if (!Array.isArray(value)) return null;
  const [lon, lat] = value as unknown[];
  return typeof lon === "number" && typeof lat === "number" && Number.isFinite(lon) && Number.isFinite(lat)
    ? [lon, lat]
    : null;
}

/** Every item read, or null if one cannot be. */
function all<T>(value: unknown, read: (item: unknown) => T | null): T[] | null {
  if (!Array.isArray(value)) return null;
  const items: T[] = [];
  for (const item of value) {
    const found = read(item);
    if (found === null) return null;
    items.push(found);
  }
  return items;
}

const line = (value: unknown): Position[] | null => all(value, position);
const polygon = (value: unknown): Position[][] | null => all(value, line);

export function multiPolygonOf(geometry: unknown): MultiPolygon | null {
  if (!isObject(geometry)) return null;
  if (geometry["type"] === "Polygon") {
    const rings = polygon(geometry["coordinates"]);
    return rings && rings.length > 0 ? [rings] : null;
  }
  if (geometry["type"] !== "MultiPolygon") return null;
  const polygons = all(geometry["coordinates"], polygon);
  return polygons && polygons.length > 0 ? polygons : null;
}

export function linesOf(geometry: unknown): Position[][] | null {
  if (!isObject(geometry)) return null;
  if (geometry["type"] === "LineString") {
    const only = line(geometry["coordinates"]);
    return only ? [only] : null;
  }
  return geometry["type"] === "MultiLineString" ? polygon(geometry["coordinates"]) : null;
}

function closed(ring: Position[]): Position[] {
  const [first, last] = [ring[0], ring.at(-1)];
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : ring;
}

/** A point, or the middle of a line or surface, since registers also draw premises as outlines. */
export function pointOf(geometry: unknown): Position | null {
  if (!isObject(geometry)) return null;
  const { type, coordinates } = geometry;
  if (type === "Point") return position(coordinates);
  if (type === "MultiPoint") {
    const points = line(coordinates);
    return points && points.length > 0 ? meanPosition(points) : null;
  }
  const ring = multiPolygonOf(geometry)?.[0]?.[0];
  // the surface of a ring that crosses itself cancels out, and its middle lies anywhere
  return ring && ring.length > 2 && polygonFault([[closed(ring)]]) === null
    ? ringCentroid(closed(ring))
    : null;
}
