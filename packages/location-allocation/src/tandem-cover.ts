/**
 * Tandem cover: works of many kinds under one budget, where a place counts only once all its needs are met.
 *
 *   maximise    Σ_i w_i z_i
 *   subject to  z_i ≤ u_s                     for every cure set s that place i needs
 *               u_s ≤ Σ_{k ∈ s} y_k           for every cure set s
 *               Σ_k p_k y_k ≤ B
 *               Σ_{k ∈ E} y_k ≤ 1             for every exclusive set E
 *               y_k ≤ y_r                     for every work k that requires r
 *               y_k ∈ {0, 1},  0 ≤ u_s, z_i ≤ 1
 *
 * w_i weight of place i, p_k price of work k, B budget, s a set of works any one of which meets a need. u and z need not
 * be asked to be whole: with whole y their best values are. It is the tandem equipment allocation model (TEAM, FLEET: a
 * call is covered when a pumper and a ladder are near) with any number of needs and prices in the stead of two counts.
 *
 * Schilling, D., Elzinga, D. J., Cohon, J., Church, R., ReVelle, C. (1979): The TEAM/FLEET models for simultaneous
 * facility and equipment siting. Transportation Science 13(2), 163–175.
 */

import type { SolveOptions, Status } from "./answer.ts";
import { gapOf } from "./answer-of.ts";
import { wholeNumbers, wholePrices } from "./integers.ts";
import type { Solver } from "./solver.ts";
import { exchange } from "./tandem-cover/exchange-purchase.ts";
import { buyWell, dropIdle } from "./tandem-cover/greedy-purchase.ts";
import { tandemModel } from "./tandem-cover/model.ts";
import { checkNeeds, costOf, type Needs, weightMet } from "./tandem-cover/needs.ts";
import { createPurchase, type Purchase } from "./tandem-cover/purchase.ts";
import { type ReducedNeeds, reduceNeeds } from "./tandem-cover/reduced-needs.ts";
import { type LpPoint, solveUnitProgram, type UnitChoice } from "./unit-program/solve-unit-program.ts";
import { startWatch, type Watch } from "./watch.ts";

export { type Needs, weightMet } from "./tandem-cover/needs.ts";

export interface NeedsAnswer {
  /** Never infeasible: to buy nothing is always a choice. */
  readonly status: Extract<Status, "optimal" | "feasible">;
  /** Σ weight of the places with all needs met. */
  readonly objective: number;
  /** No choice within the budget reaches more. */
  readonly bound: number;
  readonly gap: number;
  /** Bought, ascending; none that could be left out. */
  readonly works: readonly number[];
  readonly cost: number;
  readonly seconds: number;
}

const exchangeRounds = 60;
/** Shares of the time limit after which the searches before the proof give way. */
const searchShare = 0.1;

