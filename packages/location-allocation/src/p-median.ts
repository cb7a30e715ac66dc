/**
 * p-median problem (Hakimi, 1964; ReVelle & Swain, 1970): least weighted cost of everyone to the nearest open site.
 *
 *   min  Σ_i Σ_j w_i c_ij x_ij
 *   s.t. Σ_j x_ij = 1                 for every point i
 *        x_ij ≤ y_j                   for every pair within reach (c_ij ≤ maxCost)
 *        Σ_j y_j ≤ count, Σ_j price_j y_j ≤ budget
 *        y_j + y_k ≤ 1                for conflicts, Σ_{j ∈ group} y_j ≥ 1 for groups
 *        y_j = 1 where required, 0 where forbidden; x, y ∈ {0, 1}
 *
 * i demand points of weight w_i, j sites, c_ij costs, x_ij = 1 when j serves i, y_j = 1 when site j stands.
 * Solved without a general solver: Lagrangian bound, interchange, sites settled by reduced costs, branch and bound.
 */
import type { Answer } from "./answer.ts";
import { answerOf, fillUp, nearestOpen, noAnswer } from "./answer-of.ts";
import { type RoundedAnswer, solveWithoutDearPairs } from "./dear-pairs.ts";
import type { Instance, Limits } from "./instance.ts";
import { type CoverEffort, coverWithin } from "./p-center/cover-within.ts";
import { farthestFirst, radiusOf } from "./p-center/least-radius.ts";
import { whyInfeasible } from "./p-center/why-infeasible.ts";
import { searchMedians } from "./p-median/branch-and-bound.ts";
import { buildMedianModel, objectiveOf } from "./p-median/model.ts";
import type { SolveProblem } from "./solver.ts";
import { startWatch } from "./watch.ts";

export const solvePMedian: SolveProblem<"p-median"> = ({ highs }, instance, problem, options): Answer => {
  const watch = startWatch(options);
  const { limits, maxCost = Infinity } = problem;
  return solveWithoutDearPairs(instance, options.start, (kept, start) =>
    solveRounded(kept, limits, maxCost, start, { watch, highs }),
  );
};

function solveRounded(
  instance: Instance,
  limits: Limits,
  maxCost: number,
  start: readonly number[] | undefined,
  effort: CoverEffort,
): RoundedAnswer {
  const { watch } = effort;
  // First a choice that serves everyone, or the proof that there is none: both come cheaper without the costs.
  const quick = farthestFirst(instance, limits, start);
  const isQuickEnough = quick !== null && radiusOf(instance, quick) <= maxCost;
  const first = isQuickEnough ? quick : coverWithin(instance, limits, maxCost, effort);
  const built = first === "refuted" ? null : buildMedianModel(instance, limits, maxCost);
  if (!built) {
    const infeasibility = whyInfeasible(instance, limits, maxCost, watch);
    const answer = noAnswer(instance, "infeasible", { seconds: watch.seconds(), infeasibility });
    return { answer, isExact: true };
  }
  /** Model cost to the problem's unit; bounds go up to the next cost that a choice can have. */
  const boundOf = (lower: number) =>
    Math.max(0, objectiveOf(built, Math.ceil(lower / built.unit) * built.unit) - built.roundingError);
  const { sites, upper, lower } = searchMedians(built, {
    watch,
    starts: [start, typeof first === "string" ? undefined : first].filter((start) => start !== undefined),
    onProgress(best, least) {
      watch.report("bound", best === Infinity ? null : objectiveOf(built, best), boundOf(least));
    },
  });
  const { isExact } = built;
  if (!sites) {
    const answer = noAnswer(instance, "unknown", { seconds: watch.seconds(), bound: boundOf(lower) });
    return { answer, isExact };
  }
  const isProven = lower >= upper;
  const filled = fillUp(instance, limits, sites);
  // Sites filled in bring nothing to a proven choice, but may to one that was found in haste.
  const isAsFound = isExact && (isProven || filled.length === sites.length);
  const objective = isAsFound ? objectiveOf(built, upper) : sumOf(instance, filled, maxCost);
  const answer = answerOf(instance, {
    sites: filled,
    maxCost,
    status: isProven ? "optimal" : "feasible",
    objective,
    bound: Math.min(objective, boundOf(lower)),
    seconds: watch.seconds(),
  });
  return { answer, isExact };
}

/** Weighted cost of everyone to the nearest of `sites`, as plain floating-point numbers add up. */
function sumOf(instance: Instance, sites: readonly number[], maxCost: number): number {
  const { firstPair, demandOf, cost } = instance.costs;
  const assignment = nearestOpen(instance, sites, maxCost);
  let sum = 0;
  for (const j of sites) {
    for (let pair = firstPair[j]!; pair < firstPair[j + 1]!; pair++) {
      const i = demandOf[pair]!;
      if (assignment[i] === j) sum += instance.weight[i]! * cost[pair]!;
    }
  }
  return sum;
}
