/** Bounds of arrivals kept up while arrivals change, and where they have become lower. */

import { UNREACHED } from "@firecover/road-network";
import { type ArrivalBounds, type ArrivalField, leastOfEdge } from "../arrival.ts";
import type { EdgeTiles } from "../edge-tiles.ts";
import { createMarked, type Marked } from "./marked.ts";
import type { TouchedEdges } from "./touched-edges.ts";

export interface LiveBounds extends ArrivalBounds {
  /**
   * Tiles with a lower bound since this was last cleared. A point that was asked with a higher one may have passed over
   * ways that could win now; one asked with a lower one has only looked at more ways than it had to.
   */
  readonly lowered: Marked;
  /** Of the touched edges where the first to come is another or comes at another time. */
  renew(field: ArrivalField, nodeMillis: Uint32Array, ranks: number, touched: TouchedEdges): void;
}

/** Bounds that should have risen are left low, which only costs time; now and then all are raised to what they are. */
const renewalsPerRise = 32;

export function createLiveBounds(tiles: EdgeTiles, edgeCount: number): LiveBounds {
  const least = new Uint32Array(edgeCount).fill(UNREACHED);
  const nearby = tiles.leastNearby(least);
  const lowered = createMarked(nearby.length);
  let renewals = 0;
  return {
    least,
    nearby,
    lowered,
    renew(field, nodeMillis, ranks, { edges, engines }) {
      for (let k = 0; k < edges.count; k++) {
        const e = edges.list[k]!;
        if (engines[e]! > 0) continue;
        const before = least[e]!;
        least[e] = leastOfEdge(field, nodeMillis, ranks, e);
        if (least[e]! < before) tiles.lower(nearby, e, least[e]!, lowered.add);
      }
      if (++renewals % renewalsPerRise === 0) nearby.set(tiles.leastNearby(least));
    },
  };
}
