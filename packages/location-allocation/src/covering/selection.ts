/** Sites chosen so far, with the rules kept at every step but the groups, which only ever gain. */
import type { SiteRules } from "./site-rules.ts";

export class Selection {
  readonly rules: SiteRules;
  readonly isChosen: Uint8Array;
  size = 0;
  spent = 0;
  /** Chosen sites that site j may not stand beside. */
  readonly #rivals: Int32Array;
  /** Chosen sites of each group. */
  readonly #groupSize: Int32Array;
  readonly #groupsOf: number[][];

  constructor(rules: SiteRules) {
    this.rules = rules;
    this.isChosen = new Uint8Array(rules.siteCount);
    this.#rivals = new Int32Array(rules.siteCount);
    this.#groupSize = new Int32Array(rules.groups.length);
    this.#groupsOf = Array.from({ length: rules.siteCount }, () => []);
    rules.groups.forEach((group, g) => {
      for (const j of group) this.#groupsOf[j]!.push(g);
    });
  }

  /** Ascending; a new array after each change. */
  get sites(): readonly number[] {
    if (this.#sites) return this.#sites;
    const sites: number[] = [];
    for (let j = 0; j < this.isChosen.length; j++) if (this.isChosen[j] === 1) sites.push(j);
    this.#sites = sites;
    return sites;
  }
  #sites: readonly number[] | null = null;

  canAdd(j: number): boolean {
    const { count, budget, price } = this.rules;
    if (this.isChosen[j] === 1 || this.#rivals[j] !== 0) return false;
    return (count === null || this.size < count) && (budget === null || this.spent + price[j]! <= budget);
  }

  canRemove(k: number): boolean {
    return this.isChosen[k] === 1 && this.#groupsOf[k]!.every((g) => this.#groupSize[g]! > 1);
  }

  /** j comes and k goes. */
  canSwap(j: number, k: number): boolean {
    const { budget, price, conflicts } = this.rules;
    if (this.isChosen[j] === 1 || this.isChosen[k] === 0) return false;
    if (budget !== null && this.spent - price[k]! + price[j]! > budget) return false;
    if (this.#rivals[j] !== 0 && !(this.#rivals[j] === 1 && conflicts[j]!.includes(k))) return false;
    return this.#groupsOf[k]!.every((g) => this.#groupSize[g]! > 1 || this.#groupsOf[j]!.includes(g));
  }

  /** Whether every swap keeps the rules by itself: no need to ask `canSwap`. */
  get isFree(): boolean {
    return (
      this.rules.budget === null &&
      this.rules.groups.length === 0 &&
      this.rules.conflicts.every((c) => c.length === 0)
    );
  }

  openGroup(): number {
    return this.#groupSize.indexOf(0);
  }

  add(j: number): void {
    this.#change(j, 1);
  }

  remove(k: number): void {
    this.#change(k, -1);
  }

  #change(j: number, step: 1 | -1): void {
    this.isChosen[j] = step === 1 ? 1 : 0;
    this.#sites = null;
    this.size += step;
    this.spent += step * this.rules.price[j]!;
    for (const k of this.rules.conflicts[j]!) this.#rivals[k]! += step;
    for (const g of this.#groupsOf[j]!) this.#groupSize[g]! += step;
  }
}
