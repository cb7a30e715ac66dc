/** The search that LSCP-B and BCLP share: an incumbent, then the sum-over-sites bound, then a program of whole numbers. */
import type { Answer } from "../answer.ts";
import { answerOf, noAnswer, sumWeight } from "../answer-of.ts";
import { type FoundChoices, searchChoices } from "../choice-search/choice-search.ts";
import { coverQuestion, type Question } from "../choice-search/question.ts";
import { filledUp } from "../choice-search/rules.ts";
import type { Highs } from "../highs/load.ts";
import { solveMip } from "../highs/mip.ts";
import type { Instance, Limits } from "../instance.ts";
import type { Watch } from "../watch.ts";
import { backupProgram } from "./backup-program.ts";

export interface BackupCover {
  readonly limits: Limits;
  readonly maxCost: number;
  /** Worth of weight covered once, beside 1 for weight covered twice. */
  readonly firstCoverShare: number;
  readonly isCoverRequired: boolean;
  readonly start?: readonly number[] | undefined;
  /** Nodes of the search over sites before the program of whole numbers takes over; default: about a second's. */
  readonly nodeLimit?: number;
}

/** Work of the first search, in pairs looked at: about a second. */
const searchWork = 3e8;
/** What a node costs whatever its pairs. */
const nodeWork = 1e4;

export function solveBackupCover(highs: Highs, instance: Instance, cover: BackupCover, watch: Watch): Answer {
  const { limits, maxCost, firstCoverShare, isCoverRequired, start = [] } = cover;
  const question = coverQuestion(instance, limits, maxCost, {
    once: firstCoverShare,
    twice: 1 + firstCoverShare,
    isCoverRequired,
  });
  if (question.unreachable.length > 0) {
    const infeasibility = { unreachable: question.unreachable, smallestMaxCost: null, rule: null };
    return noAnswer(instance, "infeasible", { seconds: watch.seconds(), infeasibility });
  }
  const { rules, scale } = question;
  const { nodeLimit = nodesWithinWork(question) } = cover;
  watch.report("presolve", null, null);
  const objectiveOf = (value: number) => value / scale.perUnit;

  const first = firstChoice(question, start, Math.min(rules.optional.length + 50, nodeLimit), watch);
  if (first.choices.length > 0) watch.report("search", objectiveOf(first.choices[0]!.value), null);
  let best = first.choices[0] ?? null;
  let bound = first.isFinished ? (best?.value ?? -Infinity) : Infinity;
  if (!first.isFinished && !watch.isOver()) {
    const found = searchChoices(
      question.worth(best ? [question.multipliers(best.sites, watch.isOver)] : []),
      rules,
      {
        threshold: best ? best.value : -Infinity,
        atMost: 1,
        step: scale.step,
        seeds: best ? [best.sites] : [],
        isOver: watch.isOver,
        nodeLimit,
      },
    );
    best = found.choices[0] ?? best;
    if (found.isFinished) bound = best?.value ?? -Infinity;
    if (best) watch.report("search", objectiveOf(best.value), null);
  }
  if (bound === Infinity && !watch.isOver()) {
    const program = backupProgram(instance, cover, question, best?.sites ?? null);
    const { step, perUnit } = scale;
    const inUnits = (whole: number) => (whole * step) / perUnit;
    let told = Infinity;
    const solved = solveMip(highs, program.model, {
      timeLimitSeconds: watch.secondsLeft(),
      shouldStop: watch.isOver,
      start: program.start,
      // Objectives are whole: less than one apart is the same.
      absoluteGap: 0.9,
      onIncumbent: (_, whole) => watch.report("search", inUnits(Math.round(whole + program.constant)), null),
      onBound: (whole) => {
        if (!(whole < told)) return;
        told = whole;
        watch.report("prove", null, inUnits(Math.floor(whole + program.constant + roundOff)));
      },
    });
    const choice = solved.value && program.choiceOf(solved.value);
    if (choice && (best === null || choice.value > best.value)) best = choice;
    if (solved.status === "infeasible") bound = -Infinity;
    else if (Number.isFinite(solved.bound))
      bound = Math.floor(solved.bound + program.constant + roundOff) * step;
    bound = Math.max(bound, best?.value ?? -Infinity);
  }
  const seconds = watch.seconds();
  if (best === null) {
    return bound === -Infinity
      ? noAnswer(instance, "infeasible", { seconds })
      : noAnswer(instance, "unknown", { seconds });
  }
  const sites = limits.count === null ? withoutIdle(question, best.sites) : best.sites;
  const objective = scale.isExact ? objectiveOf(best.value) : sumOf(instance, cover, sites);
  return answerOf(instance, {
    sites,
    maxCost,
    status: bound <= best.value ? "optimal" : "feasible",
    objective,
    bound: Math.max(objective, Number.isFinite(bound) ? objectiveOf(bound) : trivialBound(question)),
    seconds,
  });
}

