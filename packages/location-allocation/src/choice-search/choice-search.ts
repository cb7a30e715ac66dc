/**
 * The best choices of sites, all of them down to a threshold or up to a number: depth-first branch and bound over sites.
 *
 * Every bound is a sum over sites (`Worth.bound`), so one pass over a node's free sites bounds each of its children at
 * once. A child opens one site and shuts those tried before it, so no set is met twice. Branching is over the sites of
 * which one must open: those of the point hardest to serve, of a group still without a site, else all that are free.
 */
import { type ChoiceRules, relaxedPick } from "./rules.ts";
import type { Worth } from "./worth.ts";

export interface FoundChoice {
  /** Ascending. */
  readonly sites: readonly number[];
  readonly value: number;
}

export interface SearchOptions {
  /** Least value of a choice that counts. */
  readonly threshold: number;
  /** Keep no more than so many, the best. */
  readonly atMost: number;
  /** Values differ by multiples of this. */
  readonly step: number;
  /** Choices are sets from which no site can be taken (LSCP) instead of those to which none can be added. */
  readonly isMinimal?: boolean;
  /** Choices known to count, which raise the threshold from the start; ones that do not are left out. */
  readonly seeds?: readonly (readonly number[])[];
  /** A good choice, whose neighbours by the swap of one site are tried first, also to raise the threshold. */
  readonly around?: readonly number[];
  readonly isOver: () => boolean;
  readonly nodeLimit?: number;
}

export interface FoundChoices {
  /** Best first; equal ones by their sites. */
  readonly choices: readonly FoundChoice[];
  /** The search came to its end: nothing better was missed. */
  readonly isFinished: boolean;
  readonly nodes: number;
}

export function searchChoices(worth: Worth, rules: ChoiceRules, options: SearchOptions): FoundChoices {
  return new ChoiceSearch(worth, rules, options).run();
}

class ChoiceSearch {
  readonly #worth: Worth;
  readonly #rules: ChoiceRules;
  readonly #options: SearchOptions;
  readonly #open: number[] = [];
  readonly #isOpen: Uint8Array;
  readonly #isFree: Uint8Array;
  /** Open sites in conflict with site j. */
  readonly #conflicting: Uint16Array;
  #spent = 0;
  #threshold: number;
  readonly #found: FoundChoice[] = [];
  readonly #keys = new Set<string>();
  #nodes = 0;
  #isInterrupted = false;

  constructor(worth: Worth, rules: ChoiceRules, options: SearchOptions) {
    this.#worth = worth;
    this.#rules = rules;
    this.#options = options;
    this.#threshold = options.threshold;
    this.#isOpen = new Uint8Array(rules.siteCount);
    this.#isFree = new Uint8Array(rules.siteCount);
    this.#conflicting = new Uint16Array(rules.siteCount);
  }

