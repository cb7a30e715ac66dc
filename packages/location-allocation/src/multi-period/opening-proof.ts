/**
 * The best plan with proof: relaxation by cuts in the space of sites and years, reduced-cost fixing with exact bounds, and
 * branching on "open by year t" where a gap stays open.
 */
import { branchOnSites, type Cover } from "../covering/site-branching.ts";
import type { Highs } from "../highs/load.ts";
import { fixedByReducedCost, type SafeBound } from "../safe-bound.ts";
import type { Watch } from "../watch.ts";
import { exchangeOpenings } from "./exchange-openings.ts";
import { openGreedily } from "./greedy-opening.ts";
import { OpeningMaster } from "./opening-master.ts";
import { createOpeningPlan, type OpeningPlan } from "./opening-plan.ts";
import type { Periods } from "./periods.ts";

/** Where between the best point known and the LP's optimum the relaxation is cut: in-out separation (Ben-Ameur & Neto 2007). */
const TOWARDS_LP = 0.4;
/** Random handfuls taken back: on the way to the relaxation's optimum, there, and in a branch. */
const FIRST_ROUNDS = 5;
const LAST_ROUNDS = 150;
const IN_BRANCH_ROUNDS = 5;
/** The relaxation is solved once what is left of it is this little of the gap: branching goes on with its cuts. */
const SMALL_REST = 0.01;
const MONEY_ROUNDS = 25;

export interface ProvenPlan {
  /** Year in which each site opens; null = no plan is known. */
  readonly opensIn: Int32Array | null;
  readonly value: number;
  /** No plan covers more; −Infinity = there is no plan. */
  readonly bound: number;
}

export function provePlan(
  highs: Highs,
  periods: Periods,
  start: OpeningPlan,
  { watch, report }: { watch: Watch; report: (value: number | null, bound: number) => void },
): ProvenPlan {
  const total = periods.sitesOfClass.reduce(
    (sum, _, c) => sum + periods.weightFrom[c * (periods.yearCount + 1)]!,
    0,
  );
  const isPlan = start.isAllowed();
  if (periods.groups.some((group) => group.length === 0))
    return { opensIn: null, value: -Infinity, bound: -Infinity };
  if (isPlan && start.value === total) return { opensIn: start.opensIn.slice(), value: total, bound: total };
  const proof = new OpeningProof(highs, periods, isPlan ? start : null, total, watch, report);
  try {
    return proof.run();
  } finally {
    proof.dispose();
  }
}

class OpeningProof {
  readonly #periods: Periods;
  readonly #watch: Watch;
  readonly #report: (value: number | null, bound: number) => void;
  readonly #master: OpeningMaster;
  readonly #plan: OpeningPlan;
  #incumbent: Cover | null;
  #bound: number;
  #seed = 1;

  constructor(
    highs: Highs,
    periods: Periods,
    start: OpeningPlan | null,
    total: number,
    watch: Watch,
    report: (value: number | null, bound: number) => void,
  ) {
    this.#periods = periods;
    this.#watch = watch;
    this.#report = report;
    this.#plan = createOpeningPlan(periods);
    this.#incumbent = start && { sites: this.#columnsOf(start.opensIn), value: start.value };
    this.#bound = total;
    this.#master = new OpeningMaster(highs, periods);
  }

  dispose(): void {
    this.#master.dispose();
  }

  run(): ProvenPlan {
    this.#relax();
    if (!this.#isProven() && !this.#watch.isOver()) this.#branch();
    const opensIn = this.#incumbent && this.#opensIn(this.#incumbent.sites);
    return { opensIn, value: this.#best, bound: this.#bound };
  }

  get #best(): number {
    return this.#incumbent?.value ?? -Infinity;
  }

  #isProven(): boolean {
    return this.#bound <= this.#best;
  }

