/** The least threshold of cost at which the sites allowed can serve everyone, between bounds that close in on it. */
import { nearestOpen, requiredSites } from "../answer-of.ts";
import type { Highs } from "../highs/load.ts";
import { FORBIDDEN, type Instance, type Limits } from "../instance.ts";
import { keepsRules } from "../p-median/rules.ts";
import type { Watch } from "../watch.ts";
import { type CoverOutcome, coverWithin } from "./cover-within.ts";

export interface Radius {
  /** Best choice found; null = none. */
  readonly sites: readonly number[] | null;
  /** Its worst cost; Infinity without one. */
  readonly upper: number;
  /** No choice does better; Infinity = there is no choice, whatever the threshold. */
  readonly lower: number;
}

/** The least threshold within which everyone can be served. Nothing is found in time: `upper` stays above `lower`. */
export function leastRadius(
  instance: Instance,
  limits: Limits,
  watch: Watch,
  start?: readonly number[],
  highs?: Highs,
): Radius {
  const radii = thresholds(instance);
  let sites = farthestFirst(instance, limits, start);
  /** `radii[low]` is the least not refuted, `radii[high]` the best met (or one past the last). */
  let low = 0;
  let high = sites ? lowerBoundOf(radii, radiusOf(instance, sites)) : radii.length;
  const report = () => watch.report("search", sites ? radii[high]! : null, radii[low] ?? null);

  const attempt = (at: number, isRough: boolean): CoverOutcome => {
    const outcome = coverWithin(instance, limits, radii[at]!, { watch, isRough, highs });
    if (typeof outcome !== "string") {
      sites = outcome;
      high = lowerBoundOf(radii, radiusOf(instance, outcome));
    }
    return outcome;
  };

  // Without a choice to begin with, the widest threshold says whether there is one at all.
  if (!sites && attempt(high - 1, false) === "refuted") low = high;
  report();
  // First roughly, by halves: most thresholds are easily met or easily refuted.
  for (let roughLow = low; roughLow < high && !watch.isOver(); report()) {
    const middle = (roughLow + high) >> 1;
    const outcome = attempt(middle, true);
    if (typeof outcome === "string") roughLow = middle + 1;
    if (outcome === "refuted") low = middle + 1;
  }
  // What is left between is small: downwards from the best, until one is refuted.
  for (; low < high && !watch.isOver(); report()) {
    const outcome = attempt(high - 1, false);
    if (outcome === "refuted") low = high;
    else if (outcome === "open") break; // asked again it would be no other
  }
  if (low >= radii.length) return { sites: null, upper: Infinity, lower: Infinity };
  return { sites, upper: sites ? radii[high]! : Infinity, lower: radii[Math.min(low, high)]! };
}

/** Sites opened one after another for whoever is served worst (Gonzalez, 1985), if that serves all and keeps the rules. */
export function farthestFirst(
  instance: Instance,
  limits: Limits,
  start: readonly number[] = [],
): readonly number[] | null {
  const { siteCount, demandCount, firstPair, demandOf, cost } = instance.costs;
  const usable = [...instance.sites.status.keys()].filter((j) => instance.sites.status[j] !== FORBIDDEN);
  const nearest = nearestOpen(instance, usable, Infinity);
  const served = new Float64Array(demandCount).fill(Infinity);
  const open: number[] = [];
  const isOpen = new Uint8Array(siteCount);
  const count = Math.min(limits.count ?? siteCount, siteCount);
  const openSite = (j: number) => {
    if (isOpen[j] === 1) return;
    isOpen[j] = 1;
    open.push(j);
    for (let pair = firstPair[j]!; pair < firstPair[j + 1]!; pair++) {
      const i = demandOf[pair]!;
      if (cost[pair]! < served[i]!) served[i] = cost[pair]!;
    }
  };
  for (const j of requiredSites(instance)) openSite(j);
  for (const j of start) if (open.length < count) openSite(j);
  while (open.length < count) {
    let worst = 0;
    for (let i = 1; i < demandCount; i++) if (served[i]! > served[worst]!) worst = i;
    const site = nearest[worst]!;
    if (site === -1) return null;
    if (isOpen[site] === 1) break;
    openSite(site);
  }
  return served.every((value) => value < Infinity) && keepsRules(instance.sites, limits.budget, open)
    ? open
    : null;
}

/** Costs that can be the worst one: those from the dearest of everyone's nearest usable site upwards, ascending. */
function thresholds(instance: Instance): Float64Array {
  const { siteCount, demandCount, firstPair, demandOf, cost } = instance.costs;
  const nearest = new Float64Array(demandCount).fill(Infinity);
  for (let j = 0; j < siteCount; j++) {
    if (instance.sites.status[j] === FORBIDDEN) continue;
    for (let pair = firstPair[j]!; pair < firstPair[j + 1]!; pair++) {
      const i = demandOf[pair]!;
      if (cost[pair]! < nearest[i]!) nearest[i] = cost[pair]!;
    }
  }
  let least = 0;
  for (const value of nearest) least = Math.max(least, value);
  const values = new Set<number>();
  for (const value of cost) if (value >= least) values.add(value);
  return Float64Array.from(values).sort();
}

/** Worst cost of anyone to the nearest of `sites`. */
export function radiusOf(instance: Instance, sites: readonly number[]): number {
  const { firstPair, demandOf, cost } = instance.costs;
  const assignment = nearestOpen(instance, sites, Infinity);
  let worst = 0;
  for (const j of sites) {
    for (let pair = firstPair[j]!; pair < firstPair[j + 1]!; pair++) {
      if (assignment[demandOf[pair]!] === j) worst = Math.max(worst, cost[pair]!);
    }
  }
  return worst;
}

/** Index of the first value that is not less. */
function lowerBoundOf(sorted: Float64Array, value: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
