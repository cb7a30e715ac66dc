/** Better plans by exchange: sites taken back by one and by two, shifted in time, and in random handfuls, and filled up anew. */
import { seededRandom } from "../seeded-random.ts";
import { openGreedily } from "./greedy-opening.ts";
import type { OpeningPlan } from "./opening-plan.ts";
import type { Periods } from "./periods.ts";

export interface ExchangeOptions {
  /** Of taking back random handfuls. */
  readonly rounds: number;
  /** Whether every two sites are taken back too: thorough, and slow where many are open. */
  readonly isThorough: boolean;
  /** Multiplies what opening site j in year t is worth in these rounds: what a linear program thinks of it. */
  readonly favour?: (j: number, t: number) => number;
  readonly seed?: number;
  readonly shouldStop: () => boolean;
}

/** A plan that is allowed stays so, and never becomes worse; one that is not may become allowed. */
export function exchangeOpenings(periods: Periods, plan: OpeningPlan, options: ExchangeOptions): void {
  const { yearCount, choosable, price } = periods;
  const { rounds, favour, shouldStop } = options;
  const random = seededRandom(options.seed ?? 20_261_122);
  let best = plan.opensIn.slice();
  let bestValue = plan.isAllowed() ? plan.value : Number.NEGATIVE_INFINITY;
  const keep = (): boolean => {
    const isBetter = plan.value > bestValue && plan.isAllowed();
    if (isBetter) {
      best = plan.opensIn.slice();
      bestValue = plan.value;
    }
    return isBetter;
  };
  const openSites = () => choosable.filter((j) => best[j]! < yearCount);
  /** After something was taken back: filled up in two ways, the better way kept if it is better than all so far. */
  const refill = (): boolean => {
    const left = plan.opensIn.slice();
    fillByGain(periods, plan);
    const first = keep();
    plan.become(left);
    openGreedily(periods, plan, { shouldStop });
    const second = keep();
    plan.become(best);
    return first || second;
  };

  byOne();
  if (options.isThorough) byTwo();
  for (let round = 0; round < rounds && !shouldStop(); round++) {
    takeBack();
    const noise = Float64Array.from(plan.opensIn, () => 1 + 0.5 * random());
    // By weight alone, by weight per đồng, or between: what spends a year's money best is not known beforehand.
    const exponent = 1.25 * random();
    // Money kept for a dearer site later is money not spent now: now and then a year is passed over for a site.
    const skips = Float64Array.from(plan.opensIn, () =>
      random() < 0.2 ? Math.floor(random() * yearCount) : -1,
    );
    openGreedily(periods, plan, {
      shouldStop,
      favour: (j, t) =>
        skips[j]! >= t ? 0 : noise[j]! * Math.max(price[j]!, 1e-6) ** (1 - exponent) * (favour?.(j, t) ?? 1),
    });
    openGreedily(periods, plan, { shouldStop });
    if (keep()) byOne();
    else plan.become(best);
  }
  plan.become(best);

  /** A share of the sites from some year on, or all of one year and a few others. */
  function takeBack(): void {
    const isOfYear = random() < 0.5;
    const share = isOfYear ? 0.15 : 0.1 + 0.5 * random();
    const year = isOfYear || random() < 0.5 ? Math.floor(random() * yearCount) : 0;
    for (const j of choosable) {
      const t = plan.opensIn[j]!;
      const isMeant = isOfYear ? t === year || random() < share : t >= year && random() < share;
      if (t < yearCount && isMeant) plan.close(j);
    }
  }

  function byOne(): void {
    for (let isBetter = true; isBetter && !shouldStop(); ) {
      isBetter = false;
      for (const j of openSites()) {
        if (shouldStop()) return;
        plan.close(j);
        if (refill()) isBetter = true;
      }
    }
  }

  function byTwo(): void {
    const open = openSites();
    for (let a = 0; a < open.length; a++)
      for (let b = a + 1; b < open.length; b++) {
        if (shouldStop()) return;
        const [j, k] = [open[a]!, open[b]!];
        const [s, t] = [best[j]!, best[k]!];
        if (s === yearCount || t === yearCount) continue;
        plan.close(j);
        plan.close(k);
        if (refill()) byOne();
        if (s === t || best[j] !== s || best[k] !== t) continue;
        plan.close(j);
        plan.close(k);
        if (plan.canOpen(j, t)) plan.open(j, t);
        if (plan.canOpen(k, s)) plan.open(k, s);
        if (refill()) byOne();
      }
  }
}

/** Fills up by the opening that adds most, whatever its year and price; of equals the cheaper. */
function fillByGain({ yearCount, choosable, price }: Periods, plan: OpeningPlan): void {
  for (;;) {
    let [site, year, most] = [-1, -1, 0];
    for (const j of choosable) {
      for (let t = 0; t < yearCount; t++) {
        const gain = plan.gainOf(j, t);
        if (gain < most || gain === 0) break; // later adds less
        if (gain === most && (site < 0 || price[j]! >= price[site]!)) continue;
        if (!plan.canOpen(j, t)) continue;
        [site, year, most] = [j, t, gain];
        break;
      }
    }
    if (site < 0) return;
    plan.open(site, year);
  }
}
