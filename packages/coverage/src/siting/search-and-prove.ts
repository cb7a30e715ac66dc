/** The main solve in two steps: a choice that can be shown at once, then as long as the proof takes. */
import type { SitingContext } from "./siting-context.ts";
import { inUnitOfAim } from "./siting-problem.ts";
import { type Solved, solveQuestion } from "./solve-question.ts";

/** A choice is shown this soon, proven or not. */
const firstAnswerSeconds = 0.05;

export function searchAndProve(context: SitingContext, onFirst: (answer: Solved) => void): Solved {
  const { solver, question, model, problem, progress, shouldStop } = context;
  const { aim, timeLimitSeconds } = question;
  const solve = (limit: number, start?: readonly number[]) =>
    solveQuestion(solver, aim, model, problem, {
      timeLimitSeconds: limit,
      shouldStop,
      start,
      onStep: progress.step,
    });
  progress.phase("search");
  const first = solve(Math.min(firstAnswerSeconds, timeLimitSeconds));
  tell(first);
  if (first.status === "optimal" || first.status === "infeasible" || shouldStop()) return first;
  if (first.sites.length > 0) onFirst(first);
  progress.phase("prove");
  const left = timeLimitSeconds - first.seconds;
  if (left <= 0) return first;
  const second = solve(left, first.sites.length > 0 ? first.sites : undefined);
  tell(second);
  // Stopped at once, the second may know less than the first did.
  return second.objective === null && first.objective !== null && second.status !== "infeasible"
    ? first
    : second;

  function tell({ objective, bound }: Solved): void {
    progress.step(inUnitOfAim(aim, model, objective), inUnitOfAim(aim, model, bound));
  }
}
