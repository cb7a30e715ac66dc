/** Least costs from many places to many, one row at a time. */
import { reachAt } from "./arrival.ts";
import type { RoadGraph } from "./graph.ts";
import { UNREACHED } from "./network.ts";
import { createReachQuery } from "./reach.ts";
import type { Snap } from "./snap.ts";

export interface CostRow {
  /** Index of the place started from. */
  readonly from: number;
  /** Per place to go to; UNREACHED beyond the limit. Overwritten by the next row. */
  readonly cost: Uint32Array;
}

/** A null place, one that could not be snapped, is unreached and reaches nothing. */
export function* costMatrix(
  graph: RoadGraph,
  froms: readonly (Snap | null)[],
  tos: readonly (Snap | null)[],
  { maxCost }: { readonly maxCost?: number } = {},
): Generator<CostRow> {
  const query = createReachQuery(graph);
  const cost = new Uint32Array(tos.length);
  for (let from = 0; from < froms.length; from++) {
    const snap = froms[from]!;
    if (snap === null) cost.fill(UNREACHED);
    else {
      const reach = query.run([{ snap, cost: 0, owner: 0 }], maxCost);
      tos.forEach((to, i) => {
        cost[i] = to === null ? UNREACHED : reachAt(reach, to).cost;
      });
    }
    yield { from, cost };
  }
}
