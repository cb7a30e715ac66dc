/**
 * Backup location set covering problem: everyone within reach at the least price, and as much weight as possible twice.
 *
 * First the location set covering problem (`lscp.ts`) gives the least price Z. Then
 *
 *   maximise    Σ_i w_i v_i
 *   subject to  1 + v_i ≤ Σ_{j: c_ij ≤ R} y_j      for every demand point i
 *               Σ_j f_j y_j ≤ Z
 *               Σ_j y_j ≤ p, conflicts, groups, required and forbidden sites
 *               y_j ∈ {0, 1},  0 ≤ v_i ≤ 1
 *
 * w_i weight, c_ij cost of serving i from j, R `maxCost`, y_j a site stands at j, v_i demand point i is covered at least
 * twice, f_j price, p count. The objective is the weight covered twice.
 *
 * Daskin, M. S., Stern, E. H. (1981): A hierarchical objective set covering model for emergency medical service vehicle
 * deployment. Transportation Science 15(2), 137–152. Church, R. L., Murray, A. T. (2018): Location covering models, §4.
 */
import type { Answer } from "./answer.ts";
import { answerOf, nearestOpen, sumWeight } from "./answer-of.ts";
import { solveBackupCover, timesCovered } from "./backup/backup-cover.ts";
import type { Instance } from "./instance.ts";
import { wholeNumbers } from "./integers.ts";
import { solveLscp } from "./lscp.ts";
import type { SolveProblem } from "./solver.ts";
import { startWatch } from "./watch.ts";

/** Share of the time for the price: without it nothing is known of the backup. */
const priceShare = 0.5;

export const solveLscpB: SolveProblem<"lscp-b"> = (context, instance, problem, options) => {
  const watch = startWatch(options);
  const { maxCost, limits = { count: null, budget: null } } = problem;
  const { start } = options;
  const cheapest = solveLscp(
    context,
    instance,
    { kind: "lscp", maxCost, limits },
    {
      shouldStop: watch.isOver,
      ...(start ? { start } : {}),
      ...(watch.secondsLeft() < Infinity ? { timeLimitSeconds: watch.secondsLeft() * priceShare } : {}),
    },
  );
  if (cheapest.objective === null) return { ...cheapest, bound: null, seconds: watch.seconds() };
  const cover = {
    limits: { count: limits.count, budget: priceOf(instance, cheapest.sites) },
    maxCost,
    firstCoverShare: 0,
    isCoverRequired: true,
    start: cheapest.sites,
  };
  const backed = watch.isOver() ? null : solveBackupCover(context.highs, instance, cover, watch);
  const answer = backed?.objective == null ? unbacked(instance, maxCost, cheapest) : backed;
  // As long as the price is not proven, a cheaper cover might have more backup or less: nothing bounds it but the total.
  if (cheapest.status === "optimal") return { ...answer, seconds: watch.seconds() };
  return answerOf(instance, {
    sites: answer.sites,
    maxCost,
    status: "feasible",
    objective: answer.objective!,
    bound: answer.total,
    seconds: watch.seconds(),
  });
};

/** Summed as whole numbers: a sum of decimals comes out a little off and would leave a site out. */
function priceOf({ sites }: Instance, chosen: readonly number[]): number {
  const prices = chosen.map((j) => sites.price[j]!);
  const { scale, value, isExact } = wholeNumbers(prices);
  if (!isExact) return prices.reduce((sum, price) => sum + price, 0);
  return value.reduce((sum, price) => sum + price, 0) / scale;
}

/** The cover as the price left it. */
function unbacked(instance: Instance, maxCost: number, { sites, seconds, total }: Answer): Answer {
  const covers = timesCovered(instance, sites, maxCost);
  const objective = sumWeight(instance, (i) => covers[i]! > 1);
  const assignment = nearestOpen(instance, sites, maxCost);
  return answerOf(instance, {
    sites,
    maxCost,
    status: "feasible",
    objective,
    bound: total,
    seconds,
    assignment,
  });
}
