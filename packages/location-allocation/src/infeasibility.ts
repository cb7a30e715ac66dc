/**
 * Why a question has no answer: the demand points out of reach, the smallest threshold at which there is an answer, or the
 * rules that contradict one another whatever the threshold.
 *
 * The smallest threshold is one of the costs of the pairs, and what is possible at one threshold is possible at every
 * larger one. Without capacities it is the optimum of the p-center under the same rules; with them it is searched by
 * halves upwards from there.
 */
import type { Infeasibility, SolveOptions } from "./answer.ts";
import { unreachableWithin } from "./answer-of.ts";
import { solveCapacitated } from "./capacitated/solve-capacitated.ts";
import { searchChoices } from "./choice-search/choice-search.ts";
import { choiceRules } from "./choice-search/rules.ts";
import type { Worth } from "./choice-search/worth.ts";
import type { Highs } from "./highs/load.ts";
import type { Instance, Limits } from "./instance.ts";
import { leastRadius } from "./p-center/least-radius.ts";
import { whyInfeasible } from "./p-center/why-infeasible.ts";
import type { Problem } from "./problem.ts";
import { startWatch, type Watch } from "./watch.ts";

type Rule = NonNullable<Infeasibility["rule"]>;

/** Of a question known to be infeasible. What time does not suffice for stays null. */
export function explainInfeasibility(
  highs: Highs,
  instance: Instance,
  problem: Problem,
  options: Pick<SolveOptions, "timeLimitSeconds" | "shouldStop"> = {},
): Infeasibility {
  const watch = startWatch(options);
  const limits = problem.limits ?? { count: null, budget: null };
  if (isAnswerWithoutCover(problem)) {
    const rule = brokenRule(instance, limits, (tried, within) => canKeepRules(tried, within, watch));
    return { unreachable: [], smallestMaxCost: null, rule };
  }
  if (problem.kind !== "capacitated-p-median") {
    return whyInfeasible(instance, limits, problem.maxCost ?? Infinity, watch);
  }

  const { maxCost = Infinity, capacity } = problem;
  const canServe = (tried: Instance, within: Limits, threshold: number): boolean => {
    const question = { limits: within, maxCost: threshold, capacity, mustServe: true, isAnyGood: true };
    return solveCapacitated(highs, tried, question, watch).answer.objective !== null;
  };
  const unreachable = unreachableWithin(instance, maxCost);
  if (unreachableWithin(instance, Infinity).length > 0)
    return { unreachable, smallestMaxCost: null, rule: null };
  if (!canServe(instance, limits, Infinity)) {
    const rule = brokenRule(instance, limits, (tried, within) => canServe(tried, within, Infinity));
    return { unreachable, smallestMaxCost: null, rule };
  }
  const atLeast = Math.max(leastRadius(instance, limits, watch).lower, 0);
  const costs = [...new Set(instance.costs.cost.filter((cost) => cost >= atLeast && cost > maxCost))];
  costs.sort((a, b) => a - b);
  let low = 0;
  let high = costs.length - 1;
  while (low < high && !watch.isOver()) {
    const middle = (low + high) >> 1;
    if (canServe(instance, limits, costs[middle]!)) high = middle;
    else low = middle + 1;
  }
  return { unreachable, smallestMaxCost: watch.isOver() ? null : (costs[high] ?? null), rule: null };
}

/** Problems that serve whom they can: nothing but the rules can stand against every choice. */
function isAnswerWithoutCover(problem: Problem): boolean {
  if (problem.kind === "bclp") return !problem.isFirstCoverRequired;
  return problem.kind === "mclp" || problem.kind === "capacitated-mclp";
}

/** The first rule without which there would be an answer; null where no one of them is to blame alone. */
function brokenRule(
  instance: Instance,
  limits: Limits,
  isPossible: (instance: Instance, limits: Limits) => boolean,
): Rule | null {
  const { sites } = instance;
  const loosened: readonly (readonly [Rule, Instance, Limits])[] = [
    ["budget", instance, { ...limits, budget: null }],
    ["count", instance, { ...limits, count: null }],
    ["conflicts", { ...instance, sites: { ...sites, conflicts: [] } }, limits],
    ["groups", { ...instance, sites: { ...sites, groups: [] } }, limits],
  ];
  return loosened.find(([, tried, within]) => isPossible(tried, within))?.[0] ?? null;
}

/** Whether any set of sites keeps the rules, whoever it serves. */
function canKeepRules(instance: Instance, limits: Limits, watch: Watch): boolean {
  const found = searchChoices(nothingToServe, choiceRules(instance, limits), {
    threshold: 0,
    atMost: 1,
    step: 1,
    isOver: watch.isOver,
  });
  return found.choices.length > 0;
}

const nothingToServe: Worth = {
  open: () => undefined,
  close: () => undefined,
  value: () => 0,
  isAnswer: () => true,
  boundCount: 1,
  bound: (_, free, gain) => {
    for (const site of free) gain[site] = 0;
    return 0;
  },
  mustOpen: () => null,
};
