/** Mixed-integer programs solved by HiGHS, watched and stopped on time. Its answer is right within HiGHS's tolerances. */

import { type LinearModel, modelData } from "./linear-model.ts";
import type { Highs } from "./load.ts";
import { statusOr, stopWhen, timeLimit } from "./lp.ts";
import { scaledModel } from "./scaled-model.ts";

export type { LinearModel } from "./linear-model.ts";
export { LinearModelBuilder } from "./linear-model.ts";
export { type LinearProgram, type LpOptions, type LpResult, openLp, type RowsToAdd, solveLp } from "./lp.ts";

export interface MipOptions {
  readonly timeLimitSeconds?: number;
  readonly shouldStop?: () => boolean;
  /** A feasible point to start from; one that is not feasible is ignored by HiGHS. */
  readonly start?: Float64Array | null;
  /** A new best point, as found. */
  readonly onIncumbent?: (value: Float64Array, objective: number) => void;
  /** HiGHS's bound so far, at every log of the search. */
  readonly onBound?: (bound: number) => void;
  /** Stops as soon as the best point is within so much of the bound (in the objective's unit). */
  readonly absoluteGap?: number;
  readonly highsOptions?: Readonly<Record<string, boolean | number | string>>;
}

export interface MipResult {
  /** "stopped": by time or `shouldStop`, with or without a point. */
  readonly status: "optimal" | "infeasible" | "stopped" | "unclear";
  /** Integer columns are rounded to integers; null where no point was found. */
  readonly value: Float64Array | null;
  /** Of `value` as HiGHS has it, before rounding; null without one. */
  readonly objective: number | null;
  /** HiGHS's own bound in floating point; ∓infinity where it has none. */
  readonly bound: number;
  readonly nodes: number;
}

/** Numbers of many digits must not slip through the tolerances of numbers of few. */
const finestTolerances = { mip_feasibility_tolerance: 1e-9, primal_feasibility_tolerance: 1e-9 };

export function solveMip(highs: Highs, model: LinearModel, options: MipOptions = {}): MipResult {
  const { model: scaled, costScale } = scaledModel(model);
  return highs.withModel(modelData(highs, scaled), (native): MipResult => {
    const { callbackType, modelStatus: known, solutionStatus } = highs.constants;
    native.options.set({
      output_flag: false,
      mip_rel_gap: 0,
      mip_abs_gap: (options.absoluteGap ?? 1e-6) * costScale,
      ...(scaled !== model && finestTolerances),
      ...options.highsOptions,
      time_limit: timeLimit(options.timeLimitSeconds),
    });
    if (options.start) native.setSolution({ colValue: options.start });
    const stop = stopWhen(options.shouldStop);
    const callbacks: Parameters<typeof native.run>[0] = {
      ...(stop ? { [callbackType.mipInterrupt]: stop, [callbackType.simplexInterrupt]: stop } : {}),
      ...(stop ? { [callbackType.ipmInterrupt]: stop } : {}),
      [callbackType.mipImprovingSolution]: (event): undefined => {
        const { mip_solution: value, objective_function_value: objective } = event.data;
        if (value && objective !== undefined)
          options.onIncumbent?.(roundIntegers(model, value), objective / costScale);
      },
      [callbackType.mipLogging]: (event): undefined => {
        if (event.data.mip_dual_bound !== undefined) options.onBound?.(event.data.mip_dual_bound / costScale);
      },
    };
    const modelStatus = statusOr(highs, () => native.run(callbacks).modelStatus);
    if (modelStatus === null) {
      const bound = model.sense === "minimise" ? -Infinity : Infinity;
      return { status: "unclear", value: null, objective: null, bound, nodes: 0 };
    }
    const hasPoint = native.info.get("primal_solution_status") === solutionStatus.feasible;
    return {
      status: mipStatus(known, modelStatus),
      value: hasPoint ? roundIntegers(model, native.getSolution().colValue) : null,
      objective: hasPoint ? native.getObjectiveValue() / costScale : null,
      bound: Number(native.info.get("mip_dual_bound")) / costScale,
      nodes: Number(native.info.get("mip_node_count")),
    };
  });
}

function mipStatus(known: Highs["constants"]["modelStatus"], status: number): MipResult["status"] {
  if (status === known.optimal || status === known.empty) return "optimal";
  if (status === known.infeasible) return "infeasible";
  const stopped: number[] = [known.timeLimit, known.interrupted, known.solutionLimit, known.objectiveTarget];
  return stopped.includes(status) ? "stopped" : "unclear";
}

function roundIntegers({ isInteger }: LinearModel, value: Float64Array): Float64Array {
  return isInteger ? value.map((x, column) => (isInteger[column] ? Math.round(x) : x)) : value;
}
