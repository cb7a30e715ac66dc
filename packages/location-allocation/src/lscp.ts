/**
 * Location set covering problem (Toregas, Swain, ReVelle & Bergman 1971), with prices (weighted set covering).
 *
 * i ∈ I demand points, j ∈ J sites, N_i = { j : cost_ij ≤ S } sites that cover i, f_j price (all 1: fewest sites).
 * y_j = 1: a site stands at j.
 *
 *   minimise Σ_j f_j y_j
 *   Σ_{j∈N_i} y_j ≥ 1              everyone is covered, whatever they weigh
 *   Σ_j y_j ≤ p, Σ_j f_j y_j ≤ B   count and budget, where given
 *   y_j + y_k ≤ 1                  sites in conflict
 *   Σ_{j∈G} y_j ≥ 1                at least one of each group
 *   y_j = 1 (required), 0 (forbidden); y ∈ {0, 1}
 *
 * The price of required sites is part of the objective.
 */
import type { Answer, Infeasibility, SolveOptions } from "./answer.ts";
import { answerOf, gapOf, noAnswer, unreachableWithin } from "./answer-of.ts";
import { type CoverSets, coverSetsOf, withSites } from "./covering/cover-sets.ts";
import { proveSetCover } from "./covering/set-cover-proof.ts";
import { type FreeSites, freeSites } from "./covering/site-rules.ts";
import type { Highs } from "./highs/load.ts";
import { FORBIDDEN, type Instance } from "./instance.ts";
import { greatestCommonDivisor } from "./integers.ts";
import type { SetCover } from "./presolve/set-cover-reduction.ts";
import type { Problem } from "./problem.ts";
import type { SolveContext } from "./solver.ts";
import { startWatch, type Watch } from "./watch.ts";

type Lscp = Extract<Problem, { kind: "lscp" }>;

export function solveLscp(
  { highs }: SolveContext,
  instance: Instance,
  problem: Lscp,
  options: SolveOptions,
): Answer {
  const watch = startWatch(options);
  const free = freeSites(instance, problem.limits);
  const answer = solveRounded(highs, instance, problem, options, watch, free);
  const { status, objective, sites } = answer;
  if (free.isExact || status !== "optimal" || objective === 0) return answer;
  // Prices that were rounded in proportion to one dearer than this whole choice are asked again without it.
  const budget = objective! * (1 + 1e-9);
  if (!free.candidates.some((j) => instance.sites.price[j]! > budget)) return answer;
  const limits = { count: problem.limits?.count ?? null, budget };
  const again = solveLscp(
    { highs },
    instance,
    { ...problem, limits },
    remaining({ ...options, start: sites }, watch),
  );
  const seconds = watch.seconds();
  return again.objective === null
    ? { ...answer, status: "feasible", bound: again.bound, gap: gapOf(objective!, again.bound), seconds }
    : { ...again, seconds };
}

function remaining(options: SolveOptions, watch: Watch): SolveOptions {
  return watch.secondsLeft() === Infinity ? options : { ...options, timeLimitSeconds: watch.secondsLeft() };
}

function solveRounded(
  highs: Highs,
  instance: Instance,
  problem: Lscp,
  options: SolveOptions,
  watch: Watch,
  free: FreeSites,
): Answer {
  const { maxCost } = problem;
  const fail = (infeasibility: Infeasibility) =>
    noAnswer(instance, "infeasible", { seconds: watch.seconds(), infeasibility });
  const unreachable = unreachableWithin(instance, maxCost);
  if (unreachable.length > 0) {
    return fail({ unreachable, smallestMaxCost: leastReach(instance), rule: null });
  }
  if (free.broken) return fail({ unreachable: [], smallestMaxCost: null, rule: free.broken });
  watch.report("presolve", null, null);
  const { cover: whole, divisor } = inLargestUnits({
    sets: pointsAndGroups(instance, maxCost, free),
    rules: free.rules,
  });
  const spent = free.required.reduce((sum, j) => sum + instance.sites.price[j]!, 0);
  const asPrice = (value: number) => spent + (-value * divisor) / free.priceScale;

  const { cover, bound, isInfeasible } = proveSetCover(highs, whole, {
    watch,
    start: startFrom(options.start, free),
    report: (value, limit) =>
      watch.report(
        "prove",
        value === null ? null : asPrice(value),
        limit === Infinity ? null : asPrice(limit),
      ),
  });
  if (!cover) {
    if (isInfeasible) return fail({ unreachable: [], smallestMaxCost: null, rule: brokenRule(free) });
    return noAnswer(instance, "unknown", {
      seconds: watch.seconds(),
      bound: bound === Infinity ? null : asPrice(bound),
    });
  }
  const chosen = [...free.required, ...cover.sites.map((j) => free.candidates[j]!)].sort((a, b) => a - b);
  const objective = chosen.reduce((sum, j) => sum + instance.sites.price[j]!, 0);
  const isProven = bound <= cover.value;
  return answerOf(instance, {
    sites: chosen,
    maxCost,
    status: isProven ? "optimal" : "feasible",
    objective,
    bound: bound === Infinity ? null : Math.min(objective, asPrice(bound)),
    seconds: watch.seconds(),
  });
}