  run(): FoundChoices {
    const { required, optional } = this.#rules;
    for (const site of required) this.#openSite(site);
    if (this.#keepsLimits()) {
      for (const seed of this.#options.seeds ?? []) this.#try(seed, []);
      this.#trySwaps(this.#options.around ?? []);
      for (const site of optional) this.#isFree[site] = 1;
      this.#explore(optional.filter((site) => this.#fits(site)));
    }
    return { choices: this.#found, isFinished: !this.#isInterrupted, nodes: this.#nodes };
  }

  #explore(free: readonly number[]): void {
    const { nodeLimit = Infinity, isMinimal = false, isOver } = this.#options;
    if (++this.#nodes > nodeLimit || isOver()) this.#isInterrupted = true;
    if (this.#isInterrupted) return;
    const room = this.#rules.count - this.#open.length;
    const group = this.#unmetGroup();
    const isAnswer = group === null && this.#worth.isAnswer();
    if (isMinimal && isAnswer) {
      if (this.#isMinimal()) this.#record();
      return;
    }
    if (room <= 0 || free.length === 0) {
      if (isAnswer && this.#isFull()) this.#record();
      return;
    }

    const bounds = this.#boundsOf(free, room);
    const tightest = bounds.reduce((a, b) => (b.most < a.most ? b : a));
    if (tightest.most < this.#threshold) return;

    const branch = this.#branchOf(free, group);
    const isAll = branch === free;
    const order = [...branch].sort((a, b) => tightest.gain[b]! - tightest.gain[a]!);
    // Σ of the positive gains of order[0 … t - 1]: what the best of those not yet tried can add.
    const before = new Float64Array(order.length + 1);
    for (const [t, site] of order.entries()) before[t + 1] = before[t]! + Math.max(0, tightest.gain[site]!);
    const tried: number[] = [];
    for (const [t, site] of order.entries()) {
      if (isAll) {
        const best = before[Math.min(order.length, t + room)]! - before[t]!;
        if (tightest.base + best < this.#threshold) break;
      }
      this.#isFree[site] = 0;
      tried.push(site);
      if (bounds.some((bound) => childBound(bound, site) < this.#threshold)) continue;
      this.#openSite(site);
      this.#explore(free.filter((other) => this.#isFree[other] === 1 && this.#fits(other)));
      this.#closeSite(site);
      if (this.#isInterrupted) break;
    }
    for (const site of tried) this.#isFree[site] = 1;
  }

  #boundsOf(free: readonly number[], room: number): NodeBound[] {
    const money = this.#rules.budget - this.#spent;
    const bounds: NodeBound[] = [];
    for (let b = 0; b < this.#worth.boundCount; b++) {
      const gain = new Float64Array(this.#rules.siteCount);
      const base = this.#worth.bound(b, free, gain, room);
      const sorted = Float64Array.from(free, (site) => Math.max(0, gain[site]!)).sort();
      let top = 0;
      const from = Math.max(0, sorted.length - room);
      for (let k = from; k < sorted.length; k++) top += sorted[k]!;
      const relaxed = money === Infinity ? top : relaxedPick(this.#rules, free, gain, room, money).sum;
      bounds.push({
        gain,
        base,
        top,
        least: sorted.length > room ? sorted[from]! : 0,
        most: base + Math.min(top, relaxed),
      });
    }
    return bounds;
  }

  /** Sites of which one must open. */
  #branchOf(free: readonly number[], group: readonly number[] | null): readonly number[] {
    let branch = free;
    if (group !== null) {
      const inGroup = group.filter((site) => this.#isFree[site] === 1 && this.#fits(site));
      if (inGroup.length < branch.length) branch = inGroup;
    }
    if (branch.length > 1) {
      // A site that is free but no longer fits opens for nobody.
      const isFitting = new Uint8Array(this.#rules.siteCount);
      for (const site of free) isFitting[site] = 1;
      const must = this.#worth.mustOpen(isFitting);
      if (must !== null && must.length < branch.length) branch = must;
    }
    return branch;
  }

  #openSite(site: number): void {
    this.#worth.open(site);
    this.#open.push(site);
    this.#isOpen[site] = 1;
    this.#spent += this.#rules.price[site]!;
    for (const other of this.#rules.conflicts[site]!) this.#conflicting[other]!++;
  }

  /** The site opened last. */
  #closeSite(site: number): void {
    this.#worth.close(site);
    this.#open.pop();
    this.#isOpen[site] = 0;
    this.#spent -= this.#rules.price[site]!;
    for (const other of this.#rules.conflicts[site]!) this.#conflicting[other]!--;
  }

  #fits(site: number): boolean {
    return (
      this.#conflicting[site] === 0 &&
      this.#open.length < this.#rules.count &&
      this.#spent + this.#rules.price[site]! <= this.#rules.budget
    );
  }

  #keepsLimits(): boolean {
    const { count, budget } = this.#rules;
    return (
      this.#open.length <= count &&
      this.#spent <= budget &&
      this.#open.every((j) => this.#conflicting[j] === 0)
    );
  }

  #unmetGroup(): readonly number[] | null {
    return this.#rules.groups.find((group) => !group.some((site) => this.#isOpen[site] === 1)) ?? null;
  }

  #isFull(): boolean {
    return !this.#rules.optional.some((site) => this.#isOpen[site] === 0 && this.#fits(site));
  }

  #isMinimal(): boolean {
    return !this.#rules.optional.some((site) => this.#isOpen[site] === 1 && this.#isAnswerWithout(site));
  }

  /** Only for worths whose sites may close in any order. */
  #isAnswerWithout(site: number): boolean {
    this.#isOpen[site] = 0;
    this.#worth.close(site);
    const isAnswer = this.#worth.isAnswer() && this.#unmetGroup() === null;
    this.#worth.open(site);
    this.#isOpen[site] = 1;
    return isAnswer;
  }

  #trySwaps(sites: readonly number[]): void {
    const added = sites.filter((site) => this.#isOpen[site] === 0);
    for (const site of added) {
      const others = added.filter((other) => other !== site);
      this.#try(
        others,
        this.#rules.optional.filter((other) => !added.includes(other)),
      );
    }
  }

  /** Records the choice of `sites` beside the required ones, which are open already; or those with one of `further` added. */
  #try(sites: readonly number[], further: readonly number[]): void {
    const added = sites.filter((site) => this.#isOpen[site] === 0);
    let opened = 0;
    while (opened < added.length && this.#fits(added[opened]!)) this.#openSite(added[opened++]!);
    if (opened === added.length) {
      if (further.length === 0) this.#recordIfChoice();
      for (const site of further) {
        if (this.#options.isOver()) break;
        if (!this.#fits(site)) continue;
        this.#openSite(site);
        this.#recordIfChoice();
        this.#closeSite(site);
      }
    }
    while (opened > 0) this.#closeSite(added[--opened]!);
  }

  #recordIfChoice(): void {
    if (!this.#worth.isAnswer() || this.#unmetGroup() !== null) return;
    if (this.#options.isMinimal ? this.#isMinimal() : this.#isFull()) this.#record();
  }

  #record(): void {
    const value = this.#worth.value();
    if (value < this.#threshold) return;
    const sites = [...this.#open].sort((a, b) => a - b);
    const key = sites.join();
    if (this.#keys.has(key)) return;
    this.#keys.add(key);
    const at = this.#found.findIndex(
      (other) => value > other.value || (value === other.value && isBefore(sites, other.sites)),
    );
    this.#found.splice(at === -1 ? this.#found.length : at, 0, { sites, value });
    const { atMost, step, threshold } = this.#options;
    if (this.#found.length > atMost) this.#found.pop();
    if (this.#found.length < atMost) return;
    // From here on only what is better than the last kept counts.
    this.#threshold = Math.max(threshold, this.#found.at(-1)!.value + step);
  }
}

interface NodeBound {
  readonly gain: Float64Array;
  readonly base: number;
  /** Σ of the best gains, as many as there is room for, and the least of those. */
  readonly top: number;
  readonly least: number;
  readonly most: number;
}

/** With `site` in, one place fewer is left for the others. */
function childBound({ gain, base, top, least }: NodeBound, site: number): number {
  const own = gain[site]!;
  return base + own + top - (own >= least ? Math.max(0, own) : least);
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  for (let k = 0; k < a.length && k < b.length; k++) if (a[k] !== b[k]) return a[k]! < b[k]!;
  return a.length < b.length;
}
