/**
 * The best choice for maximal covering, with proof: relaxation by cuts in the space of sites, reduced-cost fixing with
 * exact bounds, and branching on sites where a gap stays open.
 *
 * Nothing is cut off on a solver's word: a branch ends only where the bound from its rounded duals, in exact integer
 * arithmetic, is no better than the incumbent, where an exact Farkas test shows it empty, or where no site is left open.
 */
import type { Highs } from "../highs/load.ts";
import type { LpResult } from "../highs/lp.ts";
import { mergeAlikePoints } from "../presolve/alike-points.ts";
import { fixedByReducedCost, type SafeBound } from "../safe-bound.ts";
import type { Watch } from "../watch.ts";
import { subsets } from "./cover-sets.ts";
import { MaxCoverMaster } from "./max-cover-master.ts";
import { better, type Cover, type MaxCover, MaxCoverSearch } from "./max-cover-search.ts";
import { keepsRules, rulesAmong } from "./site-rules.ts";

export interface ProvenCover {
  readonly cover: Cover | null;
  /** No choice within the rules covers more; −1 = no choice is within the rules. */
  readonly bound: number;
}

/** A branch: sites decided on the way to it. */
interface Branch {
  readonly bound: number;
  readonly decisions: Decision | null;
  readonly depth: number;
}

interface Decision {
  readonly site: number;
  readonly stands: boolean;
  readonly before: Decision | null;
}

/** Where between the best point known and the LP's optimum the relaxation is cut: in-out separation (Ben-Ameur & Neto 2007). */
const TOWARDS_LP = 0.4;
const INTEGRAL = 1e-6;

export function proveMaxCover(
  highs: Highs,
  problem: MaxCover,
  {
    watch,
    start,
    report,
  }: { watch: Watch; start: Cover | null; report: (value: number | null, bound: number) => void },
): ProvenCover {
  const total = problem.weight.reduce((a, b) => a + b, 0);
  if (start?.value === total) return { cover: start, bound: total };
  const proof = new MaxCoverProof(highs, problem, watch, start, total, report);
  try {
    return proof.run();
  } finally {
    proof.dispose();
  }
}

class MaxCoverProof {
  readonly #problem: MaxCover;
  readonly #watch: Watch;
  readonly #report: (value: number | null, bound: number) => void;
  readonly #master: MaxCoverMaster;
  readonly #leastViolation: number;
  #search: { readonly search: MaxCoverSearch; readonly sites: readonly number[] };
  #incumbent: Cover | null;
  #bound: number;
  #openSites: number;
  /** Limits that hold in every branch. */
  readonly #lower: Float64Array;
  readonly #upper: Float64Array;
  readonly #losses: BranchLosses;

  constructor(
    highs: Highs,
    problem: MaxCover,
    watch: Watch,
    start: Cover | null,
    total: number,
    report: (value: number | null, bound: number) => void,
  ) {
    this.#problem = problem;
    this.#watch = watch;
    this.#report = report;
    this.#incumbent = start;
    this.#bound = total;
    this.#leastViolation = Math.max(0.01, total * 1e-9);
    this.#master = new MaxCoverMaster(highs, problem);
    const { siteCount } = problem.sets;
    this.#openSites = siteCount;
    this.#lower = new Float64Array(siteCount);
    this.#upper = new Float64Array(siteCount).fill(1);
    this.#losses = new BranchLosses(siteCount);
    this.#search = this.#searchAmongOpen();
  }

  dispose(): void {
    this.#master.dispose();
  }

