/** What every problem answers: which sites, how good, how good at most, and who is served by whom. */

export type Status =
  /** Proven: no other choice is better. */
  | "optimal"
  /** The best found until the time ran out or the solve was stopped; `gap` says how much better another might be. */
  | "feasible"
  /** Proven: no choice keeps every rule. */
  | "infeasible"
  /** Time ran out before any choice was found. */
  | "unknown";

export interface Answer {
  readonly status: Status;
  /** In the problem's own unit; null without a choice. */
  readonly objective: number | null;
  /** No choice is better than this: from above where the objective is maximised, from below where it is minimised. */
  readonly bound: number | null;
  /** |bound − objective| ÷ max(|objective|, 1e-9); 0 when proven. */
  readonly gap: number | null;
  /** Open sites, ascending. */
  readonly sites: readonly number[];
  /** Open site that serves demand point i at least cost (the lower index on a tie), -1 = not served. */
  readonly assignment: Int32Array;
  /** Demand points that each open site serves, in the order of `sites`. */
  readonly served: readonly Uint32Array[];
  /** Weight of what is served (covered), and of all. */
  readonly covered: number;
  readonly total: number;
  readonly seconds: number;
  readonly infeasibility: Infeasibility | null;
}

/** Why no choice keeps every rule, as far as it is known. */
export interface Infeasibility {
  /** Demand points that no usable site reaches within the threshold; empty where the limits are at fault. */
  readonly unreachable: readonly number[];
  /** The smallest threshold of cost at which the question has an answer; null = none has, or the problem has no threshold. */
  readonly smallestMaxCost: number | null;
  /** Rules of the question that contradict one another, whatever the threshold. */
  readonly rule: "budget" | "count" | "conflicts" | "groups" | null;
}

export type Phase = "presolve" | "search" | "bound" | "prove";

export interface Progress {
  readonly phase: Phase;
  readonly incumbent: number | null;
  readonly bound: number | null;
  readonly seconds: number;
}

/** How a solve is watched and ended. A solve runs in the caller's own thread; `shouldStop` is asked many times a second. */
export interface SolveOptions {
  readonly timeLimitSeconds?: number;
  readonly shouldStop?: () => boolean;
  readonly onProgress?: (progress: Progress) => void;
  /** Sites of a choice already at hand, which the search starts from. */
  readonly start?: readonly number[];
}
