/**
 * Runners-up: every choice of sites within a share of the best, enumerated and proven to be all, best first.
 *
 * Choices are told apart as sets of sites, required ones included. A choice counts when it is full: no site could be added
 * within the rules (one that could would only make it better or as good). For the LSCP, where less is better, it counts
 * when none of its sites could be taken away. Choices that differ only in a site that adds nothing are different choices
 * of equal value; `adds nothing` is for whoever shows them to say.
 */
import type { Answer } from "./answer.ts";
import { answerOf, gapOf, servedBy } from "./answer-of.ts";
import { solveCapacitated } from "./capacitated/solve-capacitated.ts";
import { choicesByExclusion } from "./choice-search/by-exclusion.ts";
import { type FoundChoice, searchChoices } from "./choice-search/choice-search.ts";
import { coverQuestion, type Question, questionOf } from "./choice-search/question.ts";
import { choiceRules, filledUp } from "./choice-search/rules.ts";
import type { Instance } from "./instance.ts";
import { radiusOf } from "./p-center/least-radius.ts";
import type { Problem } from "./problem.ts";
import type { Solver } from "./solver.ts";
import { startWatch, type Watch } from "./watch.ts";

export interface RunnersUpOptions {
  /** Share of the best objective; default 0.01. */
  readonly within?: number;
  readonly atMost: number;
  readonly timeLimitSeconds?: number;
  readonly shouldStop?: () => boolean;
}

export interface RunnersUp {
  /** Best first, without the best choice itself. */
  readonly choices: readonly Answer[];
  /** Proven: there is no other choice within the share. False when there are more than `atMost`, or time ran out. */
  readonly isComplete: boolean;
}

export function runnersUp(
  solver: Pick<Solver, "highs">,
  instance: Instance,
  problem: Problem,
  best: Answer,
  options: RunnersUpOptions,
): RunnersUp {
  if (best.objective === null) return { choices: [], isComplete: best.status === "infeasible" };
  const watch = startWatch(options);
  if (problem.kind === "capacitated-mclp" || problem.kind === "capacitated-p-median") {
    return nearCapacitated(solver, instance, problem, best, options, watch);
  }
  const near = problem.kind === "p-center" ? nearCenters : nearBest;
  const found = near(instance, problem, best, options, watch);
  const bestKey = found.bestSites.join();
  const others = found.choices.filter(({ sites }) => sites.join() !== bestKey);
  return {
    choices: others
      .slice(0, options.atMost)
      .map((choice) => toAnswer(instance, problem, best, choice, found.objectiveOf, watch)),
    isComplete: found.isFinished && others.length <= options.atMost,
  };
}

/** Solved anew without those known; each of them is an answer with its own assignment. */
function nearCapacitated(
  { highs }: Pick<Solver, "highs">,
  instance: Instance,
  problem: Extract<Problem, { capacity: Float64Array }>,
  best: Answer,
  { within = 0.01, atMost }: RunnersUpOptions,
  watch: Watch,
): RunnersUp {
  const { limits, maxCost = Infinity, capacity } = problem;
  const mustServe = problem.kind === "capacitated-p-median";
  const slack = Math.abs(best.objective!) * (within * (1 + 1e-12) + 1e-9);
  const rules = choiceRules(instance, limits);
  const { choices, isFinished } = choicesByExclusion(
    instance,
    rules,
    best.sites,
    (objective) => (mustServe ? objective <= best.objective! + slack : objective >= best.objective! - slack),
    atMost,
    (others) => solveCapacitated(highs, others, { limits, maxCost, capacity, mustServe }, watch).answer,
  );
  const isAsGood = (choice: Answer) => best.status === "optimal" && choice.objective === best.objective;
  return {
    choices: choices.map((choice) => ({
      ...choice,
      sites: filledUp(rules, choice.sites),
      served: servedBy(filledUp(rules, choice.sites), choice.assignment),
      status: isAsGood(choice) ? "optimal" : "feasible",
      bound: best.bound,
      gap: gapOf(choice.objective!, best.bound),
    })),
    isComplete: isFinished,
  };
}

interface NearBest {
  readonly choices: readonly FoundChoice[];
  readonly isFinished: boolean;
  /** The best choice as it would be in the list: filled up, or without useless sites. */
  readonly bestSites: readonly number[];
  /** Value of a choice in the problem's unit. */
  readonly objectiveOf: (value: number) => number;
}

