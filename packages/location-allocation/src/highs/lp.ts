/** Linear programs kept in HiGHS: solved, changed in a bound or by rows, and solved again from the last basis. */

import { type LinearModel, modelData } from "./linear-model.ts";
import type { Highs } from "./load.ts";
import { rowScaleOf, scaledModel } from "./scaled-model.ts";

export interface LpOptions {
  readonly timeLimitSeconds?: number;
  /** Asked at every few iterations of the simplex or interior point method. */
  readonly shouldStop?: () => boolean;
  /** Further HiGHS options by their own names ("solver", "presolve", "run_crossover" …). */
  readonly highsOptions?: Readonly<Record<string, boolean | number | string>>;
}

export interface LpResult {
  /** "stopped": by time or `shouldStop`; "unclear": HiGHS could not tell. Vectors are then of no use. */
  readonly status: "optimal" | "infeasible" | "unbounded" | "stopped" | "unclear";
  readonly objective: number;
  readonly value: Float64Array;
  /** Row duals π, signed so that reduced cost = cost − Aᵀπ, in the model's own sense. */
  readonly rowDual: Float64Array;
  readonly reducedCost: Float64Array;
}

export interface RowsToAdd {
  readonly lower: readonly number[] | Float64Array;
  readonly upper: readonly number[] | Float64Array;
  readonly firstEntry: readonly number[] | Int32Array;
  readonly columnOf: readonly number[] | Int32Array;
  readonly value: readonly number[] | Float64Array;
}

export interface LinearProgram {
  solve(options?: LpOptions): LpResult;
  setColumnBounds(column: number, lower: number, upper: number): void;
  setAllColumnBounds(lower: Float64Array, upper: Float64Array): void;
  setColumnCost(column: number, cost: number): void;
  setRowBounds(row: number, lower: number, upper: number): void;
  addRows(rows: RowsToAdd): void;
  /** 1 = delete; later rows move up. */
  deleteRows(mask: Uint8Array): void;
  /** Multipliers of rows that prove infeasibility after an "infeasible" solve, if HiGHS has them. */
  dualRay(): Float64Array | null;
  /** Frees the memory in WebAssembly; must be called. */
  dispose(): void;
}

export function openLp(highs: Highs, model: LinearModel): LinearProgram {
  const { isInteger: _, ...continuous } = model;
  const { model: scaled, costScale, rowScale: firstScales } = scaledModel(continuous);
  const native = highs.createModel(modelData(highs, scaled));
  native.options.set("output_flag", false);
  let columnCount = model.columnCount;
  let rowScale = Array.from(firstScales);
  const unscaled = (result: LpResult): LpResult => ({
    ...result,
    objective: result.objective / costScale,
    rowDual: result.rowDual.map((dual, r) => (dual * rowScale[r]!) / costScale),
    reducedCost: result.reducedCost.map((cost) => cost / costScale),
  });
  const all = () => ({ kind: "range", from: 0, to: columnCount - 1 }) as const;
  return {
    solve: (options = {}) => {
      const result = runLp(highs, native, options);
      return costScale === 1 && rowScale.every((scale) => scale === 1) ? result : unscaled(result);
    },
    setColumnBounds: (column, lower, upper) => void native.changeColBounds(column, lower, upper),
    setAllColumnBounds: (lower, upper) => {
      columnCount = lower.length;
      if (columnCount > 0) native.changeColsBounds(all(), lower, upper);
    },
    setColumnCost: (column, cost) => void native.changeColCost(column, cost * costScale),
    setRowBounds: (row, lower, upper) =>
      void native.changeRowBounds(row, lower * rowScale[row]!, upper * rowScale[row]!),
    addRows: ({ lower, upper, firstEntry, columnOf, value }) => {
      const scales = Array.from({ length: lower.length }, (_, r) =>
        rowScaleOf(value, firstEntry[r]!, firstEntry[r + 1]!),
      );
      const values = Float64Array.from(value);
      scales.forEach((scale, r) => {
        if (scale === 1) return;
        for (let k = firstEntry[r]!; k < firstEntry[r + 1]!; k++) values[k]! *= scale;
      });
      native.addRows({
        lower: Float64Array.from(lower, (limit, r) => limit * scales[r]!),
        upper: Float64Array.from(upper, (limit, r) => limit * scales[r]!),
        matrix: {
          format: "csr",
          numRows: lower.length,
          numCols: model.columnCount,
          starts: Int32Array.from(firstEntry),
          indices: Int32Array.from(columnOf),
          values,
        },
      });
      rowScale.push(...scales);
    },
    deleteRows: (mask) => {
      native.deleteRows({ kind: "mask", mask });
      rowScale = rowScale.filter((_, r) => mask[r] !== 1);
    },
    dualRay: () => native.getDualRay()?.values?.map((multiplier, r) => multiplier * rowScale[r]!) ?? null,
    dispose: () => native.dispose(),
  };
}

/** One solve of one linear program. */
export function solveLp(highs: Highs, model: LinearModel, options: LpOptions = {}): LpResult {
  const program = openLp(highs, model);
  try {
    return program.solve(options);
  } finally {
    program.dispose();
  }
}

type NativeModel = ReturnType<Highs["createModel"]>;

function runLp(highs: Highs, native: NativeModel, options: LpOptions): LpResult {
  const { simplexInterrupt, ipmInterrupt } = highs.constants.callbackType;
  const stop = stopWhen(options.shouldStop);
  native.options.set({ ...options.highsOptions, time_limit: timeLimit(options.timeLimitSeconds) });
  native.zeroAllClocks(); // HiGHS counts its time limit over all runs of a model
  const run = () =>
    stop
      ? native.run({
          [simplexInterrupt]: (event) => stop(event),
          [ipmInterrupt]: (event) => stop(event),
        })
      : native.run();
  // From the last basis HiGHS now and then gives up; from none it comes to an end.
  const modelStatus =
    statusOr(highs, () => run().modelStatus) ??
    statusOr(highs, () => {
      native.clearSolver();
      return run().modelStatus;
    });
  if (modelStatus === null) {
    const none = new Float64Array();
    return { status: "unclear", objective: Number.NaN, value: none, rowDual: none, reducedCost: none };
  }
  const { colValue, rowDual, colDual } = native.getSolution();
  return {
    status: lpStatus(highs, modelStatus),
    objective: native.getObjectiveValue(),
    value: colValue,
    rowDual,
    reducedCost: colDual,
  };
}

/** null = HiGHS itself failed in the run, which says nothing of the model; what the caller's own functions throw goes on. */
export function statusOr(highs: Highs, run: () => number): number | null {
  try {
    return run();
  } catch (error) {
    if (error instanceof highs.errors.HighsError && error.operation === "run") return null;
    throw error;
  }
}

function lpStatus(highs: Highs, status: number): LpResult["status"] {
  const known = highs.constants.modelStatus;
  if (status === known.optimal || status === known.empty) return "optimal";
  if (status === known.infeasible) return "infeasible";
  if (status === known.unbounded) return "unbounded";
  if (status === known.timeLimit || status === known.interrupted || status === known.iterationLimit)
    return "stopped";
  return "unclear";
}

/** A HiGHS callback that interrupts once `shouldStop` says so. */
export function stopWhen(shouldStop: (() => boolean) | undefined) {
  if (!shouldStop) return null;
  return (event: { interrupt(): void }): undefined => {
    if (shouldStop()) event.interrupt();
  };
}

/** Seconds as HiGHS takes them: never negative, and finite even where there is no limit. */
export function timeLimit(seconds: number | undefined): number {
  return Math.min(1e9, Math.max(0, seconds ?? 1e9));
}
