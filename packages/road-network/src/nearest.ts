/** The k nearest distinct owners of every node: which stations stand behind the first. */
import { costAlongEdge } from "./arrival.ts";
import { bucketLayout } from "./buckets.ts";
import type { RoadGraph } from "./graph.ts";
import { UNREACHED } from "./network.ts";
import { greatestCost, partOfCost, type Seed, startNodes } from "./seed.ts";
import { seedsOnEdge } from "./seeds-on-edge.ts";
import type { Snap } from "./snap.ts";

/** Per node of the graph its k nearest owners, nearest first. Valid until the query's next run. */
export interface NearestReach {
  readonly graph: RoadGraph;
  readonly seeds: readonly Seed[];
  readonly maxCost: number;
  readonly k: number;
  /** At `node * k + rank`; UNREACHED where fewer owners get there within the limit. */
  readonly cost: Uint32Array;
  readonly owner: Int32Array;
}

export interface NearestQuery {
  run(seeds: readonly Seed[], maxCost?: number): NearestReach;
}

/** Holds the buffers of a search over one graph; runs may follow each other, not overlap. */
export function createNearestQuery(graph: RoadGraph, k: number): NearestQuery {
  const { nodeCount, firstOut, head, cost: arcCost } = graph;
  const { shift, ringSize } = bucketLayout(arcCost);
  const ringMask = ringSize - 1;
  const bucketTop = new Int32Array(ringSize).fill(-1);
  let entryNode = new Uint32Array(1024);
  let entryOwner = new Int32Array(1024);
  let entryBelow = new Int32Array(1024);
  const cost = new Uint32Array(nodeCount * k).fill(UNREACHED);
  const owner = new Int32Array(nodeCount * k).fill(-1);

  function run(seeds: readonly Seed[], limit: number = greatestCost): NearestReach {
    const maxCost = Math.min(limit, greatestCost);
    cost.fill(UNREACHED);
    owner.fill(-1);
    const starts = startNodes(graph, seeds);
    let nextStart = 0;
    let entryCount = 0; // entries ever used
    let free = -1; // entries to use again
    let queued = 0;
    let bucket = 0;

    const push = (u: number, byOwner: number, slot: number) => {
      let place = free;
      if (place >= 0) free = entryBelow[place]!;
      else place = entryCount++;
      if (place === entryNode.length) {
        entryNode = doubled(entryNode);
        entryOwner = doubled(entryOwner);
        entryBelow = doubled(entryBelow);
      }
      entryNode[place] = u;
      entryOwner[place] = byOwner;
      entryBelow[place] = bucketTop[slot]!;
      bucketTop[slot] = place;
      queued++;
    };

    while (true) {
      if (queued === 0) {
        if (nextStart >= starts.count || starts.cost[nextStart]! > maxCost) break;
        bucket = starts.cost[nextStart]! >>> shift;
      }
      const slot = bucket & ringMask;
      for (; nextStart < starts.count && starts.cost[nextStart]! >>> shift === bucket; nextStart++) {
        const arrival = starts.cost[nextStart]!;
        const u = starts.node[nextStart]!;
        if (arrival > maxCost || !offerRank(cost, owner, u * k, k, arrival, starts.owner[nextStart]!))
          continue;
        push(u, starts.owner[nextStart]!, slot);
      }
      for (let entry = bucketTop[slot]!; entry >= 0; entry = bucketTop[slot]!) {
        const u = entryNode[entry]!;
        const uOwner = entryOwner[entry]!;
        bucketTop[slot] = entryBelow[entry]!;
        entryBelow[entry] = free;
        free = entry;
        queued--;
        let rank = u * k;
        const endRank = rank + k;
        while (rank < endRank && owner[rank] !== uOwner) rank++;
        if (rank === endRank || cost[rank]! >>> shift !== bucket) continue; // pushed out or scanned since
        const reached = cost[rank]!;

        for (let a = firstOut[u]!; a < firstOut[u + 1]!; a++) {
          const v = head[a]!;
          const arrival = (reached + arcCost[a]!) >>> 0;
          if (arrival > maxCost || arrival > cost[v * k + k - 1]!) continue;
          if (offerRank(cost, owner, v * k, k, arrival, uOwner))
            push(v, uOwner, (arrival >>> shift) & ringMask);
        }
      }
      bucket++;
    }
    return { graph, seeds, maxCost, k, cost, owner };
  }

  return { run };
}

