/** Location-allocation: a cost matrix in, the best sites with proof and assignment out. Knows no fire brigade. */
export type { Answer, Infeasibility, Phase, Progress, SolveOptions, Status } from "./answer.ts";
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
export type { Problem, ProblemKind } from "./problem.ts";
