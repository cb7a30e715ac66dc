/**
 * The relaxation of multi-period maximal covering in the space of sites and years alone.
 *
 * maximise Σ_t Σ_g θ_tg over y_jt in [0, 1] within the rules, where θ_tg is the weight covered in year t of group g of points:
 *   θ_tg ≤ Σ_{i∈g} w_it min(1, Σ_{j∈N_i} y_jt).
 * Each cut is that of `covering/max-cover-master.ts` for one year (Cordeau, Furini & Ljubić 2019; Lamontagne, Carvalho &
 * Atallah 2024 for years): at a point ŷ a term is w_it where ŷ covers i, w_it Σ_{j∈N_i} y_jt elsewhere. There are sites × years
 * columns and some hundreds of cuts where the textbook model has a column and a row per point and year.
 */
import type { CoverSets } from "../covering/cover-sets.ts";
import { groupPoints } from "../covering/point-groups.ts";
import type { SiteRelaxation } from "../covering/site-branching.ts";
import { GrowingRows } from "../highs/growing-rows.ts";
import { LinearModelBuilder } from "../highs/linear-model.ts";
import type { Highs } from "../highs/load.ts";
import { type LinearProgram, type LpResult, openLp } from "../highs/lp.ts";
import { provesInfeasible, type SafeBound, safeBound, type WholeModel } from "../safe-bound.ts";
import type { Watch } from "../watch.ts";
import { knapsackCut } from "./knapsack-cut.ts";
import { type CountColumns, type Knapsack, periodRows } from "./period-rows.ts";
import type { Periods } from "./periods.ts";
import { siteSets } from "./undominated.ts";

const GROUPS = 16;
/** A cut that had no part in the optimum so often goes. */
const IDLE_ROUNDS = 15;
/** Weight in HiGHS's own numbers is kept around this, so that its tolerances mean little. */
const LP_TOTAL = 2 ** 20;
export class OpeningMaster implements SiteRelaxation {
  /** Columns that are 0 or 1: of sites and years, then of counts; named so by the branching, to which each is a site. */
  readonly siteCount: number;
  /** Of these, columns of sites and years. */
  readonly openingCount: number;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly #yearCount: number;
  readonly #groupCount: number;
  readonly #sets: CoverSets;
  /** Per year and class of points. */
  readonly #weight: Float64Array;
  readonly #coverage: Float64Array;
  readonly #groupOf: Int32Array;
  readonly #highs: Highs;
  readonly #counts: readonly CountColumns[];
  readonly #knapsacks: readonly Knapsack[];
  readonly #lp: LinearProgram;
  readonly #rows = new GrowingRows();
  readonly #ruleCount: number;
  readonly #columns: Pick<WholeModel, "sense" | "columnCount" | "cost">;
  readonly #weightScale: number;
  readonly #leastViolation: number;
  /** LP row = whole row × this, per row; a power of two. */
  #rowScale: number[] = [];
  #idle: number[] = [];
  /** 1 = closed in every branch: cuts need not name it. */
  readonly #isClosed: Uint8Array;

