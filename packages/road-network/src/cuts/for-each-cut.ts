/**
 * What every single cut of an edge does to a reach, exactly, without a search of the graph per edge.
 *
 * Only arcs of the shortest-path forest matter: without any other arc every node is reached as before. A cut
 * of a forest arc can only delay what hangs below it, and all of that arrives anew over the border of that
 * subtree. In preorder (`preorder-forest.ts`) a subtree is a run of numbers, so nested subtrees share one
 * numbering: no list of nodes is ever gathered, and two comparisons per node tell whether it lies on the border
 * of the subtree at hand, since the lowest and highest neighbour that leads to it are known beforehand. From the
 * border a bucket queue runs inside the subtree alone, and no farther than the limit. The work is the sum of all
 * subtrees' sizes, which is the sum of all nodes' depths: some tens of arcs within a limit of minutes.
 */
import { bucketLayout } from "../buckets.ts";
import type { RoadGraph } from "../graph.ts";
import { UNREACHED } from "../network.ts";
import { createReachQuery, type Reach } from "../reach.ts";
import { greatestCost, type Seed } from "../seed.ts";
import { preorderForest } from "./preorder-forest.ts";

/** One edge cut; the arrays are written over by the next cut. */
export interface Cut {
  readonly edge: number;
  /** Nodes of the graph that are reached later, or not within the limit: the first `count` of the columns. */
  readonly count: number;
  readonly node: Uint32Array;
  /** UNREACHED beyond the limit. */
  readonly cost: Uint32Array;
}

export interface CutOptions {
  readonly maxCost?: number;
  /** Which arcs along its edge a cut closes; all of them by default. */
  readonly closes?: (arc: number) => boolean;
  /** Per edge: 0 = left out. */
  readonly edges?: Uint8Array;
}

const mostBuckets = 1 << 20;

