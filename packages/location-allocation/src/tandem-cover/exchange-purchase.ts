/** Exchange search: a part of what was bought is given back, the money is spent anew, and what is no worse stays. */
import { seededRandom } from "../seeded-random.ts";
import { buyWell, type GreedyOptions } from "./greedy-purchase.ts";
import type { Purchase } from "./purchase.ts";
import type { ReducedNeeds } from "./reduced-needs.ts";

export interface ExchangeOptions extends GreedyOptions {
  readonly rounds: number;
  readonly onBetter?: (value: number) => void;
}

/** Always the same for the same question: the random numbers come from a generator of fixed seed. */
export function exchange(reduced: ReducedNeeds, purchase: Purchase, options: ExchangeOptions): void {
  const random = seededRandom(20_261_122);
  let best = purchase.works();
  let [bestValue, bestCost] = [purchase.value, purchase.cost];
  for (let round = 0; round < options.rounds && !options.shouldStop?.(); round++) {
    const bought = purchase.works();
    if (bought.length === 0) return;
    if (random() < 0.5) giveBackNeighbours(bought[Math.floor(random() * bought.length)]!);
    else {
      const share = 0.03 + 0.2 * random();
      for (const w of bought) if (random() < share) purchase.drop(w);
    }
    const noise = Float64Array.from(reduced.price, () => 1 + 0.3 * random());
    buyWell(reduced, purchase, {
      ...options,
      favour: (w) => noise[w]! * (options.favour?.(w) ?? 1),
    });
    const isBetter = purchase.value > bestValue;
    if (isBetter || (purchase.value === bestValue && purchase.cost <= bestCost)) {
      best = purchase.works();
      [bestValue, bestCost] = [purchase.value, purchase.cost];
      if (isBetter) options.onBetter?.(bestValue);
    } else purchase.become(best);
  }
  purchase.become(best);

  /** A work with all that serves its places too: the station goes with the tanks that it made worth while. */
  function giveBackNeighbours(work: number): void {
    const { setsOfWork, classesOfSet, setsOfClass, worksOfSet } = reduced;
    const going = new Set([work]);
    for (const s of setsOfWork[work]!)
      for (const c of classesOfSet[s]!)
        for (const other of setsOfClass[c]!)
          for (const w of worksOfSet[other]!) if (purchase.isBought[w]) going.add(w);
    // A station's neighbours are half the plan: of many only some go.
    const share = Math.min(1, 40 / going.size);
    purchase.drop(work);
    for (const w of going) if (random() < share) purchase.drop(w);
  }
}
