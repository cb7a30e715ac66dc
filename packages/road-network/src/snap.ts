/** Finds the nearest place on an edge. */
import Flatbush from "flatbush";
import { fractionAt } from "./chainage.ts";
import { cosineOfLatitude, metresPerDegree } from "./geometry.ts";
import type { RoadNetwork } from "./network.ts";

/** A place on an edge. */
export interface Snap {
  readonly edge: number;
  /** 0 at the edge's tail … 1 at its head, by length. */
  readonly fraction: number;
  /** Distance from the point asked for. */
  readonly metres: number;
  readonly lon: number;
  readonly lat: number;
}

export interface SnapOptions {
  /** 300 by default. */
  readonly maxMetres?: number;
  /** Per edge: 0 = passed over. */
  readonly usable?: Uint8Array;
}

export interface Snapper {
  /** The nearest usable place, on the plane that touches the earth at the point; null when none is near. */
  snap(lon: number, lat: number, options?: SnapOptions): Snap | null;
}

const firstSearchMetres = 40;

export function createSnapper(network: RoadNetwork): Snapper {
  const { edgeCount, edgeFirstPoint, pointLon, pointLat } = network;
  const segmentCount = pointLon.length - edgeCount;
  const pointOfSegment = new Uint32Array(segmentCount);
  const edgeOfSegment = new Uint32Array(segmentCount);
  const index = segmentCount > 0 ? new Flatbush(segmentCount) : null;
  let segment = 0;
  for (let e = 0; e < edgeCount; e++) {
    for (let p = edgeFirstPoint[e]!; p < edgeFirstPoint[e + 1]! - 1; p++) {
      pointOfSegment[segment] = p;
      edgeOfSegment[segment++] = e;
      const [x, y, nextX, nextY] = [pointLon[p]!, pointLat[p]!, pointLon[p + 1]!, pointLat[p + 1]!];
      index?.add(Math.min(x, nextX), Math.min(y, nextY), Math.max(x, nextX), Math.max(y, nextY));
    }
  }
  index?.finish();

  function snap(lon: number, lat: number, { maxMetres = 300, usable }: SnapOptions = {}): Snap | null {
    if (index === null) return null;
    const isUsable = usable && ((s: number) => usable[edgeOfSegment[s]!] === 1);
    const lonScale = Math.max(1e-6, cosineOfLatitude(lat));
    // Whatever lies within a distance touches the box of that half side: widen until the best is inside.
    for (let metres = Math.min(firstSearchMetres, maxMetres); ; metres = Math.min(3 * metres, maxMetres)) {
      const dLat = (metres / metresPerDegree) * 1.000001;
      const dLon = dLat / lonScale;
      const near = index.search(lon - dLon, lat - dLat, lon + dLon, lat + dLat, isUsable);
      const best = nearestOf(near, lon, lat, lonScale);
      if (best !== null && best.metres <= metres) return placeOn(best);
      if (metres >= maxMetres) return null;
    }
  }

  function nearestOf(
    segments: readonly number[],
    lon: number,
    lat: number,
    lonScale: number,
  ): Nearest | null {
    let bestSegment = -1;
    let bestAlong = 0;
    let bestSquare = Infinity;
    for (const s of segments) {
      const p = pointOfSegment[s]!;
      const x = (pointLon[p]! - lon) * lonScale;
      const y = pointLat[p]! - lat;
      const dx = (pointLon[p + 1]! - pointLon[p]!) * lonScale;
      const dy = pointLat[p + 1]! - pointLat[p]!;
      const square = dx * dx + dy * dy;
      const along = square === 0 ? 0 : Math.min(1, Math.max(0, -(x * dx + y * dy) / square));
      const offX = x + along * dx;
      const offY = y + along * dy;
      const offSquare = offX * offX + offY * offY;
      if (offSquare > bestSquare || (offSquare === bestSquare && s > bestSegment)) continue;
      bestSegment = s;
      bestAlong = along;
      bestSquare = offSquare;
    }
    if (bestSegment < 0) return null;
    return { segment: bestSegment, along: bestAlong, metres: Math.sqrt(bestSquare) * metresPerDegree };
  }

  function placeOn({ segment, along, metres }: Nearest): Snap {
    const p = pointOfSegment[segment]!;
    const edge = edgeOfSegment[segment]!;
    return {
      edge,
      fraction: fractionAt(network, edge, p, along),
      metres,
      lon: pointLon[p]! + along * (pointLon[p + 1]! - pointLon[p]!),
      lat: pointLat[p]! + along * (pointLat[p + 1]! - pointLat[p]!),
    };
  }

  return { snap };
}

interface Nearest {
  readonly segment: number;
  /** 0 at the segment's first point … 1 at its second. */
  readonly along: number;
  readonly metres: number;
}
