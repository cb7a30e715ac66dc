/** Moves a place onto the way beside it, so that a cell of people stands where its people step out. */
import type { Road } from "@firecover/domain";
import { metresPerDegree } from "@firecover/road-network";
import Flatbush from "flatbush";

/** Nobody steps out onto these. */
const closedClasses: ReadonlySet<string> = new Set(["motorway", "motorway_link", "trunk_link"]);

/** The nearest place on a way within `maxMetres`, else the place itself. */
export function createStreetFinder(
  roads: readonly Road[],
  maxMetres: number,
): (lon: number, lat: number) => [number, number] {
  const lines: number[] = [];
  for (const road of roads) {
    if (closedClasses.has(road.roadClass)) continue;
    const coordinates = road.geometry.coordinates;
    for (let i = 0; i + 1 < coordinates.length; i++) lines.push(...coordinates[i]!, ...coordinates[i + 1]!);
  }
  if (lines.length === 0) return (lon, lat) => [lon, lat];
  const index = new Flatbush(lines.length / 4);
  for (let i = 0; i < lines.length; i += 4) {
    const [x1, y1, x2, y2] = [lines[i]!, lines[i + 1]!, lines[i + 2]!, lines[i + 3]!];
    index.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  }
  index.finish();
  return (lon, lat) => {
    const scale = Math.cos((lat * Math.PI) / 180);
    const dLat = maxMetres / metresPerDegree;
    const dLon = dLat / scale;
    let best = maxMetres / metresPerDegree;
    let place: [number, number] = [lon, lat];
    const found = index.search(lon - dLon, lat - dLat, lon + dLon, lat + dLat).sort((a, b) => a - b);
    for (const line of found) {
      const ax = (lines[4 * line]! - lon) * scale;
      const ay = lines[4 * line + 1]! - lat;
      const dx = (lines[4 * line + 2]! - lines[4 * line]!) * scale;
      const dy = lines[4 * line + 3]! - lines[4 * line + 1]!;
      const squared = dx * dx + dy * dy;
      const t = squared === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / squared));
      const distance = Math.hypot(ax + t * dx, ay + t * dy);
      if (distance >= best) continue;
      best = distance;
      place = [lon + (ax + t * dx) / scale, lat + ay + t * dy];
    }
    return place;
  };
}
