/** The p-median in whole numbers, seen from the demand points: who can serve point i, nearest first. */
import { FORBIDDEN, type Instance, type Limits, REQUIRED } from "../instance.ts";
import { decimalScale, greatestCommonDivisor } from "../integers.ts";
import { type Rules, rulesOf } from "./rules.ts";

/**
 * Sites are those that may stand, renumbered in their order. Pairs of point i are `first[i] … first[i + 1] - 2`, cheapest
 * first; the last slot of each point is a sentinel of cost Infinity, so that a loop "while cheaper than" needs no other end.
 * Costs are weighted whole numbers times 2^`bits`: a multiplier that is a whole number then is a multiple of 2^-bits of
 * the problem's unit, and every bound made of such multipliers is exact.
 */
export interface MedianModel {
  readonly siteCount: number;
  readonly demandCount: number;
  readonly first: Int32Array;
  readonly site: Int32Array;
  readonly cost: Float64Array;
  /** Σ y_j ≤ count. */
  readonly count: number;
  /** Per site: 1 = stands whatever is chosen. */
  readonly isRequired: Uint8Array;
  readonly rules: Rules;
  /** Index of each site in the instance. */
  readonly siteOf: Int32Array;
  /** Objectives differ by multiples of it: no choice lies strictly between `unit` × k and `unit` × (k + 1). */
  readonly unit: number;
  /** Objective in the problem's unit = model cost ÷ unit × factor ÷ divisor: see `objectiveOf`. */
  readonly factor: number;
  readonly divisor: number;
  /** False: costs were rounded (more than six decimals, or too large); the answer then holds within `roundingError`. */
  readonly isExact: boolean;
  /** What rounding may have moved any objective, in the problem's unit. */
  readonly roundingError: number;
  /** Unserved points count this much in the search for a choice: more than all points at their dearest. */
  readonly penalty: number;
}

/** The most that sums of costs may come to, so that a bound, which adds and takes away such sums, stays below 2^53. */
const ROOM_BITS = 47;
const MOST_FRACTION_BITS = 14;

/** null = someone can be served by nobody, or a group has no site that may stand. */
export function buildMedianModel(
  instance: Instance,
  limits: Limits,
  maxCost: number,
  weightOf: (i: number) => number = (i) => instance.weight[i]!,
): MedianModel | null {
  const { costs, sites } = instance;
  const siteOf: number[] = [];
  const isRequired: number[] = [];
  for (let j = 0; j < costs.siteCount; j++) {
    if (sites.status[j] === FORBIDDEN) continue;
    siteOf.push(j);
    isRequired.push(sites.status[j] === REQUIRED ? 1 : 0);
  }
  const newSite = new Int32Array(costs.siteCount).fill(-1);
  for (const [j, old] of siteOf.entries()) newSite[old] = j;

  const points = pointsOf(instance, siteOf, maxCost);
  const groups = sites.groups.map((group) =>
    [...new Set(group)].map((j) => newSite[j]!).filter((j) => j >= 0),
  );
  if (points.isSomeoneUnreachable || groups.some((group) => group.length === 0)) return null;

  const { wholeOf, divisor, isExact, bits, gcd } = wholeNumbers(instance, points, weightOf);
  const whole = 2 ** bits;
  let pairCount = 0;
  const kept: number[] = [];
  for (let i = 0; i < costs.demandCount; i++) {
    const size = points.first[i + 1]! - points.first[i]!;
    if (weightOf(i) === 0 && size === siteOf.length) continue; // served by anything, at no cost
    kept.push(i);
    pairCount += size + 1;
  }
  for (const group of groups) pairCount += group.length + 1;
  const demandCount = kept.length + groups.length;
  const first = new Int32Array(demandCount + 1);
  const site = new Int32Array(pairCount);
  const cost = new Float64Array(pairCount);
  let a = 0;
  let worst = 0;
  for (const [row, i] of kept.entries()) {
    first[row] = a;
    for (let pair = points.first[i]!; pair < points.first[i + 1]!; pair++) {
      site[a] = points.site[pair]!;
      cost[a++] = (wholeOf(points.cost[pair]!, i) / gcd) * whole;
      if (isRequired[points.site[pair]!] === 1) break; // nothing dearer than a site that stands is ever used
    }
    worst += cost[a - 1]!;
    site[a] = -1;
    cost[a++] = Infinity;
  }
  // A group is a point that its members serve for nothing and nobody else serves.
  for (const [g, group] of groups.entries()) {
    first[kept.length + g] = a;
    for (const j of group) site[a++] = j;
    site[a] = -1;
    cost[a++] = Infinity;
  }
  first[demandCount] = a;
  const count = Math.min(limits.count ?? siteOf.length, siteOf.length);
  return {
    siteCount: siteOf.length,
    demandCount,
    first,
    site: site.subarray(0, a),
    cost: cost.subarray(0, a),
    count,
    isRequired: Uint8Array.from(isRequired),
    rules: rulesOf(sites, siteOf, limits.budget),
    siteOf: Int32Array.from(siteOf),
    unit: whole,
    factor: gcd,
    divisor,
    isExact,
    roundingError: isExact ? 0 : costs.demandCount / divisor,
    penalty: worst + whole,
  };
}

/** A model cost in the problem's unit. */
export const objectiveOf = ({ unit, factor, divisor }: MedianModel, cost: number): number =>
  ((cost / unit) * factor) / divisor;

