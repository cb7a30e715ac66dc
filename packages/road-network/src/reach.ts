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
  const { nodeCount } = graph;
  const { shift, ringSize } = bucketLayout(graph.cost);
  const ringMask = ringSize - 1;
  const arcs = packedArcs(graph);
  const cost = new Uint32Array(nodeCount);
  const owner = new Int32Array(nodeCount);
  const parentArc = new Int32Array(nodeCount);
  // A bucket is a linked list: `entries` holds pairs of a node and the place of the pair below, or -1.
  const bucketTop = new Int32Array(ringSize).fill(-1);
  let keptEntries = new Int32Array(2048);
  let mostArcs = 1;
  for (let u = 0; u < nodeCount; u++)
    mostArcs = Math.max(mostArcs, graph.firstOut[u + 1]! - graph.firstOut[u]!);

  const arrays = { firstOut: graph.firstOut, arcs, cost, owner, parentArc, bucketTop };
  function run(seeds: readonly Seed[] | NodeSeeds, limit: number = greatestCost): Reach {
    // as locals they stay in registers: a fifth faster than from the enclosing function
    const { firstOut, arcs, cost, owner, parentArc, bucketTop } = arrays;
    const maxCost = Math.min(limit, greatestCost);
    cost.fill(UNREACHED);
    owner.fill(-1);
    parentArc.fill(-1);
    let entries = keptEntries;
    const starts = startNodes(graph, seeds);
    let nextStart = 0;
    let entriesEnd = 0; // pairs below were used before …
    let free = -1; // … and those linked from here may be used again
    let emptyBuckets = ringSize;
    let bucket = 0;

    while (true) {
      if (emptyBuckets >= ringSize) {
        if (nextStart >= starts.count || starts.cost[nextStart]! > maxCost) break;
        bucket = starts.cost[nextStart]! >>> shift;
      }
      const slot = bucket & ringMask;

      // seeds join when the queue has come as far as they are
      for (; nextStart < starts.count && starts.cost[nextStart]! >>> shift === bucket; nextStart++) {
        const u = starts.node[nextStart]!;
        const arrival = starts.cost[nextStart]!;
        const startOwner = starts.owner[nextStart]!;
        const isBetter = arrival < cost[u]! || (arrival === cost[u]! && startOwner < owner[u]!);
        if (arrival > maxCost || !isBetter) continue;
        cost[u] = arrival;
        owner[u] = startOwner;
        parentArc[u] = -2 - starts.seed[nextStart]!;
        if (entriesEnd + 2 > entries.length) entries = enlarged(entries, 2);
        entries[entriesEnd] = u;
        entries[entriesEnd + 1] = bucketTop[slot]!;
        bucketTop[slot] = entriesEnd;
        entriesEnd += 2;
      }

      let top = bucketTop[slot]!;
      emptyBuckets = top < 0 ? emptyBuckets + 1 : 0;
      while (top >= 0) {
        const u = entries[top]!;
        bucketTop[slot] = entries[top + 1]!;
        entries[top + 1] = free;
        free = top;
        const reached = cost[u]!;
        // a lower bucket: the node was improved and scanned since it was put here
        if (reached >>> shift === bucket) {
          if (entriesEnd + 2 * mostArcs > entries.length) entries = enlarged(entries, 2 * mostArcs);
          const ownerHere = owner[u]!;
          const end = 2 * firstOut[u + 1]!;
          for (let i = 2 * firstOut[u]!; i < end; i += 2) {
            const packedHead = arcs[i]!;
            const v = packedHead >>> 1;
            const arrival = (reached + arcs[i + 1]!) >>> 0;
            const known = cost[v]!;
            if (arrival >= known && (arrival > known || ownerHere >= owner[v]!)) continue;
            if (arrival > maxCost) continue;
            cost[v] = arrival;
            owner[v] = ownerHere;
            parentArc[v] = i >>> 1;
            if ((packedHead & 1) === 1) continue; // a dead end: nothing to scan there
            const aheadSlot = (arrival >>> shift) & ringMask;
            let place = free;
            if (place >= 0) free = entries[place + 1]!;
            else {
              place = entriesEnd;
              entriesEnd += 2;
            }
            entries[place] = v;
            entries[place + 1] = bucketTop[aheadSlot]!;
            bucketTop[aheadSlot] = place;
          }
        }
        top = bucketTop[slot]!;
      }
      bucket++;
    }
    keptEntries = entries;
    return reachOf(graph, seeds, maxCost, cost, owner, parentArc);
  }

  return { run };
}

/** Per arc a pair: head * 2 + 1 where the only way on is back to the tail (else + 0), and cost. */
function packedArcs({ arcCount, firstOut, tail, head, cost }: RoadGraph): Uint32Array {
  const arcs = new Uint32Array(2 * arcCount);
  for (let a = 0; a < arcCount; a++) {
    const v = head[a]!;
    let isDeadEnd = 1;
    for (let b = firstOut[v]!; b < firstOut[v + 1]!; b++) if (head[b] !== tail[a]) isDeadEnd = 0;
    arcs[2 * a] = 2 * v + isDeadEnd;
    arcs[2 * a + 1] = cost[a]!;
  }
  return arcs;
}

function enlarged(entries: Int32Array<ArrayBuffer>, by: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * entries.length + by);
  larger.set(entries);
  return larger;
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
