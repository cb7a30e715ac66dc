/** The curve of what can be reached against the number of sites: the best answer for each count, proven or with its bound. */
import type { Answer, SolveOptions } from "./answer.ts";
import { gapOf, noAnswer } from "./answer-of.ts";
import { InstanceFault } from "./check-instance.ts";
import type { Instance } from "./instance.ts";
import type { Problem } from "./problem.ts";
import type { Solver } from "./solver.ts";
import { startWatch } from "./watch.ts";

/**
 * One answer per count, in the order of `counts`. Counts are solved upwards, each from the sites of the one before; the
 * time limit is for the whole curve, of which each count gets its share of what is left. More sites never harm, so
 * every choice is one for the next count, and every bound one for the count before: the curve never turns.
 */
export function countCurve(
  solver: Solver,
  instance: Instance,
  problem: Problem,
  counts: readonly number[],
  options: SolveOptions = {},
): Answer[] {
  const watch = startWatch(options);
  const ascending = [...new Set(counts)].sort((a, b) => a - b);
  const isMaximised =
    problem.kind === "mclp" || problem.kind === "bclp" || problem.kind === "capacitated-mclp";
  if (problem.kind === "lscp" || problem.kind === "lscp-b") {
    throw new Error(`The objective of ${problem.kind} is no function of the number of sites.`);
  }
  const isBetter = (a: number, b: number) => (isMaximised ? a > b : a < b);
  const answers = new Map<number, Answer>();
  let before: Answer | null = null;
  for (const [k, count] of ascending.entries()) {
    const asked = { ...problem, limits: { ...problem.limits, count } };
    let answer: Answer;
    if (watch.isOver() && k > 0) answer = noAnswer(instance, "unknown", { seconds: 0 });
    else {
      const { timeLimitSeconds: _, ...rest } = options;
      const left = watch.secondsLeft();
      answer = solveCount(solver, instance, asked, {
        ...rest,
        ...(left < Infinity ? { timeLimitSeconds: left / (ascending.length - k) } : {}),
        ...(before && before.sites.length > 0 ? { start: before.sites } : {}),
      });
    }
    if (
      before?.objective != null &&
      (answer.objective === null || isBetter(before.objective, answer.objective))
    ) {
      // Stopped before it came as far as the count before.
      const { seconds, bound } = answer;
      answer = { ...before, status: "feasible", bound, gap: gapOf(before.objective, bound), seconds };
    }
    answers.set(count, answer);
    before = answer;
  }
  // Downwards: what cannot be beaten with one site more cannot be beaten with fewer.
  let above: number | null = null;
  for (const count of ascending.toReversed()) {
    const answer = answers.get(count)!;
    if (answer.status === "infeasible") continue;
    if (above !== null && (answer.bound === null || isBetter(answer.bound, above))) {
      answers.set(count, withBound(answer, above));
    }
    above = answers.get(count)!.bound ?? above;
  }
  return counts.map((count) => answers.get(count)!);
}

function withBound(answer: Answer, bound: number): Answer {
  const { objective } = answer;
  const gap = objective === null ? null : gapOf(objective, bound);
  return { ...answer, bound, gap, status: gap === 0 ? "optimal" : answer.status };
}

/** Fewer than the required sites is a question without an answer here, not a fault. */
function solveCount(solver: Solver, instance: Instance, problem: Problem, options: SolveOptions): Answer {
  try {
    return solver.solve(instance, problem, options);
  } catch (error) {
    if (!(error instanceof InstanceFault) || error.code !== "count-below-required") throw error;
    const infeasibility = { unreachable: [], smallestMaxCost: null, rule: "count" } as const;
    return noAnswer(instance, "infeasible", { seconds: 0, infeasibility });
  }
}
