/**
 * Branch and bound on sites over any relaxation that gives exact bounds: maximises, in whole numbers.
 *
 * Nothing is cut off on a solver's word: a branch ends only where the bound from its rounded duals, in exact integer
 * arithmetic, is no better than the incumbent, where an exact Farkas test shows it empty, or where no site is left open.
 */
import type { LpResult } from "../highs/lp.ts";
import { fixedByReducedCost, type SafeBound } from "../safe-bound.ts";
import type { Watch } from "../watch.ts";
import { BranchLosses } from "./branch-losses.ts";

/** A choice of sites and what it is worth. */
export interface Cover {
  readonly sites: readonly number[];
  readonly value: number;
}

/** A linear relaxation whose first `siteCount` columns are the sites. */
export interface SiteRelaxation {
  readonly siteCount: number;
  /** Limits of all columns as they are set now. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  setBounds(site: number, lower: number, upper: number): void;
  solve(watch: Watch): LpResult;
  /** Exact bound of an optimal LP's duals. */
  bound(lp: LpResult): SafeBound | null;
  /** Whether it is certain that the LP just found infeasible is. */
  isSurelyInfeasible(): boolean;
  /** The LP's value in the objective's unit, within the solver's tolerances. */
  lpValue(lp: LpResult): number;
  /** Adds rows that the optimum violates; how many. */
  tighten(lp: LpResult): number;
}

export interface BranchingTask {
  readonly relaxation: SiteRelaxation;
  /** Limits of the sites that hold in every branch. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly incumbent: Cover | null;
  readonly bound: number;
  /** Exact; null where a choice breaks a rule. */
  valueOf(sites: readonly number[]): number | null;
  /** A choice made of a fractional one, if one is found. */
  round(y: Float64Array): Cover | null;
  readonly watch: Watch;
  /** Gives up after so many branches in a row that leave bound and incumbent as they were; default: never. */
  readonly patience?: number;
  readonly report: (incumbent: number | null, bound: number) => void;
}

export interface ProvenCover {
  readonly cover: Cover | null;
  /** No choice is worth more; −Infinity = no choice keeps the rules. */
  readonly bound: number;
}

interface Branch {
  readonly bound: number;
  /** Value of the relaxation it was split from. */
  readonly value: number;
  readonly depth: number;
  readonly decisions: Decision | null;
}

/** A site decided on the way to a branch, and its share in the relaxation it was decided in. */
export interface Decision {
  readonly site: number;
  readonly stands: boolean;
  readonly share: number;
  readonly before: Decision | null;
}

const INTEGRAL = 1e-6;
/** A site less divided than this tells little. */
const LEAST_PROBED = 0.05;
/** Rounds of cuts in one branch before it is split all the same. */
const MOST_ROUNDS = 12;
/** Sites tried both ways, by one solve each, before a branch is split. */
const MOST_PROBED = 8;

export function branchOnSites(task: BranchingTask): ProvenCover {
  return new SiteBranching(task).run();
}

class SiteBranching {
  readonly #task: BranchingTask;
  readonly #losses: BranchLosses;
  #incumbent: Cover | null;
  #bound: number;

  constructor(task: BranchingTask) {
    this.#task = task;
    this.#losses = new BranchLosses(task.relaxation.siteCount);
    this.#incumbent = task.incumbent;
    this.#bound = task.bound;
  }

