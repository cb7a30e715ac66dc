/** Good plans in a moment: year by year the site that adds most per đồng over the years left, then exchange. */
import { seededRandom } from "../seeded-random.ts";
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

/** Some openings are taken back and the plan is filled up anew with other favours; what is no worse stays. */
export function exchangeOpenings(
  periods: Periods,
  plan: OpeningPlan,
  rounds: number,
  options: OpeningOptions,
): void {
  const { yearCount, choosable } = periods;
  const random = seededRandom(20_261_122);
  let best = plan.opensIn.slice();
  let bestValue = plan.isAllowed() ? plan.value : Number.NEGATIVE_INFINITY;
  for (let round = 0; round < rounds && !options.shouldStop(); round++) {
    const share = 0.1 + 0.5 * random();
    const fromYear = random() < 0.5 ? 0 : Math.floor(random() * yearCount);
    for (const j of choosable) if (plan.opensIn[j]! >= fromYear && random() < share) plan.close(j);
    const noise = Float64Array.from(choosable, () => 1 + 0.5 * random());
    const noiseOf = new Map(choosable.map((j, k) => [j, noise[k]!]));
    // Money kept for a dearer site later is money not spent now: now and then a year is passed over for a site.
    const skips = Float64Array.from(choosable, () =>
      random() < 0.2 ? Math.floor(random() * yearCount) : -1,
    );
    const skipOf = new Map(choosable.map((j, k) => [j, skips[k]!]));
    openGreedily(periods, plan, {
      shouldStop: options.shouldStop,
      favour: (j, t) => (skipOf.get(j)! >= t ? 0 : noiseOf.get(j)!) * (options.favour?.(j, t) ?? 1),
    });
    openGreedily(periods, plan, options);
    if (plan.isAllowed() && plan.value >= bestValue) {
      best = plan.opensIn.slice();
      bestValue = plan.value;
    } else plan.become(best);
  }
  plan.become(best);
}
