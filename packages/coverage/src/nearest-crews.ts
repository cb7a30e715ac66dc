/**
 * The nearest stations of every node of a crew graph, as many as bring the engines asked for.
 *
 * Two tricks keep it short. Nobody drives again who has begun to walk, so the drive layer is settled alone, its
 * answers are handed down, and on foot only what walking betters is queued. And a station counts at a node only while
 * the nearer ones there bring fewer engines than any rule asks for: whoever comes after them here comes after
 * them everywhere beyond, so nothing that decides an answer is lost.
 */
import { bucketShift, createPairQueue, type RoadGraph, UNREACHED } from "@firecover/road-network";
import type { CrewGraph } from "./crew-graph.ts";
import type { GateSeed } from "./gate-seeds.ts";

export interface NearestCrews {
  readonly ranks: number;
  /** At `node * ranks + rank`, nearest first, ties by station; UNREACHED beyond the engines needed. */
  readonly millis: Uint32Array;
  readonly owner: Int32Array;
}

const greatestMillis = 0x7fffffff;

/** The columns of a search; the next search with the same ones overwrites what this one found. */
export interface CrewColumns {
  readonly ranks: number;
  readonly millis: Uint32Array;
  readonly owner: Int32Array;
  /** What arrives later is not needed there any more. */
  readonly enoughAt: Uint32Array;
}

/** A rank for each engine needed: each station brings one at least. */
export function createCrewColumns({ graph }: CrewGraph, enginesNeeded: number): CrewColumns {
  return {
    ranks: enginesNeeded,
    millis: new Uint32Array(graph.nodeCount * enginesNeeded),
    owner: new Int32Array(graph.nodeCount * enginesNeeded),
    enoughAt: new Uint32Array(graph.nodeCount),
  };
}

export function nearestCrews(
  { graph, drive, foot, footLayer }: CrewGraph,
  seeds: readonly GateSeed[],
  enginesOfStation: Uint32Array,
  { ranks, millis, owner, enoughAt }: CrewColumns,
): NearestCrews {
  const enginesNeeded = ranks;
  millis.fill(UNREACHED);
  owner.fill(-1);
  enoughAt.fill(greatestMillis);
  const queue = createPairQueue(Math.max(bucketShift(drive.cost), bucketShift(foot.cost)));

  /** Puts a station in its place among those of node u; false when it is not needed there. */
  function offer(u: number, arrival: number, byOwner: number): boolean {
    const first = u * ranks;
    const end = first + ranks;
    let engines = 0;
    let place = first;
    for (; place < end; place++) {
      const known = millis[place]!;
      const knownOwner = owner[place]!;
      if (arrival < known || (arrival === known && byOwner < knownOwner)) break;
      if (knownOwner === byOwner) return false;
      engines += enginesOfStation[knownOwner]!;
      if (engines >= enginesNeeded) return false;
    }
    if (place === end) return false;
    let last = place; // where the station stood so far, or the end of the list
    while (last < end - 1 && owner[last] !== byOwner && owner[last] !== -1) last++;
    for (; last > place; last--) {
      millis[last] = millis[last - 1]!;
      owner[last] = owner[last - 1]!;
    }
    millis[place] = arrival;
    owner[place] = byOwner;
    engines += enginesOfStation[byOwner]!;
    let enough = place;
    while (engines < enginesNeeded && enough < end - 1 && owner[enough + 1] !== -1)
      engines += enginesOfStation[owner[++enough]!]!;
    if (engines >= enginesNeeded) {
      enoughAt[u] = millis[enough]!;
      for (let r = enough + 1; r < end; r++) {
        millis[r] = UNREACHED;
        owner[r] = -1;
      }
    }
    return true;
  }

  /** Drives or walks on from what is queued; `offset` is the first node of the layer. */
  function settle({ firstOut, head, cost }: RoadGraph, offset: number): void {
    for (let u = queue.pop(); u >= 0; u = queue.pop()) {
      const byOwner = queue.poppedOwner();
      const reached = arrivalAt(u, byOwner);
      if (!queue.isCurrent(reached)) continue; // improved and scanned since, or not needed any more
      const v = u - offset;
      for (let a = firstOut[v]!; a < firstOut[v + 1]!; a++) {
        const to = head[a]! + offset;
        const arrival = reached + cost[a]!;
        if (arrival <= enoughAt[to]! && offer(to, arrival, byOwner)) queue.push(to, byOwner, arrival);
      }
    }
  }

  function arrivalAt(u: number, byOwner: number): number {
    for (let r = u * ranks; r < (u + 1) * ranks; r++) if (owner[r] === byOwner) return millis[r]!;
    return UNREACHED;
  }

  const start = (isOnFoot: boolean) => {
    for (const { node, cost, owner: station } of seeds) {
      if (node >= footLayer !== isOnFoot || cost > greatestMillis) continue;
      if (offer(node, cost, station)) queue.push(node, station, cost);
    }
  };
  start(false);
  settle(drive, 0);

  const baseCount = foot.nodeCount;
  millis.copyWithin(footLayer * ranks, 0, baseCount * ranks);
  owner.copyWithin(footLayer * ranks, 0, baseCount * ranks);
  enoughAt.copyWithin(footLayer, 0, baseCount);
  for (let u = baseCount; u < drive.nodeCount; u++) {
    const down = footLayer + drive.nodeOf[u]!;
    for (let r = u * ranks; r < (u + 1) * ranks && owner[r] !== -1; r++) offer(down, millis[r]!, owner[r]!);
  }
  start(true);
  for (let u = footLayer; u < graph.nodeCount; u++) walkOn(u);
  settle(foot, footLayer);
  return { ranks, millis, owner };

  function walkOn(u: number): void {
    for (let r = u * ranks; r < (u + 1) * ranks && owner[r] !== -1; r++) {
      const v = u - footLayer;
      for (let a = foot.firstOut[v]!; a < foot.firstOut[v + 1]!; a++) {
        const to = footLayer + foot.head[a]!;
        const arrival = millis[r]! + foot.cost[a]!;
        const byOwner = owner[r]!;
        if (arrival <= enoughAt[to]! && offer(to, arrival, byOwner)) queue.push(to, byOwner, arrival);
      }
    }
  }
}
