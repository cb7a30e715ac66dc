/** The forest of last arcs numbered in preorder: what hangs below a node is a run of consecutive numbers. */
import type { RoadGraph } from "../graph.ts";
import { UNREACHED } from "../network.ts";
import type { Reach } from "../reach.ts";
import { startNodes } from "../seed.ts";

/** Nodes that are reached, by their place in preorder; the arcs between them, and nothing of the rest. */
export interface PreorderForest {
  readonly count: number;
  /** Node of the graph at each place. */
  readonly nodeAt: Uint32Array;
  /** Place of each node of the graph; -1 where it is unreached. */
  readonly placeOf: Int32Array;
  /** Places p <= q < end[p] hang on p. */
  readonly end: Uint32Array;
  readonly cost: Uint32Array;
  /** Least cost of a seed that stands there; UNREACHED without. */
  readonly seedCost: Uint32Array;
  /** Lowest and highest place from which an arc other than the forest's own comes in; a seed counts as -1. */
  readonly lowestIn: Int32Array;
  readonly highestIn: Int32Array;
  readonly firstOut: Uint32Array;
  /** Per arc three: head, cost, its number in the graph. */
  readonly out: Uint32Array;
  readonly firstIn: Uint32Array;
  /** Per arc three: tail, cost, its number in the graph. */
  readonly into: Uint32Array;
}

export function preorderForest(reach: Reach): PreorderForest {
  const { graph, parentArc } = reach;
  const { nodeAt, placeOf, end } = numberInPreorder(reach);
  const count = nodeAt.length;
  const starts = startNodes(graph, reach.seeds);
  const seedCost = new Uint32Array(count).fill(UNREACHED);
  for (let i = 0; i < starts.count; i++) {
    const p = placeOf[starts.node[i]!]!;
    if (p >= 0) seedCost[p] = Math.min(seedCost[p]!, starts.cost[i]!);
  }

  const outside = arcsBetween(graph, nodeAt, placeOf, (p, visit) => {
    const u = nodeAt[p]!;
    for (let a = graph.firstOut[u]!; a < graph.firstOut[u + 1]!; a++) visit(graph.head[a]!, a);
  });
  const arcsInto = arcsByHead(graph);
  const inside = arcsBetween(graph, nodeAt, placeOf, (p, visit) => {
    const u = nodeAt[p]!;
    for (let i = arcsInto.first[u]!; i < arcsInto.first[u + 1]!; i++) {
      visit(graph.tail[arcsInto.arc[i]!]!, arcsInto.arc[i]!);
    }
  });

  const lowestIn = new Int32Array(count);
  const highestIn = new Int32Array(count);
  for (let p = 0; p < count; p++) {
    lowestIn[p] = seedCost[p] === UNREACHED ? count : -1;
    highestIn[p] = -1;
    const ownArc = parentArc[nodeAt[p]!]!;
    for (let i = 3 * inside.first[p]!; i < 3 * inside.first[p + 1]!; i += 3) {
      if (inside.arcs[i + 2] === ownArc) continue;
      lowestIn[p] = Math.min(lowestIn[p]!, inside.arcs[i]!);
      highestIn[p] = Math.max(highestIn[p]!, inside.arcs[i]!);
    }
  }
  return {
    count,
    nodeAt,
    placeOf,
    end,
    cost: Uint32Array.from(nodeAt, (u) => reach.cost[u]!),
    seedCost,
    lowestIn,
    highestIn,
    firstOut: outside.first,
    out: outside.arcs,
    firstIn: inside.first,
    into: inside.arcs,
  };
}

function numberInPreorder({ graph, cost, parentArc }: Reach) {
  const { nodeCount, tail } = graph;
  const firstChild = new Int32Array(nodeCount).fill(-1);
  const nextSibling = new Int32Array(nodeCount).fill(-1);
  let count = 0;
  for (let u = nodeCount - 1; u >= 0; u--) {
    if (cost[u] === UNREACHED) continue;
    count++;
    const a = parentArc[u]!;
    if (a < 0) continue;
    nextSibling[u] = firstChild[tail[a]!]!;
    firstChild[tail[a]!] = u;
  }
  const nodeAt = new Uint32Array(count);
  const placeOf = new Int32Array(nodeCount).fill(-1);
  const end = new Uint32Array(count);
  let place = 0;
  for (let root = 0; root < nodeCount; root++) {
    if (cost[root] === UNREACHED || parentArc[root]! >= 0) continue;
    for (let u = root; u >= 0; ) {
      placeOf[u] = place;
      nodeAt[place++] = u;
      let next = firstChild[u]!;
      // back up until some ancestor has a sibling left; what was below is complete
      while (next < 0 && u !== root) {
        end[placeOf[u]!] = place;
        next = nextSibling[u]!;
        u = tail[parentArc[u]!]!;
      }
      if (next < 0) end[placeOf[root]!] = place;
      u = next;
    }
  }
  return { nodeAt, placeOf, end };
}

function arcsByHead({ nodeCount, arcCount, head }: RoadGraph) {
  const first = new Uint32Array(nodeCount + 1);
  for (let a = 0; a < arcCount; a++) first[head[a]! + 1]!++;
  for (let u = 0; u < nodeCount; u++) first[u + 1]! += first[u]!;
  const next = first.slice();
  const arc = new Uint32Array(arcCount);
  for (let a = 0; a < arcCount; a++) arc[next[head[a]!]!++] = a;
  return { first, arc };
}

/** Arcs of each place to or from other places, in threes: the place there, cost, number of the arc. */
function arcsBetween(
  graph: RoadGraph,
  nodeAt: Uint32Array,
  placeOf: Int32Array,
  visitArcs: (place: number, visit: (node: number, arc: number) => void) => void,
) {
  const first = new Uint32Array(nodeAt.length + 1);
  const arcs = new Uint32Array(3 * graph.arcCount);
  let filled = 0;
  for (let p = 0; p < nodeAt.length; p++) {
    visitArcs(p, (node, a) => {
      if (placeOf[node]! < 0) return;
      arcs[3 * filled] = placeOf[node]!;
      arcs[3 * filled + 1] = graph.cost[a]!;
      arcs[3 * filled + 2] = a;
      filled++;
    });
    first[p + 1] = filled;
  }
  return { first, arcs: arcs.slice(0, 3 * filled) };
}
