/** The oracle: every set of sites of a small instance, each valued by the definition alone. Shares no code with `src`. */
import type { Instance, Limits, Problem } from "../src/index.ts";

export interface Choice {
  /** Open sites, ascending, required ones included. */
  readonly sites: readonly number[];
  readonly value: number;
}

export const isMaximised = (problem: Problem): boolean =>
  problem.kind === "mclp" ||
  problem.kind === "lscp-b" ||
  problem.kind === "bclp" ||
  problem.kind === "capacitated-mclp";

/** Cost of each pair, `costs[j][i]`; absent pairs are Infinity. */
export function denseCosts(instance: Instance): number[][] {
  const { siteCount, demandCount, firstPair, demandOf, cost } = instance.costs;
  return Array.from({ length: siteCount }, (_, j) => {
    const row = new Array<number>(demandCount).fill(Infinity);
    for (let pair = firstPair[j]!; pair < firstPair[j + 1]!; pair++) row[demandOf[pair]!] = cost[pair]!;
    return row;
  });
}

export function keepsRules(
  instance: Instance,
  limits: Limits | undefined,
  sites: readonly number[],
): boolean {
  const { status, price, conflicts, groups } = instance.sites;
  const open = new Set(sites);
  for (let j = 0; j < status.length; j++) {
    if (status[j] === 1 && !open.has(j)) return false;
    if (status[j] === 2 && open.has(j)) return false;
  }
  if (limits?.count != null && sites.length > limits.count) return false;
  // Prices of the tests have at most six decimals: sums of them differ from the budget by 1e-6 or by rounding alone.
  if (limits?.budget != null && sites.reduce((sum, j) => sum + price[j]!, 0) > limits.budget + 1e-9)
    return false;
  if (conflicts.some(([j, k]) => open.has(j) && open.has(k))) return false;
  return groups.every((group) => group.some((j) => open.has(j)));
}

/** Every set of sites that keeps every rule. */
export function choicesWithin(instance: Instance, limits: Limits | undefined): number[][] {
  const { siteCount } = instance.costs;
  const kept: number[][] = [];
  for (let mask = 0; mask < 2 ** siteCount; mask++) {
    const sites: number[] = [];
    for (let j = 0; j < siteCount; j++) if ((mask >> j) & 1) sites.push(j);
    if (keepsRules(instance, limits, sites)) kept.push(sites);
  }
  return kept;
}

const priceOf = (instance: Instance, sites: readonly number[]): number =>
  sites.reduce((sum, j) => sum + instance.sites.price[j]!, 0);

/** Best value of serving each point by one of `sites` within their capacities, tried one point after another; null = cannot. */
function capacitatedValue(
  instance: Instance,
  sites: readonly number[],
  costs: number[][],
  maxCost: number,
  capacity: Float64Array,
  mustServe: boolean,
): number | null {
  const left = sites.map((j) => capacity[j]!);
  let best: number | null = null;
  const serve = (i: number, value: number): void => {
    if (i === instance.weight.length) {
      if (best === null || (mustServe ? value < best : value > best)) best = value;
      return;
    }
    const weight = instance.weight[i]!;
    for (let s = 0; s < sites.length; s++) {
      const cost = costs[sites[s]!]![i]!;
      if (cost > maxCost || weight > left[s]! + 1e-9) continue;
      left[s]! -= weight;
      serve(i + 1, value + (mustServe ? weight * cost : weight));
      left[s]! += weight;
    }
    if (!mustServe) serve(i + 1, value);
  };
  serve(0, 0);
  return best;
}

/** What a set of sites is worth by the problem's definition; null = it does not answer the question. LSCP-B: of covers alone. */
export function worthOf(
  instance: Instance,
  problem: Problem,
  sites: readonly number[],
  costs = denseCosts(instance),
): number | null {
  const maxCost = problem.maxCost ?? Infinity;
  const { weight } = instance;
  if (problem.kind === "capacitated-mclp") {
    return capacitatedValue(instance, sites, costs, maxCost, problem.capacity, false);
  }
  if (problem.kind === "capacitated-p-median") {
    return capacitatedValue(instance, sites, costs, maxCost, problem.capacity, true);
  }
  let once = 0;
  let twice = 0;
  let sum = 0;
  let worst = 0;
  let isEveryoneServed = true;
  for (let i = 0; i < weight.length; i++) {
    const within = sites.map((j) => costs[j]![i]!).filter((cost) => cost <= maxCost && cost !== Infinity);
    if (within.length === 0) {
      isEveryoneServed = false;
      continue;
    }
    const nearest = Math.min(...within);
    once += weight[i]!;
    if (within.length > 1) twice += weight[i]!;
    sum += weight[i]! * nearest;
    worst = Math.max(worst, nearest);
  }
  switch (problem.kind) {
    case "mclp":
      return once;
    case "bclp":
      if (problem.isFirstCoverRequired && !isEveryoneServed) return null;
      return twice + (problem.firstCoverShare ?? 0) * once;
    case "lscp":
      return isEveryoneServed ? priceOf(instance, sites) : null;
    case "lscp-b":
      return isEveryoneServed ? twice : null;
    case "p-median":
      return isEveryoneServed ? sum : null;
    case "p-center":
      return isEveryoneServed ? worst : null;
  }
}

/** Every set that answers the question, with its value; for LSCP-B those at the least price. */
export function allChoices(instance: Instance, problem: Problem): Choice[] {
  const costs = denseCosts(instance);
  const choices: Choice[] = [];
  for (const sites of choicesWithin(instance, problem.limits)) {
    const value = worthOf(instance, problem, sites, costs);
    if (value !== null) choices.push({ sites, value });
  }
  if (problem.kind !== "lscp-b") return choices;
  const leastPrice = Math.min(...choices.map(({ sites }) => priceOf(instance, sites)));
  return choices.filter(({ sites }) => priceOf(instance, sites) <= leastPrice + 1e-9);
}

/** Best value of all; null = no choice keeps every rule. */
export function bestValue(instance: Instance, problem: Problem): number | null {
  const values = allChoices(instance, problem).map(({ value }) => value);
  if (values.length === 0) return null;
  return isMaximised(problem) ? Math.max(...values) : Math.min(...values);
}

/**
 * What a list of runners-up tells apart, best first: sets to which no site can be added (LSCP: from which none can be
 * taken), whose value is within a share of the best.
 */
export function choicesNearBest(instance: Instance, problem: Problem, within: number): Choice[] {
  const all = allChoices(instance, problem);
  const best = bestValue(instance, problem);
  if (best === null) return [];
  const isSubset = (a: readonly number[], b: readonly number[]) =>
    a.length < b.length && a.every((j) => b.includes(j));
  const slack = within * Math.abs(best) + 1e-9 * Math.max(1, Math.abs(best));
  return all
    .filter(({ value }) => Math.abs(value - best) <= slack)
    .filter(({ sites }) =>
      problem.kind === "lscp"
        ? !all.some((other) => isSubset(other.sites, sites))
        : !all.some((other) => isSubset(sites, other.sites)),
    )
    .sort((a, b) => (isMaximised(problem) ? b.value - a.value : a.value - b.value));
}