/** Calls `visit` once for every edge asked for, also where nothing changes; returns what is reached without a cut. */
export function forEachCut(
  graph: RoadGraph,
  seeds: readonly Seed[],
  options: CutOptions,
  visit: (cut: Cut) => void,
): Reach {
  const maxCost = Math.min(options.maxCost ?? greatestCost, greatestCost);
  const reach = createReachQuery(graph).run(seeds, maxCost);
  const forest = preorderForest(reach);
  const { nodeAt, placeOf, end, seedCost, lowestIn, highestIn, firstOut, out, firstIn, into } = forest;
  const costBefore = forest.cost;
  const closedEdge = edgesClosed(graph, options.closes);
  const roots = rootsOfEdges(graph, reach, closedEdge);

  let shift = bucketLayout(graph.cost).shift;
  while (maxCost >>> shift >= mostBuckets) shift++;
  const bucketTop = new Int32Array((maxCost >>> shift) + 1).fill(-1);
  let entries = new Int32Array(4096); // pairs of a place and the pair below in its bucket, or -1
  const cutOf = new Uint32Array(forest.count); // number of the last cut that touched a place
  let cutNumber = 0;
  const newCost = new Uint32Array(forest.count);
  const ranges: number[] = [];
  const changed = { node: new Uint32Array(forest.count), cost: new Uint32Array(forest.count) };

  for (let edge = 0; edge < graph.network.edgeCount; edge++) {
    if (options.edges && options.edges[edge] === 0) continue;
    takeRanges(edge);
    visit({ edge, count: ranges.length > 0 ? cutRanges(edge) : 0, ...changed });
  }
  return reach;

  /** What hangs on the edge's forest arcs, as runs of places that do not overlap. */
  function takeRanges(edge: number): void {
    ranges.length = 0;
    for (let i = roots.first[edge]!; i < roots.first[edge + 1]!; i++) ranges.push(placeOf[roots.node[i]!]!);
    if (ranges.length > 1) ranges.sort((a, b) => a - b);
    let kept = 0;
    for (const low of ranges) if (kept === 0 || low >= end[ranges[kept - 1]!]!) ranges[kept++] = low;
    ranges.length = kept;
  }

  function cutRanges(edge: number): number {
    const now = ++cutNumber;
    for (const low of ranges) {
      cutOf.fill(now, low, end[low]!);
      newCost.fill(UNREACHED, low, end[low]!);
    }
    let used = 0;
    let queued = 0;
    let bucket = bucketTop.length;
    for (const low of ranges) {
      const high = end[low]!;
      for (let p = low; p < high; p++) {
        if (lowestIn[p]! >= low && highestIn[p]! < high) continue;
        let best = seedCost[p]!;
        for (let i = 3 * firstIn[p]!; i < 3 * firstIn[p + 1]!; i += 3) {
          const from = into[i]!;
          if (cutOf[from] === now || closedEdge[into[i + 2]!] === edge) continue;
          const arrival = costBefore[from]! + into[i + 1]!;
          if (arrival < best) best = arrival;
        }
        if (best > maxCost) continue;
        newCost[p] = best;
        push(p, best >>> shift);
      }
    }
    for (; queued > 0; bucket++) {
      for (let top = bucketTop[bucket]!; top >= 0; top = bucketTop[bucket]!) {
        const p = entries[top]!;
        bucketTop[bucket] = entries[top + 1]!;
        queued--;
        const reached = newCost[p]!;
        if (reached >>> shift !== bucket) continue; // improved and scanned since it was put here
        for (let i = 3 * firstOut[p]!; i < 3 * firstOut[p + 1]!; i += 3) {
          const q = out[i]!;
          if (cutOf[q] !== now) continue;
          const arrival = (reached + out[i + 1]!) >>> 0;
          if (arrival >= newCost[q]! || arrival > maxCost || closedEdge[out[i + 2]!] === edge) continue;
          newCost[q] = arrival;
          push(q, arrival >>> shift);
        }
      }
    }

    let count = 0;
    for (const low of ranges) {
      for (let p = low; p < end[low]!; p++) {
        if (newCost[p] === costBefore[p]) continue;
        changed.node[count] = nodeAt[p]!;
        changed.cost[count++] = newCost[p]!;
      }
    }
    return count;

    function push(p: number, into: number): void {
      if (used + 2 > entries.length) entries = enlarged(entries);
      entries[used] = p;
      entries[used + 1] = bucketTop[into]!;
      bucketTop[into] = used;
      used += 2;
      queued++;
      if (into < bucket) bucket = into;
    }
  }
}

/** Per arc the edge whose cut closes it, or one that does not exist. */
function edgesClosed({ arcCount, arcEdge }: RoadGraph, closes?: (arc: number) => boolean): Uint32Array {
  const closedEdge = arcEdge.slice(0, arcCount);
  if (closes) for (let a = 0; a < arcCount; a++) if (!closes(a)) closedEdge[a] = UNREACHED;
  return closedEdge;
}

/** Per edge the nodes that a forest arc along it leads to. */
function rootsOfEdges(graph: RoadGraph, { parentArc }: Reach, closedEdge: Uint32Array) {
  const first = new Uint32Array(graph.network.edgeCount + 1);
  const edgeTo = (u: number) => (parentArc[u]! < 0 ? UNREACHED : closedEdge[parentArc[u]!]!);
  for (let u = 0; u < graph.nodeCount; u++) if (edgeTo(u) !== UNREACHED) first[edgeTo(u) + 1]!++;
  for (let e = 0; e < graph.network.edgeCount; e++) first[e + 1]! += first[e]!;
  const next = first.slice();
  const node = new Uint32Array(first[graph.network.edgeCount]!);
  for (let u = 0; u < graph.nodeCount; u++) if (edgeTo(u) !== UNREACHED) node[next[edgeTo(u)]!++] = u;
  return { first, node };
}

function enlarged(entries: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * entries.length);
  larger.set(entries);
  return larger;
}
