/**
 * Good choices for maximal covering in milliseconds: greedy adding (Church & ReVelle 1974) and vertex substitution
 * (Teitz & Bart 1968), with counters per point so that all swaps with one incoming site are valued in one pass over its
 * points (after Resende & Werneck 2007), and restarts from a choice shaken a little.
 */
import type { CoverSets } from "./cover-sets.ts";
import { Selection } from "./selection.ts";
import type { Cover } from "./site-branching.ts";
import type { SiteRules } from "./site-rules.ts";

/** Maximal covering in whole numbers: choose sites within the rules so that the points covered weigh most. */
export interface MaxCover {
  readonly sets: CoverSets;
  /** Whole, > 0, per point. */
  readonly weight: Float64Array;
  readonly rules: SiteRules;
}

export class MaxCoverSearch {
  readonly #problem: MaxCover;
  readonly #isOver: () => boolean;
  readonly #isFree: boolean;
  #selection: Selection;
  #value = 0;
  /** Chosen sites that cover point i, and the sum of their indices: with one alone, the sum names it. */
  readonly #times: Int32Array;
  readonly #siteSum: Float64Array;
  /** Weight that site j would add, or, chosen, that it alone covers. */
  readonly #alone: Float64Array;
  readonly #takenOver: Float64Array;
  #state: number;

  constructor(problem: MaxCover, isOver: () => boolean, seed = 1) {
    this.#problem = problem;
    this.#isOver = isOver;
    this.#selection = new Selection(problem.rules);
    this.#isFree = this.#selection.isFree;
    this.#times = new Int32Array(problem.sets.pointCount);
    this.#siteSum = new Float64Array(problem.sets.pointCount);
    this.#alone = new Float64Array(problem.sets.siteCount);
    this.#takenOver = new Float64Array(problem.sets.siteCount);
    this.#state = seed;
    this.#clear();
  }

