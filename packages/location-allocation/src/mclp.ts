/**
 * Maximal covering location problem (Church & ReVelle 1974).
 *
 * i ∈ I demand points, w_i weight, j ∈ J sites, N_i = { j : cost_ij ≤ S } sites that cover i, f_j price.
 * y_j = 1: a site stands at j; z_i = 1: i is covered.
 *
 *   maximise Σ_i w_i z_i
 *   z_i ≤ Σ_{j∈N_i} y_j            covered only by what stands
 *   Σ_j y_j ≤ p, Σ_j f_j y_j ≤ B   count and budget
 *   y_j + y_k ≤ 1                  sites in conflict
 *   Σ_{j∈G} y_j ≥ 1                at least one of each group
 *   y_j = 1 (required), 0 (forbidden); y, z ∈ {0, 1}
 */

import type { Answer, SolveOptions } from "./answer.ts";
import { answerOf, fillUp, noAnswer, sumWeight } from "./answer-of.ts";
import { type CoverSets, coverSetsOf, subsets } from "./covering/cover-sets.ts";
import { proveMaxCover } from "./covering/max-cover-proof.ts";
import { better, type MaxCover, MaxCoverSearch, valueOfSites } from "./covering/max-cover-search.ts";
import type { Cover } from "./covering/site-branching.ts";
import { type FreeSites, freeSites, keepsRules, rulesAmong } from "./covering/site-rules.ts";
import type { Instance } from "./instance.ts";
import { wholeNumbers } from "./integers.ts";
import { mergeAlikePoints } from "./presolve/alike-points.ts";
import { undominatedSites } from "./presolve/dominated-sites.ts";
import type { Problem } from "./problem.ts";
import type { SolveContext } from "./solver.ts";
import { startWatch } from "./watch.ts";

/** Rounds of shaking before the first bound is looked for. */
const FIRST_ROUNDS = 3;

export function solveMclp(
  { highs }: SolveContext,
  instance: Instance,
  problem: Extract<Problem, { kind: "mclp" }>,
  options: SolveOptions,
): Answer {
  const watch = startWatch(options);
  const { maxCost, limits } = problem;
  const free = freeSites(instance, limits);
  if (free.broken) {
    const infeasibility = { unreachable: [], smallestMaxCost: null, rule: free.broken };
    return noAnswer(instance, "infeasible", { seconds: watch.seconds(), infeasibility });
  }
  watch.report("presolve", null, null);
  const isOver = () => watch.isOver();
  const weights = wholeNumbers(instance.weight);
  const reduced = reduce(instance, maxCost, free, weights.value, isOver);
  const core: MaxCover = { sets: reduced.sets, weight: reduced.weight, rules: free.rules };
  const kept = undominatedSites(core, isOver);
  const maxCover = kept.length === core.sets.siteCount ? core : among(core, kept, isOver);

  const search = new MaxCoverSearch(maxCover, isOver);
  const asAmount = (value: number) => (value + reduced.sure) / weights.scale;
  let start: Cover | null = startFrom(options.start, free.candidates, kept, maxCover);
  if (!watch.isOver() || !start) start = better(start, search.build());
  if (start) {
    watch.report("search", asAmount(start.value), null);
    start = search.improve(start.sites, FIRST_ROUNDS);
    watch.report("search", asAmount(start.value), null);
  }
  const { cover, bound } = proveMaxCover(highs, maxCover, {
    watch,
    start,
    report: (value, limit) => watch.report("prove", value === null ? null : asAmount(value), asAmount(limit)),
  });
  if (!cover) {
    const isProven = bound === -Infinity;
    const infeasibility = isProven
      ? { unreachable: [], smallestMaxCost: null, rule: brokenRule(core) }
      : null;
    return noAnswer(instance, isProven ? "infeasible" : "unknown", {
      seconds: watch.seconds(),
      bound: isProven ? null : asAmount(bound),
      infeasibility,
    });
  }
  const chosen = [...free.required, ...cover.sites.map((j) => free.candidates[kept[j]!]!)];
  const isProven = bound <= cover.value;
  const answer = answerOf(instance, {
    sites: fillUp(instance, limits, chosen),
    maxCost,
    status: isProven ? "optimal" : "feasible",
    objective: asAmount(cover.value),
    bound: asAmount(bound),
    seconds: watch.seconds(),
  });
  return withCovered(answer, isProven, watch.seconds());
}

/** The objective as the sum of the weights that the sites cover, filled up sites included. */
function withCovered(answer: Answer, isProven: boolean, seconds: number): Answer {
  const objective = answer.covered;
  if (isProven) return { ...answer, objective, bound: objective, seconds };
  const bound = Math.max(objective, answer.bound ?? Infinity);
  return { ...answer, objective, bound, gap: (bound - objective) / Math.max(objective, 1e-9), seconds };
}

interface Reduced {
  readonly sets: CoverSets;
  readonly weight: Float64Array;
  /** Weight that required sites cover. */
  readonly sure: number;
}

/** What is left to decide: candidate sites alone, points no required site covers, points alike as one. */
function reduce(
  instance: Instance,
  maxCost: number,
  { required, candidates }: FreeSites,
  weight: Float64Array,
  isOver: () => boolean,
): Reduced {
  const { costs } = instance;
  const isSure = new Uint8Array(costs.demandCount);
  for (const j of required) {
    for (let k = costs.firstPair[j]!; k < costs.firstPair[j + 1]!; k++) {
      if (costs.cost[k]! <= maxCost) isSure[costs.demandOf[k]!] = 1;
    }
  }
  const points = [...isSure.keys()].filter((i) => isSure[i] === 0 && weight[i]! > 0);
  const merged = mergeAlikePoints(
    coverSetsOf(costs, maxCost, candidates, points),
    Float64Array.from(points, (i) => weight[i]!),
    undefined,
    isOver,
  );
  return {
    sets: merged.sets,
    weight: merged.weight,
    sure: sumWeight({ ...instance, weight }, (i) => isSure[i] === 1),
  };
}

function among({ sets, weight, rules }: MaxCover, sites: readonly number[], isOver: () => boolean): MaxCover {
  const everyPoint = Array.from({ length: sets.pointCount }, (_, i) => i);
  const merged = mergeAlikePoints(subsets(sets, sites, everyPoint), weight, undefined, isOver);
  return { sets: merged.sets, weight: merged.weight, rules: rulesAmong(rules, sites) };
}

/** The caller's choice as far as it is one among the sites left. */
function startFrom(
  start: readonly number[] | undefined,
  candidates: readonly number[],
  kept: readonly number[],
  maxCover: MaxCover,
): Cover | null {
  if (!start) return null;
  const wanted = new Set(start);
  const sites = [...kept.keys()].filter((j) => wanted.has(candidates[kept[j]!]!));
  if (!keepsRules(maxCover.rules, sites)) return null;
  return { sites, value: valueOfSites(maxCover, sites) };
}

/** The rule to name where no choice keeps all of them: the first without which one does is not looked for. */
function brokenRule({ rules }: MaxCover) {
  if (rules.conflicts.some((list) => list.length > 0)) return "conflicts" as const;
  return rules.budget !== null ? ("budget" as const) : ("count" as const);
}
