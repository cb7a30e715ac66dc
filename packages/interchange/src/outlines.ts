/** What screens and files that show outlines ask of them, as imports do: area, middle, validity, WKT. Runs in a browser. */
export { type MultiPolygon, multiPolygonAreaM2, type Position, ringCentroid } from "./geometry/rings.ts";
export { type PolygonFault, polygonFault } from "./geometry/validity.ts";
export { wktOf } from "./table/wkt.ts";
