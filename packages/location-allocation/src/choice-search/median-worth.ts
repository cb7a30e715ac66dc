/**
 * Worth of serving each point from its nearest open site, as a negative cost, and its bound by Lagrangian multipliers.
 *
 * With b_i what point i costs from the open set and any m_i ≤ b_i, adding sites A costs point i
 *   min(b_i, min over A of c_ij) ≥ m_i − Σ over A of max(0, m_i − c_ij),
 * a bound that is a sum over sites (Cornuejols, Fisher & Nemhauser, 1977). m_i = b_i gives what each site saves alone;
 * good multipliers m_i = min(b_i, λ_i) come close to the optimum.
 */
import { FORBIDDEN, type Instance } from "../instance.ts";
import type { Worth } from "./worth.ts";

export interface MedianCosts {
  readonly demandCount: number;
  readonly siteCount: number;
  /** Pairs by site, as in the instance, of usable sites within the threshold. */
  readonly firstPair: Int32Array;
  readonly demandOf: Int32Array;
  /** Weight × cost, whole where exact. */
  readonly cost: Float64Array;
  /** Dearest cost of each point: more is never paid. */
  readonly dearest: Float64Array;
  readonly unreachable: readonly number[];
}

export function medianCosts(
  { costs, weight, sites }: Instance,
  maxCost: number,
  costOf: (weight: number, cost: number) => number,
): MedianCosts {
  const { siteCount, demandCount } = costs;
  const firstPair = new Int32Array(siteCount + 1);
  const demandOf = new Int32Array(costs.cost.length);
  const cost = new Float64Array(costs.cost.length);
  const dearest = new Float64Array(demandCount).fill(-1);
  let end = 0;
  for (let j = 0; j < siteCount; j++) {
    for (
      let pair = costs.firstPair[j]!;
      pair < costs.firstPair[j + 1]! && sites.status[j] !== FORBIDDEN;
      pair++
    ) {
      if (costs.cost[pair]! > maxCost) continue;
      const i = costs.demandOf[pair]!;
      demandOf[end] = i;
      cost[end] = costOf(weight[i]!, costs.cost[pair]!);
      dearest[i] = Math.max(dearest[i]!, cost[end]!);
      end++;
    }
    firstPair[j + 1] = end;
  }
  const unreachable = [...dearest.keys()].filter((i) => dearest[i]! < 0);
  return {
    demandCount,
    siteCount,
    firstPair,
    demandOf: demandOf.subarray(0, end),
    cost: cost.subarray(0, end),
    dearest,
    unreachable,
  };
}

export class MedianWorth implements Worth {
  readonly boundCount: number;
  readonly #costs: MedianCosts;
  readonly #multipliers: readonly Float64Array[];
  /** Cost of each point from the open set; Infinity = not served. */
  readonly #least: Float64Array;
  readonly #most: Float64Array;
  /** Pairs (point, cost before) of every opening, so that closing goes back exactly. */
  #changed: { points: Int32Array; before: Float64Array; sum: number; unserved: number }[] = [];
  readonly #points: Int32Array;
  readonly #before: Float64Array;
  /** Sites covering each point, for the choice of a point to serve next. */
  readonly #firstSite: Int32Array;
  readonly #sites: Int32Array;
  #sum = 0;
  #unserved: number;

  constructor(costs: MedianCosts, multipliers: readonly Float64Array[]) {
    this.#costs = costs;
    this.#multipliers = [costs.dearest, ...multipliers];
    this.boundCount = this.#multipliers.length;
    this.#least = new Float64Array(costs.demandCount).fill(Infinity);
    this.#most = new Float64Array(costs.demandCount);
    this.#points = new Int32Array(costs.demandCount);
    this.#before = new Float64Array(costs.demandCount);
    this.#unserved = costs.demandCount;
    this.#firstSite = new Int32Array(costs.demandCount + 1);
    for (const i of costs.demandOf) this.#firstSite[i + 1]!++;
    for (let i = 0; i < costs.demandCount; i++) this.#firstSite[i + 1]! += this.#firstSite[i]!;
    this.#sites = new Int32Array(costs.demandOf.length);
    const next = this.#firstSite.slice();
    for (let j = 0; j < costs.siteCount; j++) {
      for (let pair = costs.firstPair[j]!; pair < costs.firstPair[j + 1]!; pair++) {
        this.#sites[next[costs.demandOf[pair]!]!++] = j;
      }
    }
  }

