/** One solve of a question: limits of time, progress in the unit of the aim, and the case that there is nothing to solve. */
import { FirecoverError, type SitingAim } from "@firecover/domain";
import {
  type Answer,
  type Instance,
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
  const options: SolveOptions = {
    timeLimitSeconds: Math.max(0.01, timeLimitSeconds),
    ...(shouldStop && { shouldStop }),
    ...(start && { start }),
    onProgress({ incumbent, bound }) {
      onStep?.(inUnitOfAim(aim, made, incumbent), inUnitOfAim(aim, made, bound));
    },
  };
  try {
    if (made.placeOf.length === 0) return answerOfNothing(solver, aim, made, problem, options);
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

/** No usable site reaches anybody: the cheapest choice that keeps the rules covers as much as any. */
function answerOfNothing(
  solver: Solver,
  aim: SitingAim,
  { instance }: SitingInstance,
  problem: SitingProblem,
  options: SolveOptions,
): Solved {
  const { sites, costs } = instance;
  const required = [...sites.status.keys()].filter((j) => sites.status[j] === REQUIRED);
  const isFree = required.length === 0 && sites.groups.length === 0;
  // A place that weighs nothing, within everyone's reach: what covers it is any choice at all.
  const anywhere: Instance = {
    costs: {
      siteCount: costs.siteCount,
      demandCount: 1,
      firstPair: Uint32Array.from({ length: costs.siteCount + 1 }, (_, j) => j),
      demandOf: new Uint32Array(costs.siteCount),
      cost: new Float64Array(costs.siteCount),
    },
    weight: new Float64Array(1),
    sites,
  };
  const limits = problem.kind === "by-year" ? undefined : problem.limits;
  const kept = isFree
    ? null
    : solver.solve(anywhere, { kind: "lscp", maxCost: 0, ...(limits && { limits }) }, options);
  if (kept && kept.objective === null) return { ...kept, years: [] };
  const open = kept?.sites ?? [];
  const objective = aim === "all-covered" ? (kept?.objective ?? 0) : 0;
  return {
    status: "optimal",
    objective,
    bound: objective,
    gap: 0,
    sites: open,
    assignment: new Int32Array(0),
    served: open.map(() => new Uint32Array(0)),
    covered: 0,
    total: 0,
    seconds: 0,
    infeasibility: null,
    years: problem.kind === "by-year" ? problem.years.map(() => open) : [],
  };
}
