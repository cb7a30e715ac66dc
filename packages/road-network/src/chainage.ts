/** Lengths along the points of an edge, for fractions of it. */
import { cosineOfLatitude, metresPerDegree } from "./geometry.ts";
import type { RoadNetwork } from "./network.ts";

type Points = Pick<RoadNetwork, "edgeFirstPoint" | "pointLon" | "pointLat">;

/** Length of the segment from point p to p + 1, on the plane that touches the earth there, metres. */
export function segmentMetres({ pointLon, pointLat }: Points, p: number): number {
  const dLat = pointLat[p + 1]! - pointLat[p]!;
  const dLon = (pointLon[p + 1]! - pointLon[p]!) * cosineOfLatitude((pointLat[p]! + pointLat[p + 1]!) / 2);
  return Math.sqrt(dLon * dLon + dLat * dLat) * metresPerDegree;
}

/** Length of edge e by its segments; the same on every machine, and within millimetres of the great circle. */
export function estimatedMillimetres(network: Points, e: number): number {
  let metres = 0;
  for (let p = network.edgeFirstPoint[e]!; p < network.edgeFirstPoint[e + 1]! - 1; p++) {
    metres += segmentMetres(network, p);
  }
  return Math.round(metres * 1000);
}

/** Fraction of edge e that lies before the place `along` (0 … 1) segment p. */
export function fractionAt(network: RoadNetwork, e: number, p: number, along: number): number {
  const first = network.edgeFirstPoint[e]!;
  const last = network.edgeFirstPoint[e + 1]! - 1;
  if (p === first && along === 0) return 0;
  if (p === last - 1 && along === 1) return 1;
  let before = 0;
  let total = 0;
  for (let q = first; q < last; q++) {
    const metres = segmentMetres(network, q);
    if (q < p) before += metres;
    if (q === p) before += metres * along;
    total += metres;
  }
  return total === 0 ? 0 : Math.min(1, before / total);
}

/** lon, lat, lon, lat … of edge e between two fractions of it, in that order (backwards when from > to). */
export function lonLatsBetween(network: RoadNetwork, e: number, from: number, to: number): number[] {
  if (from > to) {
    const forwards = lonLatsBetween(network, e, to, from);
    const backwards: number[] = [];
    for (let i = forwards.length - 2; i >= 0; i -= 2) backwards.push(forwards[i]!, forwards[i + 1]!);
    return backwards;
  }
  const { pointLon, pointLat } = network;
  const first = network.edgeFirstPoint[e]!;
  const last = network.edgeFirstPoint[e + 1]! - 1;
  let total = 0;
  for (let p = first; p < last; p++) total += segmentMetres(network, p);

  const lonLats: number[] = [];
  let before = 0;
  for (let p = first; p < last; p++) {
    const metres = segmentMetres(network, p);
    const starts = total === 0 ? 0 : before / total;
    before += metres;
    const ends = p === last - 1 || total === 0 ? 1 : before / total;
    if (ends < from || starts > to) continue;
    const at = (fraction: number) => {
      const along = ends === starts ? 0 : Math.min(1, Math.max(0, (fraction - starts) / (ends - starts)));
      return [
        pointLon[p]! + along * (pointLon[p + 1]! - pointLon[p]!),
        pointLat[p]! + along * (pointLat[p + 1]! - pointLat[p]!),
      ];
    };
    if (lonLats.length === 0) lonLats.push(...at(Math.max(from, starts)));
    lonLats.push(...at(Math.min(to, ends)));
  }
  return lonLats;
}
