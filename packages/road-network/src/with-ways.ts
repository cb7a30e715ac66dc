/** A network with some of its ways closed, opened or widened; what does not change is shared with the one before. */
import type { RoadNetwork } from "./network.ts";
import { type EngineAccess, engineAccesses } from "./way.ts";

export interface WayChange {
  readonly wayId: number;
  readonly engineAccess?: EngineAccess;
  readonly widthMetres?: number;
  /** Engines pass every node of the way from then on. */
  readonly removesBarriers?: boolean;
}

/** In order: of two changes of the same way the later one stands. Ids of no way are without effect. */
export function withWays(network: RoadNetwork, changes: readonly WayChange[]): RoadNetwork {
  if (changes.length === 0) return network;
  const wayAccess = network.wayAccess.slice();
  const wayWidthMetres = network.wayWidthMetres.slice();
  const wayById = new Map<number, number>();
  network.wayId.forEach((id, w) => {
    wayById.set(id, w);
  });
  const isFreed = new Uint8Array(network.wayCount);
  for (const { wayId, engineAccess, widthMetres, removesBarriers } of changes) {
    const w = wayById.get(wayId);
    if (w === undefined) continue;
    if (engineAccess !== undefined) wayAccess[w] = engineAccesses.indexOf(engineAccess);
    if (widthMetres !== undefined) wayWidthMetres[w] = Math.round(widthMetres * 1000) / 1000;
    if (removesBarriers) isFreed[w] = 1;
  }
  return { ...network, wayAccess, wayWidthMetres, nodeIsBarrier: barriersBeside(network, isFreed) };
}

/** The barriers that stand on none of the marked ways. */
function barriersBeside(network: RoadNetwork, isFreed: Uint8Array): Uint8Array {
  if (!isFreed.includes(1)) return network.nodeIsBarrier;
  const { edgeCount, edgeWay, edgeTail, edgeHead } = network;
  const nodeIsBarrier = network.nodeIsBarrier.slice();
  for (let e = 0; e < edgeCount; e++) {
    if (isFreed[edgeWay[e]!] === 0) continue;
    nodeIsBarrier[edgeTail[e]!] = 0;
    nodeIsBarrier[edgeHead[e]!] = 0;
  }
  return nodeIsBarrier;
}
