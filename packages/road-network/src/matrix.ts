/** Least costs from many places to many, one row at a time. */
import type { RoadGraph } from "./graph.ts";
import { UNREACHED } from "./network.ts";
import { clearSearch, createSearch, spread } from "./search.ts";
import { searchGraph } from "./search-graph.ts";
import { greatestCost, startNodes } from "./seed.ts";
import type { Snap } from "./snap.ts";
import { fillAlongEdge, fillRow, placesByEdge, targetsOf } from "./targets.ts";

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
  { maxCost = greatestCost }: { readonly maxCost?: number } = {},
): Generator<CostRow> {
  const limit = Math.min(Math.floor(maxCost), greatestCost);
  const search = createSearch(searchGraph(graph));
  search.tracksOwner = false;
  const targets = targetsOf(graph, tos);
  const byEdge = placesByEdge(tos);
  const cost = new Uint32Array(tos.length);
  for (const [from, snap] of froms.entries()) {
    if (snap === null) cost.fill(UNREACHED);
    else {
      clearSearch(search);
      spread(search, startNodes(graph, [{ snap, cost: 0, owner: 0 }]), limit);
      fillRow(search, targets, cost);
      fillAlongEdge(graph, snap, tos, byEdge, limit, cost);
    }
    yield { from, cost };
  }
}
