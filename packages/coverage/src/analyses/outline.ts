/** Outlines for the map: the convex hull of places with a margin round it (Andrew, 1979). */
import type { LonLat } from "@firecover/domain";
import { cosineOfLatitude, metresPerDegree } from "@firecover/road-network";

const diagonal = Math.SQRT1_2;
const octagon = [
  [1, 0],
  [diagonal, diagonal],
  [0, 1],
  [-diagonal, diagonal],
  [-1, 0],
  [-diagonal, -diagonal],
  [0, -1],
  [diagonal, -diagonal],
] as const;

export function outlineOf(places: readonly LonLat[], marginMetres: number) {
  const around = places.flatMap(([lon, lat]) => {
    const dLat = marginMetres / metresPerDegree;
    const dLon = dLat / cosineOfLatitude(lat);
    return octagon.map(([x, y]): LonLat => [roundDegrees(lon + x * dLon), roundDegrees(lat + y * dLat)]);
  });
  const hull = convexHull(around);
  return { type: "MultiPolygon" as const, coordinates: [[[...hull, hull[0]!]]] };
}

/** Anticlockwise, without repeating the first place. */
export function convexHull(places: readonly LonLat[]): LonLat[] {
  const sorted = places.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (ordered: readonly LonLat[]) => {
    const chain: LonLat[] = [];
    for (const place of ordered) {
      while (chain.length >= 2 && turn(chain.at(-2)!, chain.at(-1)!, place) <= 0) chain.pop();
      chain.push(place);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

/** Positive = to the left. */
function turn(a: LonLat, b: LonLat, c: LonLat): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/** To a decimetre: an outline is no survey. */
export function roundDegrees(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
