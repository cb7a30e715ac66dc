/** What a set of sites must keep to, in whole numbers where prices allow. */
import { conflictsOf } from "../answer-of.ts";
import { FORBIDDEN, type Instance, type Limits, REQUIRED } from "../instance.ts";
import { decimalScale } from "../integers.ts";

export interface ChoiceRules {
  readonly siteCount: number;
  readonly required: readonly number[];
  /** Sites that may be added to the required ones: not forbidden, in conflict with none of those. */
  readonly optional: readonly number[];
  /** Infinity = no limit. */
  readonly count: number;
  readonly price: Float64Array;
  readonly budget: number;
  readonly conflicts: readonly (readonly number[])[];
  readonly groups: readonly (readonly number[])[];
}

export function choiceRules({ sites, costs }: Instance, limits: Limits | undefined): ChoiceRules {
  const budget = limits?.budget ?? Infinity;
  const unit = budget === Infinity ? 1 : decimalScale([...sites.price, budget]);
  const conflicts = conflictsOf(sites.conflicts, costs.siteCount);
  const required: number[] = [];
  const optional: number[] = [];
  for (let j = 0; j < costs.siteCount; j++) {
    if (sites.status[j] === REQUIRED) required.push(j);
    else if (sites.status[j] !== FORBIDDEN && !conflicts[j]!.some((k) => sites.status[k] === REQUIRED)) {
      optional.push(j);
    }
  }
  return {
    siteCount: costs.siteCount,
    required,
    optional,
    count: limits?.count ?? Infinity,
    price: sites.price.map((price) => (unit === null ? price : Math.round(price * unit))),
    // Prices that are never whole are compared with room for the rounding of their sum.
    budget: budget === Infinity ? Infinity : unit === null ? budget * (1 + 1e-12) : Math.round(budget * unit),
    conflicts,
    groups: sites.groups,
  };
}

/** Most that Σ gain of added sites can come to: the best `room` of them, or as much as the money buys by the piece. */
export function relaxedPick(
  { price }: ChoiceRules,
  free: readonly number[],
  gain: Float64Array,
  room: number,
  money: number,
): { sum: number; sites: number[] } {
  const useful = free.filter((site) => gain[site]! > 0);
  useful.sort((a, b) => gain[b]! - gain[a]!);
  const byCount = useful.slice(0, Math.min(room, useful.length));
  let sum = 0;
  let cost = 0;
  for (const site of byCount) {
    sum += gain[site]!;
    cost += price[site]!;
  }
  if (cost <= money) return { sum, sites: byCount };

  useful.sort((a, b) => gain[b]! * price[a]! - gain[a]! * price[b]!);
  let bought = 0;
  let left = money;
  const byMoney: number[] = [];
  for (const site of useful) {
    if (price[site]! > left) {
      // Rounded up and one more, so that whole numbers stay whole and rounding never makes the bound too small.
      bought += Math.ceil((gain[site]! * left) / price[site]!) + 1;
      break;
    }
    bought += gain[site]!;
    left -= price[site]!;
    byMoney.push(site);
  }
  return bought < sum ? { sum: bought, sites: byMoney } : { sum, sites: byCount };
}

/** A choice with sites added by index until none fits any more. */
export function filledUp(rules: ChoiceRules, sites: readonly number[]): number[] {
  const filled = new Set(sites);
  let spent = 0;
  for (const site of sites) spent += rules.price[site]!;
  for (const site of rules.optional) {
    if (filled.size >= rules.count) break;
    if (filled.has(site) || spent + rules.price[site]! > rules.budget) continue;
    if (rules.conflicts[site]!.some((other) => filled.has(other))) continue;
    filled.add(site);
    spent += rules.price[site]!;
  }
  return [...filled].sort((a, b) => a - b);
}

/** Whether a set of sites keeps every rule; `isWhole` false: sites may still be added, so groups may wait. */
export function keepsRules(rules: ChoiceRules, sites: readonly number[], isWhole = true): boolean {
  const open = new Set(sites);
  if (open.size > rules.count || rules.required.some((j) => !open.has(j))) return false;
  let spent = 0;
  for (const j of open) {
    spent += rules.price[j]!;
    if (rules.conflicts[j]!.some((k) => open.has(k))) return false;
  }
  if (spent > rules.budget) return false;
  return !isWhole || rules.groups.every((group) => group.some((j) => open.has(j)));
}