/**
 * Puts an owner among the k nearest that start at `first`, kept in order of cost, then owner;
 * false when it changes nothing.
 */
function offerRank(
  cost: Uint32Array,
  owner: Int32Array,
  first: number,
  k: number,
  arrival: number,
  byOwner: number,
): boolean {
  let last = first + k - 1;
  for (let rank = first; rank < first + k; rank++) {
    if (owner[rank] !== byOwner) continue;
    if (arrival >= cost[rank]!) return false;
    last = rank; // the owner moves up from here
  }
  if (owner[last] !== byOwner && !isNearer(arrival, byOwner, cost[last]!, owner[last]!)) return false;
  let rank = last;
  while (rank > first && isNearer(arrival, byOwner, cost[rank - 1]!, owner[rank - 1]!)) {
    cost[rank] = cost[rank - 1]!;
    owner[rank] = owner[rank - 1]!;
    rank--;
  }
  cost[rank] = arrival;
  owner[rank] = byOwner;
  return true;
}

function isNearer(cost: number, owner: number, thanCost: number, thanOwner: number): boolean {
  return cost < thanCost || (cost === thanCost && owner < thanOwner);
}

function doubled<T extends Uint32Array | Int32Array>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(2 * array.length);
  larger.set(array);
  return larger;
}

export interface NearestArrival {
  readonly cost: number;
  readonly owner: number;
}

/** The nearest owners of a place, nearest first; fewer than k where fewer get there. */
export function nearestAt(reach: NearestReach, snap: Snap): NearestArrival[] {
  const { graph, seeds, k, maxCost } = reach;
  const { edge, fraction } = snap;
  const cost = new Uint32Array(k).fill(UNREACHED);
  const owner = new Int32Array(k).fill(-1);
  const offer = (arrival: number, byOwner: number) => {
    if (arrival <= maxCost) offerRank(cost, owner, 0, k, arrival, byOwner);
  };
  const offerAll = (u: number, part: number) => {
    for (let rank = u * k; rank < u * k + k; rank++) {
      if (reach.cost[rank] !== UNREACHED) offer(reach.cost[rank]! + part, reach.owner[rank]!);
    }
  };

  for (const s of seedsOnEdge(seeds, edge)) {
    const seed = seeds[s]!;
    if (!("snap" in seed)) continue;
    const along = costAlongEdge(graph, seed.snap, snap);
    if (along !== UNREACHED) offer(seed.cost + along, seed.owner);
  }
  if (fraction === 0 || fraction === 1) {
    const end = fraction === 0 ? graph.network.edgeTail[edge]! : graph.network.edgeHead[edge]!;
    for (let u = end; u >= 0; u = graph.nextCopy[u]!) offerAll(u, 0);
  }
  for (let a = graph.forwardArc[edge]!; a >= 0; a = graph.nextTwin[a]!) {
    offerAll(graph.tail[a]!, partOfCost(fraction, graph.cost[a]!));
  }
  for (let a = graph.backwardArc[edge]!; a >= 0; a = graph.nextTwin[a]!) {
    offerAll(graph.tail[a]!, partOfCost(1 - fraction, graph.cost[a]!));
  }

  const arrivals: NearestArrival[] = [];
  for (let rank = 0; rank < k && owner[rank]! >= 0; rank++)
    arrivals.push({ cost: cost[rank]!, owner: owner[rank]! });
  return arrivals;
}
