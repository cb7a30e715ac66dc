/** Rings of longitude and latitude: area on the sphere, centroid, what lies inside. */

export type Position = [number, number];
/** Closed: the last position repeats the first. */
export type Ring = Position[];
/** Outer ring first, then holes. */
export type Polygon = Ring[];
export type MultiPolygon = Polygon[];

/** Mean Earth radius, as for road lengths. */
const earthRadiusMetres = 6_371_008.8;
const radiansPerDegree = Math.PI / 180;
export const metresPerDegree = earthRadiusMetres * radiansPerDegree;

/**
 * Area in m², positive where the ring runs counter-clockwise.
 * Chamberlain and Duquette, "Some algorithms for polygons on a sphere" (2007), eq. 1.
 */
export function signedRingAreaM2(ring: Ring): number {
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [lon1, lat1] = ring[i]!;
    const [lon2, lat2] = ring[i + 1]!;
    sum +=
      (lon2 - lon1) *
      radiansPerDegree *
      (2 + Math.sin(lat1 * radiansPerDegree) + Math.sin(lat2 * radiansPerDegree));
  }
  return (-sum * earthRadiusMetres ** 2) / 2;
}

export function multiPolygonAreaM2(polygons: MultiPolygon): number {
  let area = 0;
  for (const rings of polygons) {
    rings.forEach((ring, r) => {
      area += (r === 0 ? 1 : -1) * Math.abs(signedRingAreaM2(ring));
    });
  }
  return area;
}

/** Centroid of the outer ring's surface; the mean of its corners where it has none. */
export function ringCentroid(ring: Ring): Position {
  const [originLon, originLat] = ring[0]!;
  let twiceArea = 0;
  let x = 0;
  let y = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const x1 = ring[i]![0] - originLon;
    const y1 = ring[i]![1] - originLat;
    const x2 = ring[i + 1]![0] - originLon;
    const y2 = ring[i + 1]![1] - originLat;
    const cross = x1 * y2 - x2 * y1;
    twiceArea += cross;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
  }
  if (twiceArea === 0) return meanPosition(ring.slice(0, -1));
  return rounded([originLon + x / (3 * twiceArea), originLat + y / (3 * twiceArea)]);
}

export function meanPosition(positions: readonly Position[]): Position {
  const lon = positions.reduce((sum, position) => sum + position[0], 0) / positions.length;
  const lat = positions.reduce((sum, position) => sum + position[1], 0) / positions.length;
  return rounded([lon, lat]);
}

/** On OSM's grid of 1e-7 degree, so that the same shape always gives the same record. */
export function rounded([lon, lat]: Position): Position {
  return [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7];
}

/** Whether a line has two places to lie between: different nodes may stand at one. */
export function isDrawn(line: readonly Position[]): boolean {
  return line.some(([lon, lat]) => lon !== line[0]![0] || lat !== line[0]![1]);
}

/** `1` inside, `0` on the ring, `-1` outside. */
function sideOfRing([x, y]: Position, ring: Ring): -1 | 0 | 1 {
  let isInside = false;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [x1, y1] = ring[i]!;
    const [x2, y2] = ring[i + 1]!;
    const cross = (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
    if (
      cross === 0 &&
      Math.min(x1, x2) <= x &&
      x <= Math.max(x1, x2) &&
      Math.min(y1, y2) <= y &&
      y <= Math.max(y1, y2)
    ) {
      return 0;
    }
    if (y1 > y !== y2 > y && cross > 0 === y2 > y1) isInside = !isInside;
  }
  return isInside ? 1 : -1;
}

/** Whether `inner` lies inside `outer`, judged at the first corner or mid-edge that is not on `outer` itself. */
export function liesInside(inner: Ring, outer: Ring): boolean {
  for (const position of inner) {
    const side = sideOfRing(position, outer);
    if (side !== 0) return side > 0;
  }
  for (let i = 0; i + 1 < inner.length; i++) {
    const middle: Position = [(inner[i]![0] + inner[i + 1]![0]) / 2, (inner[i]![1] + inner[i + 1]![1]) / 2];
    const side = sideOfRing(middle, outer);
    if (side !== 0) return side > 0;
  }
  return false;
}

export function isInsidePolygon(position: Position, polygon: Polygon): boolean {
  return (
    sideOfRing(position, polygon[0]!) >= 0 &&
    polygon.slice(1).every((hole) => sideOfRing(position, hole) <= 0)
  );
}

export type Box = [west: number, south: number, east: number, north: number];
export function boxOf(ring: readonly Position[]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of ring) {
    if (lon < box[0]) box[0] = lon;
    if (lat < box[1]) box[1] = lat;
    if (lon > box[2]) box[2] = lon;
    if (lat > box[3]) box[3] = lat;
  }
  return box;
}

/** Sorts loose rings into polygons by who lies in whom: even depth is land of the shape, odd depth a hole. */
export function nestRings(rings: readonly Ring[]): MultiPolygon {
  const bySize = rings
    .map((ring) => ({ ring, size: Math.abs(signedRingAreaM2(ring)), box: boxOf(ring) }))
    .sort((a, b) => b.size - a.size);
  const placed: { ring: Ring; box: Box; depth: number; polygon: Polygon }[] = [];
  const polygons: MultiPolygon = [];
  for (const { ring, box } of bySize) {
    // The last larger ring around it is the closest: sizes fall, so it is the innermost.
    const around = placed.findLast((other) => isBoxInside(box, other.box) && liesInside(ring, other.ring));
    const depth = around ? around.depth + 1 : 0;
    if (around && depth % 2 === 1) {
      around.polygon.push(ring);
      placed.push({ ring, box, depth, polygon: around.polygon });
    } else {
      const polygon: Polygon = [ring];
      polygons.push(polygon);
      placed.push({ ring, box, depth, polygon });
    }
  }
  return polygons;
}

function isBoxInside(a: Box, b: Box): boolean {
  return a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a[3] <= b[3];
}
