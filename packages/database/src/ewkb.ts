/** GeoJSON to extended well-known binary in hex and back: what PostGIS reads and writes fastest, to the last bit. */
import type { LineStringGeometry, LonLat, MultiPolygonGeometry, PointGeometry } from "@firecover/domain";

export type StoredGeometry = PointGeometry | LineStringGeometry | MultiPolygonGeometry;

const pointType = 1;
const lineStringType = 2;
const polygonType = 3;
const multiPolygonType = 6;
const hasSrid = 0x20000000;
const wgs84 = 4326;

/** Little-endian EWKB with SRID 4326, in hex, as a `geometry` column reads it. */
export function toEwkbHex(geometry: StoredGeometry): string {
  const bytes = Buffer.allocUnsafe(sizeOf(geometry) + 4);
  let offset = 0;
  const header = (type: number) => {
    offset = bytes.writeUInt8(1, offset);
    offset = bytes.writeUInt32LE(type, offset);
  };
  const count = (value: number) => {
    offset = bytes.writeUInt32LE(value, offset);
  };
  const position = ([lon, lat]: LonLat) => {
    offset = bytes.writeDoubleLE(lon, offset);
    offset = bytes.writeDoubleLE(lat, offset);
  };

  if (geometry.type === "Point") {
    header(pointType | hasSrid);
    count(wgs84);
    position(geometry.coordinates);
  } else if (geometry.type === "LineString") {
    header(lineStringType | hasSrid);
    count(wgs84);
    count(geometry.coordinates.length);
    for (const each of geometry.coordinates) position(each);
  } else {
    header(multiPolygonType | hasSrid);
    count(wgs84);
    count(geometry.coordinates.length);
    for (const polygon of geometry.coordinates) {
      header(polygonType);
      count(polygon.length);
      for (const ring of polygon) {
        count(ring.length);
        for (const each of ring) position(each);
      }
    }
  }
  return bytes.toString("hex", 0, offset);
}

function sizeOf(geometry: StoredGeometry): number {
  if (geometry.type === "Point") return 5 + 16;
  if (geometry.type === "LineString") return 9 + 16 * geometry.coordinates.length;
  let size = 9;
  for (const polygon of geometry.coordinates) {
    size += 9;
    for (const ring of polygon) size += 4 + 16 * ring.length;
  }
  return size;
}

/** Reads what PostGIS writes for a `geometry` as text: EWKB in hex, with or without SRID. */
export function fromEwkbHex(hex: string): StoredGeometry {
  const bytes = Buffer.from(hex, "hex");
  let offset = 0;
  const count = () => {
    const value = bytes.readUInt32LE(offset);
    offset += 4;
    return value;
  };
  const header = () => {
    if (bytes[offset] !== 1) throw new Error("Expected little-endian EWKB.");
    offset += 1;
    const type = count();
    if ((type & hasSrid) !== 0) offset += 4;
    return type & 0xff;
  };
  const position = (): LonLat => {
    const lon = bytes.readDoubleLE(offset);
    const lat = bytes.readDoubleLE(offset + 8);
    offset += 16;
    return [lon, lat];
  };
  const positions = () => Array.from({ length: count() }, position);

  const type = header();
  if (type === pointType) return { type: "Point", coordinates: position() };
  if (type === lineStringType) return { type: "LineString", coordinates: positions() };
  if (type !== multiPolygonType) throw new Error(`Geometry type ${type} has no column.`);
  const polygons = Array.from({ length: count() }, () => {
    header();
    return Array.from({ length: count() }, positions);
  });
  return { type: "MultiPolygon", coordinates: polygons };
}
