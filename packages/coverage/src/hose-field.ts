/** Hose to every node from where engines may stand: most nodes need none, so only what lies beyond is searched. */
import { bucketShift, createPairQueue, type RoadGraph, UNREACHED } from "@firecover/road-network";
import type { StandingPlaces } from "./turnable-roads.ts";

/** Millimetres per node of a foot graph in millimetres; UNREACHED where no engine road is connected on foot. */
export function hoseField(foot: RoadGraph, { from, to }: StandingPlaces): Uint32Array {
  const { network, firstOut, head, cost } = foot;
  const { edgeTail, edgeHead, edgeLengthMillimetres, nodeCount, edgeCount } = network;
  const hose = new Uint32Array(nodeCount).fill(UNREACHED);
  for (let e = 0; e < edgeCount; e++) {
    if (from[e]! > to[e]!) continue;
    const [u, v] = [edgeTail[e]!, edgeHead[e]!];
    hose[u] = Math.min(hose[u]!, from[e]!);
    hose[v] = Math.min(hose[v]!, edgeLengthMillimetres[e]! - to[e]!);
  }
  const queue = createPairQueue(bucketShift(cost));
  const walkOn = (u: number) => {
    for (let a = firstOut[u]!; a < firstOut[u + 1]!; a++) {
      const arrival = hose[u]! + cost[a]!;
      if (arrival >= hose[head[a]!]!) continue;
      hose[head[a]!] = arrival;
      queue.push(head[a]!, 0, arrival);
    }
  };
  for (let u = 0; u < nodeCount; u++) if (hose[u] !== UNREACHED) walkOn(u);
  for (let u = queue.pop(); u >= 0; u = queue.pop()) if (queue.isCurrent(hose[u]!)) walkOn(u);
  return hose;
}
