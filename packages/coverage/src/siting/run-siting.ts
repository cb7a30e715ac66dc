/**
 * A siting question from the inputs to an answer that a decision can rest on: matrix, choice, proof, and what follows.
 *
 * Synchronous, for a worker thread. Told as it comes: the first choice, the proven one, then runners-up and curve, then
 * the trials. `shouldStop` ends it at any time with the best so far.
 */
import type {
  CandidateSite,
  SitingAnswer,
  SitingProgress,
  SitingQuestion,
  UnitPrices,
} from "@firecover/domain";
import { type Answer, gapOf, type RunnersUp, runnersUp, type Solver } from "@firecover/location-allocation";
import type { CoverageInput } from "../coverage-input.ts";
import { coverCurve } from "./cover-curve.ts";
import { addRings } from "./ring-step.ts";
import { addTrials } from "./robustness-step.ts";
import { searchAndProve } from "./search-and-prove.ts";
import { siteShares } from "./site-shares.ts";
import { type SitingContext, sitingContext } from "./siting-context.ts";
import type { SitingGround } from "./siting-ground.ts";
import { explainInfeasibility } from "./siting-infeasibility.ts";
import type { SitingModel } from "./siting-model.ts";
import { inUnitOfAim } from "./siting-problem.ts";
import { changesOf, yearSteps } from "./siting-years.ts";
import type { Solved } from "./solve-question.ts";

const withinShare = 0.01;
const mostRunnersUp = 50;
/** Each piece of what follows the proof may take so long, or the question's own limit where that is shorter. */
const longestPieceSeconds = 5;

export interface SitingOptions {
  /** Of stations without a price of their own; the planning assumptions by default. */
  readonly unitPrices?: UnitPrices;
  /** Roads and places worked out before, of the same inputs; a whole `PreparedCoverage` fits. */
  readonly prepared?: SitingGround;
  readonly shouldStop?: () => boolean;
  readonly onProgress?: (progress: SitingProgress) => void;
  /** Each answer says more than the one before; the last is the one returned. */
  readonly onAnswer?: (answer: SitingAnswer) => void;
}

export function runSiting(
  input: CoverageInput,
  candidates: readonly CandidateSite[],
  question: SitingQuestion,
  solver: Solver,
  options: SitingOptions = {},
): SitingAnswer {
  const context = sitingContext(input, candidates, question, solver, options);
  const { progress, shouldStop } = context;
  const told = (answer: SitingAnswer): SitingAnswer => {
    const now = { ...answer, seconds: progress.seconds() };
    options.onAnswer?.(now);
    return now;
  };
  const solved = searchAndProve(context, (first) => told(plainAnswer(context, first)));
  let answer = told(plainAnswer(context, solved));
  if (shouldStop()) return answer;
  const infeasibility = explainInfeasibility(context, solved);
  if (infeasibility) answer = told({ ...answer, infeasibility });
  if (answer.best === null || shouldStop()) return answer;

  progress.phase("prove"); // runners-up and curve are proofs too
  const pieceSeconds = Math.min(longestPieceSeconds, question.timeLimitSeconds);
  const near = choicesNear(context, solved, pieceSeconds);
  const [first, ...others] = cheapestFirst(context, [solved, ...near.choices.map(ofNoYears)]);
  if (first !== solved) {
    const { status, bound, gap } = solved; // what is proven holds of its equal
    answer = plainAnswer(context, { ...first, status, bound, gap });
  }
  answer = {
    ...answer,
    runnersUp: others.map(({ sites }) => context.measure(sites)),
    // Near a choice that is not proven there may be others nearer to the best.
    areAllRunnersUp: near.isComplete && solved.status === "optimal",
    curve: coverCurve(context, first, pieceSeconds),
  };
  answer = told({ ...answer, sites: addRings(context, first.sites, answer.sites) });
  if (!question.isRobustnessAsked || shouldStop()) return answer;
  progress.phase("robustness");
  return told(addTrials(context, answer, [first, ...others], pieceSeconds));
}

const ofNoYears = (answer: Answer): Solved => ({ ...answer, years: [] });

/** From best to worst as they come; of choices that are equally good, the one that costs least stands first. */
function cheapestFirst({ measure }: SitingContext, choices: readonly Solved[]): [Solved, ...Solved[]] {
  const keys = new Map(
    choices.map((choice) => [
      choice,
      {
        rank: choices.findIndex(({ objective }) => objective === choice.objective),
        cost: measure(choice.sites).costMillionDong,
      },
    ]),
  );
  const ranked = choices.toSorted((a, b) => {
    const [x, y] = [keys.get(a)!, keys.get(b)!];
    return x.rank - y.rank || x.cost - y.cost;
  });
  return ranked as [Solved, ...Solved[]];
}

/** None are enumerated of plans over years: what is near them is told by the curve. */
function choicesNear(
  { solver, model, problem, shouldStop }: SitingContext,
  solved: Solved,
  timeLimitSeconds: number,
): RunnersUp {
  if (problem.kind === "by-year" || model.placeOf.length === 0) return { choices: [], isComplete: false };
  return runnersUp(solver, model.instance, problem, solved, {
    within: withinShare,
    atMost: mostRunnersUp,
    timeLimitSeconds,
    shouldStop,
  });
}

/** What is known as soon as there is a choice. */
function plainAnswer(context: SitingContext, solved: Solved): SitingAnswer {
  const { question, sites, model, today, thresholdMillis } = context;
  const open = solved.objective === null ? null : solved.sites;
  const isByYear = question.aim === "most-covered-by-year";
  const best = open && {
    ...context.measure(open),
    ...(isByYear && { objective: solved.objective }),
  };
  const bound = inUnitOfAim(question.aim, model, solved.bound);
  return {
    status: solved.status,
    bound,
    gap: best && best.objective !== null ? gapOf(best.objective, bound) : null,
    seconds: 0,
    thresholdMinutes: thresholdMillis / 60_000,
    totalWeight: model.places.totalWeight,
    reachableWeight: reachableWeight(model, thresholdMillis),
    today: isByYear ? { ...today, objective: today.coveredWeight * solved.years.length } : today,
    best,
    runnersUp: [],
    areAllRunnersUp: false,
    sites: open ? siteShares(sites, question, model.gauge, open) : [],
    curve: [],
    trials: [],
    years: yearSteps(context, solved),
    infeasibility: null,
    changes: open ? changesOf(context, solved) : [],
  };
}

function reachableWeight({ times, places }: SitingModel, thresholdMillis: number): number {
  const isReached = new Uint8Array(places.weight.length);
  for (let k = 0; k < times.place.length; k++)
    if (times.millis[k]! <= thresholdMillis) isReached[times.place[k]!] = 1;
  return places.weight.reduce((sum, w, i) => (isReached[i] ? sum + w : sum), 0);
}
