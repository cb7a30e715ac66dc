/** One solve of a question: limits of time, progress in the unit of the aim, and the case that there is nothing to solve. */
import { FirecoverError, type SitingAim } from "@firecover/domain";
import {
  type Answer,
  InstanceFault,
  type Problem,
  REQUIRED,
  type Solver,
} from "@firecover/location-allocation";
import { inUnitOfAim, type SitingInstance } from "./siting-problem.ts";

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
  problem: Problem,
  { timeLimitSeconds, shouldStop, start, onStep }: SolveQuestionOptions,
): Answer {
  if (made.placeOf.length === 0) return answerOfNothing(made);
  try {
    return solver.solve(made.instance, problem, {
      timeLimitSeconds: Math.max(0.01, timeLimitSeconds),
      ...(shouldStop && { shouldStop }),
      ...(start && { start }),
      onProgress({ incumbent, bound }) {
        onStep?.(inUnitOfAim(aim, made, incumbent), inUnitOfAim(aim, made, bound));
      },
    });
  } catch (cause) {
    if (!(cause instanceof InstanceFault)) throw cause;
    throw new FirecoverError("invalid-input", `Câu hỏi chọn vị trí chưa hợp lệ: ${cause.message}`, { cause });
  }
}

/** No usable site reaches anybody: nothing covers more than nothing. */
function answerOfNothing({ instance }: SitingInstance): Answer {
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
  };
}
