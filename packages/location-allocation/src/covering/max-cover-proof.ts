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
/** Rounds of shaking: on the way to the relaxation's optimum, there, and in a branch. */
const FIRST_ROUNDS = 10;
const LAST_ROUNDS = 60;
const IN_BRANCH_ROUNDS = 5;

export function proveMaxCover(
  highs: Highs,
  problem: MaxCover,
  {
    watch,
    start,
    report,
  }: { watch: Watch; start: Cover | null; report: (value: number | null, bound: number) => void },
): ProvenCover {
  const { firstSite } = problem.sets;
  let total = 0;
  problem.weight.forEach((weight, i) => {
    if (firstSite[i] !== firstSite[i + 1]) total += weight;
  });
  if (start?.value === total || watch.isOver()) return { cover: start, bound: total };
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
  #seed = 1;
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
        if (isConverged || round % 30 === 0) this.#round(y, isConverged ? LAST_ROUNDS : FIRST_ROUNDS);
        if (this.#isProven()) return;
        if (bound && this.#fix(bound) > 0) this.#mergeIfSmaller();
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

  /**
   * A choice from a fractional one: searched for among the sites that have a share in it and those of the incumbent alone,
   * which are a tenth of all or fewer, so that the search is that much faster.
   */
  #round(y: Float64Array, rounds: number): void {
    const { sets, weight, rules } = this.#problem;
    const before = this.#incumbent;
    const isIncumbent = this.#indicator(before?.sites ?? []);
    const sites = [...y.keys()].filter((j) => y[j]! > 1e-6 || isIncumbent[j] === 1);
    const points = Array.from({ length: sets.pointCount }, (_, i) => i);
    const merged = mergeAlikePoints(subsets(sets, sites, points), weight);
    const problem = { sets: merged.sets, weight: merged.weight, rules: rulesAmong(rules, sites) };
    const search = new MaxCoverSearch(problem, () => this.#watch.isOver(), ++this.#seed);
    const offer = (cover: Cover | null) =>
      this.#offer(cover && { sites: cover.sites.map((k) => sites[k]!), value: cover.value });
    const rounded = search.follow(sites.map((j) => y[j]!));
    if (rounded) offer(search.improve(rounded.sites, rounds));
    if (!before) return; // a choice found just now is no start: `isIncumbent` knows nothing of it
    const start = [...sites.keys()].filter((k) => isIncumbent[sites[k]!] === 1);
    offer(search.improve(start, rounds));
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

  #mergeIfSmaller(): void {
    const open = this.#upper.reduce((a, b) => a + b, 0);
    if (open > 0.85 * this.#openSites) return;
    this.#openSites = open;
    this.#master.forgetClosedSites();
  }

  #branch(): void {
    const { cover, bound } = branchOnSites({
      relaxation: this.#master,
      lower: this.#lower,
      upper: this.#upper,
      incumbent: this.#incumbent,
      bound: this.#bound,
      valueOf: (chosen) =>
        keepsRules(this.#problem.rules, chosen) ? valueOfSites(this.#problem, chosen) : null,
      round: (y) => {
        this.#round(y, IN_BRANCH_ROUNDS);
        return this.#incumbent;
      },
      watch: this.#watch,
      report: this.#report,
    });
    this.#incumbent = cover;
    this.#bound = bound;
  }
}
