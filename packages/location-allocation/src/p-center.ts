/**
 * p-center problem (Hakimi, 1964; Minieka, 1970): least cost of the worst served.
 *
 *   min  max_i min { c_ij : y_j = 1 }
 *   s.t. Σ_j y_j ≤ count, Σ_j price_j y_j ≤ budget
 *        y_j + y_k ≤ 1 for conflicts, Σ_{j ∈ group} y_j ≥ 1 for groups
 *        y_j = 1 where required, 0 where forbidden; y ∈ {0, 1}
 *
 * i demand points (all of them count, whatever they weigh), j sites, c_ij costs, y_j = 1 when site j stands. The optimum
 * is one of the costs: the least one at which the sites allowed can cover everyone. Costs are compared, never added.
 */
import type { Answer } from "./answer.ts";
import { answerOf, fillUp, noAnswer } from "./answer-of.ts";
import { leastRadius, radiusOf } from "./p-center/least-radius.ts";
import { whyInfeasible } from "./p-center/why-infeasible.ts";
import type { SolveProblem } from "./solver.ts";
import { startWatch } from "./watch.ts";

export const solvePCenter: SolveProblem<"p-center"> = ({ highs }, instance, problem, options): Answer => {
  const watch = startWatch(options);
  const { limits, maxCost = Infinity } = problem;
  const found = leastRadius(instance, limits, watch, options.start, highs);
  const { sites, lower, upper } = found;
  if (lower > maxCost || lower === Infinity) {
    const infeasibility = whyInfeasible(instance, limits, maxCost, watch, found);
    return noAnswer(instance, "infeasible", { seconds: watch.seconds(), infeasibility });
  }
  if (!sites || upper > maxCost)
    return noAnswer(instance, "unknown", { seconds: watch.seconds(), bound: lower });
  const filled = fillUp(instance, limits, sites);
  return answerOf(instance, {
    sites: filled,
    maxCost,
    status: lower === upper ? "optimal" : "feasible",
    // Sites filled in bring nothing to a proven choice, but may to one that was found in haste.
    objective: lower === upper ? upper : radiusOf(instance, filled),
    bound: lower,
    seconds: watch.seconds(),
  });
};
