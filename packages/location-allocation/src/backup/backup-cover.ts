/** The search that LSCP-B and BCLP share: an incumbent, then the sum-over-sites bound, then a program of whole numbers. */
import type { Answer } from "../answer.ts";
import { answerOf, noAnswer } from "../answer-of.ts";
import { type FoundChoices, searchChoices } from "../choice-search/choice-search.ts";
import { coverQuestion, type Question } from "../choice-search/question.ts";
import { filledUp } from "../choice-search/rules.ts";
import type { Highs } from "../highs/load.ts";
import { LinearModelBuilder } from "../highs/mip.ts";
import type { Instance, Limits } from "../instance.ts";
import { solveUnitProgram, type UnitChoice, type UnitProgram } from "../unit-program/solve-unit-program.ts";
import type { Watch } from "../watch.ts";
import { addSiteColumns, addSiteRows } from "./site-rows.ts";

export interface BackupCover {
  readonly limits: Limits;
  readonly maxCost: number;
  /** Worth of weight covered once, beside 1 for weight covered twice. */
  readonly firstCoverShare: number;
  readonly isCoverRequired: boolean;
  readonly start?: readonly number[] | undefined;
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
  watch.report("presolve", null, null);
  const objectiveOf = (value: number) => value / scale.perUnit;

  const first = firstChoice(question, start, watch);
  if (first.choices.length > 0) watch.report("search", objectiveOf(first.choices[0]!.value), null);
  let best = first.choices[0] ?? null;
  let bound = first.isFinished ? (best?.value ?? -Infinity) : Infinity;
  if (!first.isFinished && !watch.isOver()) {
    const found = searchChoices(
      question.worth(best ? [question.multipliers(best.value, watch.isOver)] : []),
      rules,
      {
        threshold: best ? best.value : -Infinity,
        atMost: 1,
        step: scale.step,
        seeds: best ? [best.sites] : [],
        isOver: watch.isOver,
        nodeLimit: nodeLimit(question),
      },
    );
    best = found.choices[0] ?? best;
    if (found.isFinished) bound = best?.value ?? -Infinity;
    if (best) watch.report("search", objectiveOf(best.value), null);
  }
  if (bound === Infinity && !watch.isOver()) {
    const program = backupProgram(instance, cover, question, best?.sites ?? null);
    const told: Watch = {
      ...watch,
      report: (phase, incumbent, most) =>
        watch.report(phase, unscaled(incumbent, scale), unscaled(most, scale)),
    };
    const solved = solveUnitProgram(highs, program, told);
    if (solved.x !== null) {
      const chosen = program.roundedChoice(solved.x) as BackupChoice;
      const value = chosen.value * scale.step;
      if (best === null || value > best.value) best = { sites: chosen.sites, value };
    }
    if (solved.status === "infeasible") bound = -Infinity;
    else if (solved.bound !== null) bound = solved.bound * scale.step;
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
function firstChoice(question: Question, start: readonly number[], watch: Watch): FoundChoices {
  const { rules, scale } = question;
  const worth = question.worth([]);
  const options = { atMost: 1, step: scale.step, isOver: watch.isOver };
  let found = searchChoices(worth, rules, {
    ...options,
    threshold: -Infinity,
    seeds: start.length > 0 ? [filledUp(rules, start)] : [],
    nodeLimit: rules.optional.length + 50,
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

const nodeLimit = ({ cover }: Question): number =>
  Math.max(200, Math.round(searchWork / Math.max(1, cover!.rows.sites.length)));

/** Everything that is worth something covered twice. */
const trivialBound = ({ cover, scale }: Question): number =>
  cover!.twice.reduce((sum, worth) => sum + worth, 0) / scale.perUnit;

const unscaled = (value: number | null, { perUnit, step }: Question["scale"]) =>
  value === null ? null : (value * step) / perUnit;

interface BackupChoice extends UnitChoice {
  readonly sites: readonly number[];
}

/** The formulation that stands in `bclp.ts`, one row of demand for all points with the same covering sites. */
function backupProgram(
  instance: Instance,
  { limits, firstCoverShare, isCoverRequired }: BackupCover,
  question: Question,
  start: readonly number[] | null,
): UnitProgram {
  const { rows, once, twice } = question.cover!;
  const step = question.scale.step;
  const builder = new LinearModelBuilder("maximise");
  const siteColumn = addSiteColumns(builder, instance, limits);
  const siteOfColumn = new Map<number, number>();
  for (const [site, column] of siteColumn.entries()) if (column >= 0) siteOfColumn.set(column, site);
  addSiteRows(builder, instance, limits, siteColumn);
  const firstColumn = new Int32Array(rows.rowCount);
  const secondColumn = new Int32Array(rows.rowCount).fill(-1);
  for (let row = 0; row < rows.rowCount; row++) {
    const columns: number[] = [];
    for (let k = rows.firstSite[row]!; k < rows.firstSite[row + 1]!; k++) {
      if (siteColumn[rows.sites[k]!]! >= 0) columns.push(siteColumn[rows.sites[k]!]!);
    }
    const u = builder.column(once[row]! / step, isCoverRequired ? 1 : 0, 1);
    firstColumn[row] = u;
    // With a share below 1, u = v = ½ under one site would be worth more than u = 1: v must be whole.
    const isWhole = !isCoverRequired && firstCoverShare < 1;
    const v = columns.length > 1 ? builder.column((twice[row]! - once[row]!) / step, 0, 1, isWhole) : -1;
    secondColumn[row] = v;
    const left = v >= 0 ? [u, v] : [u];
    builder.row(-Infinity, 0, [...left, ...columns], [...left.map(() => 1), ...columns.map(() => -1)]);
    if (v >= 0 && !isCoverRequired) builder.row(-Infinity, 0, [v, u], [1, -1]);
  }
  const model = builder.build();

  const choiceOf = (sites: readonly number[]): BackupChoice | null => {
    const worth = question.worth([]);
    const count = new Uint16Array(rows.rowCount);
    const x = new Float64Array(model.columnCount);
    for (const site of sites) {
      worth.open(site);
      x[siteColumn[site]!] = 1;
      for (let k = rows.firstRow[site]!; k < rows.firstRow[site + 1]!; k++) count[rows.rows[k]!]!++;
    }
    if (!worth.isAnswer()) return null;
    for (let row = 0; row < rows.rowCount; row++) {
      if (count[row]! > 0) x[firstColumn[row]!] = 1;
      if (count[row]! > 1 && secondColumn[row]! >= 0) x[secondColumn[row]!] = 1;
    }
    return { x, sites, value: worth.value() / step };
  };
  /** Filled up; null where it breaks a rule. */
  const fullChoice = (sites: readonly number[]) => {
    const tried = searchChoices(question.worth([]), question.rules, {
      threshold: -Infinity,
      atMost: 1,
      step,
      seeds: [filledUp(question.rules, sites)],
      isOver: () => true,
    });
    return tried.choices.length > 0 ? choiceOf(tried.choices[0]!.sites) : null;
  };
  return {
    model,
    start: start && choiceOf(start),
    roundedChoice: (x) => {
      const sites = [...siteOfColumn].filter(([column]) => x[column]! >= 0.5).map(([, site]) => site);
      return fullChoice(sites);
    },
  };
}
