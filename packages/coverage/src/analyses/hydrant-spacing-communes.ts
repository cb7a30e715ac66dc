/** The commune of each street: that of the nearest place where people live, since a run knows no borders. */
import { cosineOfLatitude } from "@firecover/road-network";
import Flatbush from "flatbush";
import type { PreparedCoverage } from "../compute-coverage.ts";

/** Per edge an index into the communes; -1 where no cell or premises lies in one. Edges with 0 in `isAsked` stay -1. */
export function communesOfEdges(
  { input, cells, premises }: PreparedCoverage,
  isAsked: Uint8Array,
): Int32Array {
  const { edgeCount, edgeFirstPoint, pointLon, pointLat } = input.network;
  const communeOfEdge = new Int32Array(edgeCount).fill(-1);
  const places: [x: number, y: number, commune: number][] = [];
  const scale = cosineOfLatitude(cells.points.lat[0] ?? premises.points.lat[0] ?? 0);
  for (const { points } of [cells, premises]) {
    for (let i = 0; i < points.count; i++) {
      if (points.communeIndex[i]! < 0) continue;
      places.push([points.lon[i]! * scale, points.lat[i]!, points.communeIndex[i]!]);
    }
  }
  if (places.length === 0) return communeOfEdge;
  const index = new Flatbush(places.length);
  for (const [x, y] of places) index.add(x, y, x, y);
  index.finish();
  for (let e = 0; e < edgeCount; e++) {
    if (!isAsked[e]) continue;
    const middle = (edgeFirstPoint[e]! + edgeFirstPoint[e + 1]! - 1) >> 1;
    const next = Math.min(middle + 1, edgeFirstPoint[e + 1]! - 1);
    const x = ((pointLon[middle]! + pointLon[next]!) / 2) * scale;
    const y = (pointLat[middle]! + pointLat[next]!) / 2;
    const nearest = index.neighbors(x, y, 1)[0];
    if (nearest !== undefined) communeOfEdge[e] = places[nearest]![2];
  }
  return communeOfEdge;
}
