/** All trials of a question, and what they say of its choices and of each chosen site. */
import type { SitingAnswer } from "@firecover/domain";
import { mostUsedRoads } from "./most-used-roads.ts";
import type { SitingContext } from "./siting-context.ts";
import { isOfTimes } from "./siting-problem.ts";
import { trialsOf } from "./siting-trials.ts";
import { answerTrial, type OpenSites, type TrialAnswer } from "./trial-answers.ts";

const roadsTried = 5;

/** `choices` are the best one and the runners-up. */
export function addTrials(
  context: SitingContext,
  answer: SitingAnswer,
  choices: readonly OpenSites[],
  timeLimitSeconds: number,
): SitingAnswer {
  const { question, solver, problem, model, sites, ground, roads, progress, shouldStop } = context;
  const { aim } = question;
  const usedRoads = mostUsedRoads(
    model.field,
    choices[0]!.sites,
    sites.todayCount,
    model.places.approaches,
    model.places.weight,
    isOfTimes(aim) ? Number.POSITIVE_INFINITY : context.thresholdMillis,
    roadsTried,
  );
  const trials = trialsOf(ground, roads, model, context.modelOptions, usedRoads);
  const answers: TrialAnswer[] = [];
  progress.trials(0, trials.length);
  for (const trial of trials) {
    if (shouldStop()) break;
    const tried = { solver, aim, problem, timeLimitSeconds, shouldStop, idsOf: context.idsOf };
    answers.push(answerTrial(tried, trial, choices));
    progress.trials(answers.length, trials.length);
  }
  const robustnessOf = (c: number) => ({
    first: answers.filter(({ isFirst }) => isFirst[c]).length,
    trials: answers.length,
  });
  const answered = answers.filter(({ trial }) => trial.objective !== null);
  const keptShare = (id: string) =>
    answered.filter(({ trial }) => trial.siteIds.some((kept) => kept === id)).length / answered.length;
  return {
    ...answer,
    best: answer.best && { ...answer.best, robustness: robustnessOf(0) },
    runnersUp: answer.runnersUp.map((choice, c) => ({ ...choice, robustness: robustnessOf(c + 1) })),
    sites: answer.sites.map((share) => ({
      ...share,
      keptShare: answered.length === 0 ? null : keptShare(share.siteId),
    })),
    trials: answers.map(({ trial }) => trial),
  };
}
