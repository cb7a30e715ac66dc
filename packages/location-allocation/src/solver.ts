/** One solver for every problem: HiGHS loaded once, and each kind of problem sent to the file that solves it. */
import type { Answer, SolveOptions } from "./answer.ts";
import { solveBclp } from "./bclp.ts";
import { solveCapacitatedMclp } from "./capacitated-mclp.ts";
import { solveCapacitatedPMedian } from "./capacitated-p-median.ts";
import { checkInstance } from "./check-instance.ts";
import { type Highs, type InitOptions, loadHighs } from "./highs/load.ts";
import { explainInfeasibility } from "./infeasibility.ts";
import type { Instance } from "./instance.ts";
import { solveLscp } from "./lscp.ts";
import { solveLscpB } from "./lscp-b.ts";
import { solveMclp } from "./mclp.ts";
import { mustKeepRules } from "./must-keep-rules.ts";
import { solvePCenter } from "./p-center.ts";
import { solvePMedian } from "./p-median.ts";
import type { Problem, ProblemKind } from "./problem.ts";

/** What a problem's file is given beside the question. */
export interface SolveContext {
  readonly highs: Highs;
}

export type SolveProblem<Kind extends ProblemKind> = (
  context: SolveContext,
  instance: Instance,
  problem: Extract<Problem, { kind: Kind }>,
  options: SolveOptions,
) => Answer;

/** Every kind by the file that solves it. */
const solveFunctions: { readonly [Kind in ProblemKind]: SolveProblem<Kind> } = {
  bclp: solveBclp,
  "capacitated-mclp": solveCapacitatedMclp,
  "capacitated-p-median": solveCapacitatedPMedian,
  lscp: solveLscp,
  "lscp-b": solveLscpB,
  mclp: solveMclp,
  "p-center": solvePCenter,
  "p-median": solvePMedian,
};

export interface Solver {
  /** Solves in the caller's thread, after checking the instance; throws `InstanceFault` where the input is at fault. */
  solve(instance: Instance, problem: Problem, options?: SolveOptions): Answer;
  readonly highs: Highs;
}

export async function loadSolver(options?: InitOptions): Promise<Solver> {
  const highs = await loadHighs(options);
  return {
    highs,
    solve(instance, problem, solveOptions = {}) {
      checkInstance(instance, problem);
      const solveProblem = solveFunctions[problem.kind] as SolveProblem<typeof problem.kind>;
      const answer = solveProblem({ highs }, instance, problem, solveOptions);
      if (answer.objective !== null) mustKeepRules(instance, problem.limits, answer.sites);
      // The p-median and the p-center come upon their reasons while they look.
      if (answer.status !== "infeasible" || problem.kind === "p-median" || problem.kind === "p-center")
        return answer;
      const { timeLimitSeconds = Infinity, shouldStop } = solveOptions;
      const infeasibility = explainInfeasibility(highs, instance, problem, {
        timeLimitSeconds: Math.max(0, timeLimitSeconds - answer.seconds),
        ...(shouldStop ? { shouldStop } : {}),
      });
      return { ...answer, infeasibility };
    },
  };
}
