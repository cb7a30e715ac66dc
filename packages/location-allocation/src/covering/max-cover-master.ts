/**
 * The relaxation of maximal covering in the space of sites alone (Cordeau, Furini & Ljubić 2019).
 *
 * maximise Σ_g θ_g over y in [0, 1] within the rules, where θ_g is the weight covered of group g of points:
 *   θ_g ≤ Σ_{i∈g} w_i min(1, Σ_{j∈N_i} y_j).
 * The right side is concave in y; at a point ŷ each of its terms is w_i where ŷ covers i, w_i Σ_{j∈N_i} y_j elsewhere, and
 * that sum of terms is a cut that holds everywhere. A few hundred cuts over n + g columns do what the textbook model does
 * with a column and a row per point.
 */
import { GrowingRows } from "../highs/growing-rows.ts";
import { LinearModelBuilder } from "../highs/linear-model.ts";
import type { Highs } from "../highs/load.ts";
import { type LinearProgram, type LpResult, openLp } from "../highs/lp.ts";
import { mergeAlikePoints } from "../presolve/alike-points.ts";
import { provesInfeasible, type SafeBound, safeBound, type WholeModel } from "../safe-bound.ts";
import type { Watch } from "../watch.ts";
import { type CoverSets, withSites } from "./cover-sets.ts";
import type { MaxCover } from "./max-cover-search.ts";
import { groupPoints } from "./point-groups.ts";
import { ruleRows } from "./rule-rows.ts";
import type { SiteRelaxation } from "./site-branching.ts";

const GROUPS = 24;
/** A cut that had no part in the optimum so often goes. */
const IDLE_ROUNDS = 15;
/** Weight in HiGHS's own numbers is kept around this, so that its tolerances mean little. */
const LP_TOTAL = 2 ** 20;

export class MaxCoverMaster implements SiteRelaxation {
  readonly siteCount: number;
  readonly groupCount: number;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Points with something left to say, merged anew as sites are closed for good. */
  #sets: CoverSets;
  #weight: Float64Array;
  #groupOf: Int32Array;
  readonly #lp: LinearProgram;
  readonly #rows = new GrowingRows();
  readonly #ruleCount: number;
  readonly #columns: Pick<WholeModel, "sense" | "columnCount" | "cost">;
  readonly #weightScale: number;
  readonly #leastViolation: number;
  /** LP row = rule's row × this; a power of two. */
  readonly #ruleScale: number[] = [];
  #idle: number[] = [];
  readonly #coverage: Float64Array;

