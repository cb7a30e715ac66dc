/** What threads are asked: plain columns in shared memory, copied once and read by all. */
import type { Found } from "../search.ts";
import type { SearchGraph } from "../search-graph.ts";
import type { NodeSeeds } from "../seed.ts";
import type { Targets } from "../targets.ts";

/** Given to a thread when it starts. */
export interface ThreadData {
  readonly graph: SearchGraph;
  /** Of every thread; a thread searches in its own, and merges from the others'. */
  readonly found: readonly Found[];
  readonly thread: number;
}

/** Fills rows of a table; which row is next stands in a counter that all threads share. */
export interface TableJob {
  readonly kind: "table";
  /** Per row where it starts. */
  readonly starts: readonly NodeSeeds[];
  readonly targets: Targets;
  readonly columnCount: number;
  readonly maxCost: number;
  readonly nextRow: Int32Array;
  /** Row by row. */
  readonly table: Uint32Array;
}

/** Searches from groups of starts, one group after the other, in the thread's own columns. */
export interface SpreadJob {
  readonly kind: "spread";
  readonly groups: readonly NodeSeeds[];
  readonly maxCost: number;
}

/** Takes into the first thread's columns what the others found nearer, for blocks first <= b < end. */
export interface MergeJob {
  readonly kind: "merge";
  readonly first: number;
  readonly end: number;
}

export type Job = TableJob | SpreadJob | MergeJob;