  open(site: number): void {
    const { firstPair, demandOf, cost } = this.#costs;
    const sum = this.#sum;
    const unserved = this.#unserved;
    let count = 0;
    for (let pair = firstPair[site]!; pair < firstPair[site + 1]!; pair++) {
      const i = demandOf[pair]!;
      const before = this.#least[i]!;
      if (cost[pair]! >= before) continue;
      this.#points[count] = i;
      this.#before[count++] = before;
      if (before === Infinity) {
        this.#unserved--;
        this.#sum += cost[pair]!;
      } else this.#sum -= before - cost[pair]!;
      this.#least[i] = cost[pair]!;
    }
    this.#changed.push({
      points: this.#points.slice(0, count),
      before: this.#before.slice(0, count),
      sum,
      unserved,
    });
  }

  close(_site: number): void {
    const { points, before, sum, unserved } = this.#changed.pop()!;
    for (let k = 0; k < points.length; k++) this.#least[points[k]!] = before[k]!;
    this.#sum = sum;
    this.#unserved = unserved;
  }

  /** What each point costs from the open set; its dearest where it is not served. */
  costs(): Float64Array {
    return this.#least.map((cost, i) => Math.min(cost, this.#costs.dearest[i]!));
  }

  isAnswer(): boolean {
    return this.#unserved === 0;
  }

  value(): number {
    return this.#unserved === 0 ? -this.#sum : -Infinity;
  }

  bound(b: number, free: readonly number[], gain: Float64Array): number {
    const { firstPair, demandOf, cost, demandCount } = this.#costs;
    const multiplier = this.#multipliers[b]!;
    const most = this.#most;
    let base = 0;
    for (let i = 0; i < demandCount; i++) {
      most[i] = Math.min(this.#least[i]!, multiplier[i]!);
      base -= most[i]!;
    }
    for (const site of free) {
      let sum = 0;
      for (let pair = firstPair[site]!; pair < firstPair[site + 1]!; pair++) {
        const saved = most[demandOf[pair]!]! - cost[pair]!;
        if (saved > 0) sum += saved;
      }
      gain[site] = sum;
    }
    return base;
  }

  mustOpen(isFree: Uint8Array): readonly number[] | null {
    if (this.#unserved === 0) return null;
    let best = -1;
    let fewest = Infinity;
    for (let i = 0; i < this.#costs.demandCount && fewest > 1; i++) {
      if (this.#least[i] !== Infinity) continue;
      let free = 0;
      for (let k = this.#firstSite[i]!; k < this.#firstSite[i + 1]! && free < fewest; k++) {
        free += isFree[this.#sites[k]!]!;
      }
      if (free >= fewest) continue;
      fewest = free;
      best = i;
    }
    return Array.from(this.#sites.subarray(this.#firstSite[best]!, this.#firstSite[best + 1]!)).filter(
      (site) => isFree[site] === 1,
    );
  }
}

/** The Lagrangian bound of the whole problem at λ (as a negative cost), and how it changes with λ. */
export function medianLagrangian(
  costs: MedianCosts,
  lambda: Float64Array,
  gain: Float64Array,
  pick: (gain: Float64Array) => { sum: number; sites: readonly number[] },
  gradient: Float64Array,
): number {
  const { firstPair, demandOf, cost, siteCount } = costs;
  let bound = 0;
  for (let i = 0; i < lambda.length; i++) bound -= lambda[i]!;
  gradient.fill(-1);
  for (let j = 0; j < siteCount; j++) {
    let sum = 0;
    for (let pair = firstPair[j]!; pair < firstPair[j + 1]!; pair++) {
      const saved = lambda[demandOf[pair]!]! - cost[pair]!;
      if (saved > 0) sum += saved;
    }
    gain[j] = sum;
  }
  const picked = pick(gain);
  for (const j of picked.sites) {
    for (let pair = firstPair[j]!; pair < firstPair[j + 1]!; pair++) {
      if (lambda[demandOf[pair]!]! > cost[pair]!) gradient[demandOf[pair]!]!++;
    }
  }
  return bound + picked.sum;
}
