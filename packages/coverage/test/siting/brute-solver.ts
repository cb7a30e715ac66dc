/** Location problems by trying every set of sites: for small instances, sharing nothing with the real solver. */
import type { Answer, Instance, Problem, Solver } from "@firecover/location-allocation";

export function allChoices({ sites }: Instance, limits: Problem["limits"]): number[][] {
  const { status, price, conflicts, groups } = sites;
  const choices: number[][] = [];
  const walk = (j: number, open: readonly number[]) => {
    if (j === status.length) {
      const stands = new Set(open);
      const isCheap = open.reduce((sum, k) => sum + price[k]!, 0) <= (limits?.budget ?? Infinity);
      const isApart = conflicts.every(([a, b]) => !stands.has(a) || !stands.has(b));
      const hasAll = groups.every((group) => group.some((k) => stands.has(k)));
      if (isCheap && isApart && hasAll && open.length <= (limits?.count ?? Infinity)) choices.push([...open]);
      return;
    }
    if (status[j] !== 2) walk(j + 1, [...open, j]);
    if (status[j] !== 1) walk(j + 1, open);
  };
  walk(0, []);
  return choices;
}

/** Greater is better; null = the choice breaks the problem. */
function worthOf(
  { costs, weight, sites }: Instance,
  problem: Problem,
  open: readonly number[],
): number | null {
  const maxCost = problem.maxCost ?? Infinity;
  let once = 0;
  let twice = 0;
  let summed = 0;
  let worst = 0;
  for (let i = 0; i < weight.length; i++) {
    const reaching = open.flatMap((j) => {
      for (let k = costs.firstPair[j]!; k < costs.firstPair[j + 1]!; k++)
        if (costs.demandOf[k] === i && costs.cost[k]! <= maxCost) return [costs.cost[k]!];
      return [];
    });
    const isEveryoneAsked = ["lscp", "lscp-b", "p-median", "p-center"].includes(problem.kind);
    if (reaching.length === 0 && isEveryoneAsked) return null;
    if (reaching.length > 0) once += weight[i]!;
    if (reaching.length > 1) twice += weight[i]!;
    summed += weight[i]! * Math.min(...reaching);
    worst = Math.max(worst, Math.min(...reaching));
  }
  const price = open.reduce((sum, j) => sum + sites.price[j]!, 0);
  if (problem.kind === "mclp") return once;
  if (problem.kind === "bclp") return twice;
  if (problem.kind === "lscp") return -price;
  if (problem.kind === "lscp-b") return twice - 1e9 * price;
  return problem.kind === "p-median" ? -summed : -worst;
}

export const bruteSolver: Solver = {
  highs: null as never,
  solve(instance: Instance, problem: Problem): Answer {
    let best: number[] | null = null;
    let value = Number.NEGATIVE_INFINITY;
    for (const open of allChoices(instance, problem.limits)) {
      const own = worthOf(instance, problem, open);
      if (own === null || own < value || (own === value && open.length <= best!.length)) continue;
      best = open;
      value = own;
    }
    const isTwice = problem.kind === "lscp-b" && best !== null;
    const price = (best ?? []).reduce((sum, j) => sum + instance.sites.price[j]!, 0);
    const objective = best === null ? null : isTwice ? value + 1e9 * price : Math.abs(value);
    return {
      status: best === null ? "infeasible" : "optimal",
      objective,
      bound: objective,
      gap: objective === null ? null : 0,
      sites: best ?? [],
      assignment: new Int32Array(instance.weight.length).fill(-1),
      served: [],
      covered: 0,
      total: 0,
      seconds: 0,
      infeasibility: null,
    };
  },
};
