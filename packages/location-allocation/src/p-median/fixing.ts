/** What is settled in a part of the search: which sites stand, which do not, and what follows from that. */
import type { MedianModel } from "./model.ts";

export const FREE = 0;
export const OPEN = 1;
export const CLOSED = 2;

/** The least and the most that serving each point can cost where `fix` holds. */
export interface Range {
  /** Cost of the nearest site that may stand. */
  readonly least: Float64Array;
  /** Cost of the nearest site that stands for sure; Infinity without one. */
  readonly most: Float64Array;
}

/**
 * Draws the consequences of `fix` (changed in place) until none is left; false = no choice keeps every rule. A full
 * count closes the rest, a site that stands closes its conflicts and what the budget no longer buys, and the last site
 * that can serve a point stands.
 */
export function propagate(model: MedianModel, fix: Uint8Array, range: Range): boolean {
  const { siteCount, demandCount, first, site, cost, count, rules } = model;
  for (;;) {
    let open = 0;
    let free = 0;
    let spent = 0;
    for (let j = 0; j < siteCount; j++) {
      if (fix[j] === FREE) free++;
      if (fix[j] !== OPEN) continue;
      open++;
      spent += rules.price[j]!;
      if (!rules.hasConflicts) continue;
      for (const k of rules.conflictsOf[j]!) {
        if (fix[k] === OPEN) return false;
        if (fix[k] === FREE) free -= k < j ? 1 : 0;
        fix[k] = CLOSED;
      }
    }
    if (open > count || spent > rules.budget) return false;
    if (free > 0 && (open === count || rules.budget !== Infinity)) {
      for (let j = 0; j < siteCount; j++) {
        if (fix[j] === FREE && (open === count || spent + rules.price[j]! > rules.budget)) fix[j] = CLOSED;
      }
    }

    let isChanged = false;
    for (let i = 0; i < demandCount; i++) {
      let nearest = -1;
      let others = 0;
      let a = first[i]!;
      for (; site[a] !== -1; a++) {
        const state = fix[site[a]!];
        if (state === CLOSED) continue;
        if (nearest === -1) nearest = a;
        else others++;
        if (state === OPEN) break;
      }
      if (nearest === -1) return false;
      range.least[i] = cost[nearest]!;
      range.most[i] = cost[a]!; // the sentinel's Infinity where no site of the list stands
      if (others === 0 && fix[site[nearest]!] === FREE) {
        fix[site[nearest]!] = OPEN;
        range.most[i] = cost[nearest]!;
        isChanged = true;
      }
    }
    if (!isChanged) return true;
  }
}

/** Cost of serving every point from the sites that `isOpen` marks with 1; Infinity where one is left out. */
export function costOf(model: MedianModel, isOpen: Uint8Array): number {
  const { demandCount, first, site, cost } = model;
  let sum = 0;
  for (let i = 0; i < demandCount; i++) {
    let a = first[i]!;
    while (site[a] !== -1 && isOpen[site[a]!] !== OPEN) a++;
    sum += cost[a]!;
  }
  return sum;
}

/**
 * The model without the sites that are closed, and without pairs dearer than a site that stands. `oldSite[j]` is the
 * site of the old model that is j in the new one.
 */
export function reduceModel(
  model: MedianModel,
  fix: Uint8Array,
): { model: MedianModel; oldSite: Int32Array } {
  const newSite = new Int32Array(model.siteCount).fill(-1);
  const oldSite: number[] = [];
  for (let j = 0; j < model.siteCount; j++) {
    if (fix[j] === CLOSED) continue;
    newSite[j] = oldSite.length;
    oldSite.push(j);
  }
  const first = new Int32Array(model.demandCount + 1);
  const site = new Int32Array(model.site.length);
  const cost = new Float64Array(model.site.length);
  let a = 0;
  for (let i = 0; i < model.demandCount; i++) {
    first[i] = a;
    for (let pair = model.first[i]!; model.site[pair] !== -1; pair++) {
      const j = model.site[pair]!;
      if (fix[j] === CLOSED) continue;
      site[a] = newSite[j]!;
      cost[a++] = model.cost[pair]!;
      if (fix[j] === OPEN) break;
    }
    site[a] = -1;
    cost[a++] = Infinity;
  }
  first[model.demandCount] = a;
  const map = (sites: readonly number[]) => sites.map((j) => newSite[j]!).filter((j) => j >= 0);
  const { rules } = model;
  return {
    oldSite: Int32Array.from(oldSite),
    model: {
      ...model,
      siteCount: oldSite.length,
      first,
      site: site.slice(0, a),
      cost: cost.slice(0, a),
      isRequired: Uint8Array.from(oldSite, (j) => (fix[j] === OPEN ? 1 : 0)),
      siteOf: Int32Array.from(oldSite, (j) => model.siteOf[j]!),
      rules: {
        ...rules,
        price: Float64Array.from(oldSite, (j) => rules.price[j]!),
        conflictsOf: oldSite.map((j) => map(rules.conflictsOf[j]!)),
        // Every clique keeps its place, so that its multiplier keeps it too.
        cliques: rules.cliques.map(map),
      },
    },
  };
}
