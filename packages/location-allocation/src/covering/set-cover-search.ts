/**
 * Cheap set covers in milliseconds: row weighting local search (Gao, Weise & Li 2015). A cover gives up a site, what is
 * then uncovered is mended one site at a time, and points that stay uncovered grow in weight until a site comes for them.
 */
import type { SetCover } from "../presolve/set-cover-reduction.ts";
import type { Cover } from "./site-branching.ts";

/** Pairs looked at in one run: some tenths of a second. Counted, not timed, so that answers do not depend on the machine. */
const MOST_WORK = 4e7;

export class SetCoverSearch {
  readonly #problem: SetCover;
  readonly #isOver: () => boolean;
  readonly #isChosen: Uint8Array;
  readonly #times: Int32Array;
  readonly #pointWeight: Float64Array;
  /** Weight that site j would newly cover, or, chosen, that it alone covers. */
  readonly #score: Float64Array;
  readonly #changedAt: Float64Array;
  /** 0 = has gone out and nothing round it has changed since: not to come back yet. */
  readonly #mayCome: Uint8Array;
  /** Points uncovered now, and where each is in that list (−1 = covered). */
  readonly #uncovered: number[] = [];
  readonly #placeOf: Int32Array;
  #price = 0;
  #size = 0;
  #step = 0;
  #lastCome = -1;
  #work = 0;
  #random: number;
  #best: Cover | null = null;

  constructor(problem: SetCover, isOver: () => boolean, seed = 1) {
    const { siteCount, pointCount, firstPoint } = problem.sets;
    this.#problem = problem;
    this.#isOver = isOver;
    this.#random = seed;
    this.#isChosen = new Uint8Array(siteCount);
    this.#times = new Int32Array(pointCount);
    this.#pointWeight = new Float64Array(pointCount).fill(1);
    this.#score = Float64Array.from({ length: siteCount }, (_, j) => firstPoint[j + 1]! - firstPoint[j]!);
    this.#changedAt = new Float64Array(siteCount);
    this.#mayCome = new Uint8Array(siteCount).fill(1);
    this.#placeOf = new Int32Array(pointCount);
    for (let i = 0; i < pointCount; i++) this.#placeOf[i] = this.#uncovered.push(i) - 1;
  }

  /** The cheapest cover found so far within the rules; its value is −price. */
  get best(): Cover | null {
    return this.#best;
  }

  /** Makes a choice at hand the best so far, if it is one. */
  offer(sites: readonly number[]): void {
    this.#reset(sites);
    this.#keep();
  }

