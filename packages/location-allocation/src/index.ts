/** Location-allocation: a cost matrix in, the best sites with proof and assignment out. Knows no fire brigade. */
export type { Answer, Infeasibility, Phase, Progress, SolveOptions, Status } from "./answer.ts";
export {
  answerOf,
  type Choice,
  conflictsOf,
  fillUp,
  gapOf,
  nearestOpen,
  noAnswer,
  requiredSites,
  servedBy,
  sumWeight,
} from "./answer-of.ts";
export { checkInstance, InstanceFault, type InstanceFaultCode, largestAmount } from "./check-instance.ts";
export { countCurve } from "./count-curve.ts";
export { type Highs, type InitOptions, loadHighs } from "./highs/load.ts";
export {
  type LinearModel,
  LinearModelBuilder,
  type LinearProgram,
  type LpOptions,
  type LpResult,
  type MipOptions,
  type MipResult,
  openLp,
  type RowsToAdd,
  solveLp,
  solveMip,
} from "./highs/mip.ts";
export { explainInfeasibility } from "./infeasibility.ts";
export {
  CANDIDATE,
  type CostMatrix,
  FORBIDDEN,
  type Instance,
  type Limits,
  plainSites,
  REQUIRED,
  type Sites,
} from "./instance.ts";
export {
  type MultiPeriodAnswer,
  type MultiPeriodProblem,
  type PeriodLimits,
  solveMultiPeriod,
  type YearAnswer,
} from "./multi-period-mclp.ts";
export type { Problem, ProblemKind } from "./problem.ts";
export { type RunnersUp, type RunnersUpOptions, runnersUp } from "./runners-up.ts";
export { loadSolver, type SolveContext, type SolveProblem, type Solver } from "./solver.ts";
export { type Needs, type NeedsAnswer, solveNeeds, weightMet } from "./tandem-cover.ts";
export { startWatch, type Watch } from "./watch.ts";
