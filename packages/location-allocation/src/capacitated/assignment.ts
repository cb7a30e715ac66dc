/** Who may be served by whom, and how much each site can take, in whole numbers. */
import { FORBIDDEN, type Instance } from "../instance.ts";
import { wholeLimit, wholeNumbers } from "../integers.ts";

export interface CapacitatedPairs {
  /** Pairs of point i are `first[i] … first[i + 1] - 1`, cheapest first; only those the site could take alone. */
  readonly first: Int32Array;
  readonly site: Int32Array;
  /** What serving the point so is worth: its weight, or minus weight × cost. Whole. */
  readonly worth: Float64Array;
  /** Whole, per point. */
  readonly load: Float64Array;
  /** Whole, per site; no more than all load. */
  readonly capacity: Float64Array;
  /** Whole number of worth per unit of the objective. */
  readonly perUnit: number;
  /** False: worths were rounded; `objectiveOf` adds the amounts themselves. */
  readonly isExact: boolean;
}

export function capacitatedPairs(
  instance: Instance,
  maxCost: number,
  capacity: Float64Array,
  isCosted: boolean,
): CapacitatedPairs {
  const { costs, sites } = instance;
  const { siteCount, demandCount, firstPair, demandOf, cost } = costs;
  const weights = wholeNumbers(instance.weight);
  const load = weights.value;
  const total = load.reduce((sum, weight) => sum + weight, 0);
  const room = Float64Array.from(capacity, (limit) =>
    limit === Infinity ? total : Math.min(total, wholeLimit(limit, weights)),
  );
  const lists: { site: number; cost: number }[][] = Array.from({ length: demandCount }, () => []);
  for (let j = 0; j < siteCount; j++) {
    if (sites.status[j] === FORBIDDEN) continue;
    for (let pair = firstPair[j]!; pair < firstPair[j + 1]!; pair++) {
      const i = demandOf[pair]!;
      if (cost[pair]! <= maxCost && load[i]! <= room[j]!) lists[i]!.push({ site: j, cost: cost[pair]! });
    }
  }
  const first = new Int32Array(demandCount + 1);
  for (const [i, list] of lists.entries()) {
    list.sort((a, b) => a.cost - b.cost || a.site - b.site);
    first[i + 1] = first[i]! + list.length;
  }
  const pairs = lists.flat();
  const products = isCosted
    ? wholeNumbers(lists.flatMap((list, i) => list.map((pair) => decimal(instance.weight[i]! * pair.cost))))
    : null;
  const worth = products ? products.value.map((cost) => -cost) : new Float64Array(pairs.length);
  if (!products) {
    for (let i = 0; i < demandCount; i++) worth.fill(load[i]!, first[i]!, first[i + 1]!);
  }
  return {
    first,
    site: Int32Array.from(pairs, (pair) => pair.site),
    worth,
    load,
    capacity: room,
    perUnit: products ? products.scale : weights.scale,
    isExact: (products ?? weights).isExact,
  };
}

/** A product of decimals without the rounding of its last bits. */
const decimal = (value: number): number => {
  const near = Math.round(value * 1e6) / 1e6;
  return Math.abs(near - value) <= 1e-14 * Math.abs(value) ? near : value;
};

export interface Assignment {
  /** Site of each point, -1 = not served. */
  readonly siteOf: Int32Array;
  readonly value: number;
}

/** Points by load, heaviest first, each to the cheapest open site that still has room; null = someone must stay unserved. */
export function assignGreedily(
  { first, site, worth, load, capacity }: CapacitatedPairs,
  open: readonly number[],
  mustServe: boolean,
): Assignment | null {
  const left = new Float64Array(capacity.length).fill(-1);
  for (const j of open) left[j] = capacity[j]!;
  const siteOf = new Int32Array(load.length).fill(-1);
  let value = 0;
  for (const i of [...load.keys()].sort((a, b) => load[b]! - load[a]! || a - b)) {
    let pair = first[i]!;
    while (pair < first[i + 1]! && left[site[pair]!]! < load[i]!) pair++;
    if (pair === first[i + 1]!) {
      if (mustServe) return null;
      continue;
    }
    siteOf[i] = site[pair]!;
    left[site[pair]!]! -= load[i]!;
    value += worth[pair]!;
  }
  return { siteOf, value };
}

/** The assignment that chosen pairs name, with its exact value; null where it breaks a rule. */
export function assignmentOf(
  { first, site, worth, load, capacity }: CapacitatedPairs,
  open: readonly number[],
  isChosen: (pair: number) => boolean,
  mustServe: boolean,
): Assignment | null {
  const left = new Float64Array(capacity.length).fill(-1);
  for (const j of open) left[j] = capacity[j]!;
  const siteOf = new Int32Array(load.length).fill(-1);
  let value = 0;
  for (let i = 0; i < load.length; i++) {
    for (let pair = first[i]!; pair < first[i + 1]!; pair++) {
      if (!isChosen(pair)) continue;
      left[site[pair]!]! -= load[i]!;
      if (siteOf[i] !== -1 || left[site[pair]!]! < 0) return null;
      siteOf[i] = site[pair]!;
      value += worth[pair]!;
    }
    if (mustServe && siteOf[i] === -1) return null;
  }
  return { siteOf, value };
}
