/**
 * Capacitated p-median problem, single source: least weighted cost of serving everyone from sites that can take them.
 *
 *   minimise    Σ_i Σ_j w_i c_ij x_ij
 *   subject to  Σ_j x_ij = 1                for every demand point i
 *               x_ij ≤ y_j                  for every pair with c_ij ≤ R and w_i ≤ Q_j
 *               Σ_i w_i x_ij ≤ Q_j y_j      for every site j
 *               Σ_j Q_j y_j ≥ Σ_i w_i       (implied; it tells branching on sites what the rows above say together)
 *               Σ_j y_j ≤ p,  Σ_j f_j y_j ≤ B, conflicts, groups, required and forbidden sites
 *               y_j, x_ij ∈ {0, 1}
 *
 * w_i weight, c_ij cost of serving i from j, R `maxCost` (or none), Q_j capacity of site j, y_j a site stands at j, x_ij
 * it serves demand point i, f_j price, p count, B budget.
 *
 * Mulvey, J. M., Beck, M. P. (1984): Solving capacitated clustering problems. European Journal of Operational Research
 * 18(3), 339–348.
 */
import { solveCapacitated } from "./capacitated/solve-capacitated.ts";
import { solveWithoutDearPairs } from "./dear-pairs.ts";
import type { SolveProblem } from "./solver.ts";
import { startWatch } from "./watch.ts";

export const solveCapacitatedPMedian: SolveProblem<"capacitated-p-median"> = (
  { highs },
  instance,
  problem,
  options,
) => {
  const { limits, maxCost = Infinity, capacity } = problem;
  const watch = startWatch(options);
  return solveWithoutDearPairs(instance, options.start, (kept, start) =>
    solveCapacitated(highs, kept, { limits, maxCost, capacity, mustServe: true, start }, watch),
  );
};
