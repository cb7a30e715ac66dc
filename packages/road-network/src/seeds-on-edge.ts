/** Finds the seeds that stand on one edge. */
import { isColumns, type NodeSeeds, type Seed } from "./seed.ts";

const indexBySeeds = new WeakMap<object, ReadonlyMap<number, readonly number[]>>();
const none: readonly number[] = [];

/** Indices of the seeds placed on the edge; indexed once per list of seeds. */
export function seedsOnEdge(seeds: readonly Seed[] | NodeSeeds, edge: number): readonly number[] {
  if (isColumns(seeds)) return none;
  let index = indexBySeeds.get(seeds);
  if (index === undefined) {
    index = indexSeeds(seeds);
    indexBySeeds.set(seeds, index);
  }
  return index.get(edge) ?? none;
}

function indexSeeds(seeds: readonly Seed[]): Map<number, number[]> {
  const index = new Map<number, number[]>();
  seeds.forEach((seed, i) => {
    if ("node" in seed) return;
    const known = index.get(seed.snap.edge);
    if (known === undefined) index.set(seed.snap.edge, [i]);
    else known.push(i);
  });
  return index;
}
