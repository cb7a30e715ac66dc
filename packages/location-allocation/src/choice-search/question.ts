/** Each problem as the branch and bound over sites sees it: a worth, its rules, its scale and good multipliers. */
import type { Instance, Limits } from "../instance.ts";
import { decimalScale } from "../integers.ts";
import type { Problem } from "../problem.ts";
import { type CoverRows, coverRows } from "./cover-rows.ts";
import { type CoverModel, CoverWorth, coverLagrangian } from "./cover-worth.ts";
import { MedianWorth, medianCosts, medianLagrangian } from "./median-worth.ts";
import { descend } from "./multipliers.ts";
import { type ChoiceRules, choiceRules, relaxedPick } from "./rules.ts";
import { type Scale, scaleOf, type Worth } from "./worth.ts";

export interface Question {
  readonly rules: ChoiceRules;
  readonly scale: Scale;
  /** Demand points that must be served and cannot be. */
  readonly unreachable: readonly number[];
  /** A worth with nothing open, its bounds by these multipliers (and by the plain greedy ones). */
  worth(multipliers: readonly Float64Array[]): Worth;
  /** Multipliers that bring the bound of the whole problem near what `sites` are worth. */
  multipliers(sites: readonly number[], isOver: () => boolean): Float64Array;
  /** The rows of a covering problem, where it is one. */
  readonly cover: CoverModel | null;
}

export function questionOf(instance: Instance, problem: Problem): Question {
  switch (problem.kind) {
    case "mclp":
      return coverQuestion(instance, problem.limits, problem.maxCost, { once: 1, twice: 1 });
    case "bclp": {
      const share = problem.firstCoverShare ?? 0;
      const isCoverRequired = problem.isFirstCoverRequired ?? false;
      return coverQuestion(instance, problem.limits, problem.maxCost, {
        once: share,
        twice: 1 + share,
        isCoverRequired,
      });
    }
    case "lscp-b":
      return coverQuestion(instance, problem.limits, problem.maxCost, {
        once: 0,
        twice: 1,
        isCoverRequired: true,
      });
    case "lscp":
      return coverQuestion(instance, problem.limits, problem.maxCost, {
        isPriced: true,
        isCoverRequired: true,
      });
    case "p-center":
      return coverQuestion(instance, problem.limits, problem.maxCost ?? Infinity, { isCoverRequired: true });
    case "p-median":
      return medianQuestion(instance, problem.limits, problem.maxCost ?? Infinity);
    default:
      throw new Error(`A choice of a ${problem.kind} is not valued site by site.`);
  }
}

interface CoverTerms {
  /** Worth of being covered once, and twice, per weight; default 0. */
  readonly once?: number;
  readonly twice?: number;
  /** Prices count against the choice. */
  readonly isPriced?: boolean;
  readonly isCoverRequired?: boolean;
}

export function coverQuestion(
  instance: Instance,
  limits: Limits | undefined,
  maxCost: number,
  { once = 0, twice = 0, isPriced = false, isCoverRequired = false }: CoverTerms,
): Question {
  const { weight, sites } = instance;
  const rules = choiceRules(instance, limits);
  const weightUnit = decimalScale(weight);
  const shareUnit = decimalScale([once, twice]);
  const priceUnit = decimalScale(sites.price);
  const total = isPriced ? sum(sites.price) : sum(weight) * twice;
  const unit = isPriced ? priceUnit : weightUnit && shareUnit ? weightUnit * shareUnit : null;
  const scale = scaleOf(total, unit);
  const rows = coverRows(instance, maxCost, scale.isExact && !isPriced ? weightUnit! : 1);
  const { perUnit, isExact } = scale;
  const times = isExact && !isPriced ? perUnit / (weightUnit! * shareUnit!) : 1;
  const rowWorth = (share: number) =>
    rows.weight.map((w) =>
      isExact ? w * Math.round(share * shareUnit!) * times : Math.round(w * share * perUnit),
    );
  const model: CoverModel = {
    rows,
    once: isPriced ? new Float64Array(rows.rowCount) : rowWorth(once),
    twice: isPriced ? new Float64Array(rows.rowCount) : rowWorth(twice),
    price: sites.price.map((price) => (isPriced ? Math.round(price * perUnit) : 0)),
    isCoverRequired,
  };
  return {
    rules,
    scale,
    cover: model,
    unreachable: isCoverRequired ? rows.unreachable : [],
    worth: (multipliers) => new CoverWorth(model, multipliers),
    multipliers: (sites, isOver) => {
      const gain = new Float64Array(rules.siteCount);
      const most = mostMultipliers(model);
      return descend({
        start: most.map((m) => m / 2),
        most,
        target: worthOf(new CoverWorth(model, []), sites),
        steps: stepsFor(rows.sites.length),
        boundAt: (lambda, gradient) => coverLagrangian(model, lambda, gain, pickOf(rules), gradient),
        isOver,
      });
    },
  };
}

