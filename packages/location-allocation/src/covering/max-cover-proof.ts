/**
 * The best choice for maximal covering, with proof: relaxation by cuts in the space of sites, reduced-cost fixing with
 * exact bounds, and branching on sites where a gap stays open.
 */
import type { Highs } from "../highs/load.ts";
import { mergeAlikePoints } from "../presolve/alike-points.ts";
import { fixedByReducedCost, type SafeBound } from "../safe-bound.ts";
import type { Watch } from "../watch.ts";
import { subsets } from "./cover-sets.ts";
import { MaxCoverMaster } from "./max-cover-master.ts";
import { better, type MaxCover, MaxCoverSearch, valueOfSites } from "./max-cover-search.ts";
import { branchOnSites, type Cover, type ProvenCover } from "./site-branching.ts";
import { keepsRules, rulesAmong } from "./site-rules.ts";

/** Where between the best point known and the LP's optimum the relaxation is cut: in-out separation (Ben-Ameur & Neto 2007). */
const TOWARDS_LP = 0.4;

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
  #search: { readonly search: MaxCoverSearch; readonly sites: readonly number[] };
  #incumbent: Cover | null;
  #bound: number;
  #openSites: number;
  /** Limits that hold in every branch. */
  readonly #lower: Float64Array;
  readonly #upper: Float64Array;

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
    this.#master = new MaxCoverMaster(highs, problem);
    const { siteCount } = problem.sets;
    this.#openSites = siteCount;
    this.#lower = new Float64Array(siteCount);
    this.#upper = new Float64Array(siteCount).fill(1);
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
    return this.#bound <= (this.#incumbent?.value ?? -Infinity);
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
    this.#master.addCuts(null);
    for (let round = 1; !this.#watch.isOver(); round++) {
      const lp = this.#master.solve(this.#watch);
      if (lp.status === "infeasible" && this.#master.isSurelyInfeasible()) {
        this.#setBound(this.#incumbent?.value ?? -Infinity);
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
        added = this.#master.addCuts(lp.value);
      } else {
        const between = inner.map((x, j) => x + TOWARDS_LP * (y[j]! - x));
        const betweenValue = this.#master.cover(between);
        added = this.#master.addCuts(lp.value);
        if (betweenValue > innerValue) {
          inner = between;
          innerValue = betweenValue;
        }
        if (added === 0) {
          this.#master.cover(y);
          added = this.#master.addCuts(lp.value);
        }
      }
      const isConverged = added === 0 || lpValue - innerValue < 0.05;
      if (round % 10 === 0 || isConverged) {
        const bound = this.#master.bound(lp);
        if (bound) this.#setBound(bound.whole);
        if (round % 30 === 0 || isConverged) this.#offer(this.#round(y));
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
  #round(y: Float64Array): Cover | null {
    const { search, sites } = this.#search;
    const cover = search.follow(sites.map((j) => y[j]!));
    return cover && this.#wholeCover(search.improve(cover.sites, 3));
  }

  /** A choice of the search among open sites by the sites of the whole problem. */
  #wholeCover({ sites }: Cover): Cover {
    const chosen = sites.map((j) => this.#search.sites[j]!);
    return { sites: chosen, value: valueOfSites(this.#problem, chosen) };
  }

  /** Sites that cannot be in (or out of) a better choice are closed (opened) for good; how many. */
  #fix(bound: SafeBound): number {
    const { siteCount } = this.#problem.sets;
    if (!this.#incumbent) return 0;
    const fixed = fixedByReducedCost(bound, {
      sense: "maximise",
      incumbent: this.#incumbent.value,
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

  #branch(): void {
    const { search, sites } = this.#search;
    if (this.#incumbent?.sites.every((j) => this.#upper[j]! > 0)) {
      const position = new Map(sites.map((j, k) => [j, k]));
      this.#offer(
        this.#wholeCover(
          search.improve(
            this.#incumbent.sites.map((j) => position.get(j)!),
            20,
          ),
        ),
      );
    }
    const { cover, bound } = branchOnSites({
      relaxation: this.#master,
      lower: this.#lower,
      upper: this.#upper,
      incumbent: this.#incumbent,
      bound: this.#bound,
      valueOf: (chosen) =>
        keepsRules(this.#problem.rules, chosen) ? valueOfSites(this.#problem, chosen) : null,
      round: (y) => this.#round(y),
      watch: this.#watch,
      report: this.#report,
    });
    this.#incumbent = cover;
    this.#bound = bound;
  }
}
