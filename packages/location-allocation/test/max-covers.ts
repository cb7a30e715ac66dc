/** Maximal covering by the sets of points alone, and its best value by trying all choices. */
import { withSites } from "../src/covering/cover-sets.ts";
import type { MaxCover } from "../src/covering/max-cover-search.ts";

/** Sites by the points they cover, at most `count` of them to stand. */
export function maxCoverOf(
  sets: readonly (readonly number[])[],
  weight: readonly number[],
  count: number,
): MaxCover {
  const firstPoint = new Uint32Array(sets.length + 1);
  sets.forEach((points, j) => {
    firstPoint[j + 1] = firstPoint[j]! + points.length;
  });
  const pointOf = Uint32Array.from(sets.flatMap((points) => [...points].sort((a, b) => a - b)));
  const none = sets.map(() => []);
  return {
    sets: withSites(sets.length, weight.length, firstPoint, pointOf),
    weight: Float64Array.from(weight),
    rules: {
      siteCount: sets.length,
      count,
      budget: null,
      price: new Float64Array(sets.length),
      conflicts: none,
      groups: [],
    },
  };
}

/** The oracle: all choices, one after another. */
export function bestOf(
  sets: readonly (readonly number[])[],
  weight: readonly number[],
  count: number,
  from = 0,
  covered = new Set<number>(),
): number {
  let best = [...covered].reduce((sum, i) => sum + weight[i]!, 0);
  if (count === 0) return best;
  for (let j = from; j < sets.length; j++) {
    best = Math.max(best, bestOf(sets, weight, count - 1, j + 1, new Set([...covered, ...sets[j]!])));
  }
  return best;
}
