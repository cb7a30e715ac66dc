/** The location problems that are measured: an instance by size and seed, and the question put to it. */
import type { Instance, Problem } from "@firecover/location-allocation";
import { planeInstance } from "./location-instances.ts";
import { type LocationCaseName, locationCases } from "./location-sizes.ts";

export interface LocationCase {
  readonly instance: Instance;
  readonly problem: Problem;
}

/** Distances as costs, 10 % of all pairs within the radius; of the p-median every pair. */
export function locationCase(name: LocationCaseName, seed: number): LocationCase {
  const { kind, siteCount, demandCount, count } = locationCases[name];
  const { instance, maxCost } = planeInstance({
    siteCount,
    demandCount,
    seed,
    density: 0.1,
    allPairs: kind === "p-median",
  });
  const limits = { count, budget: null };
  if (kind === "p-median") return { instance, problem: { kind, limits } };
  if (kind === "mclp") return { instance, problem: { kind, maxCost, limits } };
  return { instance: withoutUnreachable(instance), problem: { kind, maxCost } };
}

/** Demand that no site covers would make a covering of all impossible: it is left out. */
function withoutUnreachable({ costs, weight, sites }: Instance): Instance {
  const number = new Int32Array(costs.demandCount).fill(-1);
  for (const i of costs.demandOf) number[i] = 0;
  let demandCount = 0;
  for (let i = 0; i < number.length; i++) if (number[i] === 0) number[i] = demandCount++;
  return {
    costs: { ...costs, demandCount, demandOf: costs.demandOf.map((i) => number[i]!) },
    weight: weight.filter((_, i) => number[i]! >= 0),
    sites,
  };
}
