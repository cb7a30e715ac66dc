/** A set of works while it is being put together: what it costs, what it meets, what one more or less would change. */
import type { ReducedNeeds } from "./reduced-needs.ts";

export interface Purchase {
  readonly isBought: Uint8Array;
  /** Bought works of each cure set. */
  readonly met: Int32Array;
  /** Cure sets without a bought work, per class. */
  readonly unmet: Int32Array;
  /** Σ weight of the classes with all needs met. */
  readonly value: number;
  readonly cost: number;
  /** What it costs to buy it and all that it requires; Infinity where an exclusive set forbids it. */
  priceOf(work: number): number;
  /** With all that it requires. */
  buy(work: number): void;
  /** With all that require it. */
  drop(work: number): void;
  /** Weight that goes when it is dropped. */
  lossOf(work: number): number;
  works(): number[];
  /** Makes it these works and no others. */
  become(works: readonly number[]): void;
}

export function createPurchase(reduced: ReducedNeeds): Purchase {
  const { workCount, price, setsOfWork, setsOfClass, classesOfSet, classWeight, closure, dependents } =
    reduced;
  const isBought = new Uint8Array(workCount);
  const met = new Int32Array(reduced.worksOfSet.length);
  const unmet = Int32Array.from(setsOfClass, (sets) => sets.length);
  const groupsOf = Array.from({ length: workCount }, (): number[] => []);
  reduced.exclusive.forEach((set, g) => {
    for (const w of set) groupsOf[w]!.push(g);
  });
  const inGroup = new Int32Array(reduced.exclusive.length);
  const seen = new Uint32Array(classWeight.length);
  let round = 0;
  let value = 0;
  let cost = 0;

  function add(w: number): void {
    if (isBought[w]) return;
    isBought[w] = 1;
    cost += price[w]!;
    for (const g of groupsOf[w]!) inGroup[g]!++;
    for (const s of setsOfWork[w]!) {
      if (met[s]!++ > 0) continue;
      for (const c of classesOfSet[s]!) if (--unmet[c]! === 0) value += classWeight[c]!;
    }
  }

  function remove(w: number): void {
    if (!isBought[w]) return;
    isBought[w] = 0;
    cost -= price[w]!;
    for (const g of groupsOf[w]!) inGroup[g]!--;
    for (const s of setsOfWork[w]!) {
      if (--met[s]! > 0) continue;
      for (const c of classesOfSet[s]!) if (unmet[c]!++ === 0) value -= classWeight[c]!;
    }
  }

  const works = () => {
    const list: number[] = [];
    for (let w = 0; w < workCount; w++) if (isBought[w]) list.push(w);
    return list;
  };

  return {
    isBought,
    met,
    unmet,
    get value() {
      return value;
    },
    get cost() {
      return cost;
    },
    priceOf(work) {
      let sum = 0;
      for (const w of closure[work]!) {
        if (isBought[w]) continue;
        for (const g of groupsOf[w]!) if (inGroup[g]! > 0) return Number.POSITIVE_INFINITY;
        sum += price[w]!;
      }
      return sum;
    },
    buy(work) {
      for (const w of closure[work]!) add(w);
    },
    drop(work) {
      for (const w of dependents[work]!) remove(w);
    },
    lossOf(work) {
      round++;
      let loss = 0;
      for (const w of dependents[work]!) {
        if (!isBought[w]) continue;
        for (const s of setsOfWork[w]!) {
          // Of two that go together neither is needed alone: met by dependents only counts as lost too.
          if (met[s]! > 1 && !isMetByThemOnly(s, work)) continue;
          for (const c of classesOfSet[s]!) {
            if (unmet[c]! > 0 || seen[c] === round) continue;
            seen[c] = round;
            loss += classWeight[c]!;
          }
        }
      }
      return loss;
    },
    works,
    become(wanted) {
      for (const w of works()) remove(w);
      for (const w of wanted) add(w);
    },
  };

  function isMetByThemOnly(s: number, work: number): boolean {
    const going = dependents[work]!;
    if (going.length === 1) return false;
    let count = 0;
    for (const w of going) if (isBought[w] && setsOfWork[w]!.includes(s)) count++;
    return count === met[s];
  }
}
