/** From a choice of sites to the answer: who is served by whom, how much is covered, how far the bound is. */
import type { Answer, Infeasibility, Status } from "./answer.ts";
import { FORBIDDEN, type Instance, type Limits, REQUIRED } from "./instance.ts";

export interface Choice {
  /** Any order; no site twice. */
  readonly sites: readonly number[];
  /** Pairs of more than this serve nobody; Infinity where every pair counts. */
  readonly maxCost: number;
  readonly status: Status;
  readonly objective: number;
  readonly bound: number | null;
  readonly seconds: number;
  /** Who serves whom where it is not the nearest open site (capacitated problems). */
  readonly assignment?: Int32Array;
}

export function answerOf(instance: Instance, choice: Choice): Answer {
  const sites = [...choice.sites].sort((a, b) => a - b);
  const assignment = choice.assignment ?? nearestOpen(instance, sites, choice.maxCost);
  const { bound, objective, status, seconds } = choice;
  const isProven = status === "optimal";
  return {
    status,
    objective,
    bound: isProven ? objective : bound,
    gap: isProven ? 0 : gapOf(objective, bound),
    sites,
    assignment,
    served: servedBy(sites, assignment),
    covered: sumWeight(instance, (demand) => assignment[demand] !== -1),
    total: sumWeight(instance, () => true),
    seconds,
    infeasibility: null,
  };
}

/** The answer where there is no choice: "infeasible" with its reason, or "unknown" where time ran out first. */
export function noAnswer(
  instance: Instance,
  status: "infeasible" | "unknown",
  {
    seconds,
    bound = null,
    infeasibility = null,
  }: { seconds: number; bound?: number | null; infeasibility?: Infeasibility | null },
): Answer {
  return {
    status,
    objective: null,
    bound,
    gap: null,
    sites: [],
    assignment: new Int32Array(instance.costs.demandCount).fill(-1),
    served: [],
    covered: 0,
    total: sumWeight(instance, () => true),
    seconds,
    infeasibility,
  };
}

/** Open site that serves each demand point at least cost, the lower index on a tie; -1 = none within `maxCost`. */
export function nearestOpen({ costs }: Instance, sites: readonly number[], maxCost: number): Int32Array {
  const { demandCount, firstPair, demandOf, cost } = costs;
  const assignment = new Int32Array(demandCount).fill(-1);
  const least = new Float64Array(demandCount).fill(Infinity);
  for (const j of [...sites].sort((a, b) => a - b)) {
    for (let k = firstPair[j]!; k < firstPair[j + 1]!; k++) {
      const i = demandOf[k]!;
      if (cost[k]! > maxCost || cost[k]! >= least[i]!) continue;
      least[i] = cost[k]!;
      assignment[i] = j;
    }
  }
  return assignment;
}

/** The assignment the other way round: demand points of each of `sites`, ascending. */
export function servedBy(sites: readonly number[], assignment: Int32Array): Uint32Array[] {
  const served = new Map<number, number[]>(sites.map((site) => [site, []]));
  assignment.forEach((site, demand) => {
    served.get(site)?.push(demand);
  });
  return sites.map((site) => Uint32Array.from(served.get(site)!));
}

/** |bound − objective| ÷ max(|objective|, 1e-9). */
export function gapOf(objective: number, bound: number | null): number | null {
  return bound === null ? null : Math.abs(bound - objective) / Math.max(Math.abs(objective), 1e-9);
}

/** Weights added in ascending order of demand points, so that equal choices give equal sums to the last bit. */
export function sumWeight({ weight }: Instance, isCounted: (demand: number) => boolean): number {
  let sum = 0;
  for (let demand = 0; demand < weight.length; demand++) if (isCounted(demand)) sum += weight[demand]!;
  return sum;
}

/**
 * Sites added until `limits.count` stand, as far as budget and conflicts allow: more sites never harm, and textbooks ask
 * for exactly p. `order` says who comes first (default: by index). Adds nothing where there is no count.
 */
export function fillUp(
  { sites }: Instance,
  limits: Limits | undefined,
  chosen: readonly number[],
  order?: readonly number[],
): number[] {
  const count = limits?.count ?? null;
  if (count === null) return [...chosen];
  const filled = new Set(chosen);
  const neighbours = conflictsOf(sites.conflicts, sites.status.length);
  let spent = 0;
  for (const site of chosen) spent += sites.price[site]!;
  for (const site of order ?? sites.status.keys()) {
    if (filled.size >= count) break;
    if (filled.has(site) || sites.status[site] === FORBIDDEN) continue;
    if (neighbours[site]!.some((other) => filled.has(other))) continue;
    if (spent + sites.price[site]! > (limits?.budget ?? Infinity)) continue;
    filled.add(site);
    spent += sites.price[site]!;
  }
  return [...filled];
}

/** Per site, the sites it may not stand beside. */
export function conflictsOf(
  conflicts: readonly (readonly [number, number])[],
  siteCount: number,
): number[][] {
  const neighbours: number[][] = Array.from({ length: siteCount }, () => []);
  for (const [j, k] of conflicts) {
    neighbours[j]!.push(k);
    neighbours[k]!.push(j);
  }
  return neighbours;
}

/** Sites that stand whatever is chosen. */
export function requiredSites({ sites }: Instance): number[] {
  return [...sites.status.keys()].filter((site) => sites.status[site] === REQUIRED);
}

/** Demand points that no site that may stand reaches within `maxCost`. */
export function unreachableWithin({ costs, sites }: Instance, maxCost: number): number[] {
  const isReached = new Uint8Array(costs.demandCount);
  for (let j = 0; j < costs.siteCount; j++) {
    if (sites.status[j] === FORBIDDEN) continue;
    for (let pair = costs.firstPair[j]!; pair < costs.firstPair[j + 1]!; pair++) {
      if (costs.cost[pair]! <= maxCost) isReached[costs.demandOf[pair]!] = 1;
    }
  }
  return [...isReached.keys()].filter((i) => isReached[i] === 0);
}
