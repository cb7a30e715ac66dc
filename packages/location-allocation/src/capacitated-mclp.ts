/**
 * Capacitated maximal covering location problem, single source: most demand within reach of sites that can take it.
 *
 *   maximise    Σ_i Σ_j w_i x_ij
 *   subject to  Σ_j x_ij ≤ 1                for every demand point i
 *               x_ij ≤ y_j                  for every pair with c_ij ≤ R and w_i ≤ Q_j
 *               Σ_i w_i x_ij ≤ Q_j y_j      for every site j
 *               Σ_j y_j ≤ p,  Σ_j f_j y_j ≤ B, conflicts, groups, required and forbidden sites
 *               y_j, x_ij ∈ {0, 1}
 *
 * w_i weight, c_ij cost of serving i from j, R `maxCost`, Q_j capacity of site j, y_j a site stands at j, x_ij it serves
 * demand point i, f_j price, p count, B budget. A point is served whole by one site, not always by the nearest.
 *
 * Current, J. R., Storbeck, J. E. (1988): Capacitated covering models. Environment and Planning B 15(2), 153–163.
 */
import { solveCapacitated } from "./capacitated/solve-capacitated.ts";
import type { SolveProblem } from "./solver.ts";
import { startWatch } from "./watch.ts";

export const solveCapacitatedMclp: SolveProblem<"capacitated-mclp"> = (
  { highs },
  instance,
  problem,
  options,
) => {
  const { limits, maxCost, capacity } = problem;
  const question = { limits, maxCost, capacity, mustServe: false, start: options.start };
  return solveCapacitated(highs, instance, question, startWatch(options)).answer;
};
