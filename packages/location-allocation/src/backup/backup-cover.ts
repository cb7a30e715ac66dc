/** The search that LSCP-B and BCLP share: an incumbent, then the sum-over-sites bound, then a program of whole numbers. */
import type { Answer } from "../answer.ts";
import { answerOf, noAnswer } from "../answer-of.ts";
import { type FoundChoice, type FoundChoices, searchChoices } from "../choice-search/choice-search.ts";
import { coverQuestion, type Question } from "../choice-search/question.ts";
import { filledUp } from "../choice-search/rules.ts";
import type { Highs } from "../highs/load.ts";
import { type LinearModel, LinearModelBuilder, solveMip } from "../highs/mip.ts";
import type { Instance, Limits } from "../instance.ts";
import type { Watch } from "../watch.ts";
import { addSiteColumns, addSiteRows } from "./site-rows.ts";

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
  return answerOf(instance, {
    sites: limits.count === null ? withoutIdle(question, best.sites) : best.sites,
    maxCost,
    status: bound <= best.value ? "optimal" : "feasible",
    objective: objectiveOf(best.value),
    bound: Number.isFinite(bound) ? objectiveOf(bound) : trivialBound(question),
    seconds,
  });
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
  Math.max(200, Math.round(searchWork / Math.max(1, cover!.rows.sites.length)));

/** Everything that is worth something covered twice. */
const trivialBound = ({ cover, scale }: Question): number =>
  cover!.twice.reduce((sum, worth) => sum + worth, 0) / scale.perUnit;

/** HiGHS's bound may fall short of a whole number by rounding alone. */
const roundOff = 1e-5;

interface BackupProgram {
  readonly model: LinearModel;
  /** Objective of what is covered twice by required sites anyway. */
  readonly constant: number;
  readonly start: Float64Array | null;
  /** The choice that a point names, filled up; null where it breaks a rule by more than rounding. */
  readonly choiceOf: (x: Float64Array) => FoundChoice | null;
}

/**
 * The formulation that stands in `bclp.ts`, in whole numbers, one row of demand for all points with the same covering
 * sites. Where a required site covers a row, u is 1 and v is left to the others: without that, half a v would come free.
 */
function backupProgram(
  instance: Instance,
  { limits, firstCoverShare, isCoverRequired }: BackupCover,
  { cover, scale: { step }, rules, worth }: Question,
  start: readonly number[] | null,
): BackupProgram {
  const { rows, once, twice } = cover!;
  const builder = new LinearModelBuilder("maximise");
  const siteColumn = addSiteColumns(builder, instance, limits);
  addSiteRows(builder, instance, limits, siteColumn);
  const isRequired = new Uint8Array(rules.siteCount);
  for (const site of rules.required) isRequired[site] = 1;
  const firstColumn = new Int32Array(rows.rowCount).fill(-1);
  const secondColumn = new Int32Array(rows.rowCount).fill(-1);
  let constant = 0;
  for (let row = 0; row < rows.rowCount; row++) {
    const covering = rows.sites.subarray(rows.firstSite[row]!, rows.firstSite[row + 1]!);
    const columns = [...covering]
      .filter((j) => !isRequired[j])
      .map((j) => siteColumn[j]!)
      .filter((c) => c >= 0);
    const standing = covering.reduce((sum, j) => sum + isRequired[j]!, 0);
    const second = (twice[row]! - once[row]!) / step;
    if (standing > 0) constant += once[row]! / step;
    if (standing > 1) constant += second;
    if (standing > 1 || (columns.length === 0 && standing === 1)) continue;
    if (standing === 1) {
      if (second === 0) continue;
      secondColumn[row] = builder.column(second, 0, 1);
      builder.row(-Infinity, 0, [secondColumn[row]!, ...columns], [1, ...columns.map(() => -1)]);
      continue;
    }
    const u = builder.column(once[row]! / step, isCoverRequired ? 1 : 0, 1);
    firstColumn[row] = u;
    // With a share below 1, u = v = ½ under one site would be worth more than u = 1: v must be whole.
    const isWhole = !isCoverRequired && firstCoverShare < 1;
    const v = columns.length > 1 ? builder.column(second, 0, 1, isWhole) : -1;
    secondColumn[row] = v;
    const left = v >= 0 ? [u, v] : [u];
    builder.row(-Infinity, 0, [...left, ...columns], [...left.map(() => 1), ...columns.map(() => -1)]);
    if (v >= 0 && !isCoverRequired) builder.row(-Infinity, 0, [v, u], [1, -1]);
  }

  const model = builder.build();
  const pointOf = (sites: readonly number[]): Float64Array => {
    const count = new Uint16Array(rows.rowCount);
    const x = new Float64Array(model.columnCount);
    for (const site of sites) {
      x[siteColumn[site]!] = 1;
      for (let k = rows.firstRow[site]!; k < rows.firstRow[site + 1]!; k++) count[rows.rows[k]!]!++;
    }
    for (let row = 0; row < rows.rowCount; row++) {
      if (count[row]! > 0 && firstColumn[row]! >= 0) x[firstColumn[row]!] = 1;
      if (count[row]! > 1 && secondColumn[row]! >= 0) x[secondColumn[row]!] = 1;
    }
    return x;
  };
  return {
    model,
    constant,
    start: start && pointOf(start),
    choiceOf: (x) => {
      const sites = [...siteColumn.keys()].filter((j) => siteColumn[j]! >= 0 && x[siteColumn[j]!]! >= 0.5);
      const tried = searchChoices(worth([]), rules, {
        threshold: -Infinity,
        atMost: 1,
        step,
        seeds: [filledUp(rules, sites)],
        isOver: () => true,
      });
      return tried.choices[0] ?? null;
    },
  };
}
