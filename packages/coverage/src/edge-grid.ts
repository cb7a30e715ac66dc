/** Finds all edges of a network near a point, each with its distance and the place along it that is nearest. */
import { cosineOfLatitude, metresPerDegree, type RoadNetwork } from "@firecover/road-network";
import { createEdgeTiles, type EdgeTiles } from "./edge-tiles.ts";

const cellDegreesFinest = 0.001;
const mostGridCells = 4_000_000;

/** Edges near the last point asked for, nearest first; ties by edge number. */
export interface NearbyEdges {
  count: number;
  edge: Uint32Array;
  /** From the edge's tail to the nearest place on it. */
  alongMillimetres: Uint32Array;
  millimetres: Uint32Array;
}

export interface EdgeGrid {
  readonly tiles: EdgeTiles;
  /** The answer is valid until the next question. */
  edgesNear(lon: number, lat: number, maxMetres: number): NearbyEdges;
}

export function createEdgeGrid(network: RoadNetwork): EdgeGrid {
  const { edgeCount, edgeFirstPoint, pointLon, pointLat, edgeLengthMillimetres } = network;
  const segmentEdge = new Uint32Array(pointLon.length);
  /** Share of its edge's length at which each point lies, 0 to 1. */
  const pointShare = sharesAlongEdges(network);
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let p = 0; p < pointLon.length; p++) {
    west = Math.min(west, pointLon[p]!);
    east = Math.max(east, pointLon[p]!);
    south = Math.min(south, pointLat[p]!);
    north = Math.max(north, pointLat[p]!);
  }
  const isEmpty = edgeCount === 0;
  const cellDegrees = isEmpty
    ? 1
    : Math.max(cellDegreesFinest, Math.sqrt(((east - west) * (north - south)) / mostGridCells));
  const columns = isEmpty ? 1 : Math.floor((east - west) / cellDegrees) + 1;
  const rows = isEmpty ? 1 : Math.floor((north - south) / cellDegrees) + 1;
  const columnOf = (lon: number) => Math.floor((lon - west) / cellDegrees);
  const rowOf = (lat: number) => Math.floor((lat - south) / cellDegrees);

  // Counting sort of segments into the grid cells that their bounding boxes touch.
  const firstOfCell = new Uint32Array(columns * rows + 1);
  const visitSegments = (visit: (cell: number, segment: number) => void) => {
    for (let e = 0; e < edgeCount; e++) {
      for (let p = edgeFirstPoint[e]!; p + 1 < edgeFirstPoint[e + 1]!; p++) {
        segmentEdge[p] = e;
        const c0 = columnOf(Math.min(pointLon[p]!, pointLon[p + 1]!));
        const c1 = columnOf(Math.max(pointLon[p]!, pointLon[p + 1]!));
        const r0 = rowOf(Math.min(pointLat[p]!, pointLat[p + 1]!));
        const r1 = rowOf(Math.max(pointLat[p]!, pointLat[p + 1]!));
        for (let r = r0; r <= r1; r++) for (let c = c0; c <= c1; c++) visit(r * columns + c, p);
      }
    }
  };
  visitSegments((cell) => {
    firstOfCell[cell + 1]!++;
  });
  for (let cell = 0; cell < columns * rows; cell++) firstOfCell[cell + 1]! += firstOfCell[cell]!;
  const segmentOfSlot = new Uint32Array(firstOfCell[columns * rows]!);
  const nextSlot = firstOfCell.slice();
  visitSegments((cell, segment) => {
    segmentOfSlot[nextSlot[cell]!++] = segment;
  });

  const bestMetres = new Float64Array(edgeCount).fill(Infinity);
  const bestShare = new Float64Array(edgeCount);
  const found: number[] = [];
  const answer: NearbyEdges = {
    count: 0,
    edge: new Uint32Array(64),
    alongMillimetres: new Uint32Array(64),
    millimetres: new Uint32Array(64),
  };

  function edgesNear(lon: number, lat: number, maxMetres: number): NearbyEdges {
    found.length = 0;
    answer.count = 0;
    if (isEmpty) return answer;
    const metresPerDegreeLon = metresPerDegree * cosineOfLatitude(lat);
    const limitMetres = maxMetres + 0.0005; // what rounds to `maxMetres` by the millimetre is still within
    const dLat = limitMetres / metresPerDegree;
    const dLon = limitMetres / metresPerDegreeLon;
    const c1 = Math.min(columns - 1, columnOf(lon + dLon));
    const r1 = Math.min(rows - 1, rowOf(lat + dLat));
    for (let r = Math.max(0, rowOf(lat - dLat)); r <= r1; r++) {
      for (let c = Math.max(0, columnOf(lon - dLon)); c <= c1; c++) {
        const cell = r * columns + c;
        for (let slot = firstOfCell[cell]!; slot < firstOfCell[cell + 1]!; slot++) {
          const p = segmentOfSlot[slot]!;
          const ax = (pointLon[p]! - lon) * metresPerDegreeLon;
          const ay = (pointLat[p]! - lat) * metresPerDegree;
          const dx = (pointLon[p + 1]! - pointLon[p]!) * metresPerDegreeLon;
          const dy = (pointLat[p + 1]! - pointLat[p]!) * metresPerDegree;
          const squared = dx * dx + dy * dy;
          const t = squared === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / squared));
          const x = ax + t * dx;
          const y = ay + t * dy;
          const metres = Math.sqrt(x * x + y * y);
          const e = segmentEdge[p]!;
          if (metres >= limitMetres || metres >= bestMetres[e]!) continue;
          if (bestMetres[e] === Infinity) found.push(e);
          bestMetres[e] = metres;
          bestShare[e] = pointShare[p]! + t * (pointShare[p + 1]! - pointShare[p]!);
        }
      }
    }
    found.sort((a, b) => bestMetres[a]! - bestMetres[b]! || a - b);
    if (found.length > answer.edge.length) growTo(answer, found.length * 2);
    answer.count = found.length;
    for (let i = 0; i < found.length; i++) {
      const e = found[i]!;
      answer.edge[i] = e;
      answer.alongMillimetres[i] = Math.round(bestShare[e]! * edgeLengthMillimetres[e]!);
      answer.millimetres[i] = Math.round(bestMetres[e]! * 1000);
      bestMetres[e] = Infinity;
    }
    return answer;
  }
  return { tiles: createEdgeTiles(network), edgesNear };
}

function growTo(answer: NearbyEdges, size: number): void {
  answer.edge = new Uint32Array(size);
  answer.alongMillimetres = new Uint32Array(size);
  answer.millimetres = new Uint32Array(size);
}

function sharesAlongEdges(network: RoadNetwork): Float64Array {
  const { edgeCount, edgeFirstPoint, pointLon, pointLat } = network;
  const share = new Float64Array(pointLon.length);
  for (let e = 0; e < edgeCount; e++) {
    const first = edgeFirstPoint[e]!;
    const last = edgeFirstPoint[e + 1]! - 1;
    const cosine = cosineOfLatitude(pointLat[first]!);
    for (let p = first; p < last; p++) {
      const dx = (pointLon[p + 1]! - pointLon[p]!) * cosine;
      const dy = pointLat[p + 1]! - pointLat[p]!;
      share[p + 1] = share[p]! + Math.sqrt(dx * dx + dy * dy);
    }
    const total = share[last]!;
    for (let p = first + 1; p <= last; p++) share[p] = total === 0 ? 0 : share[p]! / total;
  }
  return share;
}
