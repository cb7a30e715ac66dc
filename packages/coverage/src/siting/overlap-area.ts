/**
 * The area that two surfaces share, without a clipper that may fail.
 *
 * A ring is a sum of triangles between one corner and each side, counted positive or negative by their turn: outside
 * the ring they cancel out. So the shared area of two rings is the sum over all pairs of triangles of the area that a
 * pair shares, and that is convex against convex (Sutherland and Hodgman, 1974). The other surface is cut down to the
 * box of the first one beforehand, so that a flood plain of thousands of corners costs what lies near the plot.
 */
import type { MultiPolygonGeometry } from "@firecover/domain";
import { cosineOfLatitude, metresPerDegree } from "@firecover/road-network";

/** Metres east and north of a corner near by. */
type Point = readonly [x: number, y: number];

interface SignedTriangle {
  /** Anticlockwise. */
  readonly corners: readonly [Point, Point, Point];
  readonly sign: 1 | -1;
}

export function overlapSquareMetres(plot: MultiPolygonGeometry, zone: MultiPolygonGeometry): number {
  const [originLon, originLat] = plot.coordinates[0]![0]![0]!;
  const cosine = cosineOfLatitude(originLat);
  const planar = ([lon, lat]: readonly [number, number]): Point => [
    (lon - originLon) * metresPerDegree * cosine,
    (lat - originLat) * metresPerDegree,
  ];
  const rings = plot.coordinates.map((polygon) => polygon.map((ring) => ring.map(planar)));
  const box = boxOf(rings.flat(2));
  const ours = rings.flatMap(trianglesOf);
  const theirs = zone.coordinates.flatMap((polygon) =>
    trianglesOf(polygon.map((ring) => cutToBox(ring.map(planar), box))),
  );
  let area = 0;
  for (const a of ours) for (const b of theirs) area += a.sign * b.sign * sharedArea(a.corners, b.corners);
  return Math.max(0, area);
}

/** Of a polygon: its outer ring counts, its holes count against it, however they are wound. */
function trianglesOf(polygon: readonly (readonly Point[])[]): SignedTriangle[] {
  return polygon.flatMap((ring, r) => {
    const isAnticlockwise = signedArea(ring) > 0;
    const sense = isAnticlockwise === (r === 0) ? 1 : -1;
    const triangles: SignedTriangle[] = [];
    for (let i = 1; i + 1 < ring.length; i++) {
      const corners = [ring[0]!, ring[i]!, ring[i + 1]!] as const;
      const area = signedArea(corners);
      if (area > 0) triangles.push({ corners, sign: sense });
      else if (area < 0)
        triangles.push({ corners: [corners[0], corners[2], corners[1]], sign: sense === 1 ? -1 : 1 });
    }
    return triangles;
  });
}

function sharedArea(a: readonly Point[], b: readonly Point[]): number {
  let shared = a;
  for (let i = 0; i < b.length && shared.length > 0; i++) {
    const [x1, y1] = b[i]!;
    const [x2, y2] = b[(i + 1) % b.length]!;
    shared = keptBy(shared, ([x, y]) => (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1));
  }
  return Math.abs(signedArea(shared));
}

function cutToBox(ring: readonly Point[], [west, south, east, north]: Box): readonly Point[] {
  let kept = ring;
  for (const inside of [
    ([x]: Point) => x - west,
    ([x]: Point) => east - x,
    ([, y]: Point) => y - south,
    ([, y]: Point) => north - y,
  ])
    kept = keptBy(kept, inside);
  return kept;
}

/** The part of a ring where `inside`, a distance from a line, is not negative; closed or not, it comes back open. */
function keptBy(ring: readonly Point[], inside: (point: Point) => number): Point[] {
  const kept: Point[] = [];
  for (let i = 0; i < ring.length; i++) {
    const from = ring[i]!;
    const to = ring[(i + 1) % ring.length]!;
    const a = inside(from);
    const b = inside(to);
    if (a >= 0) kept.push(from);
    if (a > 0 !== b > 0 && a !== 0 && b !== 0) {
      const t = a / (a - b);
      kept.push([from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])]);
    }
  }
  return kept;
}

function signedArea(ring: readonly Point[]): number {
  let twice = 0;
  for (let i = 0; i < ring.length; i++) {
    const [x1, y1] = ring[i]!;
    const [x2, y2] = ring[(i + 1) % ring.length]!;
    twice += x1 * y2 - x2 * y1;
  }
  return twice / 2;
}

type Box = readonly [west: number, south: number, east: number, north: number];

function boxOf(points: readonly Point[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}
