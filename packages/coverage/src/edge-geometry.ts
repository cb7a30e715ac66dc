/** Places and stretches of edges as longitude and latitude. */
import type { LonLat } from "@firecover/domain";
import type { RoadNetwork } from "@firecover/road-network";

const roundDegrees = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

/** The place `along` millimetres from the tail of edge `e`. */
export function placeOnEdge(network: RoadNetwork, e: number, along: number): LonLat {
  return stretchOfEdge(network, e, along, along)[0]!;
}

/** Points of edge `e` from one place to another, in the direction of travel; at least one point. */
export function stretchOfEdge(network: RoadNetwork, e: number, from: number, to: number): LonLat[] {
  const { edgeFirstPoint, pointLon, pointLat, edgeLengthMillimetres } = network;
  const first = edgeFirstPoint[e]!;
  const last = edgeFirstPoint[e + 1]! - 1;
  const scale = Math.cos((pointLat[first]! * Math.PI) / 180);
  const planeLength = [0];
  for (let p = first; p < last; p++) {
    const dx = (pointLon[p + 1]! - pointLon[p]!) * scale;
    planeLength.push(planeLength.at(-1)! + Math.hypot(dx, pointLat[p + 1]! - pointLat[p]!));
  }
  const total = planeLength.at(-1)!;
  const share = (along: number) => (total * along) / Math.max(1, edgeLengthMillimetres[e]!);
  const [low, high] = [share(Math.min(from, to)), share(Math.max(from, to))];
  const place = (distance: number): LonLat => {
    let k = 0;
    while (k + 2 < planeLength.length && planeLength[k + 1]! < distance) k++;
    const piece = planeLength[k + 1]! - planeLength[k]!;
    const t = piece === 0 ? 0 : Math.min(1, (distance - planeLength[k]!) / piece);
    const p = first + k;
    return [
      roundDegrees(pointLon[p]! + t * (pointLon[p + 1]! - pointLon[p]!)),
      roundDegrees(pointLat[p]! + t * (pointLat[p + 1]! - pointLat[p]!)),
    ];
  };
  const points: LonLat[] = [place(low)];
  for (let k = 1; k + 1 < planeLength.length; k++) {
    if (planeLength[k]! > low && planeLength[k]! < high)
      points.push([pointLon[first + k]!, pointLat[first + k]!]);
  }
  if (high > low) points.push(place(high));
  return from <= to ? points : points.reverse();
}

/** Joins stretches that meet; null when they do not make a line of two different points. */
export function joinStretches(stretches: readonly (readonly LonLat[])[]) {
  const coordinates: LonLat[] = [];
  for (const point of stretches.flat()) {
    const last = coordinates.at(-1);
    if (last && last[0] === point[0] && last[1] === point[1]) continue;
    coordinates.push(point);
  }
  return coordinates.length < 2 ? null : { type: "LineString" as const, coordinates };
}
