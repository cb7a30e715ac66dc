/** Whom no usable site reaches, which rule cannot be kept, and the smallest threshold at which the question has an answer. */
import type { SitingAim, SitingInfeasibility } from "@firecover/domain";
import type { Answer } from "@firecover/location-allocation";
import { UNREACHED } from "@firecover/road-network";
import type { CoverageCommune } from "../coverage-input.ts";
import { allSiteTimes, responsesFrom } from "./site-times.ts";
import type { SitingContext } from "./siting-context.ts";
import type { SitingModel } from "./siting-model.ts";
import type { SitingPlaces } from "./siting-places.ts";
import { isOfTimes, limitsOf, problemOf, sitingInstance } from "./siting-problem.ts";
import { solveQuestion } from "./solve-question.ts";

const mostListed = 1_000;

/** null where everyone is reached and the rules can be kept. Asked only of aims that want everyone, and of broken rules. */
export function explainInfeasibility(context: SitingContext, answer: Answer): SitingInfeasibility | null {
  const { model, question, ground } = context;
  const { places } = model;
  const isInfeasible = answer.status === "infeasible";
  if (!isInfeasible && !wantsEveryone(question.aim)) return null;
  const { tiles } = context.modelOptions;
  const earliest = responsesFrom(model.field, () => true, places.approaches, tiles);
  const unreached = unreachedPlaces(model, earliest);
  if (unreached.length === 0 && !isInfeasible) return null;
  const isOfPremises = places.kind === "premises";
  const ids = unreached.slice(0, mostListed);
  // Where rules contradict one another no threshold helps, and nothing is covered that keeps to them.
  const isOfCover = wantsEveryone(question.aim) && !isOfTimes(question.aim);
  const smallest = isOfCover ? smallestThresholdMillis(context, earliest, unreached, isInfeasible) : null;
  const most = isOfCover && isInfeasible ? mostCovered(context) : null;
  return {
    unreachablePremisesIds: isOfPremises ? ids.map((i) => ground.input.premises[i]!.id) : [],
    unreachableCells: isOfPremises ? [] : ids.map((i) => ground.input.cells[i]!.h3),
    unreachablePlaces: unreached.length,
    unreachableWeight: unreached.reduce((sum, i) => sum + places.weight[i]!, 0),
    unreachableCommunes: weightByCommune(places, unreached, ground.input.communes),
    smallestThresholdMinutes: smallest === null ? null : smallest / 60_000,
    rule: isInfeasible ? (answer.infeasibility?.rule ?? null) : null,
    mostCovered: most && context.measure(most.sites),
    mostCoveredStatus: most?.status ?? null,
  };
}

function wantsEveryone(aim: SitingAim): boolean {
  return aim === "all-covered" || aim === "all-covered-backup" || isOfTimes(aim);
}

/** Places that count and that no usable site reaches as the aim asks, nearest to being reached first. */
function unreachedPlaces({ places, isAsked }: SitingModel, earliest: Uint32Array): number[] {
  return [...places.weight.keys()]
    .filter((i) => places.weight[i]! > 0 && !isAsked[i])
    .sort((a, b) => earliest[a]! - earliest[b]! || a - b);
}

/** Of all of them, not of those that are listed; what lies in no commune is left out. */
function weightByCommune(
  { points, weight }: SitingPlaces,
  unreached: readonly number[],
  communes: readonly CoverageCommune[],
): SitingInfeasibility["unreachableCommunes"] {
  const weights = new Map<number, number>();
  for (const i of unreached) {
    const commune = points.communeIndex[i]!;
    if (commune >= 0) weights.set(commune, (weights.get(commune) ?? 0) + weight[i]!);
  }
  return [...weights]
    .sort(([a, one], [b, other]) => other - one || a - b)
    .map(([commune, sum]) => {
      const { code, name } = communes[commune]!;
      return { communeCode: code, name, weight: sum };
    });
}

/** What the same rules allow at best, where not everyone can be reached; null where they contradict themselves. */
function mostCovered({
  solver,
  question,
  model,
  sites,
  thresholdMillis,
  shouldStop,
}: SitingContext): Answer | null {
  const problem = problemOf("most-covered", thresholdMillis, limitsOf(question, sites));
  const options = { timeLimitSeconds: question.timeLimitSeconds, shouldStop };
  const answer = solveQuestion(solver, "most-covered", model, problem, options);
  return answer.objective === null ? null : answer;
}

/**
 * Without a limit it is the response of the place that all usable sites together reach last. With one it is the answer of
 * a p-center over all response times; null where that is not proven, or where somebody is not reached at all.
 */
function smallestThresholdMillis(
  { solver, model, modelOptions, question, sites, shouldStop }: SitingContext,
  earliest: Uint32Array,
  unreached: readonly number[],
  isInfeasible: boolean,
): number | null {
  if (unreached.some((i) => earliest[i] === UNREACHED)) return null;
  if (!isInfeasible) return earliest[unreached.at(-1)!]!;
  const times = allSiteTimes(model.field, sites.count, model.places.approaches, modelOptions.tiles, {
    staying: sites.staying,
    thresholdMillis: 0,
  });
  const made = sitingInstance(sites, model.places, times);
  const problem = problemOf("least-worst", 0, limitsOf(question, sites));
  const options = { timeLimitSeconds: question.timeLimitSeconds, shouldStop };
  const center = solveQuestion(solver, "least-worst", made, problem, options);
  return center.status === "optimal" ? center.objective : null;
}
