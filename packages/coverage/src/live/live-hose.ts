/** Hose to every node from where engines may stand, repaired where these places change. */
import { bucketShift, createPairQueue, type RoadGraph, UNREACHED } from "@firecover/road-network";
import type { StandingPlaces } from "../turnable-roads.ts";
import { createMarked, type Marked } from "./marked.ts";

export interface LiveHose {
  /** Millimetres, as `hoseField` says; UNREACHED where no engine road is connected on foot. */
  readonly nodeHose: Uint32Array;
  /** After places on the marked edges changed; the nodes whose hose did are valid until the next call. */
  update(stops: StandingPlaces, edges: Marked): Marked;
}

/** `foot`: in millimetres, every arc both ways and longer than nothing. */
export function createLiveHose(foot: RoadGraph): LiveHose {
  const { network, nodeCount, firstOut, head, cost, arcEdge, arcIsForward } = foot;
  const { edgeTail, edgeHead, edgeLengthMillimetres } = network;
  const hose = new Uint32Array(nodeCount).fill(UNREACHED);
  /** Along its own edges alone. */
  const start = new Uint32Array(nodeCount).fill(UNREACHED);
  const queue = createPairQueue(bucketShift(cost));
  const ends = createMarked(nodeCount);
  /** Nodes whose hose was touched, and what it was. */
  const touched = createMarked(nodeCount);
  const before = new Uint32Array(nodeCount);
  const changed = createMarked(nodeCount);
  const cleared: number[] = [];

  function set(u: number, millimetres: number): void {
    if (touched.add(u)) before[u] = hose[u]!;
    hose[u] = millimetres;
  }

  function startOf(u: number, { from, to }: StandingPlaces): number {
    let least = UNREACHED;
    for (let a = firstOut[u]!; a < firstOut[u + 1]!; a++) {
      const e = arcEdge[a]!;
      if (from[e]! > to[e]!) continue;
      least = Math.min(least, arcIsForward[a] ? from[e]! : edgeLengthMillimetres[e]! - to[e]!);
    }
    return least;
  }

  /** What may have hung on a node that lost its hose: over-cautious where two ways were as short. */
  function clear(u: number): void {
    set(u, UNREACHED);
    cleared.push(u);
  }

  function update(stops: StandingPlaces, edges: Marked): Marked {
    touched.clear();
    changed.clear();
    ends.clear();
    cleared.length = 0;
    for (let k = 0; k < edges.count; k++) {
      ends.add(edgeTail[edges.list[k]!]!);
      ends.add(edgeHead[edges.list[k]!]!);
    }
    for (let k = 0; k < ends.count; k++) {
      const u = ends.list[k]!;
      const startBefore = start[u]!;
      start[u] = startOf(u, stops);
      if (start[u]! > startBefore && hose[u] === startBefore) clear(u);
    }
    for (let c = 0; c < cleared.length; c++) {
      const u = cleared[c]!;
      for (let a = firstOut[u]!; a < firstOut[u + 1]!; a++) {
        const v = head[a]!;
        if (hose[v] !== UNREACHED && hose[v] === before[u]! + cost[a]! && start[v]! > hose[v]!) clear(v);
      }
    }
    for (const u of cleared) {
      let best = start[u]!;
      for (let a = firstOut[u]!; a < firstOut[u + 1]!; a++)
        if (hose[head[a]!] !== UNREACHED) best = Math.min(best, hose[head[a]!]! + cost[a]!);
      offer(u, best);
    }
    for (let k = 0; k < ends.count; k++) offer(ends.list[k]!, start[ends.list[k]!]!);
    settle();
    for (let k = 0; k < touched.count; k++)
      if (hose[touched.list[k]!] !== before[touched.list[k]!]) changed.add(touched.list[k]!);
    return changed;
  }

  function offer(u: number, millimetres: number): void {
    if (millimetres >= hose[u]!) return;
    set(u, millimetres);
    queue.push(u, 0, millimetres);
  }

  function settle(): void {
    for (let u = queue.pop(); u >= 0; u = queue.pop()) {
      if (!queue.isCurrent(hose[u]!)) continue;
      for (let a = firstOut[u]!; a < firstOut[u + 1]!; a++) offer(head[a]!, hose[u]! + cost[a]!);
    }
  }

  return { nodeHose: hose, update };
}