  constructor(highs: Highs, periods: Periods) {
    const { yearCount, weightFrom } = periods;
    const sets = siteSets(periods);
    const { pointCount } = sets;
    const { groupOf, groupCount } = groupPoints(
      sets,
      Math.max(1, Math.min(GROUPS, Math.floor(pointCount / 20))),
    );
    this.#highs = highs;
    this.#sets = sets;
    this.#groupOf = groupOf;
    this.#groupCount = groupCount;
    this.#yearCount = yearCount;
    this.openingCount = sets.siteCount * yearCount;
    this.#weight = new Float64Array(yearCount * pointCount);
    this.#coverage = new Float64Array(yearCount * pointCount);
    const most = new Float64Array(yearCount * groupCount);
    for (let c = 0; c < pointCount; c++)
      for (let t = 0; t < yearCount; t++) {
        const w = weightFrom[c * (yearCount + 1) + t]! - weightFrom[c * (yearCount + 1) + t + 1]!;
        this.#weight[t * pointCount + c] = w;
        most[t * groupCount + groupOf[c]!]! += w;
      }
    const total = most.reduce((a, b) => a + b, 0);
    this.#weightScale = 2 ** Math.min(0, -Math.ceil(Math.log2(Math.max(1, total) / LP_TOTAL)));
    this.#leastViolation = Math.max(0.01, total * 1e-9);
    const { rows, knapsacks, upper, counts } = periodRows(periods);
    this.#counts = counts;
    this.siteCount = upper.length;
    this.#knapsacks = knapsacks;
    this.#isClosed = Uint8Array.from(upper, (limit) => (limit === 0 ? 1 : 0));
    const columnCount = this.siteCount + most.length;
    this.lower = new Float64Array(columnCount);
    this.upper = new Float64Array(columnCount);
    this.upper.set(upper);
    this.upper.set(most, this.siteCount);
    this.#columns = {
      sense: "maximise",
      columnCount,
      cost: new Float64Array(columnCount).fill(1, this.siteCount),
    };
    const builder = new LinearModelBuilder("maximise");
    upper.forEach((limit) => void builder.column(0, 0, limit));
    most.forEach((limit) => void builder.column(1, 0, limit * this.#weightScale));
    for (const { lower, upper, columns, values } of rows) {
      const scale = powerBelow(values);
      builder.row(
        lower * scale,
        upper * scale,
        columns,
        values.map((value) => value * scale),
      );
      this.#rows.add(lower, upper, columns, values);
      this.#rowScale.push(scale);
    }
    this.#ruleCount = rows.length;
    this.#lp = openLp(highs, builder.build());
  }

  dispose(): void {
    this.#lp.dispose();
  }

  setBounds(column: number, lower: number, upper: number): void {
    this.lower[column] = lower;
    this.upper[column] = upper;
    this.#lp.setColumnBounds(column, lower, upper);
  }

  /** For good: in every branch. */
  close(column: number): void {
    this.setBounds(column, 0, 0);
    this.#isClosed[column] = 1;
  }

  /** A solve takes milliseconds: the watch is asked between solves, and within by its time limit alone. */
  solve(watch: Watch): LpResult {
    const highsOptions = { presolve: "off", solver: "simplex" };
    const solved = this.#lp.solve({ timeLimitSeconds: watch.secondsLeft(), highsOptions });
    for (const { year, first, length } of this.#counts) {
      // Of the many ways to say 3.4 sites in columns of counts the one that branching is to see: 1, 1, 1, 0.4.
      let count = 0;
      for (let j = year; j < this.openingCount; j += this.#yearCount) count += solved.value[j]!;
      for (let n = 0; n < length; n++) solved.value[first + n] = Math.min(1, Math.max(0, count - n));
    }
    return solved;
  }

  tighten(lp: LpResult): number {
    this.dropIdleCuts(lp.rowDual);
    this.cover(lp.value);
    return this.addCuts(lp.value);
  }

  lpValue({ objective }: LpResult): number {
    return objective / this.#weightScale;
  }

  bound({ rowDual }: LpResult): SafeBound | null {
    return safeBound(this.#model(), this.#multipliers(rowDual));
  }

  isSurelyInfeasible(): boolean {
    const ray = this.#lp.dualRay();
    return ray !== null && provesInfeasible(this.#model(), this.#multipliers(ray));
  }

  /** Σ w_it min(1, Σ y_jt): what y covers in the relaxed sense, and the ground for the next cuts. */
  cover(y: ArrayLike<number>): number {
    const { siteCount, pointCount, firstPoint, pointOf } = this.#sets;
    const coverage = this.#coverage;
    coverage.fill(0);
    for (let k = 0; k < siteCount; k++) {
      for (let t = 0; t < this.#yearCount; t++) {
        const share = y[k * this.#yearCount + t]!;
        if (share < 1e-11) continue;
        const from = t * pointCount;
        for (let e = firstPoint[k]!; e < firstPoint[k + 1]!; e++) coverage[from + pointOf[e]!]! += share;
      }
    }
    let value = 0;
    for (let i = 0; i < coverage.length; i++) value += this.#weight[i]! * Math.min(1, coverage[i]!);
    return value;
  }

  /** Adds the cuts of the point last given to `cover` that the LP's optimum `at` violates; how many. */
  addCuts(at: Float64Array | null): number {
    const { siteCount, pointCount, firstSite, siteOf } = this.#sets;
    const [yearCount, groupCount] = [this.#yearCount, this.#groupCount];
    const added = new RowBatch();
    const slope = new Float64Array(groupCount * siteCount);
    const constant = new Float64Array(groupCount);
    for (let t = 0; t < yearCount; t++) {
      slope.fill(0);
      constant.fill(0);
      for (let c = 0; c < pointCount; c++) {
        const w = this.#weight[t * pointCount + c]!;
        const g = this.#groupOf[c]!;
        if (this.#coverage[t * pointCount + c]! >= 1 - 1e-9) constant[g]! += w;
        else for (let s = firstSite[c]!; s < firstSite[c + 1]!; s++) slope[g * siteCount + siteOf[s]!]! += w;
      }
      for (let g = 0; g < groupCount; g++) {
        const theta = this.siteCount + t * groupCount + g;
        const row = slope.subarray(g * siteCount, (g + 1) * siteCount);
        if (at) {
          let limit = constant[g]!;
          for (let k = 0; k < siteCount; k++) limit += row[k]! * at[k * yearCount + t]!;
          if (at[theta]! / this.#weightScale <= limit + this.#leastViolation) continue;
        }
        const columns = [theta];
        const values = [1];
        for (let k = 0; k < siteCount; k++) {
          if (row[k] === 0 || this.#isClosed[k * yearCount + t] === 1) continue;
          columns.push(k * yearCount + t);
          values.push(-row[k]!);
        }
        this.#rows.add(-Infinity, constant[g]!, columns, values);
        this.#idle.push(0);
        this.#rowScale.push(1);
        // θ is counted in scaled weight in the LP: all of the row is scaled but the coefficient of θ.
        added.add(
          constant[g]! * this.#weightScale,
          columns,
          values.map((value, e) => (e === 0 ? 1 : value * this.#weightScale)),
        );
      }
    }
    return this.#addRows(added);
  }

  /** Adds what the money of a year cannot pay together, where y has parts of it; how many rows. */
  addMoneyCuts(y: ArrayLike<number>): number {
    const added = new RowBatch();
    for (const { price, most, plus, minus } of this.#knapsacks) {
      const x = plus.map((column, k) => y[column]! - (minus[k]! < 0 ? 0 : y[minus[k]!]!));
      const cut = knapsackCut(this.#highs, price, most, x);
      if (!cut) continue;
      const columns: number[] = [];
      const values: number[] = [];
      cut.coefficient.forEach((value, k) => {
        if (value === 0) return;
        columns.push(plus[k]!);
        values.push(value);
        if (minus[k]! < 0) return;
        columns.push(minus[k]!);
        values.push(-value);
      });
      const scale = powerBelow(values);
      this.#rows.add(-Infinity, cut.most, columns, values);
      this.#idle.push(0);
      this.#rowScale.push(scale);
      added.add(
        cut.most * scale,
        columns,
        values.map((value) => value * scale),
      );
    }
    return this.#addRows(added);
  }

  /** Takes out cuts that have been idle for long; to be called right after an optimal solve. */
  dropIdleCuts(rowDual: Float64Array): void {
    const mask = new Uint8Array(this.#rows.rowCount);
    let dropped = 0;
    this.#idle.forEach((rounds, c) => {
      const isIdle = Math.abs(rowDual[this.#ruleCount + c]!) < 1e-11;
      this.#idle[c] = isIdle ? rounds + 1 : 0;
      if (this.#idle[c]! <= IDLE_ROUNDS) return;
      mask[this.#ruleCount + c] = 1;
      dropped++;
    });
    if (dropped < 64) return;
    this.#lp.deleteRows(mask);
    this.#rows.remove(mask);
    this.#idle = this.#idle.filter((_, c) => mask[this.#ruleCount + c] === 0);
    this.#rowScale = this.#rowScale.filter((_, r) => mask[r] === 0);
  }

  #addRows(batch: RowBatch): number {
    if (batch.upper.length > 0) this.#lp.addRows(batch);
    return batch.upper.length;
  }

  /** From duals of the scaled LP to multipliers of the whole-numbered rows: those of cuts on θ are the same in both. */
  #multipliers(rowDual: Float64Array): Float64Array {
    const isOfTheta = (r: number) => this.#rows.columnOf[this.#rows.firstEntry[r]!]! >= this.siteCount;
    return rowDual.map((dual, r) => (isOfTheta(r) ? dual : (dual * this.#rowScale[r]!) / this.#weightScale));
  }

  #model(): WholeModel {
    return this.#rows.with({ ...this.#columns, lower: this.lower, upper: this.upper });
  }
}

/** Rows with an upper limit, gathered for the LP. */
class RowBatch {
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  readonly firstEntry = [0];
  readonly columnOf: number[] = [];
  readonly value: number[] = [];

  add(upper: number, columns: readonly number[], values: readonly number[]): void {
    this.lower.push(Number.NEGATIVE_INFINITY);
    this.upper.push(upper);
    for (const column of columns) this.columnOf.push(column);
    for (const value of values) this.value.push(value);
    this.firstEntry.push(this.columnOf.length);
  }
}

/** The power of two that brings the largest value near 1. */
function powerBelow(values: readonly number[]): number {
  const largest = values.reduce((a, b) => Math.max(a, Math.abs(b)), 1);
  return 2 ** -Math.floor(Math.log2(largest));
}
