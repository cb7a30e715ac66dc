/** OR-Library p-median instances: a reader of the published files and a seeded generator of instances of the same kind. */
import type { Instance } from "@firecover/location-allocation";
import { plainSites } from "@firecover/location-allocation";

export interface PmedGraph {
  readonly nodeCount: number;
  /** Sites to be opened. */
  readonly count: number;
  /** Undirected; where a pair is repeated, the last one wins (the published optima hold for that reading). */
  readonly edges: readonly (readonly [u: number, v: number, length: number])[];
}

/** Published parameters and optima of pmed1 … pmed40 (Beasley 1985): nodes, sites, p-median, p-center. */
export const pmedTable: readonly (readonly [nodes: number, count: number, median: number, centre: number])[] =
  [
    [100, 5, 5819, 127],
    [100, 10, 4093, 98],
    [100, 10, 4250, 93],
    [100, 20, 3034, 74],
    [100, 33, 1355, 48],
    [200, 5, 7824, 84],
    [200, 10, 5631, 64],
    [200, 20, 4445, 55],
    [200, 40, 2734, 37],
    [200, 67, 1255, 20],
    [300, 5, 7696, 59],
    [300, 10, 6634, 51],
    [300, 30, 4374, 36],
    [300, 60, 2968, 26],
    [300, 100, 1729, 18],
    [400, 5, 8162, 47],
    [400, 10, 6999, 39],
    [400, 40, 4809, 28],
    [400, 80, 2845, 18],
    [400, 133, 1789, 13],
    [500, 5, 9138, 40],
    [500, 10, 8579, 38],
    [500, 50, 4619, 22],
    [500, 100, 2961, 15],
    [500, 167, 1828, 11],
    [600, 5, 9917, 38],
    [600, 10, 8307, 32],
    [600, 60, 4498, 18],
    [600, 120, 3033, 13],
    [600, 200, 1989, 9],
    [700, 5, 10086, 30],
    [700, 10, 9297, 29],
    [700, 70, 4700, 15],
    [700, 140, 3013, 11],
    [800, 5, 10400, 30],
    [800, 10, 9934, 27],
    [800, 80, 5057, 15],
    [900, 5, 11060, 29],
    [900, 10, 9423, 23],
    [900, 90, 5128, 13],
  ];

/** Text of a pmed file: nodes, edges, sites; then one edge a line, nodes from 1. */
export function readPmed(text: string): PmedGraph {
  const numbers = text.trim().split(/\s+/).map(Number);
  const [nodeCount, edgeCount, count] = numbers;
  if (nodeCount === undefined || edgeCount === undefined || count === undefined)
    throw new Error("Not a pmed file.");
  const edges = Array.from({ length: edgeCount }, (_, e): [number, number, number] => {
    const [u, v, length] = numbers.slice(3 + 3 * e, 6 + 3 * e);
    return [u! - 1, v! - 1, length!];
  });
  return { nodeCount, count, edges };
}

/**
 * An instance like pmed`number` of the library, of another seed: a ring through all nodes and then random pairs, n² / 50
 * edges in all, lengths uniform from 1 to 100 (Beasley 1985; the ring is what the published files show).
 */
export function generatePmed(number: number, seed: number): PmedGraph {
  const [nodeCount, count] = pmedTable[number - 1]!;
  const random = mulberry32(seed * 1000 + number);
  const whole = (below: number) => Math.floor(random() * below);
  const edges: [number, number, number][] = [];
  for (let u = 0; u < nodeCount; u++) edges.push([u, (u + 1) % nodeCount, 1 + whole(100)]);
  while (edges.length < (nodeCount * nodeCount) / 50) {
    const u = whole(nodeCount);
    const v = whole(nodeCount);
    if (u !== v) edges.push([u, v, 1 + whole(100)]);
  }
  return { nodeCount, count, edges };
}

/** Every node is a site and a demand point of weight 1; costs are the shortest paths between them. */
export function instanceOfPmed({ nodeCount: n, edges }: PmedGraph): Instance {
  const lengthOf = new Map<number, number>();
  for (const [u, v, length] of edges) {
    lengthOf.set(u * n + v, length);
    lengthOf.set(v * n + u, length);
  }
  const arcs: [head: number, length: number][][] = Array.from({ length: n }, () => []);
  for (const [pair, length] of lengthOf) arcs[Math.floor(pair / n)]!.push([pair % n, length]);
  const cost = new Float64Array(n * n);
  for (let u = 0; u < n; u++) cost.set(shortestPaths(arcs, u), u * n);
  return {
    costs: {
      siteCount: n,
      demandCount: n,
      firstPair: Uint32Array.from({ length: n + 1 }, (_, j) => j * n),
      demandOf: Uint32Array.from({ length: n * n }, (_, pair) => pair % n),
      cost,
    },
    weight: new Float64Array(n).fill(1),
    sites: plainSites(n),
  };
}

/** Dijkstra with one bucket per unit of length (Dial). */
function shortestPaths(
  arcs: readonly (readonly [head: number, length: number])[][],
  source: number,
): Float64Array {
  const lengths = new Float64Array(arcs.length).fill(Infinity);
  const buckets: number[][] = [[source]];
  lengths[source] = 0;
  for (let length = 0; length < buckets.length; length++) {
    const bucket = buckets[length];
    if (!bucket) continue;
    for (const u of bucket) {
      if (lengths[u] !== length) continue; // stale entry: a shorter way was found since
      for (const [v, more] of arcs[u]!) {
        if (length + more >= lengths[v]!) continue;
        lengths[v] = length + more;
        const later = buckets[length + more];
        if (later) later.push(v);
        else buckets[length + more] = [v];
      }
    }
  }
  return lengths;
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
