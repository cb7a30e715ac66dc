/**
 * Square tiles at least as wide as an approach is long: whatever way a point hangs on passes through its own tile or one
 * of the eight around, so that the least over these nine is a bound for the point before any way is looked for.
 */
import { cosineOfLatitude, metresPerDegree, type RoadNetwork, UNREACHED } from "@firecover/road-network";

const tileMetres = 301;
const mostTiles = 4_000_000;

export interface EdgeTiles {
  tileOf(lon: number, lat: number): number;
  /** Per tile the least of the edges that pass through it or a tile beside it. */
  leastNearby(leastOfEdge: Uint32Array): Uint32Array;
  /** Lowers what `leastNearby` gave to the value of one edge, and calls `onLowered` with each tile where it was higher. */
  lower(nearby: Uint32Array, e: number, value: number, onLowered: (tile: number) => void): void;
}

export function createEdgeTiles({ edgeCount, edgeFirstPoint, pointLon, pointLat }: RoadNetwork): EdgeTiles {
  if (edgeCount === 0)
    return { tileOf: () => 0, leastNearby: () => new Uint32Array([UNREACHED]), lower: () => {} };
  const [west, east] = bounds(pointLon);
  const [south, north] = bounds(pointLat);
  const steepest = cosineOfLatitude(Math.min(89, Math.max(Math.abs(south), Math.abs(north)) + 0.01));
  let tileLat = tileMetres / metresPerDegree;
  let tileLon = tileLat / steepest;
  const tooMany = Math.sqrt((((east - west) / tileLon) * ((north - south) / tileLat)) / mostTiles);
  if (tooMany > 1) {
    tileLat *= tooMany;
    tileLon *= tooMany;
  }
  // One tile more on every side, for points beside the roads.
  const columns = Math.floor((east - west) / tileLon) + 3;
  const rows = Math.floor((north - south) / tileLat) + 3;
  const columnOf = (lon: number) => clamp(Math.floor((lon - west) / tileLon) + 1, columns);
  const rowOf = (lat: number) => clamp(Math.floor((lat - south) / tileLat) + 1, rows);

  // Tiles of edge e: tile[k] for first[e] <= k < first[e + 1]; those of the boxes round its segments, repeats left in.
  const first = new Uint32Array(edgeCount + 1);
  const tiles: number[] = [];
  for (let e = 0; e < edgeCount; e++) {
    let last = -1;
    for (let p = edgeFirstPoint[e]!; p + 1 < edgeFirstPoint[e + 1]!; p++) {
      const c1 = columnOf(Math.max(pointLon[p]!, pointLon[p + 1]!));
      const r1 = rowOf(Math.max(pointLat[p]!, pointLat[p + 1]!));
      for (let r = rowOf(Math.min(pointLat[p]!, pointLat[p + 1]!)); r <= r1; r++) {
        for (let c = columnOf(Math.min(pointLon[p]!, pointLon[p + 1]!)); c <= c1; c++) {
          if (r * columns + c === last) continue;
          last = r * columns + c;
          tiles.push(last);
        }
      }
    }
    first[e + 1] = tiles.length;
  }
  const tile = Uint32Array.from(tiles);

  function leastNearby(leastOfEdge: Uint32Array): Uint32Array {
    const least = new Uint32Array(columns * rows).fill(UNREACHED);
    for (let e = 0; e < edgeCount; e++) {
      for (let k = first[e]!; k < first[e + 1]!; k++)
        if (leastOfEdge[e]! < least[tile[k]!]!) least[tile[k]!] = leastOfEdge[e]!;
    }
    const nearby = least.slice();
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < columns; c++) {
        for (let dr = r > 0 ? -1 : 0; dr <= 1 && r + dr < rows; dr++) {
          for (let dc = c > 0 ? -1 : 0; dc <= 1 && c + dc < columns; dc++) {
            const beside = least[(r + dr) * columns + c + dc]!;
            if (beside < nearby[r * columns + c]!) nearby[r * columns + c] = beside;
          }
        }
      }
    }
    return nearby;
  }
  function lower(nearby: Uint32Array, e: number, value: number, onLowered: (tile: number) => void): void {
    for (let k = first[e]!; k < first[e + 1]!; k++) {
      const c = tile[k]! % columns;
      const r = (tile[k]! - c) / columns;
      for (let row = Math.max(0, r - 1); row <= Math.min(rows - 1, r + 1); row++) {
        for (let column = Math.max(0, c - 1); column <= Math.min(columns - 1, c + 1); column++) {
          const beside = row * columns + column;
          if (value >= nearby[beside]!) continue;
          nearby[beside] = value;
          onLowered(beside);
        }
      }
    }
  }
  return { tileOf: (lon, lat) => rowOf(lat) * columns + columnOf(lon), leastNearby, lower };
}

function bounds(values: Float64Array): [least: number, most: number] {
  let least = Infinity;
  let most = -Infinity;
  for (let p = 0; p < values.length; p++) {
    if (values[p]! < least) least = values[p]!;
    if (values[p]! > most) most = values[p]!;
  }
  return [least, most];
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index));
}
