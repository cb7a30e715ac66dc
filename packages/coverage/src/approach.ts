/**
 * The last metres between a way and a door, where no way is mapped.
 *
 * A point hangs on every way within 300 m, each at the price of its own distance alone, so that a new way
 * nearby can only add a choice and never take one away. Up to 15 m is free (half a road, a pavement, a front
 * yard); up to 60 m (QCVN 06:2022/BXD §6.2.2.1) each further metre is a metre of hose; beyond, a metre counts
 * tenfold, since nothing says that a hose gets through. Planning assumptions.
 */
import type { EdgeGrid } from "./edge-grid.ts";

export const maxApproachMetres = 300;
const freeMillimetres = 15_000;
const plainMillimetres = 60_000;
const unmappedFactor = 10;

/** Hose that an approach of that length takes, millimetres. */
export function approachHoseMillimetres(millimetres: number): number {
  if (millimetres <= freeMillimetres) return 0;
  if (millimetres <= plainMillimetres) return millimetres - freeMillimetres;
  return plainMillimetres - freeMillimetres + unmappedFactor * (millimetres - plainMillimetres);
}

/** The edges that each point hangs on, cheapest first: point i has `first[i] <= k < first[i + 1]`. */
export interface Approaches {
  readonly pointCount: number;
  readonly first: Uint32Array;
  readonly edge: Uint32Array;
  /** From the edge's tail to the place nearest to the point. */
  readonly alongMillimetres: Uint32Array;
  readonly hoseMillimetres: Uint32Array;
  /** Straight line to the nearest way; NaN = farther than 300 m. */
  readonly snapMetres: Float32Array;
}

export function findApproaches(grid: EdgeGrid, lon: Float64Array, lat: Float64Array): Approaches {
  const pointCount = lon.length;
  const first = new Uint32Array(pointCount + 1);
  const snapMetres = new Float32Array(pointCount).fill(Number.NaN);
  let size = Math.max(1024, pointCount * 16);
  let edge = new Uint32Array(size);
  let alongMillimetres = new Uint32Array(size);
  let hoseMillimetres = new Uint32Array(size);
  let filled = 0;
  for (let i = 0; i < pointCount; i++) {
    const near = grid.edgesNear(lon[i]!, lat[i]!, maxApproachMetres);
    if (filled + near.count > size) {
      size = Math.max(size * 2, filled + near.count);
      edge = grown(edge, size);
      alongMillimetres = grown(alongMillimetres, size);
      hoseMillimetres = grown(hoseMillimetres, size);
    }
    if (near.count > 0) snapMetres[i] = near.millimetres[0]! / 1000;
    for (let k = 0; k < near.count; k++) {
      edge[filled] = near.edge[k]!;
      alongMillimetres[filled] = near.alongMillimetres[k]!;
      hoseMillimetres[filled] = approachHoseMillimetres(near.millimetres[k]!);
      filled++;
    }
    first[i + 1] = filled;
  }
  return {
    pointCount,
    first,
    edge: edge.slice(0, filled),
    alongMillimetres: alongMillimetres.slice(0, filled),
    hoseMillimetres: hoseMillimetres.slice(0, filled),
    snapMetres,
  };
}

function grown(from: Uint32Array, size: number): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(size);
  to.set(from);
  return to;
}
