/** A reach that stays true while seeds move and arcs close: only what a change touches is worked out anew. */
import type { RoadGraph } from "../graph.ts";
import { greatestCost, type NodeSeed } from "../seed.ts";
import type { TakenChanges } from "./changed-nodes.ts";
import { createFirstRepair } from "./first-repair.ts";
import { createRankedRepair } from "./ranked-repair.ts";

/**
 * After every call the columns equal those of a fresh `createReachQuery` (one rank) or `createNearestQuery`
 * over the same seeds and the arcs that are open, to the last bit; where owners weigh more than 1, up to the one
 * that fills the ranks. They stay the same arrays for good.
 */
export interface ReachRepair {
  /** At `node * ranks + rank`; UNREACHED where fewer owners get there within the limit. */
  readonly cost: Uint32Array;
  readonly owner: Int32Array;
  /** With one rank: the last arc driven; -1 where unreached, -2 where a seed starts. Null with more ranks. */
  readonly parentArc: Int32Array | null;
  /** Replaces all seeds of one owner; [] takes the owner away. */
  setSeeds(owner: number, seeds: readonly NodeSeed[], weight?: number): void;
  /** The same for many owners, each named once, by one search: this is how a reach begins. */
  setSeedsOf(all: readonly OwnedSeeds[]): void;
  setArcs(arcs: Uint32Array | readonly number[], isOpen: boolean): void;
  /** Nodes whose cost or owner changed since the last call; valid until the next change. */
  takeChanged(): TakenChanges;
}

export interface OwnedSeeds {
  readonly owner: number;
  readonly seeds: readonly NodeSeed[];
  /** Of how many ranks the owner fills where it is kept: at least 1, and 1 when left out. With one rank it says nothing. */
  readonly weight?: number;
}

export type RepairCore = Omit<ReachRepair, "setSeeds">;

export interface ReachRepairOptions {
  /** Ranks per node; 1 by default. The nearest distinct owners are kept until they fill these. */
  readonly ranks?: 1 | 2 | 3 | 4;
  readonly maxCost?: number;
}

export function createReachRepair(
  graph: RoadGraph,
  { ranks = 1, maxCost = greatestCost }: ReachRepairOptions = {},
): ReachRepair {
  const limit = Math.min(maxCost, greatestCost);
  const core = ranks === 1 ? createFirstRepair(graph, limit) : createRankedRepair(graph, ranks, limit);
  return {
    ...core,
    setSeeds: (owner, seeds, weight = 1) => core.setSeedsOf([{ owner, seeds, weight }]),
  };
}