/** More than the dearest covering site, or than the worth of the row, is of no use. */
function mostMultipliers({ rows, once, twice, price, isCoverRequired }: CoverModel): Float64Array {
  return once.map((worth, row) => {
    const steepest = Math.max(worth, Math.ceil(twice[row]! / 2));
    return isCoverRequired ? Math.max(steepest, twice[row]!, dearestOf(rows, row, price)) : steepest;
  });
}

function dearestOf({ firstSite, sites }: CoverRows, row: number, price: Float64Array): number {
  let dearest = 0;
  for (let k = firstSite[row]!; k < firstSite[row + 1]!; k++) dearest = Math.max(dearest, price[sites[k]!]!);
  return dearest;
}

function medianQuestion(instance: Instance, limits: Limits, maxCost: number): Question {
  const { weight } = instance;
  const rules = choiceRules(instance, limits);
  const weightUnit = decimalScale(weight);
  const costUnit = decimalScale(instance.costs.cost.filter((cost) => cost <= maxCost));
  const dearest = medianCosts(instance, maxCost, (w, cost) => w * cost).dearest;
  const total = sum(dearest.map((cost) => Math.max(0, cost)));
  const scale = scaleOf(total, weightUnit && costUnit ? weightUnit * costUnit : null);
  const { perUnit, step, isExact } = scale;
  const costs = medianCosts(
    instance,
    maxCost,
    isExact
      ? (w, cost) => Math.round(w * weightUnit!) * Math.round(cost * costUnit!) * step
      : (w, cost) => Math.round(w * cost * perUnit),
  );
  return {
    rules,
    scale,
    cover: null,
    unreachable: costs.unreachable,
    worth: (multipliers) => new MedianWorth(costs, multipliers),
    multipliers: (sites, isOver) => {
      const gain = new Float64Array(rules.siteCount);
      const worth = new MedianWorth(costs, []);
      const target = worthOf(worth, sites);
      return descend({
        start: worth.costs(),
        most: costs.dearest,
        target,
        steps: stepsFor(costs.cost.length),
        boundAt: (lambda, gradient) => medianLagrangian(costs, lambda, gain, pickOf(rules), gradient),
        isOver,
      });
    },
  };
}

function worthOf(worth: Worth, sites: readonly number[]): number {
  for (const site of sites) worth.open(site);
  return worth.value();
}

/** The sites of most gain beside the required ones, by the relaxation of count and budget. */
function pickOf(rules: ChoiceRules) {
  const spent = rules.required.reduce((spent, site) => spent + rules.price[site]!, 0);
  return (gain: Float64Array) => {
    const room = rules.count - rules.required.length;
    const picked = relaxedPick(rules, rules.optional, gain, room, rules.budget - spent);
    for (const site of rules.required) picked.sum += gain[site]!;
    return { sum: picked.sum, sites: [...rules.required, ...picked.sites] };
  };
}

/** As many steps as take about half a second, from 100 to 1,000. */
const stepsFor = (pairs: number): number =>
  Math.max(100, Math.min(1000, Math.round(2e8 / Math.max(1, pairs))));

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
