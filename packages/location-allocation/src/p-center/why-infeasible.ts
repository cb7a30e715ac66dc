/** Why nothing serves everyone: who is out of reach, which threshold would do, or which rule is in the way. */
import type { Infeasibility } from "../answer.ts";
import { unreachableWithin } from "../answer-of.ts";
import type { Instance, Limits } from "../instance.ts";
import type { Watch } from "../watch.ts";
import { coverWithin } from "./cover-within.ts";
import { leastRadius } from "./least-radius.ts";

/** Of an instance known to be infeasible within `maxCost`; what the watch leaves no time for stays null. */
export function whyInfeasible(
  instance: Instance,
  limits: Limits,
  maxCost: number,
  watch: Watch,
  radius = leastRadius(instance, limits, watch),
): Infeasibility {
  const unreachable = unreachableWithin(instance, maxCost);
  if (radius.lower < Infinity) {
    return { unreachable, smallestMaxCost: radius.lower === radius.upper ? radius.upper : null, rule: null };
  }
  return {
    unreachable,
    smallestMaxCost: null,
    rule: unreachable.length > 0 ? null : blamedRule(instance, limits, watch),
  };
}

/** The first rule without which everyone could be served, whatever the threshold. */
function blamedRule(instance: Instance, limits: Limits, watch: Watch): Infeasibility["rule"] {
  const { sites } = instance;
  const attempts: [Exclude<Infeasibility["rule"], null>, Instance, Limits][] = [
    ["budget", instance, { ...limits, budget: null }],
    ["count", instance, { ...limits, count: null }],
    ["conflicts", { ...instance, sites: { ...sites, conflicts: [] } }, limits],
    ["groups", { ...instance, sites: { ...sites, groups: [] } }, limits],
  ];
  for (const [rule, without, limitsWithout] of attempts) {
    if (watch.isOver()) return null;
    if (typeof coverWithin(without, limitsWithout, Infinity, { watch }) !== "string") return rule;
  }
  return null;
}
