/** What screens that draw outlines ask of them, as imports do: area, middle, and whether they are valid. Runs in a browser. */
export { type MultiPolygon, multiPolygonAreaM2, type Position, ringCentroid } from "./geometry/rings.ts";
export { type PolygonFault, polygonFault } from "./geometry/validity.ts";
