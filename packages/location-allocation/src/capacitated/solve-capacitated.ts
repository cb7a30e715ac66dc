/** The search that both capacitated problems share: a greedy start, an exact bound from the linear program, HiGHS's tree. */
import { answerOf, fillUp, nearestOpen, noAnswer, unreachableWithin } from "../answer-of.ts";
import { type ChoiceRules, choiceRules, keepsRules } from "../choice-search/rules.ts";
import type { RoundedAnswer } from "../dear-pairs.ts";
import type { Highs } from "../highs/load.ts";
import { solveLp, solveMip } from "../highs/mip.ts";
import type { Instance, Limits } from "../instance.ts";
import { safeBound } from "../safe-bound.ts";
import type { Watch } from "../watch.ts";
import {
  type Assignment,
  assignGreedily,
  assignmentOf,
  type CapacitatedPairs,
  capacitatedPairs,
} from "./assignment.ts";
import { assignmentProgram, type Chosen } from "./assignment-program.ts";

export interface CapacitatedQuestion {
  readonly limits: Limits;
  readonly maxCost: number;
  readonly capacity: Float64Array;
  /** Everyone must be served, at least cost; otherwise as much weight as possible is. */
  readonly mustServe: boolean;
  readonly start?: readonly number[] | undefined;
  /** Any choice that serves everyone will do, at whatever cost. */
  readonly isAnyGood?: boolean;
}

export function solveCapacitated(
  highs: Highs,
  instance: Instance,
  { limits, maxCost, capacity, mustServe, start, isAnyGood = false }: CapacitatedQuestion,
  watch: Watch,
): RoundedAnswer {
  const pairs = capacitatedPairs(instance, maxCost, capacity, mustServe);
  if (isAnyGood) pairs.worth.fill(0);
  const rules = choiceRules(instance, limits);
  const infeasible = () => {
    const unreachable = mustServe ? unreachableWithin(instance, maxCost) : [];
    const infeasibility = unreachable.length > 0 ? { unreachable, smallestMaxCost: null, rule: null } : null;
    const answer = noAnswer(instance, "infeasible", { seconds: watch.seconds(), infeasibility });
    return { answer, isExact: true };
  };
  if (mustServe && pairs.load.some((_, i) => pairs.first[i] === pairs.first[i + 1])) return infeasible();
  watch.report("presolve", null, null);
  const sign = mustServe ? -1 : 1;
  const inUnits = (whole: number) => (sign * whole) / pairs.perUnit + 0; // + 0: no −0

  let best: Chosen | null = null;
  const take = (open: readonly number[], assignment: Assignment | null) => {
    if (assignment === null || (best !== null && assignment.value <= best.value)) return;
    best = { open, ...assignment };
    watch.report("search", inUnits(assignment.value), null);
  };
  for (const open of [start ?? [], greedySites(pairs, rules)]) {
    if (keepsRules(rules, open)) take(open, assignGreedily(pairs, open, mustServe));
  }

  const program = assignmentProgram(instance, limits, pairs, mustServe);
  let bound = mustServe ? 0 : pairs.load.reduce((sum, load) => sum + load, 0);
  const lowest = () => (best as Chosen | null)?.value ?? -Infinity;
  let isInfeasible = false;
  if (program.model.columnCount === 0) bound = lowest(); // no site may stand
  if (bound > lowest() && !watch.isOver()) {
    const relaxed = solveLp(highs, program.model, {
      timeLimitSeconds: watch.secondsLeft(),
      shouldStop: watch.isOver,
    });
    if (relaxed.status === "optimal")
      bound = Math.min(bound, safeBound(program.model, relaxed.rowDual)?.whole ?? bound);
    watch.report("bound", null, inUnits(bound));
  }
  if (bound > lowest() && !watch.isOver()) {
    const chosenOf = (x: Float64Array) => {
      const open = program.openOf(x);
      return [
        open,
        assignmentOf(pairs, open, (pair) => x[program.pairColumn[pair]!]! >= 0.5, mustServe),
      ] as const;
    };
    const solved = solveMip(highs, program.model, {
      timeLimitSeconds: watch.secondsLeft(),
      shouldStop: watch.isOver,
      start: best && program.pointOf(best),
      // Worths are whole: less than one apart is the same.
      absoluteGap: 0.9,
      onIncumbent: (x) => {
        const [open, assignment] = chosenOf(x);
        if (keepsRules(rules, open)) take(open, assignment);
      },
      onBound: (whole) => watch.report("prove", null, inUnits(Math.min(bound, Math.floor(whole + roundOff)))),
    });
    if (solved.value) {
      const [open, assignment] = chosenOf(solved.value);
      if (keepsRules(rules, open)) take(open, assignment);
    }
    isInfeasible = solved.status === "infeasible";
    if (Number.isFinite(solved.bound)) bound = Math.min(bound, Math.floor(solved.bound + roundOff));
  }
  const found = best as Chosen | null;
  const seconds = watch.seconds();
  if (found === null) {
    if (isInfeasible || bound === -Infinity) return infeasible();
    const answer = noAnswer(instance, "unknown", { seconds, bound: inUnits(bound) });
    return { answer, isExact: pairs.isExact };
  }
  bound = Math.max(bound, found.value);
  const sites = fillUp(instance, limits, found.open);
  const assignment = mustServe ? found.siteOf : withWeightless(instance, sites, maxCost, found.siteOf);
  const objective = pairs.isExact ? inUnits(found.value) : objectiveOf(instance, assignment, mustServe);
  const answer = answerOf(instance, {
    sites,
    maxCost,
    status: bound === found.value ? "optimal" : "feasible",
    objective,
    bound: (mustServe ? Math.min : Math.max)(objective, inUnits(bound)),
    seconds,
    assignment,
  });
  return { answer, isExact: pairs.isExact };
}

