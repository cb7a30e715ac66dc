/** The questions that can be asked of an instance, each by its textbook name; every problem has a file of its own. */
import type { Limits } from "./instance.ts";

export type Problem =
  /** Location set covering: everyone within `maxCost`, at the least price (at unit prices: with the fewest sites). */
  | { readonly kind: "lscp"; readonly maxCost: number; readonly limits?: Limits }
  /** Maximal covering: most weight within `maxCost`. */
  | { readonly kind: "mclp"; readonly maxCost: number; readonly limits: Limits }
  /** Least weighted cost of everyone to the nearest open site. */
  | { readonly kind: "p-median"; readonly maxCost?: number; readonly limits: Limits }
  /** Least cost of the worst served. */
  | { readonly kind: "p-center"; readonly maxCost?: number; readonly limits: Limits }
  /** Everyone covered at the price of the LSCP, and of those choices the one with most weight covered twice. */
  | { readonly kind: "lscp-b"; readonly maxCost: number; readonly limits?: Limits }
  /** Backup covering: most weight covered at least twice, plus `firstCoverShare` times what is covered at least once. */
  | {
      readonly kind: "bclp";
      readonly maxCost: number;
      readonly limits: Limits;
      /** Weight of being covered once against twice, ≥ 0; default 0. */
      readonly firstCoverShare?: number;
      /** Everyone is to be covered once (Hogan & ReVelle's first form); default false. */
      readonly isFirstCoverRequired?: boolean;
    }
  /** Maximal covering by sites that can serve no more than `capacity` weight each; one point is served by one site. */
  | {
      readonly kind: "capacitated-mclp";
      readonly maxCost: number;
      readonly limits: Limits;
      readonly capacity: Float64Array;
    }
  /** p-median of sites that can serve no more than `capacity` weight each; one point is served by one site. */
  | {
      readonly kind: "capacitated-p-median";
      readonly maxCost?: number;
      readonly limits: Limits;
      readonly capacity: Float64Array;
    };

export type ProblemKind = Problem["kind"];