  run(): ProvenCover {
    this.#relax();
    if (!this.#isProven() && !this.#watch.isOver()) this.#branch();
    return { cover: this.#incumbent, bound: this.#bound };
  }

  #isProven(): boolean {
    return this.#bound <= (this.#incumbent?.value ?? -1);
  }

  /** The root: cuts until the relaxation is solved, with exact bounds, fixing and rounding on the way. */
  #relax(): void {
    const { siteCount } = this.#problem.sets;
    let inner: Float64Array | null = null;
    let innerValue = -1;
    if (this.#incumbent) {
      inner = this.#indicator(this.#incumbent.sites);
      innerValue = this.#incumbent.value;
      this.#master.cover(inner);
    } else this.#master.cover(new Float64Array(siteCount));
    this.#master.addCuts(null, 0);
    for (let round = 1; !this.#watch.isOver(); round++) {
      const lp = this.#master.solve(this.#watch.secondsLeft());
      if (lp.status === "infeasible" && this.#master.isSurelyInfeasible()) {
        this.#setBound(this.#incumbent?.value ?? -1);
        return;
      }
      if (lp.status !== "optimal") return;
      const y = lp.value.subarray(0, siteCount);
      const lpValue = this.#master.lpValue(lp);
      const value = this.#master.cover(y);
      let added = 0;
      if (!inner || value > innerValue) {
        inner = y.slice();
        innerValue = value;
        added = this.#master.addCuts(lp.value, this.#leastViolation);
      } else {
        const between = inner.map((x, j) => x + TOWARDS_LP * (y[j]! - x));
        const betweenValue = this.#master.cover(between);
        added = this.#master.addCuts(lp.value, this.#leastViolation);
        if (betweenValue > innerValue) {
          inner = between;
          innerValue = betweenValue;
        }
        if (added === 0) {
          this.#master.cover(y);
          added = this.#master.addCuts(lp.value, this.#leastViolation);
        }
      }
      const isConverged = added === 0 || lpValue - innerValue < 0.05;
      if (round % 10 === 0 || isConverged) {
        const bound = this.#master.bound(lp);
        if (bound) this.#setBound(bound.whole);
        if (round % 30 === 0 || isConverged) this.#round(y);
        if (this.#isProven()) return;
        if (bound && this.#fix(bound) > 0) this.#searchAgainIfSmaller();
        this.#report(this.#incumbent?.value ?? null, this.#bound);
      }
      if (isConverged) return;
      this.#master.dropIdleCuts(lp.rowDual);
    }
  }

  #setBound(bound: number): void {
    this.#bound = Math.min(this.#bound, bound);
  }

  #indicator(sites: readonly number[]): Float64Array {
    const y = new Float64Array(this.#problem.sets.siteCount);
    for (const j of sites) y[j] = 1;
    return y;
  }

  #offer(cover: Cover | null): void {
    const best = better(this.#incumbent, cover);
    if (best === this.#incumbent) return;
    this.#incumbent = best;
    this.#report(best!.value, this.#bound);
  }

  /** A choice from a fractional one. */
  #round(y: ArrayLike<number>): void {
    const { search, sites } = this.#search;
    const cover = search.follow(sites.map((j) => y[j]!));
    if (!cover) return;
    const improved = search.improve(cover.sites, 3);
    this.#offer({ sites: improved.sites.map((j) => sites[j]!), value: this.#fixedValue(improved, sites) });
  }

  /** The search sees points merged among the open sites; values are the same, but are taken of the whole problem. */
  #fixedValue(cover: Cover, sites: readonly number[]): number {
    return MaxCoverSearch.valueOf(
      this.#problem,
      cover.sites.map((j) => sites[j]!),
    );
  }