/** The least threshold at which every point is in reach of a site that may stand; null where some point has no pair. */
function leastReach({ costs, sites }: Instance): number | null {
  const least = new Float64Array(costs.demandCount).fill(Infinity);
  for (let j = 0; j < costs.siteCount; j++) {
    if (sites.status[j] === FORBIDDEN) continue;
    for (let k = costs.firstPair[j]!; k < costs.firstPair[j + 1]!; k++) {
      const i = costs.demandOf[k]!;
      least[i] = Math.min(least[i]!, costs.cost[k]!);
    }
  }
  const reach = least.reduce((a, b) => Math.max(a, b), 0);
  return reach === Infinity ? null : reach;
}

/** Points that no required site covers, over the candidates; each open group is a point that its sites cover. */
function pointsAndGroups(
  instance: Instance,
  maxCost: number,
  { required, candidates, rules }: FreeSites,
): CoverSets {
  const { costs } = instance;
  const isLeft = new Uint8Array(costs.demandCount).fill(1);
  for (const j of required) {
    for (let k = costs.firstPair[j]!; k < costs.firstPair[j + 1]!; k++) {
      if (costs.cost[k]! <= maxCost) isLeft[costs.demandOf[k]!] = 0;
    }
  }
  const left = [...isLeft.keys()].filter((i) => isLeft[i] === 1);
  const points = coverSetsOf(costs, maxCost, candidates, left);
  if (rules.groups.length === 0) return points;
  const groupsOf: number[][] = candidates.map(() => []);
  rules.groups.forEach((group, g) => {
    for (const j of group) groupsOf[j]!.push(left.length + g);
  });
  const firstPoint = new Uint32Array(candidates.length + 1);
  const pointOf: number[] = [];
  candidates.forEach((_, j) => {
    for (let k = points.firstPoint[j]!; k < points.firstPoint[j + 1]!; k++) pointOf.push(points.pointOf[k]!);
    for (const point of groupsOf[j]!) pointOf.push(point);
    firstPoint[j + 1] = pointOf.length;
  });
  return withSites(
    candidates.length,
    left.length + rules.groups.length,
    firstPoint,
    Uint32Array.from(pointOf),
  );
}

/** Prices in their greatest common unit, so that the bound rounds up to the next one; groups are points by now. */
function inLargestUnits({ sets, rules }: SetCover): { cover: SetCover; divisor: number } {
  let divisor = 0;
  for (const price of rules.price) divisor = greatestCommonDivisor(divisor, price);
  if (divisor === 0) divisor = 1;
  const budget = rules.budget === null ? null : Math.floor(rules.budget / divisor);
  const price = rules.price.map((p) => p / divisor);
  return { cover: { sets, rules: { ...rules, price, budget, groups: [] } }, divisor };
}

function startFrom(
  start: readonly number[] | undefined,
  { candidates }: FreeSites,
): readonly number[] | null {
  if (!start) return null;
  const wanted = new Set(start);
  return [...candidates.keys()].filter((k) => wanted.has(candidates[k]!));
}

/** The rule to name where all are kept by none: what is most likely to be loosened. */
function brokenRule({ rules }: FreeSites) {
  if (rules.budget !== null) return "budget" as const;
  if (rules.count !== null) return "count" as const;
  return rules.conflicts.some((list) => list.length > 0) ? ("conflicts" as const) : ("groups" as const);
}
