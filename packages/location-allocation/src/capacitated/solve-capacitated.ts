/** The search that both capacitated problems share: a greedy start, an exact bound from the linear program, HiGHS's tree. */
import type { Answer } from "../answer.ts";
import { answerOf, fillUp, nearestOpen, noAnswer } from "../answer-of.ts";
import { addSiteColumns, addSiteRows } from "../backup/site-rows.ts";
import { type ChoiceRules, choiceRules, keepsRules } from "../choice-search/rules.ts";
import type { Highs } from "../highs/load.ts";
import { type LinearModel, LinearModelBuilder, solveLp, solveMip } from "../highs/mip.ts";
import { FORBIDDEN, type Instance, type Limits } from "../instance.ts";
import { safeBound } from "../safe-bound.ts";
import type { Watch } from "../watch.ts";
import {
  type Assignment,
  assignGreedily,
  assignmentOf,
  type CapacitatedPairs,
  capacitatedPairs,
} from "./assignment.ts";

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

interface Chosen extends Assignment {
  readonly open: readonly number[];
}

export function solveCapacitated(
  highs: Highs,
  instance: Instance,
  { limits, maxCost, capacity, mustServe, start, isAnyGood = false }: CapacitatedQuestion,
  watch: Watch,
): Answer {
  const pairs = capacitatedPairs(instance, maxCost, capacity, mustServe);
  if (isAnyGood) pairs.worth.fill(0);
  const rules = choiceRules(instance, limits);
  const infeasible = () => {
    const unreachable = mustServe ? unreachablePoints(instance, maxCost) : [];
    const infeasibility = unreachable.length > 0 ? { unreachable, smallestMaxCost: null, rule: null } : null;
    return noAnswer(instance, "infeasible", { seconds: watch.seconds(), infeasibility });
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
    return noAnswer(instance, "unknown", { seconds, bound: inUnits(bound) });
  }
  bound = Math.max(bound, found.value);
  const sites = fillUp(instance, limits, found.open);
  return answerOf(instance, {
    sites,
    maxCost,
    status: bound === found.value ? "optimal" : "feasible",
    objective: inUnits(found.value),
    bound: inUnits(bound),
    seconds,
    assignment: mustServe ? found.siteOf : withWeightless(instance, sites, maxCost, found.siteOf),
  });
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

function unreachablePoints({ costs, sites }: Instance, maxCost: number): number[] {
  const isReached = new Uint8Array(costs.demandCount);
  for (let j = 0; j < costs.siteCount; j++) {
    if (sites.status[j] === FORBIDDEN) continue;
    for (let pair = costs.firstPair[j]!; pair < costs.firstPair[j + 1]!; pair++) {
      if (costs.cost[pair]! <= maxCost) isReached[costs.demandOf[pair]!] = 1;
    }
  }
  return [...isReached.keys()].filter((i) => isReached[i] === 0);
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

interface AssignmentProgram {
  readonly model: LinearModel;
  readonly pairColumn: Int32Array;
  openOf(x: Float64Array): number[];
  pointOf(chosen: Chosen): Float64Array;
}

/** The formulation that stands in `capacitated-mclp.ts` and `capacitated-p-median.ts`. */
function assignmentProgram(
  instance: Instance,
  limits: Limits,
  { first, site, worth, load, capacity }: CapacitatedPairs,
  mustServe: boolean,
): AssignmentProgram {
  const builder = new LinearModelBuilder("maximise");
  const siteColumn = addSiteColumns(builder, instance, limits);
  addSiteRows(builder, instance, limits, siteColumn);
  const pairColumn = new Int32Array(site.length).fill(-1);
  const columnsOf: number[][] = Array.from(siteColumn, () => []);
  const loadsOf: number[][] = Array.from(siteColumn, () => []);
  for (let i = 0; i < load.length; i++) {
    if (!mustServe && load[i] === 0) continue;
    const columns: number[] = [];
    for (let pair = first[i]!; pair < first[i + 1]!; pair++) {
      const j = site[pair]!;
      if (siteColumn[j]! < 0) continue;
      const column = builder.column(worth[pair]!, 0, 1, true);
      pairColumn[pair] = column;
      columns.push(column);
      columnsOf[j]!.push(column);
      loadsOf[j]!.push(load[i]!);
      builder.row(-Infinity, 0, [column, siteColumn[j]!], [1, -1]);
    }
    builder.row(mustServe ? 1 : -Infinity, 1, columns, 1);
  }
  for (const [j, columns] of columnsOf.entries()) {
    const total = loadsOf[j]!.reduce((sum, load) => sum + load, 0);
    if (total <= capacity[j]!) continue;
    builder.row(-Infinity, 0, [...columns, siteColumn[j]!], [...loadsOf[j]!, -capacity[j]!]);
  }
  if (mustServe) {
    // All open sites together take everyone: implied, but branching on sites sees it at once.
    const usable = [...siteColumn.keys()].filter((j) => siteColumn[j]! >= 0);
    const total = load.reduce((sum, weight) => sum + weight, 0);
    builder.row(
      total,
      Infinity,
      usable.map((j) => siteColumn[j]!),
      usable.map((j) => capacity[j]!),
    );
  }
  const model = builder.build();
  return {
    model,
    pairColumn,
    openOf: (x) => [...siteColumn.keys()].filter((j) => siteColumn[j]! >= 0 && x[siteColumn[j]!]! >= 0.5),
    pointOf: ({ open, siteOf }) => {
      const x = new Float64Array(model.columnCount);
      for (const j of open) x[siteColumn[j]!] = 1;
      for (let i = 0; i < load.length; i++) {
        for (let pair = first[i]!; pair < first[i + 1]!; pair++) {
          if (siteOf[i] === site[pair] && pairColumn[pair]! >= 0) x[pairColumn[pair]!] = 1;
        }
      }
      return x;
    },
  };
}
