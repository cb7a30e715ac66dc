/** Small location problems as files, and their answers by trying every set of sites: shares no code with the solver. */
import { csvQuoted } from "@firecover/domain";
import fc from "fast-check";

export interface SmallProblem {
  readonly costs: readonly { site: string; demand: string; cost: number }[];
  readonly weights: ReadonlyMap<string, number>;
  readonly sites: readonly SmallSite[];
  readonly hasSitesFile: boolean;
  readonly count: number | null;
  readonly budget: number | null;
  readonly maxCost: number | null;
}

interface SmallSite {
  readonly id: string;
  readonly status: "candidate" | "required" | "forbidden";
  readonly price: number;
  readonly group: string;
}

const siteNames = ["007", " a b", "Trạm số 1", 'Đội "ba", xóm 4', "__proto__", "12", "=1+1"];
const demandNames = ["7", "007", "ô 1", "constructor", "a;b", "2", "nhà\nhai tầng", "__proto__"];

/** Weights and prices with one decimal, costs among few values so that ties are common. */
export const smallProblems: fc.Arbitrary<SmallProblem> = fc
  .record({
    siteCount: fc.integer({ min: 1, max: siteNames.length }),
    demandCount: fc.integer({ min: 1, max: demandNames.length }),
    pairs: fc.array(fc.integer({ min: -3, max: 9 }), { minLength: 56, maxLength: 56 }),
    weights: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 8, maxLength: 8 }),
    statuses: fc.array(
      fc.constantFrom("candidate", "candidate", "candidate", "candidate", "required", "forbidden"),
      { minLength: 7, maxLength: 7 },
    ),
    prices: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 7, maxLength: 7 }),
    groups: fc.array(fc.constantFrom("", "", "", "", "Cụm A", "b"), { minLength: 7, maxLength: 7 }),
    hasSitesFile: fc.boolean(),
    count: fc.option(fc.integer({ min: 1, max: 5 })),
    budget: fc.option(fc.integer({ min: 0, max: 90 })),
    maxCost: fc.option(fc.integer({ min: 0, max: 9 })),
  })
  .map((drawn) => {
    const { hasSitesFile, maxCost } = drawn;
    const sites = siteNames.slice(0, drawn.siteCount).map(
      (id, j): SmallSite => ({
        id,
        status: hasSitesFile ? (drawn.statuses[j]! as SmallSite["status"]) : "candidate",
        price: hasSitesFile ? drawn.prices[j]! / 10 : 1,
        group: hasSitesFile ? drawn.groups[j]! : "",
      }),
    );
    const demand = demandNames.slice(0, drawn.demandCount);
    const costs = sites.flatMap(({ id }, j) =>
      demand.flatMap((name, i) => {
        const cost = drawn.pairs[8 * j + i]!;
        return cost < 0 ? [] : [{ site: id, demand: name, cost: cost / 2 }];
      }),
    );
    const weights = new Map(demand.map((name, i) => [name, drawn.weights[i]! / 10]));
    const known = hasSitesFile ? sites : sites.filter(({ id }) => costs.some(({ site }) => site === id));
    const required = known.filter(({ status }) => status === "required");
    const spent = required.reduce((sum, { price }) => sum + price, 0);
    return {
      costs,
      weights,
      sites: known,
      hasSitesFile,
      // never fewer than what is required, which is a fault of the input
      count: drawn.count === null ? null : Math.max(drawn.count, required.length),
      budget: drawn.budget === null ? null : Math.ceil(Math.max(drawn.budget / 10, spent)),
      maxCost: maxCost === null ? null : maxCost / 2,
    };
  })
  // nobody to serve, and groups that none may stand for, are faults of the input
  .filter(
    ({ costs, sites }) =>
      costs.length > 0 &&
      sites.every(
        ({ group }) =>
          group === "" || sites.some((site) => site.group === group && site.status !== "forbidden"),
      ),
  );

