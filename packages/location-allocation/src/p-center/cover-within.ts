/** Whether the sites allowed can serve everyone within a cost: a choice that does, or the proof that none does. */
import type { Highs } from "../highs/load.ts";
import type { Instance, Limits } from "../instance.ts";
import { solveLscp } from "../lscp.ts";
import { searchMedians } from "../p-median/branch-and-bound.ts";
import { keepsRules } from "../p-median/rules.ts";
import type { Watch } from "../watch.ts";
import { buildCoverModel } from "./cover-model.ts";

/** A choice; or none can do it; or the search ended first. */
export type CoverOutcome = readonly number[] | "refuted" | "open";

export interface CoverEffort {
  readonly watch: Watch;
  /** True: the Lagrangian alone, without branching. */
  readonly isRough?: boolean;
  /** Without it the question is branched out by the Lagrangian, which takes long where covers are thin. */
  readonly highs?: Highs | undefined;
}

/** Parts that the Lagrangian divides before set covering takes over, which knows cuts. */
const MOST_NODES = 30;

export function coverWithin(
  instance: Instance,
  limits: Limits,
  maxCost: number,
  { watch, isRough, highs }: CoverEffort,
): CoverOutcome {
  const model = buildCoverModel(instance, limits, maxCost);
  if (!model) return "refuted";
  // All costs are zero: a choice costs 0, and a bound above 0 says that there is none.
  const { sites, lower } = searchMedians(model, {
    watch,
    ceiling: model.unit,
    mostNodes: isRough ? 0 : highs ? MOST_NODES : Infinity,
    onProgress() {},
  });
  if (sites) return sites;
  if (lower >= model.unit) return "refuted";
  return highs && !isRough && !watch.isOver()
    ? coverBySites(instance, limits, maxCost, watch, highs)
    : "open";
}

/** The least cover, in sites where only they are counted and else in money, held against what is allowed. */
export function coverBySites(
  instance: Instance,
  limits: Limits,
  maxCost: number,
  watch: Watch,
  highs: Highs,
): CoverOutcome {
  const { count, budget } = limits;
  const most = (budget === null ? count : budget * (1 + 1e-12)) ?? Infinity;
  const price = new Float64Array(instance.costs.siteCount).fill(1);
  const priced = budget === null ? { ...instance, sites: { ...instance.sites, price } } : instance;
  let isSettled = false;
  const answer = solveLscp(
    { highs },
    priced,
    { kind: "lscp", maxCost, limits: { count: budget === null ? null : count, budget: null } },
    {
      timeLimitSeconds: watch.secondsLeft(),
      shouldStop: () => isSettled || watch.isOver(),
      onProgress({ incumbent, bound }) {
        isSettled = (incumbent !== null && incumbent <= most) || (bound !== null && bound > most);
      },
    },
  );
  if (answer.status === "infeasible") return "refuted";
  const { sites, bound } = answer;
  const isWithinCount = sites.length <= (count ?? Infinity);
  if (answer.objective !== null && isWithinCount && keepsRules(instance.sites, budget, sites)) return sites;
  return answer.status === "optimal" || (bound !== null && bound > most) ? "refuted" : "open";
}