/** What a choice is worth, added up in the amounts themselves. */
function sumOf(
  instance: Instance,
  { maxCost, firstCoverShare }: BackupCover,
  sites: readonly number[],
): number {
  const covers = timesCovered(instance, sites, maxCost);
  return (
    sumWeight(instance, (i) => covers[i]! > 1) + firstCoverShare * sumWeight(instance, (i) => covers[i]! > 0)
  );
}

/** How many of `sites` cover each demand point. */
export function timesCovered({ costs }: Instance, sites: readonly number[], maxCost: number): Uint32Array {
  const covers = new Uint32Array(costs.demandCount);
  for (const j of sites) {
    for (let pair = costs.firstPair[j]!; pair < costs.firstPair[j + 1]!; pair++) {
      if (costs.cost[pair]! <= maxCost) covers[costs.demandOf[pair]!]!++;
    }
  }
  return covers;
}

/** A choice by diving, then by swaps of one site while they help. */
function firstChoice(
  question: Question,
  start: readonly number[],
  nodeLimit: number,
  watch: Watch,
): FoundChoices {
  const { rules, scale } = question;
  const worth = question.worth([]);
  const options = { atMost: 1, step: scale.step, isOver: watch.isOver };
  let found = searchChoices(worth, rules, {
    ...options,
    threshold: -Infinity,
    seeds: start.length > 0 ? [filledUp(rules, start)] : [],
    nodeLimit,
  });
  while (!found.isFinished && found.choices.length > 0 && !watch.isOver()) {
    const { sites, value } = found.choices[0]!;
    const next = searchChoices(question.worth([]), rules, {
      ...options,
      threshold: value,
      seeds: [sites],
      around: sites,
      nodeLimit: 0,
    });
    if (!(next.choices[0]!.value > value)) break;
    found = { ...next, isFinished: false };
  }
  return found;
}

/** Where no count is asked for, sites that add nothing are left out, the dearest first. */
function withoutIdle({ worth, rules }: Question, sites: readonly number[]): number[] {
  const trial = worth([]);
  for (const site of sites) trial.open(site);
  const value = trial.value();
  const kept = new Set(sites);
  const dearestFirst = rules.optional
    .filter((site) => kept.has(site))
    .sort((a, b) => rules.price[b]! - rules.price[a]! || b - a);
  for (const site of dearestFirst) {
    trial.close(site);
    kept.delete(site);
    const isIdle = trial.value() === value && rules.groups.every((group) => group.some((j) => kept.has(j)));
    if (isIdle) continue;
    trial.open(site);
    kept.add(site);
  }
  return [...kept];
}

const nodesWithinWork = ({ cover }: Question): number =>
  Math.max(200, Math.round(searchWork / (cover!.rows.sites.length + nodeWork)));

/** Everything that is worth something covered twice. */
const trivialBound = ({ cover, scale }: Question): number =>
  cover!.twice.reduce((sum, worth) => sum + worth, 0) / scale.perUnit;

/** HiGHS's bound may fall short of a whole number by rounding alone. */
const roundOff = 1e-5;