export function filesOf({ costs, weights, sites }: SmallProblem) {
  const table = (head: string, rows: (string | number)[][]) =>
    [head, ...rows.map((row) => row.map((cell) => csvQuoted(String(cell))).join(","))].join("\n");
  return {
    costs: table(
      "site,demand,cost",
      costs.map(({ site, demand, cost }) => [site, demand, cost]),
    ),
    demand: table("demand,weight", [...weights]),
    sites: table(
      "site,status,price,group",
      sites.map(({ id, status, price, group }) => [id, status, price, group]),
    ),
  };
}

/** What a set of sites is worth, by the problem's own measure; null = it breaks a rule. */
export interface Worth {
  readonly objective: number;
  /** Ranks choices: the least is best, then the next. */
  readonly rank: readonly number[];
}

/** Cost of each demand point to each open site within reach, cheapest first. */
export function costsWithin(of: SmallProblem, open: readonly string[]): Map<string, number[]> {
  const within = of.maxCost ?? Number.POSITIVE_INFINITY;
  return new Map(
    [...of.weights.keys()].map((name) => [
      name,
      of.costs
        .filter(({ site, demand, cost }) => demand === name && open.includes(site) && cost <= within)
        .map(({ cost }) => cost)
        .sort((a, b) => a - b),
    ]),
  );
}

export function worthOf(problem: string, of: SmallProblem, open: readonly string[]): Worth | null {
  const costs = costsWithin(of, open);
  const price = sum(of.sites.filter(({ id }) => open.includes(id)).map((site) => site.price));
  const coveredTimes = (times: number) =>
    sum([...of.weights].filter(([name]) => costs.get(name)!.length >= times).map(([, weight]) => weight));
  const isEveryoneServed = [...costs.values()].every((each) => each.length > 0);
  const needsAll = problem !== "mclp" && problem !== "bclp";
  if (needsAll && !isEveryoneServed) return null;
  switch (problem) {
    case "lscp":
      return { objective: price, rank: [price] };
    case "lscp-b":
      return { objective: coveredTimes(2), rank: [price, -coveredTimes(2)] };
    case "mclp":
      return { objective: coveredTimes(1), rank: [-coveredTimes(1)] };
    case "bclp":
      return { objective: coveredTimes(2), rank: [-coveredTimes(2)] };
    case "p-median": {
      const total = sum([...of.weights].map(([name, weight]) => weight * costs.get(name)![0]!));
      return { objective: total, rank: [total] };
    }
    default: {
      const worst = Math.max(...[...costs.values()].map(([cost]) => cost!));
      return { objective: worst, rank: [worst] };
    }
  }
}

export function keepsRules({ sites, count, budget }: SmallProblem, open: readonly string[]): boolean {
  const isOpen = ({ id }: SmallSite) => open.includes(id);
  const groups = new Set(sites.map(({ group }) => group).filter((group) => group !== ""));
  return (
    sites.every((site) => (isOpen(site) ? site.status !== "forbidden" : site.status !== "required")) &&
    (count === null || open.length <= count) &&
    (budget === null || sum(sites.filter(isOpen).map(({ price }) => price)) <= budget) &&
    [...groups].every((group) => sites.some((site) => site.group === group && isOpen(site)))
  );
}

/** The best worth of any set of sites; null = infeasible. */
export function bestWorth(problem: string, of: SmallProblem): Worth | null {
  let best: Worth | null = null;
  for (let set = 0; set < 1 << of.sites.length; set++) {
    const open = of.sites.filter((_, j) => (set >> j) & 1).map(({ id }) => id);
    const worth = keepsRules(of, open) ? worthOf(problem, of, open) : null;
    if (worth && (best === null || isBefore(worth.rank, best.rank))) best = worth;
  }
  return best;
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const k = a.findIndex((value, at) => value !== b[at]);
  return k >= 0 && a[k]! < b[k]!;
}

/** Of tenths, without the crumbs of binary fractions. */
const sum = (values: readonly number[]): number =>
  Math.round(values.reduce((total, value) => total + value, 0) * 1e6) / 1e6;
