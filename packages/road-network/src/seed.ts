/** Where searches start: places on edges or at nodes, each with the cost spent already and an owner. */
import type { RoadGraph } from "./graph.ts";
import type { Snap } from "./snap.ts";

/** Greatest cost a search can hold, so that sums stay below 2^31: 12 days in milliseconds, 1,073 km in millimetres. */
export const greatestCost = 0x3fffffff;

export interface SnapSeed {
  readonly snap: Snap;
  readonly cost: number;
  /** Not negative; of equally near owners the lowest wins. */
  readonly owner: number;
}

export interface NodeSeed {
  readonly node: number;
  readonly cost: number;
  readonly owner: number;
}

export type Seed = SnapSeed | NodeSeed;

/** Many node seeds at once. */
export interface NodeSeeds {
  readonly count: number;
  readonly node: Uint32Array;
  readonly cost: Uint32Array;
  readonly owner: Int32Array;
}

/** Seeds as the nodes they start from, cheapest first; `seed` is the index among the seeds given. */
export interface StartNodes extends NodeSeeds {
  readonly seed: Uint32Array;
}

export function startNodes(graph: RoadGraph, seeds: readonly Seed[] | NodeSeeds): StartNodes {
  const all = isColumns(seeds) ? startsOfColumns(seeds) : startsOfList(graph, seeds);
  // Cost before place, in one number below 2^53: sorted natively, without comparing in JavaScript.
  const key = new Float64Array(all.count);
  let count = 0;
  for (let i = 0; i < all.count; i++) {
    if (all.cost[i]! <= greatestCost) key[count++] = all.cost[i]! * placesPerCost + i;
  }
  const order = key.subarray(0, count).sort();
  const pick = <T extends Uint32Array | Int32Array>(to: T, from: ArrayLike<number>) => {
    for (let k = 0; k < count; k++) to[k] = from[order[k]! % placesPerCost]!;
    return to;
  };
  return {
    count,
    node: pick(new Uint32Array(count), all.node),
    cost: pick(new Uint32Array(count), all.cost),
    owner: pick(new Int32Array(count), all.owner),
    seed: pick(new Uint32Array(count), all.seed),
  };
}

const placesPerCost = 2 ** 23;

type Starts = { count: number; node: number[]; cost: number[]; owner: number[]; seed: number[] };

function startsOfColumns({ count, node, cost, owner }: NodeSeeds) {
  return { count, node, cost, owner, seed: Uint32Array.from({ length: count }, (_, i) => i) };
}

function startsOfList(graph: RoadGraph, seeds: readonly Seed[]): Starts {
  const starts: Starts = { count: 0, node: [], cost: [], owner: [], seed: [] };
  const add = (node: number, cost: number, owner: number, seed: number) => {
    starts.count++;
    starts.node.push(node);
    starts.cost.push(cost);
    starts.owner.push(owner);
    starts.seed.push(seed);
  };
  seeds.forEach((seed, i) => {
    if ("node" in seed) add(seed.node, seed.cost, seed.owner, i);
    else for (const [node, cost] of endsReached(graph, seed.snap)) add(node, seed.cost + cost, seed.owner, i);
  });
  return starts;
}

export function isColumns(seeds: readonly Seed[] | NodeSeeds): seeds is NodeSeeds {
  return !Array.isArray(seeds);
}

/** The nodes at which one arrives from a place on an edge, with the cost of the part of the edge. */
function endsReached(graph: RoadGraph, { edge, fraction }: Snap): [node: number, cost: number][] {
  const { network, forwardArc, backwardArc, head, cost } = graph;
  // At the very end of an edge one stands at the junction, whatever the edge allows.
  if (fraction === 0) return [[network.edgeTail[edge]!, 0]];
  if (fraction === 1) return [[network.edgeHead[edge]!, 0]];
  const ends: [number, number][] = [];
  const forward = forwardArc[edge]!;
  const backward = backwardArc[edge]!;
  if (forward >= 0) ends.push([head[forward]!, partOfCost(1 - fraction, cost[forward]!)]);
  if (backward >= 0) ends.push([head[backward]!, partOfCost(fraction, cost[backward]!)]);
  return ends;
}

/** The cost of a part of an arc. */
export function partOfCost(part: number, cost: number): number {
  return Math.round(part * cost);
}
