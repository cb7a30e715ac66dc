/** Where searches start: places on edges or at nodes, each with the cost spent already and an owner. */
import type { RoadGraph } from "./graph.ts";
import type { Snap } from "./snap.ts";

/** Greatest cost a search can hold: 24 days in milliseconds, 2,147 km in millimetres. */
export const greatestCost = 0x7fffffff;

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
  const starts: [node: number, cost: number, owner: number, seed: number][] = [];
  if (isColumns(seeds)) {
    for (let i = 0; i < seeds.count; i++) starts.push([seeds.node[i]!, seeds.cost[i]!, seeds.owner[i]!, i]);
  } else {
    seeds.forEach((seed, i) => {
      if ("node" in seed) starts.push([seed.node, seed.cost, seed.owner, i]);
      else
        for (const [node, cost] of endsReached(graph, seed.snap))
          starts.push([node, seed.cost + cost, seed.owner, i]);
    });
  }
  const within = starts.filter((start) => start[1] <= greatestCost);
  within.sort((a, b) => a[1] - b[1] || a[2] - b[2] || a[3] - b[3]);
  return {
    count: within.length,
    node: Uint32Array.from(within, (start) => start[0]),
    cost: Uint32Array.from(within, (start) => start[1]),
    owner: Int32Array.from(within, (start) => start[2]),
    seed: Uint32Array.from(within, (start) => start[3]),
  };
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
