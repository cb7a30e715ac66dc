/** Hose from a few stands to the places about them: a search that touches nothing farther than the reach. */
import { type RoadGraph, UNREACHED } from "@firecover/road-network";
import type { Approaches } from "../approach.ts";
import type { Stands } from "./opened-stops.ts";

export interface HoseFrom {
  readonly stands: Stands;
  /** Millimetres per node within the limit. */
  readonly nodeHose: ReadonlyMap<number, number>;
}

/** `nodes`: more places to start from, without an edge of their own. */
export function hoseFrom(
  foot: RoadGraph,
  stands: Stands,
  nodes: readonly number[],
  limitMillimetres: number,
): HoseFrom {
  const { network, firstOut, head, cost } = foot;
  const nodeHose = new Map<number, number>();
  /** Nodes by hose in steps of 4 m: few enough that a list per step is the simplest queue (Dial, 1969). */
  const stepMillimetres = 4096;
  const buckets: number[][] = [];
  const offer = (u: number, millimetres: number) => {
    if (millimetres > limitMillimetres || millimetres >= (nodeHose.get(u) ?? UNREACHED)) return;
    nodeHose.set(u, millimetres);
    const b = Math.floor(millimetres / stepMillimetres);
    while (buckets.length <= b) buckets.push([]);
    buckets[b]!.push(u);
  };
  for (const [e, [from, to]] of stands) {
    offer(network.edgeTail[e]!, from);
    offer(network.edgeHead[e]!, network.edgeLengthMillimetres[e]! - to);
  }
  for (const u of nodes) offer(u, 0);
  for (let b = 0; b < buckets.length; b++) {
    // A node may come back into the list it is taken from; it is read again with its better value.
    for (const u of buckets[b]!) {
      const here = nodeHose.get(u)!;
      if (Math.floor(here / stepMillimetres) !== b) continue;
      for (let a = firstOut[u]!; a < firstOut[u + 1]!; a++) offer(head[a]!, here + cost[a]!);
    }
  }
  return { stands, nodeHose };
}

/** Whether hose from there gets to point i within the limit. */
export function isWithin(
  foot: RoadGraph,
  { stands, nodeHose }: HoseFrom,
  approaches: Approaches,
  i: number,
  limitMillimetres: number,
): boolean {
  const { edgeTail, edgeHead, edgeLengthMillimetres } = foot.network;
  const limit = limitMillimetres + 1;
  for (let k = approaches.start(i, limit); k >= 0; k = approaches.next(i, k, limit)) {
    const e = approaches.edge[k]!;
    const along = approaches.alongMillimetres[k]!;
    const left = limitMillimetres - approaches.hoseMillimetres[k]!;
    const stand = stands.get(e);
    if (stand && Math.max(0, stand[0] - along, along - stand[1]) <= left) return true;
    if ((nodeHose.get(edgeTail[e]!) ?? UNREACHED) + along <= left) return true;
    if ((nodeHose.get(edgeHead[e]!) ?? UNREACHED) + edgeLengthMillimetres[e]! - along <= left) return true;
  }
  return false;
}
