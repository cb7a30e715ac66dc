/** What was asked on the command line, held against the files, as a problem of the engine. */
import { FORBIDDEN, type Problem, REQUIRED } from "@firecover/location-allocation";
import { InputFaults } from "../exit.ts";
import { shown } from "./columns.ts";
import type { NamedInstance } from "./instance-files.ts";

export const problemNames = ["lscp", "mclp", "p-median", "p-center", "lscp-b", "bclp"] as const;
export type ProblemName = (typeof problemNames)[number];

export interface Asked {
  readonly problem: ProblemName;
  readonly sites?: string | undefined;
  readonly count?: number | undefined;
  readonly budget?: number | undefined;
  readonly maxCost?: number | undefined;
  readonly firstCoverShare?: number | undefined;
}

export function problemOf(asked: Asked, named: NamedInstance): Problem {
  const { instance, capacity } = named;
  const faults = [...contradictions(asked, named)];
  if (faults.length > 0) throw new InputFaults(faults);
  const limits = { count: asked.count ?? null, budget: asked.budget ?? null };
  // without a threshold every pair of the file may serve
  const maxCost = asked.maxCost ?? largest(instance.costs.cost);
  const within = asked.maxCost === undefined ? {} : { maxCost };
  switch (asked.problem) {
    case "lscp":
    case "lscp-b":
      return { kind: asked.problem, maxCost, limits };
    case "mclp":
      return capacity === null
        ? { kind: "mclp", maxCost, limits }
        : { kind: "capacitated-mclp", maxCost, limits, capacity };
    case "p-median":
      return capacity === null
        ? { kind: "p-median", ...within, limits }
        : { kind: "capacitated-p-median", ...within, limits, capacity };
    case "p-center":
      return { kind: "p-center", ...within, limits };
    case "bclp":
      return { kind: "bclp", maxCost, limits, firstCoverShare: asked.firstCoverShare ?? 0 };
  }
}

function* contradictions(
  { problem, sites = "", count, budget }: Asked,
  { instance, capacity, groupNames }: NamedInstance,
): Generator<string> {
  const { status, price } = instance.sites;
  let [required, spent] = [0, 0];
  for (let j = 0; j < status.length; j++) {
    if (status[j] !== REQUIRED) continue;
    required++;
    spent += price[j]!;
  }
  if (count !== undefined && required > count) {
    yield `${sites}: ${required} điểm required, nhiều hơn · required sites, more than --count ${count}`;
  }
  // prices are decimals: a sum that differs from the budget in the last bits keeps it
  if (budget !== undefined && spent > budget * (1 + 1e-12) + 1e-9) {
    yield `${sites}: các điểm required giá ${spent}, quá · the required sites cost more than --budget ${budget}`;
  }
  for (const [g, members] of instance.sites.groups.entries()) {
    if (members.some((j) => status[j] !== FORBIDDEN)) continue;
    yield `${sites}, cột group: "${shown(groupNames[g]!)}" chỉ có điểm forbidden · all its sites are forbidden`;
  }
  if (capacity !== null && problem !== "mclp" && problem !== "p-median") {
    yield `${sites}, dòng 1, cột capacity: chỉ mclp và p-median xét sức chứa · only mclp and p-median know capacities`;
  }
}

function largest(costs: Float64Array): number {
  let most = 0;
  for (let p = 0; p < costs.length; p++) most = Math.max(most, costs[p]!);
  return most;
}
