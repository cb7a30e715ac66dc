/**
 * Multi-period maximal covering: what opens in which year, with money per year, when a site once opened stays open.
 *
 *   maximise    Σ_t Σ_i w_it z_it
 *   subject to  z_it ≤ Σ_{j ∈ N_i} y_jt             for every demand point i and year t
 *               y_j,t−1 ≤ y_jt                      what is open stays open
 *               Σ_j p_j (y_jt − y_j,t−1) ≤ B_t      money of each year, or, where it is carried over,
 *               Σ_j p_j y_jt ≤ B_1 + … + B_t
 *               Σ_j (y_jt − y_j,t−1) ≤ P_t          openings of each year
 *               y_jT + y_kT ≤ 1                     for sites j, k too near to one another
 *               Σ_{j ∈ G} y_jT ≥ 1                  for every group G, by the last year
 *               y_j1 = 1 for required sites,  y_jt ∈ {0, 1},  0 ≤ z_it ≤ 1
 *
 * N_i sites within the threshold of i, p_j price, w_it weight of i in year t, y_j0 = 0.
 *
 * The z_it are projected out (`multi-period/opening-master.ts`): a plan by exchange, cuts over sites and years, exact bounds
 * from rounded duals, fixing, then branching on y_jt and on how many sites are open by a year.
 *
 * Schilling, D. A. (1980): Dynamic location modeling for public-sector facilities: a multicriteria approach. Decision
 * Sciences 11(4), 714–724. Gunawardane, G. (1982): Dynamic versions of set covering type public facility location
 * problems. European Journal of Operational Research 10(2), 190–195. Lamontagne, S., Carvalho, M., Atallah, R. (2024):
 * Accelerated Benders decomposition and local branching for dynamic maximum covering location problems. Computers &
 * Operations Research 167, 106673.
 */
import type { SolveOptions, Status } from "./answer.ts";
import { gapOf, nearestOpen, sumWeight } from "./answer-of.ts";
import { checkInstance, InstanceFault } from "./check-instance.ts";
import type { Instance } from "./instance.ts";
import { exchangeOpenings } from "./multi-period/exchange-openings.ts";
import { openGreedily } from "./multi-period/greedy-opening.ts";
import { createOpeningPlan, type OpeningPlan } from "./multi-period/opening-plan.ts";
import { provePlan } from "./multi-period/opening-proof.ts";
import { type PeriodLimits, type Periods, periodsOf } from "./multi-period/periods.ts";
import { amongUndominated } from "./multi-period/undominated.ts";
import type { Solver } from "./solver.ts";
import { startWatch, type Watch } from "./watch.ts";

export type { PeriodLimits } from "./multi-period/periods.ts";

export interface MultiPeriodProblem {
  readonly maxCost: number;
  /** One entry per year, the first year first. */
  readonly years: readonly PeriodLimits[];
  /** Whether money that one year leaves over may be spent in the next ones; default false. */
  readonly isCarriedOver?: boolean;
  /** Weights per year, each as long as the instance's; absent = those of the instance in every year. */
  readonly weights?: readonly Float64Array[];
}

export interface YearAnswer {
  /** Opened in this year, and all that is open by then; ascending. */
  readonly opened: readonly number[];
  readonly sites: readonly number[];
  /** Price of what is opened in this year. */
  readonly cost: number;
  readonly covered: number;
  readonly total: number;
  /** Nearest open site of each demand point within the threshold; -1 = none. */
  readonly assignment: Int32Array;
}

export interface MultiPeriodAnswer {
  readonly status: Status;
  /** Weight covered, all years added; null without a choice. */
  readonly objective: number | null;
  readonly bound: number | null;
  readonly gap: number | null;
  readonly years: readonly YearAnswer[];
  readonly seconds: number;
  /** Without groups the required sites alone are a choice: nothing else can be at fault. */
  readonly infeasibleRule: "groups" | null;
}

/** Random handfuls of a plan taken back before the first bound is looked for, within this share of the time. */
const EXCHANGE_ROUNDS = 300;
const SEARCH_SHARE = 0.1;
const MOST_SEARCH_SECONDS = 5;

