/** Good plans in a moment: year by year the site that adds most per đồng over the years left. */
import type { OpeningPlan } from "./opening-plan.ts";
import type { Periods } from "./periods.ts";

export interface OpeningOptions {
  /** Multiplies what opening site j in year t is worth: noise, or what a linear program thinks of it. */
  readonly favour?: (j: number, t: number) => number;
  readonly shouldStop: () => boolean;
}

/** Fills a plan up. Groups without a site come first; where one cannot be answered the plan stays not allowed. */
export function openGreedily(
  { yearCount, choosable, price, groups }: Periods,
  plan: OpeningPlan,
  { favour, shouldStop }: OpeningOptions,
): void {
  const worth = (j: number, t: number) =>
    (plan.gainOf(j, t) / Math.max(price[j]!, 1e-6)) * (favour?.(j, t) ?? 1);
  const bestOf = (sites: readonly number[], t: number, least: number): number => {
    let [best, most] = [-1, least];
    for (const j of sites) {
      if (!plan.canOpen(j, t)) continue;
      const own = worth(j, t);
      if (own > most) [best, most] = [j, own];
    }
    return best;
  };
  for (const group of groups) {
    if (group.some((j) => plan.opensIn[j]! < yearCount)) continue;
    for (let t = 0; t < yearCount; t++) {
      const j = bestOf(group, t, -1);
      if (j < 0) continue;
      plan.open(j, t);
      break;
    }
  }
  for (let t = 0; t < yearCount && !shouldStop(); t++)
    for (let j = bestOf(choosable, t, 0); j >= 0; j = bestOf(choosable, t, 0)) plan.open(j, t);
}