  /** Sites that cannot be in (or out of) a better choice are closed (opened) for good; how many. */
  #fix(bound: SafeBound): number {
    const { siteCount } = this.#problem.sets;
    const fixed = fixedByReducedCost(bound, {
      sense: "maximise",
      incumbent: this.#incumbent?.value ?? -1,
      lower: this.#master.lower,
      upper: this.#master.upper,
    });
    let count = 0;
    for (let j = 0; j < siteCount; j++) {
      if (fixed[j] === 0) continue;
      count++;
      this.#lower[j] = this.#upper[j] = fixed[j] === 1 ? 1 : 0;
      this.#master.setBounds(j, this.#lower[j]!, this.#upper[j]!);
    }
    return count;
  }

  #searchAgainIfSmaller(): void {
    const open = this.#upper.reduce((a, b) => a + b, 0);
    if (open > 0.85 * this.#openSites) return;
    this.#openSites = open;
    this.#master.forgetClosedSites();
    this.#search = this.#searchAmongOpen();
  }

  #searchAmongOpen() {
    const { sets, weight, rules } = this.#problem;
    const sites = [...this.#upper.keys()].filter((j) => this.#upper[j]! > 0);
    const points = Array.from({ length: sets.pointCount }, (_, i) => i);
    const merged =
      sites.length === sets.siteCount
        ? { sets, weight }
        : mergeAlikePoints(subsets(sets, sites, points), weight);
    const problem: MaxCover = { sets: merged.sets, weight: merged.weight, rules: rulesAmong(rules, sites) };
    return { search: new MaxCoverSearch(problem, () => this.#watch.isOver()), sites };
  }

  /** Best bound first, but down to a leaf from each branch taken up, since the LP is then close to its last basis. */
  #branch(): void {
    const { search, sites } = this.#search;
    if (this.#incumbent && this.#incumbent.sites.every((j) => this.#upper[j]! > 0)) {
      const position = new Map(sites.map((j, k) => [j, k]));
      const improved = search.improve(
        this.#incumbent.sites.map((j) => position.get(j)!),
        20,
      );
      this.#offer({ sites: improved.sites.map((j) => sites[j]!), value: this.#fixedValue(improved, sites) });
    }
    const open: Branch[] = [{ bound: this.#bound, decisions: null, depth: 0 }];
    let nodes = 0;
    while (open.length > 0) {
      let branch: Branch | null = takeBest(open);
      this.#setBound(Math.max(branch.bound, this.#incumbent?.value ?? -1));
      if (this.#isProven()) return;
      while (branch) {
        if (this.#watch.isOver()) return;
        const children = this.#explore(branch, nodes++);
        if (children === "stopped") return;
        const incumbent = this.#incumbent?.value ?? -1;
        const alive: Branch[] = children.filter((child) => child.bound > incumbent);
        branch = alive.shift() ?? null;
        open.push(...alive);
        if (nodes % 20 === 0) this.#report(this.#incumbent?.value ?? null, this.#bound);
      }
    }
    this.#setBound(this.#incumbent?.value ?? -1);
  }

  /** Solves a branch; the branches it falls into, the more promising first. */
  #explore(branch: Branch, node: number): Branch[] | "stopped" {
    const { siteCount } = this.#problem.sets;
    const { lower, upper } = this.#limitsOf(branch.decisions);
    for (let j = 0; j < siteCount; j++) {
      if (lower[j] !== this.#master.lower[j] || upper[j] !== this.#master.upper[j]) {
        this.#master.setBounds(j, lower[j]!, upper[j]!);
      }
    }
    let { bound, decisions } = branch;
    let y: Float64Array | null = null;
    let lastValue = Infinity;
    for (let round = 0; ; round++) {
      const lp = this.#master.solve(this.#watch.secondsLeft());
      if (lp.status === "infeasible" && this.#master.isSurelyInfeasible()) return [];
      if (lp.status === "stopped") return "stopped";
      if (lp.status !== "optimal") break;
      const safe = this.#master.bound(lp);
      if (safe) bound = Math.min(bound, safe.whole);
      if (round === 0) this.#losses.learn(branch.decisions, branch.bound - bound);
      if (bound <= (this.#incumbent?.value ?? -1)) return [];
      y = lp.value.slice(0, siteCount);
      if (safe) decisions = this.#decide(safe, decisions);
      this.#master.cover(y);
      const isWhole = y.every((x) => Math.min(x, 1 - x) < INTEGRAL);
      if (isWhole) this.#offerSites([...y.keys()].filter((j) => y![j]! > 0.5));
      const lpValue = this.#master.lpValue(lp);
      const gap = lpValue - (this.#incumbent?.value ?? 0);
      if (!isWhole && (round >= 12 || (round >= 2 && lastValue - lpValue < 0.02 * gap))) break;
      lastValue = lpValue;
      if (this.#master.addCuts(lp.value, this.#leastViolation) === 0) break;
      if (this.#watch.isOver()) return "stopped";
    }
    if (y && node % 10 === 0) this.#round(y);
    return this.#split({ ...branch, bound, decisions }, y);
  }

  #offerSites(sites: number[]): void {
    if (!keepsRules(this.#problem.rules, sites)) return;
    this.#offer({ sites, value: MaxCoverSearch.valueOf(this.#problem, sites) });
  }

  /** Reduced-cost fixing within one branch. */
  #decide(bound: SafeBound, decisions: Decision | null): Decision | null {
    const { lower, upper } = this.#master;
    const fixed = fixedByReducedCost(bound, {
      sense: "maximise",
      incumbent: this.#incumbent?.value ?? -1,
      lower,
      upper,
    });
    for (let j = 0; j < this.#problem.sets.siteCount; j++) {
      if (fixed[j] === 0) continue;
      decisions = { site: j, stands: fixed[j] === 1, before: decisions };
      this.#master.setBounds(j, fixed[j] === 1 ? 1 : 0, fixed[j] === 1 ? 1 : 0);
    }
    return decisions;
  }

  #split({ bound, decisions, depth }: Branch, y: Float64Array | null): Branch[] {
    const { lower, upper } = this.#limitsOf(decisions);
    const open = [...lower.keys()].filter((j) => lower[j]! < upper[j]!);
    if (open.length === 0) {
      this.#offerSites([...lower.keys()].filter((j) => lower[j] === 1));
      return [];
    }
    const site = this.#losses.mostTelling(open, y);
    const child = (stands: boolean): Branch => ({
      bound,
      decisions: { site, stands, before: decisions },
      depth: depth + 1,
    });
    return (y?.[site] ?? 1) >= 0.3 ? [child(true), child(false)] : [child(false), child(true)];
  }

  #limitsOf(decisions: Decision | null) {
    const lower = this.#lower.slice();
    const upper = this.#upper.slice();
    for (let d = decisions; d; d = d.before) lower[d.site] = upper[d.site] = d.stands ? 1 : 0;
    return { lower, upper };
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

/** How much the bound fell when a site was last decided: pseudo-costs, so that the site that closes most is split next. */
class BranchLosses {
  readonly #sum: Record<"true" | "false", Float64Array>;
  readonly #count: Record<"true" | "false", Float64Array>;

  constructor(siteCount: number) {
    this.#sum = { true: new Float64Array(siteCount), false: new Float64Array(siteCount) };
    this.#count = { true: new Float64Array(siteCount), false: new Float64Array(siteCount) };
  }

  learn(decision: Decision | null, loss: number): void {
    if (!decision) return;
    const side = `${decision.stands}` as const;
    this.#sum[side][decision.site]! += Math.max(0, loss);
    this.#count[side][decision.site]!++;
  }

  mostTelling(open: readonly number[], y: Float64Array | null): number {
    const mean = { true: this.#mean("true"), false: this.#mean("false") };
    let best = open[0]!;
    let bestScore = -1;
    for (const j of open) {
      const share = y ? Math.min(1, Math.max(0, y[j]!)) : 0.5;
      const fraction = Math.min(share, 1 - share);
      const expected = (side: "true" | "false") =>
        this.#count[side][j]! > 0 ? this.#sum[side][j]! / this.#count[side][j]! : mean[side];
      const score =
        (fraction < INTEGRAL ? 1e-9 : 1) *
        (1e-3 + fraction) *
        (1 + expected("true")) *
        (1 + expected("false"));
      if (score <= bestScore) continue;
      best = j;
      bestScore = score;
    }
    return best;
  }

  #mean(side: "true" | "false"): number {
    const count = this.#count[side].reduce((a, b) => a + b, 0);
    return count === 0 ? 1 : this.#sum[side].reduce((a, b) => a + b, 0) / count;
  }
}