export function solveMultiPeriod(
  { highs }: Pick<Solver, "highs">,
  instance: Instance,
  problem: MultiPeriodProblem,
  options: SolveOptions = {},
): MultiPeriodAnswer {
  const watch = startWatch(options);
  const { years, isCarriedOver = false } = problem;
  checkPeriods(instance, problem);
  const weights = problem.weights ?? years.map(() => instance.weight);
  const periods = amongUndominated(periodsOf(instance, problem.maxCost, years, isCarriedOver, weights));
  const told = scaledWatch(watch, periods);
  told.report("presolve", null, null);
  const until = Math.min(MOST_SEARCH_SECONDS, watch.secondsLeft() * SEARCH_SHARE);
  const shouldStop = () => watch.isOver() || watch.seconds() > until;

  const plan = createOpeningPlan(periods);
  openGreedily(periods, plan, { shouldStop: watch.isOver });
  if (plan.isAllowed()) told.report("search", plan.value, null);
  exchangeOpenings(periods, plan, { rounds: EXCHANGE_ROUNDS, isThorough: true, shouldStop });
  if (plan.isAllowed()) told.report("search", plan.value, null);
  const { opensIn, value, bound } = provePlan(highs, periods, plan, {
    watch,
    report: (value, limit) => told.report("prove", value, limit),
  });
  if (opensIn === null)
    return {
      status: bound === -Infinity ? "infeasible" : "unknown",
      objective: null,
      bound: null,
      gap: null,
      years: [],
      seconds: watch.seconds(),
      infeasibleRule: bound === -Infinity ? "groups" : null,
    };
  plan.become(opensIn);
  closeIdle(periods, plan);
  const answers = yearAnswers(instance, problem.maxCost, weights, periods, plan.opensIn);
  const reached = answers.reduce((sum, { covered }) => sum + covered, 0);
  const total = answers.reduce((sum, year) => sum + year.total, 0);
  const most =
    bound <= value ? reached : Math.min(total, (bound + periods.coveredAnyway) / periods.weightFactor);
  const proven = Math.max(reached, most);
  return {
    status: proven === reached ? "optimal" : "feasible",
    objective: reached,
    bound: proven,
    gap: gapOf(reached, proven),
    years: answers,
    seconds: watch.seconds(),
    infeasibleRule: null,
  };
}

function checkPeriods(instance: Instance, { maxCost, years, weights }: MultiPeriodProblem): void {
  const [first] = years;
  if (!first) throw new InstanceFault("empty", "There is no year.");
  // What is required stands from the first year on: that year's limits must allow it.
  checkInstance(instance, { kind: "mclp", maxCost, limits: first });
  years.forEach(({ budget, count }, t) => {
    if (budget !== null && !(budget >= 0 && budget < Infinity))
      throw new InstanceFault("limit", `The budget of year ${t} is ${budget}, not a number from 0.`);
    if (count !== null && !(Number.isInteger(count) && count >= 0))
      throw new InstanceFault("limit", `The openings of year ${t} are ${count}, not a whole number from 0.`);
  });
  if (weights === undefined) return;
  if (weights.length !== years.length || weights.some(({ length }) => length !== instance.weight.length))
    throw new InstanceFault("shape", "There is not one weight per year and demand point.");
  for (const weight of weights)
    weight.forEach((w, demand) => {
      if (!(w >= 0 && w < Infinity))
        throw new InstanceFault("weight", `The weight of demand point ${demand} is ${w} in some year.`, {
          demand,
        });
    });
}

/** Sites that nobody needs are left out, the dearest first. */
function closeIdle({ yearCount, choosable, price }: Periods, plan: OpeningPlan): void {
  for (const j of choosable.toSorted((a, b) => price[b]! - price[a]! || b - a)) {
    const t = plan.opensIn[j]!;
    if (t === yearCount) continue;
    const before = plan.value;
    plan.close(j);
    if (plan.value < before || !plan.isAllowed()) plan.open(j, t);
  }
}

function yearAnswers(
  instance: Instance,
  maxCost: number,
  weights: readonly Float64Array[],
  { isRequired }: Periods,
  opensIn: Int32Array,
): YearAnswer[] {
  const all = [...opensIn.keys()];
  return weights.map((weight, t) => {
    const isOpened = (j: number) => (isRequired[j] ? t === 0 : opensIn[j] === t);
    const opened = all.filter(isOpened);
    const sites = all.filter((j) => isRequired[j] || opensIn[j]! <= t);
    const assignment = nearestOpen(instance, sites, maxCost);
    const ofYear = { ...instance, weight };
    return {
      opened,
      sites,
      cost: opened.reduce((sum, j) => sum + instance.sites.price[j]!, 0),
      covered: sumWeight(ofYear, (i) => assignment[i] !== -1),
      total: sumWeight(ofYear, () => true),
      assignment,
    };
  });
}

/** The same watch, told in whole numbers. */
function scaledWatch(watch: Watch, { weightFactor, coveredAnyway }: Periods): Watch {
  const own = (value: number | null) => (value === null ? null : (value + coveredAnyway) / weightFactor);
  return { ...watch, report: (phase, value, bound) => watch.report(phase, own(value), own(bound)) };
}
