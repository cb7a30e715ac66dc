/** How the choices of a question fare in one trial: the trial's own best, and whether each of them is still as good. */
import type { CandidateSiteId, RobustnessTrial, SitingAim } from "@firecover/domain";
import type { Solver } from "@firecover/location-allocation";
import { createGauge } from "./choice-gauge.ts";
import type { SitingModel } from "./siting-model.ts";
import { inUnitOfAim, type SitingProblem } from "./siting-problem.ts";
import type { Trial } from "./siting-trials.ts";
import { type Solved, solveQuestion } from "./solve-question.ts";

export interface TrialContext {
  readonly solver: Solver;
  readonly aim: SitingAim;
  readonly problem: SitingProblem;
  readonly timeLimitSeconds: number;
  readonly shouldStop?: (() => boolean) | undefined;
  idsOf(open: readonly number[]): CandidateSiteId[];
}

export interface TrialAnswer {
  readonly trial: RobustnessTrial;
  /** Of each choice, in the order given: whether no other is better. */
  readonly isFirst: readonly boolean[];
}

/** What stands in a choice; of a question of years, in each of them. */
export type OpenSites = Pick<Solved, "sites" | "years">;

/** The best one of `choices` comes first. */
export function answerTrial(
  { solver, aim, problem, timeLimitSeconds, shouldStop, idsOf }: TrialContext,
  { kind, value, roadId, roadName, weight, model: makeModel }: Trial,
  choices: readonly OpenSites[],
): TrialAnswer {
  const model = makeModel();
  const start = choices[0]?.sites;
  const answer = solveQuestion(solver, aim, model, problem, { timeLimitSeconds, shouldStop, start });
  const objective = inUnitOfAim(aim, model, answer.objective);
  const objectiveOf = objectivesIn(model, aim, answer);
  const values = choices.map(objectiveOf);
  const isFirst = values.map((own) => own !== null && objective !== null && !isBetter(aim, objective, own));
  return {
    trial: {
      kind,
      value,
      roadId,
      roadName,
      weight,
      // Of equally good choices the one that is best without the trial is named.
      siteIds: idsOf(isFirst[0] ? choices[0]!.sites : answer.sites),
      objective,
      objectiveOfBest: values[0] ?? null,
      isBestStillFirst: isFirst[0] ?? false,
      status: answer.status,
    },
    isFirst,
  };
}

function isBetter(aim: SitingAim, a: number, b: number): boolean {
  const tolerance = 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
  const isLeast = aim === "all-covered" || aim === "least-average" || aim === "least-worst";
  return isLeast ? a < b - tolerance : a > b + tolerance;
}

/** In the unit of the aim; null where the choice reaches not everyone, or at a higher price than need be (LSCP-B). */
function objectivesIn(
  { gauge, weight, instance, times, places, isAsked }: SitingModel,
  aim: SitingAim,
  answer: Solved,
): (choice: OpenSites) => number | null {
  const priceOf = (open: readonly number[]) => open.reduce((sum, j) => sum + instance.sites.price[j]!, 0);
  const reachesAll = (open: readonly number[]) => gauge.of(open) === weight;
  if (aim === "most-covered-by-year")
    return ({ years }) => years.reduce((sum, open) => sum + (gauge.of(open) ?? 0), 0);
  if (aim === "all-covered") return ({ sites }) => (reachesAll(sites) ? priceOf(sites) : null);
  if (aim !== "all-covered-backup") return ({ sites }) => gauge.of(sites);
  const twice = createGauge("most-backup", times, places.weight, isAsked);
  const least = priceOf(answer.sites) + 1e-6;
  return ({ sites }) => (reachesAll(sites) && priceOf(sites) <= least ? twice.of(sites) : null);
}
