/** Rules between sites that no weight bends: the budget, and pairs too near to one another. */
import type { Sites } from "../instance.ts";
import { decimalScale } from "../integers.ts";

export interface Rules {
  /** Whole numbers where prices have at most six decimals. */
  readonly price: Float64Array;
  /** Infinity = no budget. */
  readonly budget: number;
  /** Sites that cannot stand beside site j. */
  readonly conflictsOf: readonly (readonly number[])[];
  readonly hasConflicts: boolean;
  /** Sets of sites of which at most one stands, together saying all conflicts. */
  readonly cliques: readonly (readonly number[])[];
}

/** `siteOf[j]` is the site of the instance that is site j here. */
export function rulesOf(sites: Sites, siteOf: readonly number[], budget: number | null): Rules {
  const newSite = new Map(siteOf.map((old, j) => [old, j]));
  const conflicts = siteOf.map(() => new Set<number>());
  for (const [oldJ, oldK] of sites.conflicts) {
    const j = newSite.get(oldJ);
    const k = newSite.get(oldK);
    if (j === undefined || k === undefined || j === k) continue;
    conflicts[j]!.add(k);
    conflicts[k]!.add(j);
  }
  const prices = siteOf.map((old) => sites.price[old]!);
  const scale = budget === null ? 1 : decimalScale([...prices, budget]);
  // Prices of more decimals are compared with room for the rounding of their sum.
  const whole = (value: number) => (scale === null ? value : Math.round(value * scale));
  return {
    price: Float64Array.from(prices, whole),
    budget: budget === null ? Infinity : scale === null ? budget * (1 + 1e-12) : whole(budget),
    conflictsOf: conflicts.map((set) => [...set]),
    hasConflicts: conflicts.some((set) => set.size > 0),
    cliques: cliquesOf(conflicts),
  };
}

/** Covers all conflicts by cliques, greedily: each conflict not yet covered grows as far as it can. */
function cliquesOf(conflicts: readonly ReadonlySet<number>[]): number[][] {
  const cliques: number[][] = [];
  const covered = conflicts.map(() => new Set<number>());
  for (const [j, others] of conflicts.entries()) {
    for (const k of others) {
      if (k < j || covered[j]!.has(k)) continue;
      const clique = [j, k];
      for (const other of others) {
        if (clique.every((member) => member !== other && conflicts[member]!.has(other))) clique.push(other);
      }
      for (const member of clique) for (const other of clique) covered[member]!.add(other);
      cliques.push(clique);
    }
  }
  return cliques;
}

/** True when the sites (of the instance) stay within the budget, none beside another it conflicts with, one of each group. */
export function keepsRules(sites: Sites, budget: number | null, open: readonly number[]): boolean {
  const rules = rulesOf(sites, [...sites.price.keys()], budget);
  const stands = new Set(open);
  let spent = 0;
  for (const j of open) {
    spent += rules.price[j]!;
    if (rules.conflictsOf[j]!.some((k) => stands.has(k))) return false;
  }
  return spent <= rules.budget && sites.groups.every((group) => group.some((j) => stands.has(j)));
}
