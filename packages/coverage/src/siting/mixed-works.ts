/** Works of many kinds chosen together under one budget, so that most people and risk are freed per đồng, with proof. */
import {
  type Certainty,
  defaultUnitPrices,
  type GapCause,
  type MixedWorks,
  type MixedWorksAim,
  type UnitPrices,
} from "@firecover/domain";
import { type NeedsAnswer, type Progress, type Solver, solveNeeds } from "@firecover/location-allocation";
import type { FixDraft } from "../analyses/fix-draft.ts";
import { failingPlaces, type Gaps } from "../analyses/fix-gaps.ts";
import { weighFixes } from "../analyses/fixes.ts";
import type { PreparedCoverage } from "../compute-coverage.ts";
import type { CoverageResult } from "../coverage-result.ts";
import { gapCauses } from "../gaps.ts";
import { chosenDrafts, freedBy, rounded, sumsByKind, worksOf } from "./mixed-works-chosen.ts";
import { mixedWorksProblem, riskOf } from "./mixed-works-problem.ts";

export interface MixedWorksOptions {
  readonly budgetMillionDong: number;
  readonly aim?: MixedWorksAim;
  readonly certainty?: Certainty;
  readonly unitPrices?: UnitPrices;
  /** What `runCoverage` says, where it is known already. */
  readonly result?: CoverageResult;
  /** Of the choice and its curve together. */
  readonly timeLimitSeconds?: number;
  readonly shouldStop?: () => boolean;
  /** Of the choice itself, in the unit of the aim. */
  readonly onProgress?: (progress: Progress) => void;
}

const defaultTimeLimitSeconds = 20;
/** The choice itself may take so much of the time; its curve takes what is left. */
const choiceShare = 0.6;
const curveShares = [0.25, 0.5, 0.75, 1, 1.5];

export function mixedWorks(
  prepared: PreparedCoverage,
  options: MixedWorksOptions,
  solver: Pick<Solver, "highs">,
): MixedWorks {
  const { budgetMillionDong, aim = "people-and-risk", certainty = "certain" } = options;
  const { unitPrices = defaultUnitPrices, result, shouldStop, onProgress } = options;
  const weighed = weighFixes(prepared, { certainty, unitPrices, ...(result && { result }) });
  const { gaps } = weighed;
  const problem = mixedWorksProblem(weighed, aim);
  const started = performance.now();
  const secondsLeft = () =>
    (options.timeLimitSeconds ?? defaultTimeLimitSeconds) - (performance.now() - started) / 1000;
  const solve = (budget: number, seconds: number, start: readonly number[], isChoice: boolean) =>
    solveNeeds(solver, problem.needs, budget, {
      timeLimitSeconds: Math.max(seconds, 0.5),
      start,
      ...(shouldStop && { shouldStop }),
      ...(isChoice && onProgress && { onProgress }),
    });
  const choice = solve(budgetMillionDong, secondsLeft() * choiceShare, [], true);

  let before: readonly number[] = [];
  const curve = curveShares.map((share, k) => {
    const budget = rounded(budgetMillionDong * share);
    const point =
      share === 1 ? choice : solve(budget, secondsLeft() / (curveShares.length - k), before, false);
    before = point.works;
    return curvePoint(budget, point);
  });

  const drafts = chosenDrafts(problem, choice.works);
  const freed = freedBy(gaps, drafts.flat());
  const seen = freedBy(
    gaps,
    drafts.flat().filter(({ isSeenByRuns }) => isSeenByRuns),
  );
  const curable = freedBy(
    gaps,
    weighed.works.map(({ draft }) => draft),
  );
  const gapsBefore = placesWithGap(gaps);
  const works = worksOf(gaps, problem, drafts, freed);
  return {
    certainty,
    aim,
    budgetMillionDong,
    unitPrices,
    status: choice.status,
    objective: choice.objective,
    bound: choice.bound,
    gap: choice.gap,
    seconds: choice.seconds,
    costMillionDong: rounded(choice.cost),
    works,
    byKind: sumsByKind(works),
    premisesFreed: freed.premises,
    peopleFreed: freed.people,
    riskFreed: freed.risk,
    premisesFreedSeenByRuns: seen.premises,
    peopleFreedSeenByRuns: seen.people,
    ...gapsBefore,
    premisesWithoutCure: gapsBefore.premisesWithGap - curable.premises,
    peopleWithoutCure: gapsBefore.peopleWithGap - curable.people,
    premisesByCauseAfter: freed.premisesByCause,
    curve,
  };

  function curvePoint(budget: number, point: NeedsAnswer): MixedWorks["curve"][number] {
    const own: FixDraft[] = chosenDrafts(problem, point.works).flat();
    const { premises, people } = freedBy(gaps, own);
    return {
      budgetMillionDong: budget,
      costMillionDong: rounded(point.cost),
      objective: point.objective,
      bound: point.bound,
      status: point.status,
      premisesFreed: premises,
      peopleFreed: people,
    };
  }
}

function placesWithGap(gaps: Gaps) {
  const { places, prepared } = gaps;
  const { people } = prepared.cells.points;
  let [premisesWithGap, peopleWithGap, riskWithGap] = [0, 0, 0];
  places[0].failCount.forEach((count, i) => {
    if (count === 0) return;
    premisesWithGap++;
    riskWithGap += riskOf(gaps, i);
  });
  places[1].failCount.forEach((count, i) => {
    if (count > 0) peopleWithGap += people[i]!;
  });
  const premisesByCauseBefore = Object.fromEntries(
    gapCauses.map((cause) => [cause, failingPlaces(places[0], cause).length]),
  ) as Record<GapCause, number>;
  return { premisesWithGap, peopleWithGap, riskWithGap, premisesByCauseBefore };
}
