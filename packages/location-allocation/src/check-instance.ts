/** What must hold of an instance and a problem before anything is solved; the first fault is thrown. */
import { FORBIDDEN, type Instance, type Limits, REQUIRED } from "./instance.ts";
import type { Problem } from "./problem.ts";

export type InstanceFaultCode =
  | "empty"
  | "shape"
  | "index"
  | "duplicate-pair"
  | "cost"
  | "weight"
  | "price"
  | "status"
  | "limit"
  | "max-cost"
  | "capacity"
  | "share"
  | "count-below-required"
  | "budget-below-required"
  | "required-in-conflict"
  | "group-without-site";

/** The question itself is at fault, whatever the solver does. */
export class InstanceFault extends Error {
  readonly code: InstanceFaultCode;
  /** The site or demand point at fault, where there is one. */
  readonly site: number | null;
  readonly demand: number | null;

  constructor(code: InstanceFaultCode, message: string, at: { site?: number; demand?: number } = {}) {
    super(message);
    this.name = "InstanceFault";
    this.code = code;
    this.site = at.site ?? null;
    this.demand = at.demand ?? null;
  }
}

export function checkInstance(instance: Instance, problem: Problem): void {
  checkShape(instance);
  checkPairs(instance);
  checkValues(instance);
  checkSites(instance);
  checkProblem(instance, problem);
}

function checkShape({ costs, weight, sites }: Instance): void {
  const { siteCount, demandCount, firstPair, demandOf, cost } = costs;
  if (siteCount === 0) throw new InstanceFault("empty", "There is no site.");
  if (demandCount === 0) throw new InstanceFault("empty", "There is no demand point.");
  const pairCount = firstPair[siteCount];
  const fits =
    firstPair.length === siteCount + 1 &&
    firstPair[0] === 0 &&
    demandOf.length === pairCount &&
    cost.length === pairCount &&
    weight.length === demandCount &&
    sites.status.length === siteCount &&
    sites.price.length === siteCount;
  if (!fits) throw new InstanceFault("shape", "The arrays of the instance do not fit one another in length.");
  for (let site = 0; site < siteCount; site++) {
    if (firstPair[site]! <= firstPair[site + 1]!) continue;
    throw new InstanceFault("shape", `The pairs of site ${site} end before they begin.`, { site });
  }
}

function checkPairs({ costs }: Instance): void {
  const { siteCount, demandCount, firstPair, demandOf, cost } = costs;
  for (let site = 0; site < siteCount; site++) {
    let previous = -1;
    for (let k = firstPair[site]!; k < firstPair[site + 1]!; k++) {
      const demand = demandOf[k]!;
      if (demand >= demandCount) {
        throw new InstanceFault(
          "index",
          `Site ${site} has a cost to demand point ${demand}, which is not there.`,
          { site },
        );
      }
      if (demand === previous) {
        throw new InstanceFault(
          "duplicate-pair",
          `The cost of site ${site} to demand point ${demand} is given twice.`,
          {
            site,
            demand,
          },
        );
      }
      if (demand < previous) {
        throw new InstanceFault("shape", `The demand points of site ${site} are not in ascending order.`, {
          site,
        });
      }
      if (!isAmount(cost[k]!)) {
        const message = `The cost of site ${site} to demand point ${demand} is ${cost[k]}, ${notAmount}.`;
        throw new InstanceFault("cost", message, { site, demand });
      }
      previous = demand;
    }
  }
}

function checkValues({ weight, sites }: Instance): void {
  weight.forEach((w, demand) => {
    if (isAmount(w)) return;
    throw new InstanceFault("weight", `The weight of demand point ${demand} is ${w}, ${notAmount}.`, {
      demand,
    });
  });
  sites.price.forEach((price, site) => {
    if (isAmount(price)) return;
    throw new InstanceFault("price", `The price of site ${site} is ${price}, ${notAmount}.`, { site });
  });
}

function checkSites({ costs, sites }: Instance): void {
  const { siteCount } = costs;
  const { status, conflicts, groups } = sites;
  status.forEach((value, site) => {
    if (value > FORBIDDEN)
      throw new InstanceFault("status", `The status of site ${site} is unknown.`, { site });
  });
  for (const [j, k] of conflicts) {
    if (!isSite(j, siteCount) || !isSite(k, siteCount)) {
      throw new InstanceFault("index", `The conflict of sites ${j} and ${k} names a site that is not there.`);
    }
    if (j === k)
      throw new InstanceFault("index", `Site ${j} is said to be in conflict with itself.`, { site: j });
    if (status[j] === REQUIRED && status[k] === REQUIRED) {
      const message = `Sites ${j} and ${k} are both required, but may not stand together.`;
      throw new InstanceFault("required-in-conflict", message, { site: j });
    }
  }
  groups.forEach((group, index) => {
    if (group.some((site) => !isSite(site, siteCount))) {
      throw new InstanceFault("index", `Group ${index} names a site that is not there.`);
    }
    if (group.every((site) => status[site] === FORBIDDEN)) {
      throw new InstanceFault("group-without-site", `Group ${index} has no site that may stand.`);
    }
  });
}

function checkProblem(instance: Instance, problem: Problem): void {
  if (problem.maxCost !== undefined && !(problem.maxCost >= 0)) {
    throw new InstanceFault("max-cost", `The threshold of cost is ${problem.maxCost}, not a number from 0.`);
  }
  if (problem.limits) checkLimits(instance, problem.limits);
  if ("capacity" in problem) {
    if (problem.capacity.length !== instance.costs.siteCount) {
      throw new InstanceFault("shape", "There is not one capacity per site.");
    }
    problem.capacity.forEach((capacity, site) => {
      if (!(capacity >= 0)) {
        throw new InstanceFault(
          "capacity",
          `The capacity of site ${site} is ${capacity}, not a number from 0.`,
          { site },
        );
      }
    });
  }
  if (
    "firstCoverShare" in problem &&
    problem.firstCoverShare !== undefined &&
    !isAmount(problem.firstCoverShare)
  ) {
    throw new InstanceFault("share", `The share of first cover is ${problem.firstCoverShare}, ${notAmount}.`);
  }
}

function checkLimits({ sites }: Instance, { count, budget }: Limits): void {
  let required = 0;
  let price = 0;
  sites.status.forEach((status, site) => {
    if (status !== REQUIRED) return;
    required++;
    price += sites.price[site]!;
  });
  if (count !== null) {
    if (!Number.isInteger(count) || count < 0) {
      throw new InstanceFault("limit", `The number of sites is ${count}, not a whole number from 0.`);
    }
    if (count < required) {
      const message = `${required} sites are required, but only ${count} may stand.`;
      throw new InstanceFault("count-below-required", message);
    }
  }
  if (budget === null) return;
  if (!isAmount(budget)) throw new InstanceFault("limit", `The budget is ${budget}, ${notAmount}.`);
  if (budget < price * (1 - 1e-12)) {
    const message = `The required sites cost ${price}, more than the budget of ${budget}.`;
    throw new InstanceFault("budget-below-required", message);
  }
}

/** Sums and products of larger amounts would leave the numbers there are. */
export const largestAmount = 1e100;
const notAmount = "not a number from 0 to 10^100";

const isAmount = (value: number) => value >= 0 && value <= largestAmount;

const isSite = (site: number, siteCount: number) => Number.isInteger(site) && site >= 0 && site < siteCount;