export function solveNeeds(
  { highs }: Pick<Solver, "highs">,
  needs: Needs,
  budget: number,
  options: SolveOptions = {},
): NeedsAnswer {
  checkNeeds(needs, budget);
  const watch = startWatch(options);
  const prices = wholePrices(needs.price, budget);
  const weights = wholeNumbers(needs.weight);
  const whole: Needs = {
    ...needs,
    price: prices.value,
    weight: weights.value,
  };
  const reduced = reduceNeeds(whole, prices.limit!);
  const told = scaledWatch(watch, weights.scale, reduced.metAnyway);
  told.report("presolve", null, null);

  const purchase = createPurchase(reduced);
  buyWell(reduced, purchase, { shouldStop: watch.isOver });
  if (options.start) takeIfBetter(reduced, purchase, options.start);
  told.report("search", purchase.value, null);
  exchange(reduced, purchase, {
    rounds: exchangeRounds,
    shouldStop: searchesUntil(watch, searchShare),
    onBetter: (value) => told.report("search", value, null),
  });

  const { model, columnOfWork, columnsOf } = tandemModel(reduced);
  const choiceOf = (from: Purchase): UnitChoice => ({ x: columnsOf(from), value: from.value });
  const trial = createPurchase(reduced);
  const { status, x, bound } = solveUnitProgram(
    highs,
    {
      model,
      start: choiceOf(purchase),
      roundedChoice(x) {
        const works = [...columnOfWork.keys()].filter((w) => (x[columnOfWork[w]!] ?? 0) >= 0.5);
        if (!isAllowed(reduced, works)) return null;
        trial.become(works);
        return choiceOf(trial);
      },
      improve(point) {
        trial.become(purchase.works());
        guidedExchange(reduced, trial, columnOfWork, point, searchesUntil(watch, 2 * searchShare));
        return choiceOf(trial);
      },
    },
    told,
  );
  if (x !== null) purchase.become([...columnOfWork.keys()].filter((w) => (x[columnOfWork[w]!] ?? 0) >= 0.5));
  dropIdle(reduced, purchase);
  const works = purchase.works();
  const isProven = status === "optimal";
  const chosen = new Set(works);
  const objective = weightMet(needs, (w) => chosen.has(w));
  const most = isProven ? objective : ((bound ?? Infinity) + reduced.metAnyway) / weights.scale;
  const total = needs.weight.reduce((sum, weight) => sum + weight, 0);
  const proven = Math.max(objective, Math.min(most, total));
  return {
    status: isProven || proven === objective ? "optimal" : "feasible",
    objective,
    bound: proven,
    gap: gapOf(objective, proven) ?? 0,
    works,
    cost: costOf(needs, works),
    seconds: watch.seconds(),
  };
}

/** A start is filled up with what the budget still allows. */
function takeIfBetter(reduced: ReducedNeeds, purchase: Purchase, start: readonly number[]): void {
  if (!isAllowed(reduced, start)) return;
  const given = createPurchase(reduced);
  given.become(start);
  buyWell(reduced, given);
  if (given.value > purchase.value) purchase.become(given.works());
}

/** Works that the linear program holds, or that the bound does not rule out, tried by exchange. */
function guidedExchange(
  reduced: ReducedNeeds,
  purchase: Purchase,
  columnOfWork: Int32Array,
  { x, upper }: LpPoint,
  shouldStop: () => boolean,
): void {
  const share = (w: number) => x[columnOfWork[w]!] ?? 0;
  const isOpen = (w: number) => (upper[columnOfWork[w]!] ?? 0) > 0;
  const guided = { isAllowed: isOpen, favour: (w: number) => 0.3 + share(w), shouldStop };
  const fresh = createPurchase(reduced);
  buyWell(reduced, fresh, guided);
  if (fresh.value > purchase.value) purchase.become(fresh.works());
  exchange(reduced, purchase, { ...guided, rounds: exchangeRounds });
}

/** Whether all rules are kept, in whole numbers. */
function isAllowed({ closure, exclusive, price, budget, isUsable }: ReducedNeeds, works: readonly number[]) {
  const chosen = new Set(works);
  let cost = 0;
  for (const w of chosen) {
    if (!isUsable[w] || !closure[w]!.every((one) => chosen.has(one))) return false;
    cost += price[w]!;
  }
  return cost <= budget && exclusive.every((set) => set.filter((w) => chosen.has(w)).length <= 1);
}

/** True from a share of the time limit on, too. */
function searchesUntil(watch: Watch, share: number): () => boolean {
  const end = watch.seconds() + (watch.secondsLeft() === Infinity ? 5 : watch.secondsLeft() * share);
  return () => watch.seconds() >= end || watch.isOver();
}

/** The same watch, told in whole numbers of the reduced question. */
function scaledWatch(watch: Watch, factor: number, metAnyway: number): Watch {
  const own = (value: number | null) => (value === null ? null : (value + metAnyway) / factor);
  return {
    ...watch,
    report: (phase, incumbent, bound) => watch.report(phase, own(incumbent), own(bound)),
  };
}
