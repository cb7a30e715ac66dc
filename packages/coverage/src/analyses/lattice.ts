/** A fixed lattice of squares over the globe, and the squares that an edge passes through. */
import type { LonLat } from "@firecover/domain";
import { cosineOfLatitude, metresPerDegree, type RoadNetwork } from "@firecover/road-network";

export interface Lattice {
  /** The square that holds a place, its western and southern sides included. */
  squareAt(lon: number, lat: number): number;
  /** Column and row of a square. */
  columnOf(square: number): number;
  rowOf(square: number): number;
  squareOf(column: number, row: number): number;
  /** South-west corner of a square. */
  cornerOf(column: number, row: number): LonLat;
  areaM2(square: number): number;
  readonly degreesLon: number;
  readonly degreesLat: number;
}

/** A network no wider and no higher than this is drawn in finer squares. */
const cityMetres = 30_000;

/** 50 m for a city, 100 m for a province. */
export function defaultSquareMetres({ nodeLon, nodeLat }: RoadNetwork): number {
  let [west, east, south, north] = [180, -180, 90, -90];
  for (let u = 0; u < nodeLon.length; u++) {
    west = Math.min(west, nodeLon[u]!);
    east = Math.max(east, nodeLon[u]!);
    south = Math.min(south, nodeLat[u]!);
    north = Math.max(north, nodeLat[u]!);
  }
  const width = (east - west) * cosineOfLatitude((south + north) / 2);
  return Math.max(width, north - south) * metresPerDegree <= cityMetres ? 50 : 100;
}

/** Columns over the globe at squares of a metre are fewer than that. */
const columnSpan = 2 ** 26;

/**
 * Counted from 0° 0°, so that a square does not move when the network grows; as wide as high at the whole degree of
 * latitude nearest to the network's middle.
 */
export function latticeFor({ nodeLat, nodeCount }: RoadNetwork, squareMetres: number): Lattice {
  let south = Number.POSITIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (let u = 0; u < nodeCount; u++) {
    south = Math.min(south, nodeLat[u]!);
    north = Math.max(north, nodeLat[u]!);
  }
  const middle = nodeCount === 0 ? 0 : Math.min(85, Math.max(-85, Math.round((south + north) / 2)));
  const degreesLat = squareMetres / metresPerDegree;
  const degreesLon = degreesLat / cosineOfLatitude(middle);
  const squareOf = (column: number, row: number) =>
    (row + columnSpan / 2) * columnSpan + column + columnSpan / 2;
  const columnOf = (square: number) => (square % columnSpan) - columnSpan / 2;
  const rowOf = (square: number) => Math.floor(square / columnSpan) - columnSpan / 2;
  return {
    degreesLon,
    degreesLat,
    squareOf,
    columnOf,
    rowOf,
    squareAt: (lon, lat) => squareOf(lineBefore(lon, degreesLon), lineBefore(lat, degreesLat)),
    cornerOf: (column, row) => [lineAt(column, degreesLon), lineAt(row, degreesLat)],
    areaM2: (square) =>
      (squareMetres * squareMetres * cosineOfLatitude((rowOf(square) + 0.5) * degreesLat)) /
      cosineOfLatitude(middle),
  };
}

/** The n-th line of the lattice, rounded as coordinates of junctions are, so that these lie on one side for certain. */
function lineAt(n: number, degrees: number): number {
  return Math.round(n * degrees * 1e7) / 1e7;
}

/** The last line not beyond a place. */
function lineBefore(place: number, degrees: number): number {
  let n = Math.floor(place / degrees);
  if (place < lineAt(n, degrees)) n--;
  if (place >= lineAt(n + 1, degrees)) n++;
  return n;
}

/** A part of an edge within one square, millimetres from its tail, rounded outwards. */
export interface PartInSquare {
  readonly square: number;
  readonly from: number;
  readonly to: number;
}

/** In order along the edge. What is said hangs on the edge alone, never on what is reached. */
export function squaresOfEdge(lattice: Lattice, network: RoadNetwork, e: number): PartInSquare[] {
  const { edgeFirstPoint, pointLon, pointLat, edgeLengthMillimetres } = network;
  const { degreesLon, degreesLat } = lattice;
  const first = edgeFirstPoint[e]!;
  const last = edgeFirstPoint[e + 1]! - 1;
  const length = edgeLengthMillimetres[e]!;
  const scale = cosineOfLatitude(pointLat[first]!);
  const planeLength = (p: number) =>
    Math.sqrt(((pointLon[p + 1]! - pointLon[p]!) * scale) ** 2 + (pointLat[p + 1]! - pointLat[p]!) ** 2);
  let total = 0;
  for (let p = first; p < last; p++) total += planeLength(p);
  const parts: { square: number; from: number; to: number }[] = [];
  let before = 0;
  for (let p = first; p < last; p++) {
    const here = planeLength(p);
    const along = (t: number) => (total === 0 ? 0 : (length * (before + t * here)) / total);
    const crossings = [
      0,
      1,
      ...crossingsOf(pointLon[p]! / degreesLon, pointLon[p + 1]! / degreesLon),
      ...crossingsOf(pointLat[p]! / degreesLat, pointLat[p + 1]! / degreesLat),
    ].sort((a, b) => a - b);
    for (let k = 0; k + 1 < crossings.length; k++) {
      const t = (crossings[k]! + crossings[k + 1]!) / 2;
      const square = lattice.squareAt(
        pointLon[p]! + t * (pointLon[p + 1]! - pointLon[p]!),
        pointLat[p]! + t * (pointLat[p + 1]! - pointLat[p]!),
      );
      const from = Math.max(0, Math.floor(along(crossings[k]!)));
      const to = Math.min(length, Math.ceil(along(crossings[k + 1]!)));
      const known = parts.at(-1);
      if (known?.square === square) known.to = Math.max(known.to, to);
      else parts.push({ square, from, to });
    }
    before += here;
  }
  return parts;
}

/** Where a line from a to b passes whole numbers, as shares of the way. */
function crossingsOf(a: number, b: number): number[] {
  const shares: number[] = [];
  const [low, high] = [Math.min(a, b), Math.max(a, b)];
  for (let n = Math.floor(low) + 1; n < high; n++) shares.push((n - a) / (b - a));
  return shares;
}