/** Added up in the amounts themselves. */
function objectiveOf({ costs, weight }: Instance, assignment: Int32Array, isCosted: boolean): number {
  let sum = 0;
  for (let j = 0; j < costs.siteCount; j++) {
    for (let pair = costs.firstPair[j]!; pair < costs.firstPair[j + 1]!; pair++) {
      const i = costs.demandOf[pair]!;
      if (assignment[i] === j) sum += isCosted ? weight[i]! * costs.cost[pair]! : weight[i]!;
    }
  }
  return sum;
}

/** HiGHS's bound may fall short of a whole number by rounding alone. */
const roundOff = 1e-5;

/** Points of no weight take no capacity: the nearest open site serves them. */
function withWeightless(
  instance: Instance,
  sites: readonly number[],
  maxCost: number,
  siteOf: Int32Array,
): Int32Array {
  const nearest = nearestOpen(instance, sites, maxCost);
  return siteOf.map((site, i) => (instance.weight[i] === 0 ? nearest[i]! : site));
}

/** One site after another, each time the one that can take most of the load still left, after one for each group. */
function greedySites({ first, site, load, capacity }: CapacitatedPairs, rules: ChoiceRules): number[] {
  const pointsOf: number[][] = Array.from({ length: rules.siteCount }, () => []);
  const heaviestFirst = [...load.keys()].sort((a, b) => load[b]! - load[a]!);
  for (const i of heaviestFirst) {
    for (let pair = first[i]!; pair < first[i + 1]!; pair++) pointsOf[site[pair]!]!.push(i);
  }
  const isServed = new Uint8Array(load.length);
  const fill = (j: number, isFinal: boolean): number => {
    let left = capacity[j]!;
    for (const i of pointsOf[j]!) {
      if (isServed[i] || load[i]! > left) continue;
      left -= load[i]!;
      if (isFinal) isServed[i] = 1;
    }
    return capacity[j]! - left;
  };
  const open = [...rules.required];
  for (const j of open) fill(j, true);
  for (;;) {
    const unmet = rules.groups.find((group) => !group.some((j) => open.includes(j)));
    const free = (unmet ?? rules.optional).filter(
      (j) => rules.optional.includes(j) && !open.includes(j) && keepsRules(rules, [...open, j], false),
    );
    if (free.length === 0) return open.sort((a, b) => a - b);
    const taken = free.map((j) => fill(j, false));
    const most = free[taken.indexOf(Math.max(...taken))]!;
    fill(most, true);
    open.push(most);
  }
}
