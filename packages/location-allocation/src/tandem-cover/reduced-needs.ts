/** The same question with like things joined: cure sets named once, places with the same cure sets added up. */
import type { Needs } from "./needs.ts";

/**
 * A cure set is the set of works any one of which meets a need. Most needs of neighbours have the same one, so that it
 * gets one variable for all of them. Works that meet nothing but are required by others stay.
 */
export interface ReducedNeeds {
  readonly workCount: number;
  readonly price: Float64Array;
  readonly budget: number;
  /** 1 where the work can be bought at all: with all that it requires it stays within the budget. */
  readonly isUsable: Uint8Array;
  /** The usable works of each cure set, ascending. */
  readonly worksOfSet: readonly Uint32Array[];
  readonly setsOfWork: readonly Uint32Array[];
  readonly classWeight: Float64Array;
  /** Cure sets of each class of places, ascending. */
  readonly setsOfClass: readonly Uint32Array[];
  readonly classesOfSet: readonly Uint32Array[];
  /** The work itself and all that it requires, at first, second … hand. */
  readonly closure: readonly (readonly number[])[];
  /** The work itself and all that require it. */
  readonly dependents: readonly (readonly number[])[];
  readonly exclusive: readonly (readonly number[])[];
  readonly requires: Needs["requires"];
  /** Weight of places that need nothing. */
  readonly metAnyway: number;
}

/** Weights, prices and budget in whole numbers. */
export function reduceNeeds(needs: Needs, budget: number): ReducedNeeds {
  const { weight, price, firstNeed, firstMeet, meets, requires } = needs;
  const workCount = price.length;
  const closure = closures(workCount, requires);
  const dependents = closures(
    workCount,
    requires.map(([work, required]) => [required, work]),
  );
  const exclusive = needs.exclusive
    .map((set) => [...new Set(set)])
    .filter((set) => set.length > 1)
    .map((set) => set.sort((a, b) => a - b));
  const isUsable = Uint8Array.from(price, (_, w) => {
    const all = closure[w]!;
    const sum = all.reduce((total, one) => total + price[one]!, 0);
    const clashes = exclusive.some((set) => all.filter((one) => set.includes(one)).length > 1);
    return sum <= budget && !clashes ? 1 : 0;
  });

  const setByKey = new Map<string, number>();
  const worksOfSet: Uint32Array[] = [];
  const setOf = (n: number): number => {
    const works = [...new Set(meets.subarray(firstMeet[n], firstMeet[n + 1]))].filter((w) => isUsable[w]);
    if (works.length === 0) return -1;
    works.sort((a, b) => a - b);
    const key = works.join(" ");
    let s = setByKey.get(key);
    if (s === undefined) {
      s = worksOfSet.length;
      setByKey.set(key, s);
      worksOfSet.push(Uint32Array.from(works));
    }
    return s;
  };
  const classByKey = new Map<string, number>();
  const classWeight: number[] = [];
  const setsOfClass: Uint32Array[] = [];
  let metAnyway = 0;
  for (let i = 0; i < weight.length; i++) {
    if (weight[i] === 0) continue;
    const sets = new Set<number>();
    for (let n = firstNeed[i]!; n < firstNeed[i + 1]!; n++) sets.add(setOf(n));
    if (sets.has(-1)) continue;
    if (sets.size === 0) {
      metAnyway += weight[i]!;
      continue;
    }
    const own = withoutImplied([...sets], worksOfSet);
    const key = own.join(" ");
    const c = classByKey.get(key);
    if (c === undefined) {
      classByKey.set(key, classWeight.length);
      classWeight.push(weight[i]!);
      setsOfClass.push(Uint32Array.from(own));
    } else classWeight[c]! += weight[i]!;
  }
  return {
    workCount,
    price,
    budget,
    isUsable,
    worksOfSet,
    setsOfWork: inverted(worksOfSet, workCount),
    classWeight: Float64Array.from(classWeight),
    setsOfClass,
    classesOfSet: inverted(setsOfClass, worksOfSet.length),
    closure,
    dependents,
    exclusive,
    requires,
    metAnyway,
  };
}

/** Whoever meets the smaller cure set of a place meets the larger one around it: that need asks nothing of its own. */
function withoutImplied(sets: readonly number[], worksOfSet: readonly Uint32Array[]): number[] {
  const isWithin = (inner: Uint32Array, outer: Uint32Array) => inner.every((w) => outer.includes(w));
  return sets
    .filter(
      (s) =>
        !sets.some(
          (other) =>
            other !== s &&
            worksOfSet[other]!.length < worksOfSet[s]!.length &&
            isWithin(worksOfSet[other]!, worksOfSet[s]!),
        ),
    )
    .sort((a, b) => a - b);
}

function closures(workCount: number, requires: Needs["requires"]): number[][] {
  const direct = Array.from({ length: workCount }, (): number[] => []);
  for (const [work, required] of requires) direct[work]!.push(required);
  return direct.map((_, w) => {
    const all = [w];
    for (let k = 0; k < all.length; k++)
      for (const next of direct[all[k]!]!) if (!all.includes(next)) all.push(next);
    return all;
  });
}

function inverted(lists: readonly Uint32Array[], length: number): Uint32Array[] {
  const inverse = Array.from({ length }, (): number[] => []);
  lists.forEach((list, k) => {
    for (const item of list) inverse[item]!.push(k);
  });
  return inverse.map((list) => Uint32Array.from(list));
}
