/** Least costs from many seeds to all nodes, with the owner of the nearest seed (Dial, 1969). */
import { bucketLayout } from "./buckets.ts";
import type { RoadGraph } from "./graph.ts";
import { UNREACHED } from "./network.ts";
import { greatestCost, type NodeSeeds, type Seed, startNodes } from "./seed.ts";

/** What a search found, per node of the graph (copies included). Valid until the query's next run. */
export interface Reach {
  readonly graph: RoadGraph;
  readonly seeds: readonly Seed[] | NodeSeeds;
  readonly maxCost: number;
  /** UNREACHED where no seed gets within the limit. */
  readonly cost: Uint32Array;
  /** Owner of the nearest seed, the lowest of equally near ones; -1 where unreached. */
  readonly owner: Int32Array;
  /** The last arc driven; -1 where unreached, -2 - i where seed i starts. */
  readonly parentArc: Int32Array;
  /** The same, to keep. */
  copy(): Reach;
}

export interface ReachQuery {
  run(seeds: readonly Seed[] | NodeSeeds, maxCost?: number): Reach;
}

/** Holds the buffers of a search over one graph; runs may follow each other, not overlap. */
export function createReachQuery(graph: RoadGraph): ReachQuery {
  const { nodeCount, firstOut, head, cost: arcCost } = graph;
  const { shift, ringSize } = bucketLayout(arcCost);
  const ringMask = ringSize - 1;
  const bucketTop = new Int32Array(ringSize).fill(-1);
  let entryNode = new Uint32Array(1024);
  let entryBelow = new Int32Array(1024);

  const cost = new Uint32Array(nodeCount).fill(UNREACHED);
  const owner = new Int32Array(nodeCount).fill(-1);
  const parentArc = new Int32Array(nodeCount).fill(-1);
  const touched = new Uint32Array(nodeCount);
  let touchedCount = 0;
  let mostArcs = 1;
  for (let u = 0; u < nodeCount; u++) mostArcs = Math.max(mostArcs, firstOut[u + 1]! - firstOut[u]!);

  function forget(): void {
    for (let i = 0; i < touchedCount; i++) {
      const u = touched[i]!;
      cost[u] = UNREACHED;
      owner[u] = -1;
      parentArc[u] = -1;
    }
    touchedCount = 0;
  }

  function grow(): void {
    const nodes = new Uint32Array(2 * entryNode.length + mostArcs);
    const below = new Int32Array(nodes.length);
    nodes.set(entryNode);
    below.set(entryBelow);
    entryNode = nodes;
    entryBelow = below;
  }

  function run(seeds: readonly Seed[] | NodeSeeds, limit: number = greatestCost): Reach {
    const maxCost = Math.min(limit, greatestCost);
    forget();
    const starts = startNodes(graph, seeds);
    let nextStart = 0;
    let entryCount = 0; // entries ever used
    let free = -1; // entries to use again
    let queued = 0;
    let bucket = 0;

    while (true) {
      if (queued === 0) {
        if (nextStart >= starts.count || starts.cost[nextStart]! > maxCost) break;
        bucket = starts.cost[nextStart]! >>> shift;
      }
      while (entryCount + starts.count + mostArcs > entryNode.length) grow();

      // seeds join when the queue has come as far as they are
      for (; nextStart < starts.count && starts.cost[nextStart]! >>> shift === bucket; nextStart++) {
        const u = starts.node[nextStart]!;
        const arrival = starts.cost[nextStart]!;
        const isBetter = arrival < cost[u]! || (arrival === cost[u]! && starts.owner[nextStart]! < owner[u]!);
        if (arrival > maxCost || !isBetter) continue;
        if (cost[u] === UNREACHED) touched[touchedCount++] = u;
        cost[u] = arrival;
        owner[u] = starts.owner[nextStart]!;
        parentArc[u] = -2 - starts.seed[nextStart]!;
        entryNode[entryCount] = u;
        entryBelow[entryCount] = bucketTop[bucket & ringMask]!;
        bucketTop[bucket & ringMask] = entryCount++;
        queued++;
      }

      for (let entry = bucketTop[bucket & ringMask]!; entry >= 0; entry = bucketTop[bucket & ringMask]!) {
        const u = entryNode[entry]!;
        bucketTop[bucket & ringMask] = entryBelow[entry]!;
        entryBelow[entry] = free;
        free = entry;
        queued--;
        const reached = cost[u]!;
        if (reached >>> shift !== bucket) continue; // scanned in an earlier bucket since
        if (entryCount + mostArcs > entryNode.length) grow();

        const uOwner = owner[u]!;
        const end = firstOut[u + 1]!;
        for (let a = firstOut[u]!; a < end; a++) {
          const v = head[a]!;
          const arrival = (reached + arcCost[a]!) >>> 0;
          const known = cost[v]!;
          if (arrival >= known && (arrival > known || uOwner >= owner[v]!)) continue;
          if (arrival > maxCost) continue;
          if (known === UNREACHED) touched[touchedCount++] = v;
          cost[v] = arrival;
          owner[v] = uOwner;
          parentArc[v] = a;
          const slot = (arrival >>> shift) & ringMask;
          let place = free;
          if (place >= 0) free = entryBelow[place]!;
          else place = entryCount++;
          entryNode[place] = v;
          entryBelow[place] = bucketTop[slot]!;
          bucketTop[slot] = place;
          queued++;
        }
      }
      bucket++;
    }
    return reachOf(graph, seeds, maxCost, cost, owner, parentArc);
  }

  return { run };
}

function reachOf(
  graph: RoadGraph,
  seeds: readonly Seed[] | NodeSeeds,
  maxCost: number,
  cost: Uint32Array,
  owner: Int32Array,
  parentArc: Int32Array,
): Reach {
  return {
    graph,
    seeds,
    maxCost,
    cost,
    owner,
    parentArc,
    copy: () => reachOf(graph, seeds, maxCost, cost.slice(), owner.slice(), parentArc.slice()),
  };
}