  get #best(): number {
    return this.#incumbent?.value ?? -Infinity;
  }

  /** Best bound first, but down to a leaf from each branch taken up, since the LP is then close to its last basis. */
  run(): ProvenCover {
    const { watch, report, patience = Infinity } = this.#task;
    const open: Branch[] = [{ bound: this.#bound, value: this.#bound, decisions: null, depth: 0 }];
    let explored = 0;
    let gap = Infinity;
    let movedAt = 0;
    while (open.length > 0) {
      let branch: Branch | null = takeBest(open);
      this.#bound = Math.min(this.#bound, Math.max(branch.bound, this.#best));
      if (this.#bound <= this.#best) break;
      if (this.#bound - this.#best < gap) {
        gap = this.#bound - this.#best;
        movedAt = explored;
      }
      if (explored - movedAt >= patience) return { cover: this.#incumbent, bound: this.#bound };
      while (branch) {
        const children: Branch[] | null = watch.isOver() ? null : this.#explore(branch, explored++);
        if (!children) return { cover: this.#incumbent, bound: this.#bound };
        const alive: Branch[] = children.filter((child) => child.bound > this.#best);
        branch = alive.shift() ?? null;
        open.push(...alive);
        if (explored % 10 === 0) report(this.#incumbent?.value ?? null, this.#bound);
      }
    }
    return { cover: this.#incumbent, bound: this.#best };
  }

  /** Solves a branch; the branches it falls into, the more promising first; null = stopped. */
  #explore(branch: Branch, explored: number): Branch[] | null {
    const { relaxation, watch } = this.#task;
    this.#enter(branch.decisions);
    let { bound, decisions } = branch;
    let y: Float64Array | null = null;
    let before = Infinity;
    const lastValue = branch.value;
    for (let round = 0; ; round++) {
      const lp = relaxation.solve(watch);
      if (lp.status === "infeasible" && relaxation.isSurelyInfeasible()) return [];
      if (lp.status === "stopped") return null;
      if (lp.status !== "optimal") break;
      const safe = relaxation.bound(lp);
      if (safe) bound = Math.min(bound, safe.whole);
      const value = relaxation.lpValue(lp);
      if (round === 0 && branch.decisions)
        this.#losses.learn(branch.decisions, branch.bound - Math.min(branch.bound, value));
      if (bound <= this.#best) return [];
      y = lp.value.slice(0, relaxation.siteCount);
      if (safe) decisions = this.#decide(safe, decisions);
      const isWhole = y.every((x) => Math.min(x, 1 - x) < INTEGRAL);
      if (isWhole) this.#offerSites([...y.keys()].filter((j) => y![j]! > 0.5));
      const isSlow = round >= 2 && before - value < 0.02 * (value - this.#best);
      before = value;
      if (!isWhole && (round >= MOST_ROUNDS || isSlow)) break;
      if (relaxation.tighten(lp) === 0) break;
      if (watch.isOver()) return null;
    }
    if (y && explored % 10 === 0) this.#offer(this.#task.round(y));
    if (y) decisions = this.#probe(y, before, decisions);
    return this.#split({ ...branch, bound, value: lastValue, decisions }, y);
  }

  /** Sets the limits of a branch. */
  #enter(decisions: Decision | null): void {
    const { relaxation } = this.#task;
    const { lower, upper } = this.#limitsOf(decisions);
    for (let j = 0; j < relaxation.siteCount; j++) {
      if (lower[j] === relaxation.lower[j] && upper[j] === relaxation.upper[j]) continue;
      relaxation.setBounds(j, lower[j]!, upper[j]!);
    }
  }

  #limitsOf(decisions: Decision | null) {
    const lower = this.#task.lower.slice();
    const upper = this.#task.upper.slice();
    for (let d = decisions; d; d = d.before) lower[d.site] = upper[d.site] = d.stands ? 1 : 0;
    return { lower, upper };
  }

  #offer(cover: Cover | null): void {
    if (!cover || cover.value <= this.#best) return;
    this.#incumbent = cover;
    this.#task.report(cover.value, this.#bound);
  }

  #offerSites(sites: number[]): void {
    const value = this.#task.valueOf(sites);
    if (value !== null) this.#offer({ sites, value });
  }

  /** Reduced-cost fixing within one branch. */
  #decide(bound: SafeBound, decisions: Decision | null): Decision | null {
    const { relaxation } = this.#task;
    if (!this.#incumbent) return decisions;
    const { lower, upper } = relaxation;
    const fixed = fixedByReducedCost(bound, { sense: "maximise", incumbent: this.#best, lower, upper });
    for (let j = 0; j < relaxation.siteCount; j++) {
      if (fixed[j] === 0) continue;
      const stands = fixed[j] === 1;
      decisions = { site: j, stands, share: 0.5, before: decisions };
      relaxation.setBounds(j, stands ? 1 : 0, stands ? 1 : 0);
    }
    return decisions;
  }

  /**
   * Learns what deciding the most divided sites would cost where no branch has told yet (reliability branching, Achterberg,
   * Koch & Martin 2005). A side that cannot hold a better choice closes: the site is decided.
   */
  #probe(y: Float64Array, value: number, decisions: Decision | null): Decision | null {
    const { relaxation, watch } = this.#task;
    const fraction = (j: number) => Math.min(y[j]!, 1 - y[j]!);
    const unknown = [...y.keys()]
      .filter((j) => relaxation.lower[j]! < relaxation.upper[j]! && fraction(j) > LEAST_PROBED)
      .filter((j) => !this.#losses.isKnown(j))
      .sort((a, b) => fraction(b) - fraction(a));
    for (const site of unknown.slice(0, MOST_PROBED)) {
      for (const stands of [true, false]) {
        if (watch.isOver()) return decisions;
        const side = stands ? 1 : 0;
        relaxation.setBounds(site, side, side);
        const lp = relaxation.solve(watch);
        const isEmpty = lp.status === "infeasible" && relaxation.isSurelyInfeasible();
        const limit = lp.status === "optimal" ? (relaxation.bound(lp)?.whole ?? Infinity) : Infinity;
        if (isEmpty || limit <= this.#best) {
          relaxation.setBounds(site, 1 - side, 1 - side);
          decisions = { site, stands: !stands, share: y[site]!, before: decisions };
          break;
        }
        relaxation.setBounds(site, 0, 1);
        if (lp.status === "optimal")
          this.#losses.learn({ site, stands, share: y[site]!, before: null }, value - relaxation.lpValue(lp));
      }
    }
    return decisions;
  }

  #split({ bound, value, decisions, depth }: Branch, y: Float64Array | null): Branch[] {
    const { lower, upper } = this.#limitsOf(decisions);
    const open = [...lower.keys()].filter((j) => lower[j]! < upper[j]!);
    if (open.length === 0) {
      this.#offerSites([...lower.keys()].filter((j) => lower[j] === 1));
      return [];
    }
    const child = (decision: Decision): Branch => ({ bound, value, decisions: decision, depth: depth + 1 });
    const site = this.#losses.mostTelling(open, y);
    const share = y?.[site] ?? 0.5;
    const decide = (stands: boolean) => child({ site, stands, share, before: decisions });
    return share >= 0.3 ? [decide(true), decide(false)] : [decide(false), decide(true)];
  }
}

function takeBest(open: Branch[]): Branch {
  let best = 0;
  for (let k = 1; k < open.length; k++) {
    const a = open[k]!;
    const b = open[best]!;
    if (a.bound > b.bound || (a.bound === b.bound && a.depth > b.depth)) best = k;
  }
  const branch = open[best]!;
  open[best] = open.at(-1)!;
  open.pop();
  return branch;
}
