/** What a choice among the candidate sites must keep, once required and impossible sites are out of the way. */

import type { Infeasibility } from "../answer.ts";
import { conflictsOf, requiredSites } from "../answer-of.ts";
import { CANDIDATE, FORBIDDEN, type Instance, type Limits } from "../instance.ts";
import { wholePrices } from "../integers.ts";

/** Rules over sites 0 … n−1 in whole numbers. */
export interface SiteRules {
  readonly siteCount: number;
  readonly count: number | null;
  readonly budget: number | null;
  readonly price: Float64Array;
  /** Per site, the sites it may not stand beside. */
  readonly conflicts: readonly (readonly number[])[];
  /** At least one of each stands. */
  readonly groups: readonly (readonly number[])[];
}

export interface FreeSites {
  readonly required: readonly number[];
  /** Sites that may be chosen, by their index in the instance. */
  readonly candidates: readonly number[];
  /** Over `candidates` by position. */
  readonly rules: SiteRules;
  /** price = whole price ÷ priceScale. */
  readonly priceScale: number;
  /** False: prices were rounded. */
  readonly isExact: boolean;
  /** A rule that can not be kept whatever is chosen. */
  readonly broken: NonNullable<Infeasibility["rule"]> | null;
}

export function freeSites(instance: Instance, limits: Limits | undefined): FreeSites {
  const { status, price, conflicts, groups } = instance.sites;
  const siteCount = status.length;
  const required = requiredSites(instance);
  const budget = limits?.budget ?? null;
  const prices = wholePrices(
    price.map((amount, j) => (status[j] === FORBIDDEN ? 0 : amount)),
    budget,
  );
  const neighbours = conflictsOf(conflicts, siteCount);
  const count = limits?.count ?? null;
  const spent = required.reduce((sum, j) => sum + prices.value[j]!, 0);
  const budgetLeft = prices.limit === null ? null : Math.max(0, prices.limit - spent);

  const isOut = Uint8Array.from(status, (value) => (value === CANDIDATE ? 0 : 1));
  for (const j of required) for (const k of neighbours[j]!) isOut[k] = 1;
  for (let j = 0; j < siteCount; j++) if (budgetLeft !== null && prices.value[j]! > budgetLeft) isOut[j] = 1;
  const candidates = [...isOut.keys()].filter((j) => isOut[j] === 0);
  const position = new Int32Array(siteCount).fill(-1);
  candidates.forEach((j, k) => {
    position[j] = k;
  });

  const isRequired = new Set(required);
  const openGroups = groups.filter((group) => !group.some((j) => isRequired.has(j)));
  const groupsLeft = openGroups.map((group) => [
    ...new Set(group.filter((j) => isOut[j] === 0).map((j) => position[j]!)),
  ]);
  const lost = groupsLeft.findIndex((group) => group.length === 0);
  const rules: SiteRules = {
    siteCount: candidates.length,
    count: count === null ? null : count - required.length,
    budget: budgetLeft,
    price: Float64Array.from(candidates, (j) => prices.value[j]!),
    conflicts: candidates.map((j) => [
      ...new Set(neighbours[j]!.filter((k) => isOut[k] === 0).map((k) => position[k]!)),
    ]),
    groups: groupsLeft,
  };
  return {
    required,
    candidates,
    rules,
    priceScale: prices.scale,
    isExact: prices.isExact,
    broken: lost === -1 ? null : whyLost(openGroups[lost]!, neighbours, isRequired),
  };
}

function whyLost(group: readonly number[], neighbours: readonly number[][], isRequired: ReadonlySet<number>) {
  return group.some((j) => neighbours[j]!.some((k) => isRequired.has(k))) ? "conflicts" : "budget";
}

/** Rules over some of the sites alone; the others do not stand. */
export function rulesAmong(rules: SiteRules, sites: readonly number[]): SiteRules {
  const position = new Int32Array(rules.siteCount).fill(-1);
  sites.forEach((j, k) => {
    position[j] = k;
  });
  const among = (list: readonly number[]) => list.map((j) => position[j]!).filter((k) => k !== -1);
  return {
    siteCount: sites.length,
    count: rules.count,
    budget: rules.budget,
    price: Float64Array.from(sites, (j) => rules.price[j]!),
    conflicts: sites.map((j) => among(rules.conflicts[j]!)),
    groups: rules.groups.map(among),
  };
}

/** Whether a choice keeps every rule. */
export function keepsRules(rules: SiteRules, chosen: readonly number[]): boolean {
  const isChosen = new Uint8Array(rules.siteCount);
  let spent = 0;
  for (const j of chosen) {
    isChosen[j] = 1;
    spent += rules.price[j]!;
  }
  if (rules.count !== null && chosen.length > rules.count) return false;
  if (rules.budget !== null && spent > rules.budget) return false;
  if (chosen.some((j) => rules.conflicts[j]!.some((k) => isChosen[k] === 1))) return false;
  return rules.groups.every((group) => group.some((j) => isChosen[j] === 1));
}

/**
 * Sets of sites of which one at most may stand, that together say what all pairs in conflict say: each pair not yet said
 * is grown into a clique. One row per clique is tighter in a relaxation than a row per pair.
 */
export function conflictCliques({ conflicts }: SiteRules): number[][] {
  const neighbours = conflicts.map((list) => new Set(list));
  const said = new Set<number>();
  const key = (j: number, k: number) => Math.min(j, k) * conflicts.length + Math.max(j, k);
  const cliques: number[][] = [];
  conflicts.forEach((list, j) => {
    for (const k of list) {
      if (k < j || said.has(key(j, k))) continue;
      const clique = [j, k];
      for (const other of list) {
        if (other !== k && clique.every((member) => neighbours[other]!.has(member))) clique.push(other);
      }
      clique.forEach((a, index) => {
        for (const b of clique.slice(index + 1)) said.add(key(a, b));
      });
      cliques.push(clique);
    }
  });
  return cliques;
}
