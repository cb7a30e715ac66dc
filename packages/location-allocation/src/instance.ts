/** What a location problem is asked of: sites j, demand points i, and what it costs j to serve i. Indices only, no ids. */

/**
 * Costs of pairs in compressed sparse row form by site: pairs of site j are `firstPair[j] … firstPair[j + 1] - 1`, with
 * demand points ascending. An absent pair is one that cannot be served. Costs (minutes, metres …) are finite and ≥ 0.
 */
export interface CostMatrix {
  readonly siteCount: number;
  readonly demandCount: number;
  readonly firstPair: Uint32Array;
  readonly demandOf: Uint32Array;
  readonly cost: Float64Array;
}

export const CANDIDATE = 0;
export const REQUIRED = 1;
export const FORBIDDEN = 2;

/** Sites with what is known and asked of them. */
export interface Sites {
  /** CANDIDATE, REQUIRED or FORBIDDEN, per site. */
  readonly status: Uint8Array;
  /** Finite, ≥ 0, per site. */
  readonly price: Float64Array;
  /** Pairs of sites too near to one another to stand both. */
  readonly conflicts: readonly (readonly [j: number, k: number])[];
  /** At least one site of each group stands. */
  readonly groups: readonly (readonly number[])[];
}

export interface Instance {
  readonly costs: CostMatrix;
  /** Finite, ≥ 0, per demand point. */
  readonly weight: Float64Array;
  readonly sites: Sites;
}

/** How much may be opened; required sites count in both. null = no limit. */
export interface Limits {
  /** Σ y_j ≤ count; an answer is filled up to it where budget and conflicts allow, since more sites never harm. */
  readonly count: number | null;
  /** Σ price_j y_j ≤ budget. */
  readonly budget: number | null;
}

/** Candidates without price, conflict or group. */
export function plainSites(siteCount: number): Sites {
  return {
    status: new Uint8Array(siteCount),
    price: new Float64Array(siteCount).fill(1),
    conflicts: [],
    groups: [],
  };
}
