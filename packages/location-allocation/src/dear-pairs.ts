/**
 * Weighted costs that are no decimals are rounded in proportion to the dearest of them, and a cost of 10⁹ that says "never"
 * would round away all that matters. A pair that alone costs more than a choice at hand is in no better choice: without
 * such pairs the question is asked again, in finer numbers.
 */
import type { Answer } from "./answer.ts";
import { gapOf } from "./answer-of.ts";
import type { Instance } from "./instance.ts";

export interface RoundedAnswer {
  readonly answer: Answer;
  readonly isExact: boolean;
}

/** `solve` minimises Σ weight × cost and is given the sites of the choice at hand, where there is one. */
export function solveWithoutDearPairs(
  instance: Instance,
  start: readonly number[] | undefined,
  solve: (instance: Instance, start: readonly number[] | undefined) => RoundedAnswer,
): Answer {
  let { answer, isExact } = solve(instance, start);
  for (let kept: Instance | null = instance; !isExact && answer.status === "optimal"; ) {
    kept = withoutDearPairs(kept, answer.objective!);
    if (!kept) break;
    const next = solve(kept, answer.sites);
    isExact = next.isExact;
    answer = betterOf(answer, next.answer);
  }
  return answer;
}

/** The later one knows the bound; where it was stopped too early, the choice at hand stays. */
function betterOf(atHand: Answer, later: Answer): Answer {
  const objective = atHand.objective!;
  if (later.objective !== null && later.objective <= objective) return later;
  if (later.status === "optimal") return { ...atHand, seconds: later.seconds };
  const bound = later.bound === null ? null : Math.min(objective, later.bound);
  return { ...atHand, status: "feasible", bound, gap: gapOf(objective, bound), seconds: later.seconds };
}

/** null = no pair is that dear. */
function withoutDearPairs(instance: Instance, objective: number): Instance | null {
  const { costs, weight } = instance;
  const most = objective * (1 + 1e-9);
  const isDear = (pair: number) => weight[costs.demandOf[pair]!]! * costs.cost[pair]! > most;
  const firstPair = new Uint32Array(costs.siteCount + 1);
  let count = 0;
  for (let j = 0; j < costs.siteCount; j++) {
    for (let pair = costs.firstPair[j]!; pair < costs.firstPair[j + 1]!; pair++) if (!isDear(pair)) count++;
    firstPair[j + 1] = count;
  }
  if (count === costs.cost.length) return null;
  const isKept = (_: number, pair: number) => !isDear(pair);
  const demandOf = costs.demandOf.filter(isKept);
  const cost = costs.cost.filter(isKept);
  return { ...instance, costs: { ...costs, firstPair, demandOf, cost } };
}