  /** The root: cuts until the relaxation is solved, with exact bounds, fixing and rounding on the way. */
  #relax(): void {
    const { siteCount } = this.#master;
    let inner: Float64Array | null = null;
    let innerValue = -1;
    if (this.#incumbent) {
      inner = this.#indicator(this.#incumbent.sites);
      innerValue = this.#master.cover(inner);
    } else this.#master.cover(new Float64Array(siteCount));
    this.#master.addCuts(null);
    let moneyRounds = 0;
    for (let round = 1; !this.#watch.isOver(); round++) {
      const lp = this.#master.solve(this.#watch);
      if (lp.status === "infeasible" && this.#master.isSurelyInfeasible()) this.#setBound(this.#best);
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
      const rest = lpValue - innerValue;
      const isConverged = added === 0 || rest < 0.05 || rest < SMALL_REST * (lpValue - this.#best);
      if (round % 10 === 0 || isConverged) {
        const bound = this.#master.bound(lp);
        if (bound) this.#setBound(bound.whole);
        if (isConverged || round % 30 === 0)
          this.#round(y, isConverged && moneyRounds === 0 ? LAST_ROUNDS : FIRST_ROUNDS);
        if (this.#isProven()) return;
        if (bound) this.#fix(bound);
        this.#report(this.#incumbent?.value ?? null, this.#bound);
      }
      this.#master.dropIdleCuts(lp.rowDual);
      if (!isConverged) continue;
      // The inner point need not keep the new cuts: it stays of use as a place to cut at, not as a bound.
      const isCut = moneyRounds++ < MONEY_ROUNDS && this.#master.addMoneyCuts(y) > 0;
      if (!isCut) return;
      innerValue = -1;
    }
  }

  #setBound(bound: number): void {
    this.#bound = Math.min(this.#bound, bound);
  }

  #offer(opensIn: Int32Array, value: number): void {
    if (value <= this.#best) return;
    this.#incumbent = { sites: this.#columnsOf(opensIn), value };
    this.#report(value, this.#bound);
  }

  /** A plan from a fractional one: sites in the order in which they open there, then exchange towards its shares. */
  #round(y: Float64Array, rounds: number): void {
    const { yearCount, choosable, siteCount } = this.#periods;
    const opening = new Float64Array(siteCount * yearCount);
    choosable.forEach((j, k) => {
      for (let t = 0; t < yearCount; t++)
        opening[j * yearCount + t] = y[k * yearCount + t]! - (t === 0 ? 0 : y[k * yearCount + t - 1]!);
    });
    const shouldStop = () => this.#watch.isOver();
    const improve = () => {
      const favour = (j: number, t: number) => 0.1 + opening[j * yearCount + t]!;
      exchangeOpenings(this.#periods, this.#plan, {
        rounds,
        isThorough: rounds === LAST_ROUNDS,
        favour,
        seed: ++this.#seed,
        shouldStop,
      });
      if (this.#plan.isAllowed()) this.#offer(this.#plan.opensIn, this.#plan.value);
    };
    this.#plan.become(new Int32Array(siteCount).fill(yearCount));
    for (const j of choosable.toSorted(
      (a, b) => sumOf(opening, b, yearCount) - sumOf(opening, a, yearCount),
    )) {
      let open = 0;
      for (let t = 0; t < yearCount; t++) {
        open += opening[j * yearCount + t]!;
        if (open < 0.5 || !this.#plan.canOpen(j, t)) continue;
        this.#plan.open(j, t);
        break;
      }
    }
    openGreedily(this.#periods, this.#plan, { shouldStop });
    improve();
    if (!this.#incumbent) return;
    this.#plan.become(this.#opensIn(this.#incumbent.sites));
    improve();
  }

  /** Columns that cannot be (or must be) 1 in a better plan are set for good. */
  #fix(bound: SafeBound): void {
    const { siteCount, lower, upper } = this.#master;
    if (!this.#incumbent) return;
    const fixed = fixedByReducedCost(bound, { sense: "maximise", incumbent: this.#best, lower, upper });
    for (let column = 0; column < siteCount; column++) {
      if (fixed[column] === -1) this.#master.close(column);
      else if (fixed[column] === 1) this.#master.setBounds(column, 1, 1);
    }
  }

  #branch(): void {
    const { siteCount, lower, upper } = this.#master;
    const { cover, bound } = branchOnSites({
      relaxation: this.#master,
      lower: lower.slice(0, siteCount),
      upper: upper.slice(0, siteCount),
      incumbent: this.#incumbent,
      bound: this.#bound,
      valueOf: (columns) => this.#valueOf(columns),
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

  #indicator(columns: readonly number[]): Float64Array {
    const y = new Float64Array(this.#master.siteCount);
    for (const column of columns) y[column] = 1;
    return y;
  }

  #columnsOf(opensIn: Int32Array): number[] {
    const { yearCount, choosable } = this.#periods;
    return choosable.flatMap((j, k) => {
      const years = Array.from({ length: yearCount }, (_, t) => t);
      return years.filter((t) => t >= opensIn[j]!).map((t) => k * yearCount + t);
    });
  }

  /** The first year in which each site is open. */
  #opensIn(columns: readonly number[]): Int32Array {
    const { yearCount, siteCount, choosable } = this.#periods;
    const opensIn = new Int32Array(siteCount).fill(yearCount);
    for (const column of columns) {
      if (column >= this.#master.openingCount) continue;
      const j = choosable[Math.floor(column / yearCount)]!;
      opensIn[j] = Math.min(opensIn[j]!, column % yearCount);
    }
    return opensIn;
  }

  /** Null where a site would close again, or a rule is broken. */
  #valueOf(columns: readonly number[]): number | null {
    const opensIn = this.#opensIn(columns);
    const openings = columns.filter((column) => column < this.#master.openingCount);
    if (this.#columnsOf(opensIn).length !== openings.length) return null;
    this.#plan.become(opensIn);
    return this.#plan.isAllowed() ? this.#plan.value : null;
  }
}

function sumOf(opening: Float64Array, j: number, yearCount: number): number {
  let sum = 0;
  for (let t = 0; t < yearCount; t++) sum += opening[j * yearCount + t]!;
  return sum;
}
