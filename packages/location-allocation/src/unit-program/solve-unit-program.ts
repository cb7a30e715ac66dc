/** Programs of whole numbers with columns in [0, 1]: linear bound, fixing, HiGHS for good points, own proof. */
import type { Highs } from "../highs/load.ts";
import { type LinearModel, solveLp, solveMip } from "../highs/mip.ts";
import { type SafeBound, safeBound } from "../safe-bound.ts";
import type { Watch } from "../watch.ts";
import { branchAndBound } from "./branch-and-bound.ts";
import { withBudgetCuts } from "./budget-cuts.ts";
import { fixColumns } from "./fix-columns.ts";
import { orderTwins } from "./order-twins.ts";
import { type Core, shrink } from "./shrink.ts";

/**
 * Maximise cx over Ax within its bounds, 0 ≤ x ≤ 1, some x integer; all data whole numbers, and an integer point has a
 * whole objective. What comes back is proven by multipliers in integers (`safe-bound.ts`): HiGHS proposes points and
 * multipliers, and neither its tolerances nor its own claim of optimality enter the proof.
 */
export interface UnitProgram {
  readonly model: LinearModel;
  /** The choice that the integer columns of x name, rounded; null where it breaks a rule. */
  readonly roundedChoice: (x: Float64Array) => UnitChoice | null;
  /** The best choice at hand; null without one. */
  readonly start: UnitChoice | null;
  /** A choice made out of a fractional point and the columns that still matter; null where there is none. */
  readonly improve?: (lp: LpPoint) => UnitChoice | null;
}

/** A choice in all columns with its exact objective. */
export interface UnitChoice {
  readonly x: Float64Array;
  readonly value: number;
}

export interface LpPoint {
  readonly x: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

export interface UnitAnswer {
  readonly status: "optimal" | "feasible" | "infeasible" | "unknown";
  /** Columns of the best choice; null without one. */
  readonly x: Float64Array | null;
  readonly objective: number | null;
  /** Proven: no choice reaches more. Null where the time did not suffice for any. */
  readonly bound: number | null;
}

/** HiGHS's own search gets at most this share of the time left: the proof needs the rest. */
const mipShare = 0.4;

/** Beyond that the interior point method (with crossover) is several times faster than the simplex. */
const manyEntries = 60_000;

export function solveUnitProgram(highs: Highs, program: UnitProgram, watch: Watch): UnitAnswer {
  const { model, roundedChoice, improve } = program;
  const lower = model.lower.slice();
  const upper = model.upper.slice();
  let best: UnitChoice | null = null;
  let bound = Number.POSITIVE_INFINITY;
  const incumbent = () => best?.value ?? Number.NEGATIVE_INFINITY;
  const isDone = () => bound <= incumbent() || watch.isOver();
  const take = (choice: UnitChoice | null): number | null => {
    if (choice === null || choice.value <= incumbent()) return null;
    best = choice;
    watch.report("search", choice.value, Number.isFinite(bound) ? bound : null);
    return choice.value;
  };
  take(program.start);

  const first = relaxed(highs, model, watch);
  const proven = first?.proven ?? null;
  if (proven) bound = proven.whole;
  const fix = () => {
    if (proven && best) fixColumns(model, proven, incumbent(), lower, upper);
  };
  if (first && !isDone()) {
    watch.report("bound", null, bound);
    take(roundedChoice(first.x));
    fix();
    if (improve && !isDone()) take(improve({ x: first.x, lower, upper }));
    fix();
  }
  if (isDone()) return answerOf(best, bound);

  // Points first: a proof is short once the best choice is known.
  const forPoints = shrink(model, lower, upper);
  if (forPoints?.columns.length === 0) take(roundedChoice(forPoints.settled));
  else if (forPoints) {
    const found = solveMip(highs, forPoints.model, {
      timeLimitSeconds: watch.secondsLeft() * mipShare,
      shouldStop: watch.isOver,
      absoluteGap: 0.9,
      start: startOf(best, forPoints.columns),
      onIncumbent: (x) => void take(roundedChoice(whole(forPoints, x))),
    });
    if (found.value) take(roundedChoice(whole(forPoints, found.value)));
  }
  fix();
  if (isDone()) return answerOf(best, bound);

  bound = Math.min(bound, Math.max(incumbent(), proveBest()));
  return answerOf(best, bound);

  /** The whole bound that branching proves; a core that contradicts itself holds no better choice than the one at hand. */
  function proveBest(): number {
    const core = shrink(model, lower, upper);
    if (!core) return Number.NEGATIVE_INFINITY;
    const tightened = withBudgetCuts(highs, orderTwins(core.model), watch.isOver);
    const last = relaxed(highs, tightened, watch)?.proven;
    const own = { lower: tightened.lower.slice(), upper: tightened.upper.slice() };
    if (last && best) {
      bound = Math.min(bound, Math.max(incumbent(), last.whole + core.constant));
      fixColumns(tightened, last, incumbent() - core.constant, own.lower, own.upper);
    }
    if (isDone()) return bound;
    watch.report("prove", null, bound);
    const inner = shrink(tightened, own.lower, own.upper);
    if (!inner) return Number.NEGATIVE_INFINITY;
    const constant = core.constant + inner.constant;
    const reached = branchAndBound(highs, inner.model, {
      incumbent: incumbent() - constant,
      isOver: watch.isOver,
      secondsLeft: watch.secondsLeft,
      accept: (x) => {
        const value = take(roundedChoice(whole(core, whole(inner, x))));
        return value === null ? null : value - constant;
      },
      onBound: (left) => watch.report("prove", null, Math.min(bound, left + constant)),
    });
    return reached + constant;
  }
}

/** The linear program: its point, and the bound that its duals prove. Null where it came to no end. */
function relaxed(
  highs: Highs,
  model: LinearModel,
  watch: Watch,
): { readonly x: Float64Array; readonly proven: SafeBound | null } | null {
  if (model.columnCount === 0)
    return { x: new Float64Array(), proven: safeBound(model, new Float64Array(model.rowCount)) };
  const { columnOf } = model;
  const { status, value, rowDual } = solveLp(highs, model, {
    timeLimitSeconds: watch.secondsLeft(),
    shouldStop: watch.isOver,
    ...(columnOf.length > manyEntries && { highsOptions: { solver: "ipm" } }),
  });
  return status === "optimal" ? { x: value, proven: safeBound(model, rowDual) } : null;
}

/** A bound of -∞ = it is proven that there is no choice. */
function answerOf(best: UnitChoice | null, bound: number): UnitAnswer {
  if (best === null) {
    const status = bound === Number.NEGATIVE_INFINITY ? "infeasible" : "unknown";
    return { status, x: null, objective: null, bound: null };
  }
  const isProven = bound <= best.value;
  return {
    status: isProven ? "optimal" : "feasible",
    x: best.x,
    objective: best.value,
    bound: isProven ? best.value : Number.isFinite(bound) ? bound : null,
  };
}

/** All columns of a point of the core. */
function whole({ settled, columns }: Core, x: Float64Array): Float64Array {
  const all = settled.slice();
  columns.forEach((j, k) => {
    all[j] = x[k]!;
  });
  return all;
}

function startOf(best: UnitChoice | null, columns: Int32Array): Float64Array | null {
  return best === null ? null : Float64Array.from(columns, (j) => best.x[j]!);
}
