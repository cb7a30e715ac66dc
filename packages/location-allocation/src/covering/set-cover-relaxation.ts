/**
 * The relaxation of set covering: maximise −Σ f_j y_j, Σ_{j∈N_i} y_j ≥ 1, rules; rows of points come in as they are
 * violated, since few of them hold the price up.
 */
import { GrowingRows } from "../highs/growing-rows.ts";
import { LinearModelBuilder } from "../highs/linear-model.ts";
import type { Highs } from "../highs/load.ts";
import { type LinearProgram, type LpResult, openLp } from "../highs/lp.ts";
import type { SetCover } from "../presolve/set-cover-reduction.ts";
import { provesInfeasible, type SafeBound, safeBound, type WholeModel } from "../safe-bound.ts";
import type { Watch } from "../watch.ts";
import { ruleRows } from "./rule-rows.ts";
import type { SiteRelaxation } from "./site-branching.ts";

/** Rows to start with: so many times the number of sites, those with the fewest sites first. */
const FIRST_ROWS = 2;
const ROWS_PER_ROUND = 400;

export class SetCoverRelaxation implements SiteRelaxation {
  readonly siteCount: number;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly #problem: SetCover;
  readonly #lp: LinearProgram;
  readonly #rows = new GrowingRows();
  readonly #cost: Float64Array;
  /** LP price = price × this, a power of two; rule rows likewise. */
  readonly #priceScale: number;
  readonly #ruleScale: number[] = [];
  readonly #isIn: Uint8Array;

  constructor(highs: Highs, problem: SetCover) {
    const { sets, rules } = problem;
    this.#problem = problem;
    this.siteCount = sets.siteCount;
    this.lower = new Float64Array(sets.siteCount);
    this.upper = new Float64Array(sets.siteCount).fill(1);
    this.#cost = rules.price.map((price) => -price);
    const dearest = rules.price.reduce((a, b) => Math.max(a, b), 1);
    this.#priceScale = 2 ** Math.min(0, 10 - Math.ceil(Math.log2(dearest)));
    const builder = new LinearModelBuilder("maximise");
    for (let j = 0; j < sets.siteCount; j++) builder.column(this.#cost[j]! * this.#priceScale, 0, 1);
    for (const { lower, upper, columns, values } of ruleRows(rules)) {
      const scale = 2 ** -Math.floor(Math.log2(values.reduce((a, b) => Math.max(a, b), 1)));
      builder.row(
        lower * scale,
        upper * scale,
        columns,
        values.map((value) => value * scale),
      );
      this.#rows.add(lower, upper, columns, values);
      this.#ruleScale.push(scale);
    }
    this.#lp = openLp(highs, builder.build());
    this.#isIn = new Uint8Array(sets.pointCount);
    const size = (i: number) => sets.firstSite[i + 1]! - sets.firstSite[i]!;
    const order = Array.from({ length: sets.pointCount }, (_, i) => i).sort((a, b) => size(a) - size(b));
    this.#addPoints(order.slice(0, FIRST_ROWS * sets.siteCount));
  }

  dispose(): void {
    this.#lp.dispose();
  }

  setBounds(site: number, lower: number, upper: number): void {
    this.lower[site] = lower;
    this.upper[site] = upper;
    this.#lp.setColumnBounds(site, lower, upper);
  }

  solve(watch: Watch): LpResult {
    const highsOptions = { presolve: "off", solver: "simplex" };
    return this.#lp.solve({
      timeLimitSeconds: watch.secondsLeft(),
      shouldStop: () => watch.isOver(),
      highsOptions,
    });
  }

  bound({ rowDual }: LpResult): SafeBound | null {
    return safeBound(this.#model(), this.#multipliers(rowDual));
  }

  isSurelyInfeasible(): boolean {
    const ray = this.#lp.dualRay();
    return ray !== null && provesInfeasible(this.#model(), this.#multipliers(ray));
  }

  lpValue({ objective }: LpResult): number {
    return objective / this.#priceScale;
  }

  tighten({ value }: LpResult): number {
    const { pointCount, firstSite, siteOf } = this.#problem.sets;
    const violated: { readonly point: number; readonly missing: number }[] = [];
    for (let i = 0; i < pointCount; i++) {
      if (this.#isIn[i] === 1) continue;
      let missing = 1;
      for (let s = firstSite[i]!; s < firstSite[i + 1]!; s++) missing -= value[siteOf[s]!]!;
      if (missing > 1e-6) violated.push({ point: i, missing });
    }
    violated.sort((a, b) => b.missing - a.missing);
    const points = violated.slice(0, ROWS_PER_ROUND).map(({ point }) => point);
    this.#addPoints(points);
    return points.length;
  }

  #addPoints(points: readonly number[]): void {
    if (points.length === 0) return;
    const { firstSite, siteOf } = this.#problem.sets;
    const firstEntry = [0];
    const columnOf: number[] = [];
    for (const i of points) {
      this.#isIn[i] = 1;
      const sites = siteOf.subarray(firstSite[i]!, firstSite[i + 1]!);
      this.#rows.add(1, Infinity, sites, new Float64Array(sites.length).fill(1));
      for (const j of sites) columnOf.push(j);
      firstEntry.push(columnOf.length);
    }
    this.#lp.addRows({
      lower: points.map(() => 1),
      upper: points.map(() => Infinity),
      firstEntry,
      columnOf,
      value: columnOf.map(() => 1),
    });
  }

  /** From duals of the scaled LP to multipliers of the whole-numbered rows. */
  #multipliers(rowDual: Float64Array): Float64Array {
    return rowDual.map((dual, r) => (dual * (this.#ruleScale[r] ?? 1)) / this.#priceScale);
  }

  #model(): WholeModel {
    const { lower, upper } = this;
    return this.#rows.with({
      sense: "maximise",
      columnCount: this.siteCount,
      cost: this.#cost,
      lower,
      upper,
    });
  }
}
