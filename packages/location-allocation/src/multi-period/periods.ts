/** A multi-period question in whole numbers, with demand points of the same covering set added up. */
import { FORBIDDEN, type Instance, REQUIRED } from "../instance.ts";
import { payablePrices, type WholeNumbers, wholeLimit, wholeNumbers } from "../integers.ts";

export interface PeriodLimits {
  /** What may be spent on sites opened in this year. null = no limit. */
  readonly budget: number | null;
  /** Sites opened in this year at most; required ones count in the first year. null = no limit. */
  readonly count: number | null;
}

export interface Periods {
  readonly yearCount: number;
  readonly siteCount: number;
  /** 1 = stands from the first year on. */
  readonly isRequired: Uint8Array;
  /** Neither forbidden nor required: the sites that there is a choice about. */
  readonly choosable: readonly number[];
  readonly price: Float64Array;
  /** Money of each year, Infinity without a limit; the price of required sites is taken off the first one's. */
  readonly money: Float64Array;
  readonly isCarriedOver: boolean;
  /** Openings of each year, Infinity without a limit; required sites are taken off the first one's. */
  readonly openings: Float64Array;
  readonly conflicts: readonly (readonly [number, number])[];
  /** Choosable sites of the groups that no required site answers. */
  readonly groups: readonly (readonly number[])[];
  /** Choosable sites that cover each class of demand points. */
  readonly sitesOfClass: readonly Uint32Array[];
  readonly classesOfSite: readonly Uint32Array[];
  /** Weight of class c if it is covered from year t on: `weightFrom[c × (yearCount + 1) + t]`. */
  readonly weightFrom: Float64Array;
  /** Of the points that required sites cover, all years together. */
  readonly coveredAnyway: number;
  /** Whole numbers per unit of weight. */
  readonly weightFactor: number;
}

export function periodsOf(
  { costs, sites }: Instance,
  maxCost: number,
  years: readonly PeriodLimits[],
  isCarriedOver: boolean,
  weights: readonly Float64Array[],
): Periods {
  const { siteCount, demandCount, firstPair, demandOf, cost } = costs;
  const yearCount = years.length;
  const isRequired = Uint8Array.from(sites.status, (status) => (status === REQUIRED ? 1 : 0));
  const choosable = [...sites.status.keys()].filter(
    (j) => sites.status[j] !== FORBIDDEN && sites.status[j] !== REQUIRED,
  );
  const purse = years.reduce((sum, { budget }) => sum + (budget ?? Number.POSITIVE_INFINITY), 0);
  const prices = wholeNumbers(payablePrices(sites.price, purse));
  const price = prices.value;
  const money = moneyOf(years, isCarriedOver, prices);
  const openings = Float64Array.from(years, ({ count }) => count ?? Number.POSITIVE_INFINITY);
  isRequired.forEach((required, j) => {
    if (!required) return;
    money[0]! -= price[j]!;
    openings[0]!--;
  });
  money[0] = Math.max(0, money[0]!); // prices of many decimals are rounded: their sum may be a hair above the budget

  const covering = Array.from({ length: demandCount }, (): number[] => []);
  for (let j = 0; j < siteCount; j++) {
    if (sites.status[j] === FORBIDDEN) continue;
    for (let k = firstPair[j]!; k < firstPair[j + 1]!; k++)
      if (cost[k]! <= maxCost) covering[demandOf[k]!]!.push(j);
  }
  const all = new Float64Array(yearCount * demandCount);
  weights.forEach((weight, t) => {
    all.set(weight, t * demandCount);
  });
  const { scale: weightFactor, value: whole } = wholeNumbers(all);
  const classByKey = new Map<string, number>();
  const sitesOfClass: Uint32Array[] = [];
  const classWeights: Float64Array[] = [];
  let coveredAnyway = 0;
  for (let i = 0; i < demandCount; i++) {
    const own = covering[i]!;
    if (own.length === 0) continue;
    if (own.some((j) => isRequired[j])) {
      for (let t = 0; t < yearCount; t++) coveredAnyway += whole[t * demandCount + i]!;
      continue;
    }
    const key = own.join(" ");
    let c = classByKey.get(key);
    if (c === undefined) {
      c = sitesOfClass.length;
      classByKey.set(key, c);
      sitesOfClass.push(Uint32Array.from(own));
      classWeights.push(new Float64Array(yearCount));
    }
    for (let t = 0; t < yearCount; t++) classWeights[c]![t]! += whole[t * demandCount + i]!;
  }
  const classesOfSite = Array.from({ length: siteCount }, (): number[] => []);
  const weightFrom = new Float64Array(sitesOfClass.length * (yearCount + 1));
  sitesOfClass.forEach((own, c) => {
    for (const j of own) classesOfSite[j]!.push(c);
    for (let t = yearCount - 1; t >= 0; t--)
      weightFrom[c * (yearCount + 1) + t] = weightFrom[c * (yearCount + 1) + t + 1]! + classWeights[c]![t]!;
  });
  return {
    yearCount,
    siteCount,
    isRequired,
    choosable,
    price,
    money,
    isCarriedOver,
    openings,
    conflicts: sites.conflicts,
    groups: sites.groups
      .filter((group) => !group.some((j) => isRequired[j]))
      .map((group) => [...new Set(group)].filter((j) => sites.status[j] !== FORBIDDEN)),
    sitesOfClass,
    classesOfSite: classesOfSite.map((classes) => Uint32Array.from(classes)),
    weightFrom,
    coveredAnyway,
    weightFactor,
  };
}

/** In units of the prices, rounded down: what is less than a unit buys nothing, unless years add up their money. */
function moneyOf(years: readonly PeriodLimits[], isCarriedOver: boolean, prices: WholeNumbers): Float64Array {
  let [saved, counted] = [0, 0];
  return Float64Array.from(years, ({ budget }) => {
    if (budget === null) return Number.POSITIVE_INFINITY;
    if (!isCarriedOver) return wholeLimit(budget, prices);
    saved += budget;
    const before = counted;
    counted = wholeLimit(saved, prices);
    return counted - before;
  });
}
