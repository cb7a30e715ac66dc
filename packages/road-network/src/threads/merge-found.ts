/** Joins what several threads found of one question. */
import type { Found } from "../search.ts";
import { blockShift } from "../search-graph.ts";

/** Into the first: per node the least cost, and of equal costs the lowest owner, as one search would have found. */
export function mergeFound([into, ...others]: readonly Found[], firstBlock: number, endBlock: number): void {
  for (const { cost, owner, isTouched } of others) {
    for (let block = firstBlock; block < endBlock; block++) {
      if (isTouched[block] === 0) continue;
      into!.isTouched[block] = 1;
      const end = Math.min(cost.length, (block + 1) << blockShift);
      for (let u = block << blockShift; u < end; u++) {
        const arrival = cost[u]! >>> 0; // unreached is the greatest
        const known = into!.cost[u]! >>> 0;
        if (arrival > known || (arrival === known && owner[u]! >= into!.owner[u]!)) continue;
        into!.cost[u] = arrival;
        into!.owner[u] = owner[u]!;
      }
    }
  }
}