function nearBest(
  instance: Instance,
  problem: Problem,
  best: Answer,
  { within = 0.01, atMost }: RunnersUpOptions,
  watch: Watch,
): NearBest {
  const question = questionOf(instance, atPriceOf(instance, problem, best));
  const { scale, rules } = question;
  const bestValue = valueOfSites(question, best.sites);
  const slack = Math.abs(bestValue) * within;
  const isMinimal = problem.kind === "lscp";
  const bestSites = isMinimal ? best.sites : filledUp(rules, best.sites);
  const found = searchChoices(question.worth([question.multipliers(bestSites, watch.isOver)]), rules, {
    // Rounded amounts may put a choice at the very edge out by a little.
    threshold:
      bestValue - Math.floor(slack * (1 + 1e-12) + (scale.isExact ? 1e-6 : Math.abs(bestValue) * 1e-9)),
    // The best itself, and one more than asked for, to know whether there are more.
    atMost: atMost + 2,
    step: scale.step,
    isMinimal,
    seeds: [bestSites],
    around: bestSites,
    isOver: watch.isOver,
  });
  const sign = problem.kind === "lscp" || problem.kind === "p-median" ? -1 : 1;
  return { ...found, bestSites, objectiveOf: (value) => (sign * value) / scale.perUnit };
}

/** LSCP-B chooses among covers at the least price: a budget of what the best costs. */
function atPriceOf(instance: Instance, problem: Problem, best: Answer): Problem {
  if (problem.kind !== "lscp-b") return problem;
  const spent = best.sites.reduce((sum, site) => sum + instance.sites.price[site]!, 0);
  // Sums of decimals come out a little off; prices have at most six decimals where they are exact.
  const budget = Math.round(spent * 1e6) / 1e6;
  return {
    ...problem,
    limits: {
      count: problem.limits?.count ?? null,
      budget: Math.abs(budget - spent) < 1e-9 * Math.max(1, spent) ? budget : spent,
    },
  };
}

/**
 * The p-center is a cover at each radius: the radii within the share are gone through upwards, each with all its covers,
 * until there are enough.
 */
function nearCenters(
  instance: Instance,
  problem: Problem,
  best: Answer,
  { within = 0.01, atMost }: RunnersUpOptions,
  watch: Watch,
): NearBest {
  const { cost } = instance.costs;
  const widest = Math.min(best.objective! * (1 + within) * (1 + 1e-12), problem.maxCost ?? Infinity);
  const radii = [...new Set(cost.filter((c) => c >= best.objective! && c <= widest))].sort((a, b) => a - b);
  let choices: FoundChoice[] = [];
  let isFinished = true;
  const bestSites = filledUp(choiceRules(instance, problem.limits), best.sites);
  for (const radius of radii) {
    const question = coverQuestion(instance, problem.limits, radius, { isCoverRequired: true });
    const { rowCount, firstSite } = question.cover!.rows;
    const found = searchChoices(
      question.worth([
        new Float64Array(rowCount).fill(1),
        new Float64Array(rowCount).map((_, row) =>
          Math.ceil(2 ** 20 / (firstSite[row + 1]! - firstSite[row]!)),
        ),
      ]),
      question.rules,
      {
        threshold: 0,
        // All of smaller radius are among the seeds; of this radius any will do.
        atMost: atMost + 2,
        step: 1,
        seeds: [bestSites, ...choices.map(({ sites }) => sites)],
        around: bestSites,
        isOver: watch.isOver,
      },
    );
    choices = found.choices
      .map(({ sites }) => ({ sites, value: -radiusOf(instance, sites) }))
      .sort((a, b) => b.value - a.value);
    isFinished = found.isFinished;
    if (!isFinished || choices.length >= atMost + 2) break;
  }
  return { choices, isFinished, bestSites, objectiveOf: (value) => -value };
}

function valueOfSites(question: Question, sites: readonly number[]): number {
  const worth = question.worth([]);
  for (const site of sites) worth.open(site);
  return worth.value();
}

function toAnswer(
  instance: Instance,
  problem: Problem,
  best: Answer,
  { sites, value }: FoundChoice,
  objectiveOf: (value: number) => number,
  watch: Watch,
): Answer {
  const objective = objectiveOf(value);
  const isAsGood =
    best.status === "optimal" && Math.abs(objective - best.objective!) <= 1e-9 * Math.abs(best.objective!);
  return answerOf(instance, {
    sites,
    maxCost: problem.maxCost ?? Infinity,
    status: isAsGood ? "optimal" : "feasible",
    objective,
    bound: best.bound,
    seconds: watch.seconds(),
  });
}