  /** Searches on for so many steps or so much work, or until a cover of no more than `goal` is found. */
  run(steps: number, goal: number): Cover | null {
    if (this.#problem.sets.siteCount === 0) {
      this.#keep();
      return this.#best;
    }
    this.#mend();
    this.#keep();
    const workEnd = this.#work + MOST_WORK;
    for (let step = 0; step < steps && this.#work < workEnd; step++) {
      if (step % 16 === 0 && this.#isOver()) break;
      this.#keep();
      if (this.#best && -this.#best.value <= goal) break;
      while (this.#uncovered.length === 0) {
        if (this.#size === 0) return this.#best;
        this.#drop(this.#cheapestLoss(false));
        this.#keep();
      }
      const out = this.#cheapestLoss(true);
      if (out !== -1) this.#drop(out);
      this.#comeFor();
      // A weighted cover may cost as much as the best by now: make room for the next one to come.
      while (this.#best && this.#price >= -this.#best.value && this.#size > 0) {
        const next = this.#cheapestLoss(true);
        if (next === -1) break;
        this.#drop(next);
      }
      for (const i of this.#uncovered) this.#weigh(i);
    }
    return this.#best;
  }

  /** Greedy from what stands. */
  #mend(): void {
    const { siteCount } = this.#problem.sets;
    while (this.#uncovered.length > 0) {
      let best = -1;
      let bestValue = 0;
      for (let j = 0; j < siteCount; j++) {
        if (this.#isChosen[j] === 1 || this.#hasRival(j)) continue;
        const value = this.#score[j]! / this.#priceOf(j);
        if (value <= bestValue) continue;
        best = j;
        bestValue = value;
      }
      if (best === -1) return;
      this.#change(best);
    }
  }

  /** One site comes for a point uncovered, drawn by lot; sites it may not stand beside go. */
  #comeFor(): void {
    const { firstSite, siteOf } = this.#problem.sets;
    const i = this.#uncovered[this.#draw(this.#uncovered.length)];
    if (i === undefined) return;
    let best = -1;
    let bestValue = -1;
    for (let s = firstSite[i]!; s < firstSite[i + 1]!; s++) {
      const j = siteOf[s]!;
      if (this.#mayCome[j] === 0) continue;
      const value = this.#score[j]! / this.#priceOf(j);
      if (value < bestValue || (value === bestValue && this.#changedAt[j]! >= this.#changedAt[best]!))
        continue;
      best = j;
      bestValue = value;
    }
    if (best === -1) return;
    for (const rival of this.#problem.rules.conflicts[best]!)
      if (this.#isChosen[rival] === 1) this.#drop(rival);
    this.#change(best);
    this.#lastCome = best;
  }

  /** The chosen site whose loss weighs least for its price, the longest unchanged of equals; not the last come if asked. */
  #cheapestLoss(spareLast: boolean): number {
    let best = -1;
    let bestValue = Infinity;
    for (let j = 0; j < this.#isChosen.length; j++) {
      if (this.#isChosen[j] === 0 || (spareLast && j === this.#lastCome)) continue;
      const value = this.#score[j]! / this.#priceOf(j);
      if (value > bestValue || (value === bestValue && this.#changedAt[j]! >= this.#changedAt[best]!))
        continue;
      best = j;
      bestValue = value;
    }
    return best;
  }

  #drop(j: number): void {
    this.#change(j);
    this.#mayCome[j] = 0;
  }

  #keep(): void {
    const { rules } = this.#problem;
    if (this.#uncovered.length > 0 || (this.#best && this.#price >= -this.#best.value)) return;
    if (rules.count !== null && this.#size > rules.count) return;
    if (rules.budget !== null && this.#price > rules.budget) return;
    const sites = [...this.#isChosen.keys()].filter((j) => this.#isChosen[j] === 1);
    if (sites.some((j) => this.#hasRival(j))) return;
    this.#best = { sites, value: -this.#price };
  }

  #reset(sites: readonly number[]): void {
    const wanted = new Set(sites);
    for (let j = 0; j < this.#isChosen.length; j++)
      if ((this.#isChosen[j] === 1) !== wanted.has(j)) this.#change(j);
  }

  #hasRival(j: number): boolean {
    return this.#problem.rules.conflicts[j]!.some((rival) => this.#isChosen[rival] === 1);
  }

  #priceOf(j: number): number {
    return Math.max(this.#problem.rules.price[j]!, 1e-3);
  }

  /** j comes or goes. */
  #change(j: number): void {
    const { sets, rules } = this.#problem;
    const { firstPoint, pointOf, firstSite, siteOf } = sets;
    const comes = this.#isChosen[j] === 0;
    this.#isChosen[j] = comes ? 1 : 0;
    this.#price += comes ? rules.price[j]! : -rules.price[j]!;
    this.#size += comes ? 1 : -1;
    this.#changedAt[j] = ++this.#step;
    this.#mayCome[j] = 1;
    for (let k = firstPoint[j]!; k < firstPoint[j + 1]!; k++) {
      const i = pointOf[k]!;
      const before = this.#times[i]!;
      const now = before + (comes ? 1 : -1);
      this.#times[i] = now;
      const isSecond = comes ? before === 1 : now === 1;
      const isFirst = comes ? before === 0 : now === 0;
      if (isFirst) this.#markUncovered(i, !comes);
      const weight = this.#pointWeight[i]!;
      this.#work += firstSite[i + 1]! - firstSite[i]!;
      for (let s = firstSite[i]!; s < firstSite[i + 1]!; s++) {
        const other = siteOf[s]!;
        if (other === j) continue;
        this.#mayCome[other] = 1;
        if (isFirst) this.#score[other]! += comes ? -weight : weight;
        else if (isSecond && this.#isChosen[other] === 1) this.#score[other]! += comes ? -weight : weight;
      }
    }
  }

  #markUncovered(i: number, isUncovered: boolean): void {
    if (isUncovered) {
      this.#placeOf[i] = this.#uncovered.push(i) - 1;
      return;
    }
    const place = this.#placeOf[i]!;
    const last = this.#uncovered.pop()!;
    this.#placeOf[i] = -1;
    if (last === i) return;
    this.#uncovered[place] = last;
    this.#placeOf[last] = place;
  }

  #weigh(i: number): void {
    const { firstSite, siteOf } = this.#problem.sets;
    this.#pointWeight[i]!++;
    for (let s = firstSite[i]!; s < firstSite[i + 1]!; s++) this.#score[siteOf[s]!]!++;
  }

  #draw(below: number): number {
    this.#random = (Math.imul(this.#random, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.#random / 2 ** 32) * below);
  }
}