  /** Greedy from nothing, by weight and, under a budget, by weight per price too, then swaps; null if a group stays empty. */
  build(): Cover | null {
    const { budget } = this.#problem.rules;
    let best: Cover | null = null;
    for (const exponent of budget === null ? [0] : [0, 1, 0.5]) {
      this.#clear();
      if (!this.#fillGroups(exponent)) continue;
      this.#fill(exponent);
      this.#swap();
      best = better(best, this.#cover());
    }
    return best;
  }

  /** The choice that takes sites in falling order of `liking` as far as the rules allow, then swaps. */
  follow(liking: ArrayLike<number>): Cover | null {
    this.#clear();
    const order = [...this.#alone.keys()]
      .filter((j) => liking[j]! > 0)
      .sort((a, b) => liking[b]! - liking[a]!);
    for (const j of order) if (this.#selection.canAdd(j) && this.#alone[j]! > 0) this.#add(j);
    if (!this.#fillGroups(0)) return null;
    this.#fill(0);
    this.#swap();
    return this.#cover();
  }

  /** From a choice that keeps the rules: swaps, then `rounds` of shaking and swapping; never worse than it. */
  improve(start: readonly number[], rounds: number): Cover {
    this.#set(start);
    this.#fill(0);
    this.#swap();
    let best = this.#cover();
    for (let round = 0; round < rounds && !this.#isOver(); round++) {
      this.#shake(2 + (round % 3));
      this.#fill(0);
      this.#swap();
      if (this.#value > best.value) best = this.#cover();
      else this.#set(best.sites);
    }
    return best;
  }

  #cover(): Cover {
    return { sites: this.#selection.sites, value: this.#value };
  }

  #clear(): void {
    const { sets, weight, rules } = this.#problem;
    this.#selection = new Selection(rules);
    this.#value = 0;
    this.#times.fill(0);
    this.#siteSum.fill(0);
    this.#alone.fill(0);
    for (let j = 0; j < sets.siteCount; j++) {
      for (let k = sets.firstPoint[j]!; k < sets.firstPoint[j + 1]!; k++)
        this.#alone[j]! += weight[sets.pointOf[k]!]!;
    }
  }

  #set(sites: readonly number[]): void {
    const wanted = new Set(sites);
    for (const k of this.#selection.sites) if (!wanted.has(k)) this.#remove(k);
    for (const j of sites) if (this.#selection.isChosen[j] === 0) this.#add(j);
  }

  #add(j: number): void {
    const { sets, weight } = this.#problem;
    this.#value += this.#alone[j]!;
    this.#selection.add(j);
    for (let k = sets.firstPoint[j]!; k < sets.firstPoint[j + 1]!; k++) {
      const i = sets.pointOf[k]!;
      const times = this.#times[i]!;
      if (times === 0) {
        for (let s = sets.firstSite[i]!; s < sets.firstSite[i + 1]!; s++) {
          if (sets.siteOf[s] !== j) this.#alone[sets.siteOf[s]!]! -= weight[i]!;
        }
      } else if (times === 1) this.#alone[this.#siteSum[i]!]! -= weight[i]!;
      this.#times[i] = times + 1;
      this.#siteSum[i]! += j;
    }
  }

  #remove(j: number): void {
    const { sets, weight } = this.#problem;
    this.#value -= this.#alone[j]!;
    this.#selection.remove(j);
    for (let k = sets.firstPoint[j]!; k < sets.firstPoint[j + 1]!; k++) {
      const i = sets.pointOf[k]!;
      const times = this.#times[i]! - 1;
      this.#times[i] = times;
      this.#siteSum[i]! -= j;
      if (times === 0) {
        for (let s = sets.firstSite[i]!; s < sets.firstSite[i + 1]!; s++) {
          if (sets.siteOf[s] !== j) this.#alone[sets.siteOf[s]!]! += weight[i]!;
        }
      } else if (times === 1) this.#alone[this.#siteSum[i]!]! += weight[i]!;
    }
  }

  #fillGroups(exponent: number): boolean {
    for (;;) {
      const group = this.#selection.openGroup();
      if (group === -1) return true;
      const site = this.#bestOf(this.#problem.rules.groups[group]!, exponent, true);
      if (site === -1) return false;
      this.#add(site);
    }
  }

  #fill(exponent: number): void {
    const everySite = Array.from(this.#alone.keys());
    for (;;) {
      const site = this.#bestOf(everySite, exponent, false);
      if (site === -1) return;
      this.#add(site);
    }
  }

  /** The site that adds most weight per price to the power of `exponent`; -1 = none may come, or none adds any. */
  #bestOf(sites: readonly number[], exponent: number, isUselessWelcome: boolean): number {
    const { price } = this.#problem.rules;
    let best = -1;
    let bestValue = isUselessWelcome ? -1 : 0;
    for (const j of sites) {
      if (this.#alone[j]! <= bestValue && exponent === 0) continue;
      if (!this.#selection.canAdd(j)) continue;
      const value =
        exponent === 0 ? this.#alone[j]! : this.#alone[j]! / Math.max(price[j]!, 1e-3) ** exponent;
      if (value <= bestValue) continue;
      best = j;
      bestValue = value;
    }
    return best;
  }

  /** Swaps until none gains: sites come in turn, each with the outgoing site that is best for it. */
  #swap(): void {
    const { siteCount } = this.#problem.sets;
    let sinceGain = 0;
    for (let j = 0; sinceGain < siteCount; j = (j + 1) % siteCount) {
      if (this.#isOver()) return;
      sinceGain++;
      if (this.#selection.isChosen[j] === 1) continue;
      const k = this.#bestOutgoing(j);
      if (k === -1) continue;
      this.#remove(k);
      this.#add(j);
      this.#fill(0);
      sinceGain = 0;
    }
  }

  /** The chosen site that gives way to j with the most gain; -1 = no gain. */
  #bestOutgoing(j: number): number {
    const { sets, weight } = this.#problem;
    const gain = this.#alone[j]!;
    const chosen = this.#selection.sites;
    const takenOver = this.#takenOver; // what j covers beside k alone, per chosen k
    for (const k of chosen) takenOver[k] = 0;
    for (let s = sets.firstPoint[j]!; s < sets.firstPoint[j + 1]!; s++) {
      const i = sets.pointOf[s]!;
      if (this.#times[i] === 1) takenOver[this.#siteSum[i]!]! += weight[i]!;
    }
    let best = -1;
    let bestGain = 0;
    for (const k of chosen) {
      const swapGain = gain - this.#alone[k]! + takenOver[k]!;
      if (swapGain <= bestGain) continue;
      if (!this.#isFree && !this.#selection.canSwap(j, k)) continue;
      best = k;
      bestGain = swapGain;
    }
    return best;
  }

  #shake(count: number): void {
    for (let n = 0; n < count && this.#selection.size > 1; n++) {
      const chosen = this.#selection.sites;
      const k = chosen[this.#random(chosen.length)]!;
      if (this.#selection.canRemove(k)) this.#remove(k);
    }
    for (let n = 0; n < count; n++) {
      const j = this.#random(this.#problem.sets.siteCount);
      if (this.#selection.canAdd(j)) this.#add(j);
    }
  }

  #random(below: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * below);
  }
}

export function better(a: Cover | null, b: Cover | null): Cover | null {
  if (!a || !b) return a ?? b;
  return b.value > a.value ? b : a;
}

/** What a choice covers, whether it keeps the rules or not. */
export function valueOfSites({ sets, weight }: MaxCover, sites: readonly number[]): number {
  const isCovered = new Uint8Array(sets.pointCount);
  let value = 0;
  for (const j of sites) {
    for (let k = sets.firstPoint[j]!; k < sets.firstPoint[j + 1]!; k++) {
      const i = sets.pointOf[k]!;
      if (isCovered[i] === 1) continue;
      isCovered[i] = 1;
      value += weight[i]!;
    }
  }
  return value;
}
