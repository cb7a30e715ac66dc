/** One solve of a question: limits of time, progress in the unit of the aim, and the case that there is nothing to solve. */
import { FirecoverError, type SitingAim } from "@firecover/domain";
import {
  type Answer,
  InstanceFault,
  type MultiPeriodProblem,
  REQUIRED,
  type SolveOptions,
  type Solver,
  solveMultiPeriod,
} from "@firecover/location-allocation";
import { inUnitOfAim, type SitingInstance, type SitingProblem } from "./siting-problem.ts";

/** Of a question of years, the sites are those of the last year, and `years` what is open in each. */
export interface Solved extends Answer {
  readonly years: readonly (readonly number[])[];
}

export interface SolveQuestionOptions {
  readonly timeLimitSeconds: number;
  readonly shouldStop?: (() => boolean) | undefined;
  readonly start?: readonly number[] | undefined;
  readonly onStep?: (incumbent: number | null, bound: number | null) => void;
}

export function solveQuestion(
  solver: Solver,
  aim: SitingAim,
  made: SitingInstance,
  problem: SitingProblem,
  { timeLimitSeconds, shouldStop, start, onStep }: SolveQuestionOptions,
): Solved {
  if (made.placeOf.length === 0) return answerOfNothing(made, problem);
  const options: SolveOptions = {
    timeLimitSeconds: Math.max(0.01, timeLimitSeconds),
    ...(shouldStop && { shouldStop }),
    ...(start && { start }),
    onProgress({ incumbent, bound }) {
      onStep?.(inUnitOfAim(aim, made, incumbent), inUnitOfAim(aim, made, bound));
    },
  };
  try {
    if (problem.kind === "by-year") return solveYears(solver, made, problem, options);
    return { ...solver.solve(made.instance, problem, options), years: [] };
  } catch (cause) {
    if (!(cause instanceof InstanceFault)) throw cause;
    throw new FirecoverError("invalid-input", `Câu hỏi chọn vị trí chưa hợp lệ: ${cause.message}`, { cause });
  }
}

function solveYears(
  solver: Solver,
  { instance }: SitingInstance,
  problem: MultiPeriodProblem,
  options: SolveOptions,
): Solved {
  const { years, infeasibleRule, ...found } = solveMultiPeriod(solver, instance, problem, options);
  const last = years.at(-1);
  const isBroken = found.status === "infeasible";
  return {
    ...found,
    sites: last?.sites ?? [],
    assignment: last?.assignment ?? new Int32Array(instance.weight.length).fill(-1),
    served: [],
    covered: last?.covered ?? 0,
    total: last?.total ?? 0,
    infeasibility: isBroken ? { unreachable: [], smallestMaxCost: null, rule: infeasibleRule } : null,
    years: years.map(({ sites }) => sites),
  };
}

/** No usable site reaches anybody: nothing covers more than nothing. */
function answerOfNothing({ instance }: SitingInstance, problem: SitingProblem): Solved {
  const { status } = instance.sites;
  const sites = [...status.keys()].filter((j) => status[j] === REQUIRED);
  return {
    status: "optimal",
    objective: 0,
    bound: 0,
    gap: 0,
    sites,
    assignment: new Int32Array(0),
    served: sites.map(() => new Uint32Array(0)),
    covered: 0,
    total: 0,
    seconds: 0,
    infeasibility: null,
    years: problem.kind === "by-year" ? problem.years.map(() => sites) : [],
  };
}
