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

/** Ways in the first ring are found for every point beforehand, the others when an answer hangs on them. */
const ringMetres = [100, 130, 180, maxApproachMetres];
const ringHoseMillimetres = ringMetres.map((metres) => approachHoseMillimetres(metres * 1000));
const lastRing = ringMetres.length - 1;

/** The edges that each point hangs on; an approach is a number k into the columns. */
export interface Approaches {
  readonly pointCount: number;
  /** Approaches found so far; columns may be longer, and are replaced as they grow. */
  readonly count: number;
  /** The point that each approach belongs to. */
  readonly point: Uint32Array;
  readonly edge: Uint32Array;
  /** From the edge's tail to the place nearest to the point. */
  readonly alongMillimetres: Uint32Array;
  readonly hoseMillimetres: Uint32Array;
  /** Straight line to the nearest way; NaN = farther than 300 m. */
  readonly snapMetres: Float32Array;
  /** The tile each point lies in (`edge-tiles.ts`). */
  readonly tile: Uint32Array;
  /** All points, neighbours beside each other: in this order they are asked, for what they need is then at hand. */
  readonly order: Uint32Array;
  /** The cheapest approach of point i that takes less hose than `limit`; -1 = none. */
  start(i: number, limit: number): number;
  /** The next cheapest after approach k; what takes `limit` or more no longer matters. */
  next(i: number, k: number, limit: number): number;
}

export function findApproaches(grid: EdgeGrid, lon: Float64Array, lat: Float64Array): Approaches {
  const pointCount = lon.length;
  /** Where the approaches of a point's rings begin and end, at `ring * pointCount + i`; -1 = not looked for yet. */
  const ringFirst = new Int32Array(ringMetres.length * pointCount).fill(-1);
  const ringEnd = new Int32Array(ringMetres.length * pointCount);
  const snapMetres = new Float32Array(pointCount).fill(Number.NaN);
  let size = Math.max(1024, pointCount * 16);
  let filled = 0;

  const tile = Uint32Array.from(lon, (_, i) => grid.tiles.tileOf(lon[i]!, lat[i]!));
  const order = Uint32Array.from(lon, (_, i) => i).sort((i, j) => tile[i]! - tile[j]! || i - j);

  const found = {
    pointCount,
    get count() {
      return filled;
    },
    point: new Uint32Array(size),
    edge: new Uint32Array(size),
    alongMillimetres: new Uint32Array(size),
    hoseMillimetres: new Uint32Array(size),
    snapMetres,
    tile,
    order,
    start: (i: number, limit: number): number => startRing(i, 0, limit),
    next(i: number, k: number, limit: number): number {
      const after = k + 1;
      if (k < nearEnd) {
        if (after < ringEnd[i]!) return found.hoseMillimetres[after]! < limit ? after : -1;
        return startRing(i, 1, limit);
      }
      for (let ring = 1; ring <= lastRing; ring++) {
        const at = ring * pointCount + i;
        if (k < ringFirst[at]! || k >= ringEnd[at]!) continue;
        if (after < ringEnd[at]!) return found.hoseMillimetres[after]! < limit ? after : -1;
        return startRing(i, ring + 1, limit);
      }
      return -1;
    },
  };

  /** The first approach from a ring on; rings that take `limit` or more are not looked into. */
  function startRing(i: number, from: number, limit: number): number {
    for (let ring = from; ring <= lastRing; ring++) {
      if (ring > 0 && limit <= ringHoseMillimetres[ring - 1]!) return -1;
      const at = ring * pointCount + i;
      if (ringFirst[at] === -1) lookInto(i, ring);
      const k = ringFirst[at]!;
      if (k < ringEnd[at]!) return found.hoseMillimetres[k]! < limit ? k : -1;
    }
    return -1;
  }

  function lookInto(i: number, ring: number): void {
    const at = ring * pointCount + i;
    ringFirst[at] = filled;
    append(i, ring === 0 ? -1 : ringMetres[ring - 1]! * 1000, ringMetres[ring]!);
    ringEnd[at] = filled;
  }

  function append(i: number, beyondMillimetres: number, maxMetres: number): void {
    const near = grid.edgesNear(lon[i]!, lat[i]!, maxMetres);
    if (filled + near.count > size) {
      size = 2 * size + near.count;
      found.point = grown(found.point, size);
      found.edge = grown(found.edge, size);
      found.alongMillimetres = grown(found.alongMillimetres, size);
      found.hoseMillimetres = grown(found.hoseMillimetres, size);
    }
    if (near.count > 0) snapMetres[i] = near.millimetres[0]! / 1000;
    for (let k = 0; k < near.count; k++) {
      if (near.millimetres[k]! <= beyondMillimetres) continue;
      found.point[filled] = i;
      found.edge[filled] = near.edge[k]!;
      found.alongMillimetres[filled] = near.alongMillimetres[k]!;
      found.hoseMillimetres[filled] = approachHoseMillimetres(near.millimetres[k]!);
      filled++;
    }
  }

  for (const i of order) lookInto(i, 0);
  const nearEnd = filled;
  for (let i = 0; i < pointCount; i++)
    if (ringFirst[i] === ringEnd[i]) startRing(i, 1, Number.POSITIVE_INFINITY);
  return found;
}

function grown(from: Uint32Array, size: number): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(size);
  to.set(from);
  return to;
}

/** The points one by one, in their order; a view of some points only has none and goes by number. */
export function pointAt({ order, pointCount }: Approaches, j: number): number {
  return order.length === pointCount ? order[j]! : j;
}