  constructor(highs: Highs, { sets, weight, rules }: MaxCover) {
    const { groupOf, groupCount } = groupPoints(
      sets,
      Math.max(1, Math.min(GROUPS, Math.floor(sets.pointCount / 20))),
    );
    this.siteCount = sets.siteCount;
    this.groupCount = groupCount;
    this.#sets = sets;
    this.#weight = weight;
    this.#groupOf = groupOf;
    this.#coverage = new Float64Array(sets.pointCount);
    const columnCount = sets.siteCount + groupCount;
    const groupWeight = new Float64Array(groupCount);
    for (let i = 0; i < sets.pointCount; i++) groupWeight[groupOf[i]!]! += weight[i]!;
    const total = groupWeight.reduce((a, b) => a + b, 0);
    this.#weightScale = 2 ** Math.min(0, -Math.ceil(Math.log2(Math.max(1, total) / LP_TOTAL)));
    this.#leastViolation = Math.max(0.01, total * 1e-9);
    this.lower = new Float64Array(columnCount);
    this.upper = new Float64Array(columnCount).fill(1);
    this.upper.set(groupWeight, sets.siteCount);
    const cost = new Float64Array(columnCount).fill(1, sets.siteCount);
    this.#columns = { sense: "maximise", columnCount, cost };

    const builder = new LinearModelBuilder("maximise");
    for (let j = 0; j < sets.siteCount; j++) builder.column(0, 0, 1);
    for (let g = 0; g < groupCount; g++) builder.column(1, 0, groupWeight[g]! * this.#weightScale);
    for (const { lower, upper, columns, values } of ruleRows(rules)) {
      const largest = values.reduce((a, b) => Math.max(a, b), 1);
      const scale = 2 ** -Math.floor(Math.log2(largest));
      builder.row(
        lower * scale,
        upper * scale,
        columns,
        values.map((value) => value * scale),
      );
      this.#rows.add(lower, upper, columns, values);
      this.#ruleScale.push(scale);
    }
    this.#ruleCount = this.#rows.rowCount;
    this.#lp = openLp(highs, builder.build());
  }

  dispose(): void {
    this.#lp.dispose();
  }

  get cutCount(): number {
    return this.#rows.rowCount - this.#ruleCount;
  }

  setBounds(site: number, lower: number, upper: number): void {
    this.lower[site] = lower;
    this.upper[site] = upper;
    this.#lp.setColumnBounds(site, lower, upper);
  }

  /** A solve takes milliseconds: the watch is asked between solves, and within by its time limit alone. */
  solve(watch: Watch): LpResult {
    const highsOptions = { presolve: "off", solver: "simplex" };
    return this.#lp.solve({ timeLimitSeconds: watch.secondsLeft(), highsOptions });
  }

  /** Cuts at an optimum. */
  tighten({ value, rowDual }: LpResult): number {
    this.dropIdleCuts(rowDual);
    this.cover(value);
    return this.addCuts(value);
  }

  /** The LP's own value in units of weight, within the solver's tolerances. */
  lpValue({ objective }: LpResult): number {
    return objective / this.#weightScale;
  }

  /** Exact bound of an optimal LP's duals within the bounds now set. */
  bound({ rowDual }: LpResult): SafeBound | null {
    return safeBound(this.#model(), this.#multipliers(rowDual));
  }

  /** Whether it is certain that no choice is within the bounds now set, after the LP was found infeasible. */
  isSurelyInfeasible(): boolean {
    const ray = this.#lp.dualRay();
    return ray !== null && provesInfeasible(this.#model(), this.#multipliers(ray));
  }

  /** Σ w_i min(1, Σ y): what y covers in the relaxed sense, and the ground for the next cuts. */
  cover(y: ArrayLike<number>): number {
    const { siteCount, pointCount, firstPoint, pointOf } = this.#sets;
    const coverage = this.#coverage;
    coverage.fill(0);
    for (let j = 0; j < siteCount; j++) {
      const share = y[j]!;
      if (share < 1e-11) continue;
      for (let k = firstPoint[j]!; k < firstPoint[j + 1]!; k++) coverage[pointOf[k]!]! += share;
    }
    let value = 0;
    for (let i = 0; i < pointCount; i++) value += this.#weight[i]! * Math.min(1, coverage[i]!);
    return value;
  }

  /** Adds the cuts of the point last given to `cover` that the LP's optimum `at` violates; how many. */
  addCuts(at: Float64Array | null): number {
    const { siteCount, groupCount } = this;
    const { pointCount, firstSite, siteOf } = this.#sets;
    const slope = new Float64Array(groupCount * siteCount);
    const constant = new Float64Array(groupCount);
    for (let i = 0; i < pointCount; i++) {
      const g = this.#groupOf[i]!;
      const w = this.#weight[i]!;
      if (this.#coverage[i]! >= 1 - 1e-9) constant[g]! += w;
      else for (let s = firstSite[i]!; s < firstSite[i + 1]!; s++) slope[g * siteCount + siteOf[s]!]! += w;
    }
    const added = {
      lower: [] as number[],
      upper: [] as number[],
      firstEntry: [0],
      columnOf: [] as number[],
      value: [] as number[],
    };
    for (let g = 0; g < groupCount; g++) {
      const row = slope.subarray(g * siteCount, (g + 1) * siteCount);
      if (at) {
        let limit = constant[g]!;
        for (let j = 0; j < siteCount; j++) if (at[j]! !== 0) limit += row[j]! * at[j]!;
        if (at[siteCount + g]! / this.#weightScale <= limit + this.#leastViolation) continue;
      }
      const columns = [siteCount + g];
      const values = [1];
      for (let j = 0; j < siteCount; j++) {
        if (row[j] === 0) continue;
        columns.push(j);
        values.push(-row[j]!);
      }
      this.#rows.add(-Infinity, constant[g]!, columns, values);
      this.#idle.push(0);
      added.lower.push(-Infinity);
      added.upper.push(constant[g]! * this.#weightScale);
      added.columnOf.push(...columns);
      // θ is counted in scaled weight in the LP: all of the row is scaled but the coefficient of θ.
      values.forEach((value, k) => {
        added.value.push(k === 0 ? 1 : value * this.#weightScale);
      });
      added.firstEntry.push(added.columnOf.length);
    }
    if (added.lower.length > 0) this.#lp.addRows(added);
    return added.lower.length;
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
    if (dropped < 32) return;
    this.#lp.deleteRows(mask);
    this.#rows.remove(mask);
    this.#idle = this.#idle.filter((_, c) => mask[this.#ruleCount + c] === 0);
  }

  /** Sites closed for good tell points apart no longer: points are merged again without them. */
  forgetClosedSites(): void {
    const { siteCount, pointCount, firstPoint, pointOf } = this.#sets;
    const kept = new Uint32Array(siteCount + 1);
    const keptPoints = new Uint32Array(pointOf.length);
    let pairs = 0;
    for (let j = 0; j < siteCount; j++) {
      if (this.upper[j]! > 0) {
        for (let k = firstPoint[j]!; k < firstPoint[j + 1]!; k++) keptPoints[pairs++] = pointOf[k]!;
      }
      kept[j + 1] = pairs;
    }
    const open = withSites(siteCount, pointCount, kept, keptPoints.slice(0, pairs));
    const merged = mergeAlikePoints(open, this.#weight, this.#groupOf);
    this.#sets = merged.sets;
    this.#weight = merged.weight;
    this.#groupOf = merged.label;
  }

  /** From duals of the scaled LP to multipliers of the whole-numbered rows. */
  #multipliers(rowDual: Float64Array): Float64Array {
    return rowDual.map((dual, r) =>
      r < this.#ruleCount ? (dual * this.#ruleScale[r]!) / this.#weightScale : dual,
    );
  }

  #model(): WholeModel {
    return this.#rows.with({ ...this.#columns, lower: this.lower, upper: this.upper });
  }
}