interface Points {
  readonly first: Uint32Array;
  readonly site: Int32Array;
  readonly cost: Float64Array;
  readonly isSomeoneUnreachable: boolean;
}

/** Pairs of usable sites within `maxCost`, by demand point, cheapest first (lower site first on a tie). */
function pointsOf({ costs }: Instance, siteOf: readonly number[], maxCost: number): Points {
  const first = new Uint32Array(costs.demandCount + 1);
  for (const old of siteOf) {
    for (let pair = costs.firstPair[old]!; pair < costs.firstPair[old + 1]!; pair++) {
      if (costs.cost[pair]! <= maxCost) first[costs.demandOf[pair]! + 1]!++;
    }
  }
  let isSomeoneUnreachable = false;
  for (let i = 0; i < costs.demandCount; i++) {
    if (first[i + 1] === 0) isSomeoneUnreachable = true;
    first[i + 1]! += first[i]!;
  }
  const site = new Int32Array(first[costs.demandCount]!);
  const cost = new Float64Array(site.length);
  const next = first.slice();
  for (const [j, old] of siteOf.entries()) {
    for (let pair = costs.firstPair[old]!; pair < costs.firstPair[old + 1]!; pair++) {
      if (costs.cost[pair]! > maxCost) continue;
      const slot = next[costs.demandOf[pair]!]!++;
      site[slot] = j;
      cost[slot] = costs.cost[pair]!;
    }
  }
  sortPoints(first, site, cost, siteOf.length);
  return { first, site, cost, isSomeoneUnreachable };
}

/**
 * Sorts each point's pairs by cost. Sites are ascending already, so the place of a pair breaks ties; where costs are
 * whole and small, cost and place are packed in one number, which typed arrays sort many times faster than by a function.
 */
function sortPoints(first: Uint32Array, site: Int32Array, cost: Float64Array, siteCount: number): void {
  let isPackable = true;
  const most = 2 ** 53 / (siteCount + 1) - 1;
  for (let pair = 0; pair < cost.length && isPackable; pair++) {
    isPackable = Number.isInteger(cost[pair]!) && cost[pair]! < most;
  }
  for (let i = 0; i + 1 < first.length; i++) {
    const from = first[i]!;
    const to = first[i + 1]!;
    if (isPackable) {
      const keys = cost.subarray(from, to);
      for (let pair = from; pair < to; pair++) cost[pair] = cost[pair]! * siteCount + site[pair]!;
      keys.sort();
      for (let pair = from; pair < to; pair++) {
        const whole = Math.floor(cost[pair]! / siteCount);
        site[pair] = cost[pair]! - whole * siteCount;
        cost[pair] = whole;
      }
    } else {
      const order = Array.from({ length: to - from }, (_, k) => from + k);
      order.sort((a, b) => cost[a]! - cost[b]! || a - b);
      const sites = order.map((pair) => site[pair]!);
      const values = order.map((pair) => cost[pair]!);
      site.set(sites, from);
      cost.set(values, from);
    }
  }
}

interface WholeNumbers {
  /** Whole numbers per unit of the objective. */
  readonly divisor: number;
  /** Weighted cost of a pair of point i, as a whole number. */
  readonly wholeOf: (cost: number, i: number) => number;
  readonly isExact: boolean;
  readonly bits: number;
  /** Of all whole numbers. */
  readonly gcd: number;
}

/** Decimals of costs and of weights are taken out; what has none, or too large sums, is rounded instead. */
function wholeNumbers(instance: Instance, points: Points, weightOf: (i: number) => number): WholeNumbers {
  const demandCount = instance.costs.demandCount;
  const weights = Float64Array.from({ length: demandCount }, (_, i) => weightOf(i));
  const costScale = decimalScale(points.cost);
  const weightScale = decimalScale(weights);
  let total = 0; // of every point at its dearest
  for (let i = 0; i < demandCount; i++) {
    const last = points.first[i + 1]! - 1;
    total += weights[i]! * points.cost[last]!;
  }
  const exactTotal = costScale && weightScale ? total * costScale * weightScale : Infinity;
  if (exactTotal <= 2 ** ROOM_BITS) {
    let gcd = 0;
    for (let i = 0; i < demandCount && gcd !== 1; i++) {
      const weight = Math.round(weights[i]! * weightScale!);
      if (weight === 0) continue;
      for (let pair = points.first[i]!; pair < points.first[i + 1]! && gcd !== 1; pair++) {
        gcd = greatestCommonDivisor(gcd, Math.round(points.cost[pair]! * costScale!) * weight);
      }
    }
    gcd ||= 1;
    const bits = Math.min(
      MOST_FRACTION_BITS,
      Math.floor(ROOM_BITS - Math.log2(Math.max(1, exactTotal / gcd))),
    );
    return {
      divisor: costScale! * weightScale!,
      wholeOf: (cost, i) => Math.round(cost * costScale!) * Math.round(weights[i]! * weightScale!),
      isExact: true,
      bits,
      gcd,
    };
  }
  const perUnit = total === 0 ? 1 : 2 ** (ROOM_BITS - 1) / total;
  return {
    divisor: perUnit,
    wholeOf: (cost, i) => Math.round(cost * weights[i]! * perUnit),
    isExact: false,
    bits: 0,
    gcd: 1,
  };
}
