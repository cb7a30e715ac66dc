/** Corners as an outline: the surface they enclose, its area, and what is wrong with it. */
import type { LonLat, MultiPolygonGeometry } from "@firecover/domain";
import { multiPolygonAreaM2, polygonFault } from "@firecover/interchange/outlines";
import type { Shape, Sketch } from "./drawing.ts";

export type OutlineFault = "too-few" | "self-crossing" | "too-small" | "too-large";

/** As imports hold it: more is no plot. */
const largestPlotSquareMetres = 10_000_000;
const smallestSquareMetres = 1;

/** OSM's grid of 1e-7 degree, as imports write it. */
const onGrid = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

/** Closed; a corner set twice on one spot, as by a double click, is one corner. */
export function surfaceOf(corners: readonly LonLat[]): MultiPolygonGeometry {
  const ring: LonLat[] = [];
  for (const [lon, lat] of corners) {
    const corner: LonLat = [onGrid(lon), onGrid(lat)];
    if (!isSame(corner, ring.at(-1))) ring.push(corner);
  }
  while (ring.length > 1 && isSame(ring[0]!, ring.at(-1))) ring.pop();
  if (ring.length > 0) ring.push(ring[0]!);
  return { type: "MultiPolygon", coordinates: [[ring]] };
}

const isSame = (a: LonLat, b: LonLat | undefined): boolean =>
  b !== undefined && a[0] === b[0] && a[1] === b[1];

export function areaOf(corners: readonly LonLat[]): number {
  const { coordinates } = surfaceOf(corners);
  return coordinates[0]![0]!.length < 4 ? 0 : multiPolygonAreaM2(coordinates);
}

export function outlineFault(corners: readonly LonLat[], shape: Shape): OutlineFault | null {
  const { coordinates } = surfaceOf(corners);
  if (coordinates[0]![0]!.length < 4) return "too-few";
  if (polygonFault(coordinates) !== null) return "self-crossing";
  const area = multiPolygonAreaM2(coordinates);
  if (area < smallestSquareMetres) return "too-small";
  return shape === "plot" && area > largestPlotSquareMetres ? "too-large" : null;
}

/** What the sketch would store. */
export const geometryOf = ({ fixed, corners }: Sketch): MultiPolygonGeometry | null =>
  fixed ? fixed.geometry : surfaceOf(corners);

/** More handles than that hide the map and one another: a flood plain of a thousand corners is changed in its file. */
export const mostHandles = 200;

/** The corners of a single ring; null where corners cannot tell the surface, or are too many to take hold of. */
export function cornersOf(geometry: MultiPolygonGeometry | null): LonLat[] | null {
  const [polygon, ...others] = geometry?.coordinates ?? [];
  const isRing = polygon?.length === 1 && others.length === 0 && polygon[0]!.length <= mostHandles + 1;
  return isRing ? polygon[0]!.slice(0, -1) : null;
}
