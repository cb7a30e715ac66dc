/**
 * Backup covering location problem: most demand with a second site within reach.
 *
 *   maximise    Σ_i w_i (α u_i + v_i)
 *   subject to  u_i + v_i ≤ Σ_{j: c_ij ≤ R} y_j    for every demand point i
 *               v_i ≤ u_i                          for every demand point i
 *               Σ_j y_j ≤ p,  Σ_j f_j y_j ≤ B, conflicts, groups, required and forbidden sites
 *               y_j, u_i, v_i ∈ {0, 1}
 *
 * w_i weight, c_ij cost of serving i from j, R `maxCost`, y_j a site stands at j, u_i and v_i demand point i is covered at
 * least once and at least twice, α `firstCoverShare`, f_j price, p count, B budget. With `isFirstCoverRequired` u_i = 1:
 * the first form of Hogan & ReVelle (BACOP1); with α the weighted one (BACOP2), whose weights are α/(1+α) and 1/(1+α).
 *
 * Hogan, K., ReVelle, C. (1986): Concepts and applications of backup coverage. Management Science 32(11), 1434–1444.
 */
import { solveBackupCover } from "./backup/backup-cover.ts";
import type { SolveProblem } from "./solver.ts";
import { startWatch } from "./watch.ts";

export const solveBclp: SolveProblem<"bclp"> = ({ highs }, instance, problem, options) =>
  solveBackupCover(
    highs,
    instance,
    {
      limits: problem.limits,
      maxCost: problem.maxCost,
      firstCoverShare: problem.firstCoverShare ?? 0,
      isCoverRequired: problem.isFirstCoverRequired ?? false,
      start: options.start,
    },
    startWatch(options),
  );
