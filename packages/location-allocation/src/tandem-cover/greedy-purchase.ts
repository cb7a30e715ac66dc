/** Works bought one after the other by what they bring per đồng, looking ahead to what else their places need. */
import type { Purchase } from "./purchase.ts";
import type { ReducedNeeds } from "./reduced-needs.ts";

/**
 * A work alone often meets nobody: a station frees a door only once the door has a tank too. So a work is weighed with
 * the cheapest companions: of the places it helps those with most weight per đồng of companions are taken first, as long
 * as weight ÷ (its price + theirs) still grows. A companion shared by several places is paid by each of them here, which
 * makes the weighing careful, never wrong: what is bought is what counts.
 */
export interface GreedyOptions {
  /** Works that may be bought; all usable ones where absent. */
  readonly isAllowed?: (work: number) => boolean;
  /** Multiplies the worth of a work: noise, or what a linear program thinks of it. */
  readonly favour?: (work: number) => number;
  readonly shouldStop?: () => boolean;
}

interface Offer {
  readonly work: number;
  readonly worth: number;
  readonly stamp: number;
}

export function buyGreedily(reduced: ReducedNeeds, purchase: Purchase, options: GreedyOptions = {}): void {
  const { workCount, budget, isUsable, worksOfSet, setsOfWork, setsOfClass, classesOfSet, classWeight } =
    reduced;
  const isAllowed = (w: number) => isUsable[w] === 1 && (options.isAllowed?.(w) ?? true);
  const cheapest = Float64Array.from(worksOfSet, (works) => {
    let least = Number.POSITIVE_INFINITY;
    for (const w of works) if (isAllowed(w)) least = Math.min(least, purchase.priceOf(w));
    return least;
  });
  const stamp = new Uint32Array(workCount);
  const restOf = new Map<number, number>();

  /** Weight per đồng of the best bundle round the work within what is left. */
  function worthOf(w: number): number {
    const price = purchase.priceOf(w);
    const left = budget - purchase.cost;
    if (!(price <= left)) return 0;
    restOf.clear();
    for (const s of setsOfWork[w]!) {
      if (purchase.met[s]! > 0) continue;
      for (const c of classesOfSet[s]!) {
        if (restOf.has(c)) continue;
        let rest = 0;
        for (const other of setsOfClass[c]!)
          if (purchase.met[other] === 0 && !contains(setsOfWork[w]!, other)) rest += cheapest[other]!;
        restOf.set(c, rest);
      }
    }
    let weight = 0;
    let cost = price;
    const withCompanions: number[] = [];
    for (const [c, rest] of restOf) {
      if (rest === 0) weight += classWeight[c]!;
      else if (price + rest <= left) withCompanions.push(c);
    }
    withCompanions.sort(
      (a, b) => classWeight[b]! * restOf.get(a)! - classWeight[a]! * restOf.get(b)! || a - b,
    );
    for (const c of withCompanions) {
      const [more, rest] = [classWeight[c]!, restOf.get(c)!];
      if (cost + rest > left) continue;
      if (more * cost <= weight * rest) break; // it would lower weight ÷ cost
      weight += more;
      cost += rest;
    }
    return (weight / Math.max(cost, 1e-9)) * (options.favour?.(w) ?? 1);
  }

  const heap = createOfferHeap();
  const offer = (w: number) => {
    const worth = worthOf(w);
    stamp[w]!++;
    if (worth > 0) heap.push({ work: w, worth, stamp: stamp[w]! });
  };
  for (let w = 0; w < workCount; w++) if (isAllowed(w) && !purchase.isBought[w]) offer(w);

  const touched = new Set<number>();
  for (let best = heap.pop(); best && !options.shouldStop?.(); best = heap.pop()) {
    const { work } = best;
    if (best.stamp !== stamp[work] || purchase.isBought[work]) continue;
    // What is left of the budget has shrunk since: one that still leads the next one is the best.
    const worth = worthOf(work);
    if (worth < best.worth) {
      stamp[work]!++;
      if (worth > 0) heap.push({ work, worth, stamp: stamp[work]! });
      continue;
    }
    const newlyMet = setsOfWork[work]!.filter((s) => purchase.met[s] === 0);
    purchase.buy(work);
    touched.clear();
    for (const s of newlyMet) {
      for (const w of worksOfSet[s]!) touched.add(w);
      for (const c of classesOfSet[s]!)
        for (const other of setsOfClass[c]!)
          if (purchase.met[other] === 0) for (const w of worksOfSet[other]!) touched.add(w);
    }
    for (const w of touched) if (isAllowed(w) && !purchase.isBought[w]) offer(w);
  }
}

/** Drops what its places no longer need, the dearest first, then what nobody else requires. */
export function dropIdle(reduced: ReducedNeeds, purchase: Purchase): boolean {
  let dropped = false;
  for (const w of purchase.works().sort((a, b) => reduced.price[b]! - reduced.price[a]! || a - b)) {
    if (!purchase.isBought[w] || purchase.lossOf(w) > 0) continue;
    purchase.drop(w);
    dropped = true;
  }
  return dropped;
}

/** Buys and drops by turns until nothing idle is left. */
export function buyWell(reduced: ReducedNeeds, purchase: Purchase, options: GreedyOptions = {}): void {
  for (let round = 0; round < 4; round++) {
    buyGreedily(reduced, purchase, options);
    if (!dropIdle(reduced, purchase)) return;
  }
}

function contains(ascending: Uint32Array, item: number): boolean {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < item) low = middle + 1;
    else high = middle;
  }
  return ascending[low] === item;
}

/** Binary heap, most worth first, the lower work on a tie. */
function createOfferHeap() {
  const offers: Offer[] = [];
  const isBefore = (a: Offer, b: Offer) => a.worth > b.worth || (a.worth === b.worth && a.work < b.work);
  return {
    push(offer: Offer): void {
      let at = offers.push(offer) - 1;
      while (at > 0) {
        const up = (at - 1) >> 1;
        if (!isBefore(offer, offers[up]!)) break;
        offers[at] = offers[up]!;
        at = up;
      }
      offers[at] = offer;
    },
    pop(): Offer | undefined {
      const top = offers[0];
      const last = offers.pop();
      if (!top || !last || offers.length === 0) return top;
      let at = 0;
      for (let next = 1; next < offers.length; next = 2 * at + 1) {
        if (next + 1 < offers.length && isBefore(offers[next + 1]!, offers[next]!)) next++;
        if (!isBefore(offers[next]!, last)) break;
        offers[at] = offers[next]!;
        at = next;
      }
      offers[at] = last;
      return top;
    },
  };
}
