/** Cuts from budget rows: what whole columns can spend, where the linear program spends parts of them. */
import type { Highs } from "../highs/load.ts";
import { type LinearModel, openLp } from "../highs/mip.ts";
import { type UpperRow, withRows } from "./with-rows.ts";

/**
 * Mixed-integer rounding (Nemhauser & Wolsey 1990; Marchand & Wolsey 2001) of one row Σ a_j x_j ≤ b over 0/1 columns, all
 * whole numbers. Columns at 1 in the fractional point are turned round (x̄ = 1 − x), which leaves r = b − Σ a_j of them on
 * the right. For any divisor δ, with ρ = r mod δ,
 *
 *   Σ g(±a_j)·x_j or x̄_j ≤ ⌊r/δ⌋·(δ − ρ),   g(a) = ⌊a/δ⌋·(δ − ρ) + max(0, (a mod δ) − ρ),
 *
 * holds for whole x. In this form, the usual one times δ(δ − ρ), every number is whole, so that the cut is exact.
 */
const rounds = 25;
const cutsPerRound = 6;
/** Only what the point breaks by so much of the cut's size is worth a row. */
const leastViolation = 1e-4;

/** The model with the cuts that its linear program breaks; `isOver` ends the search for more. */
export function withBudgetCuts(highs: Highs, model: LinearModel, isOver: () => boolean): LinearModel {
  const budgets = budgetRows(model);
  if (budgets.length === 0) return model;
  const program = openLp(highs, model);
  const cuts: Cut[] = [];
  try {
    let last = Number.POSITIVE_INFINITY;
    for (let round = 0, idle = 0; round < rounds && idle < 5 && !isOver(); round++) {
      const solved = program.solve({ shouldStop: isOver });
      if (solved.status !== "optimal") break;
      idle = solved.objective > last - 1e-6 * Math.abs(last) ? idle + 1 : 0;
      last = Math.min(last, solved.objective);
      const found = budgets.flatMap((row) => cutsOf(row, solved.value));
      const added = found.sort((a, b) => b.violation - a.violation).slice(0, cutsPerRound);
      if (added.length === 0) break;
      cuts.push(...added);
      program.addRows({
        lower: added.map(() => Number.NEGATIVE_INFINITY),
        upper: added.map(({ most }) => most),
        firstEntry: startsOf(added),
        columnOf: added.flatMap(({ columns }) => columns),
        value: added.flatMap(({ values }) => values),
      });
    }
  } finally {
    program.dispose();
  }
  return withRows(model, cuts);
}

interface Cut extends UpperRow {
  readonly violation: number;
}

/** Rows of positive amounts over 0/1 columns, more than one each. */
function budgetRows(model: LinearModel): UpperRow[] {
  const { rowCount, rowUpper, firstEntry, columnOf, value, lower, upper, isInteger } = model;
  const rows: UpperRow[] = [];
  for (let r = 0; r < rowCount; r++) {
    const columns = Array.from(columnOf.subarray(firstEntry[r], firstEntry[r + 1]));
    const values = Array.from(value.subarray(firstEntry[r], firstEntry[r + 1]));
    const isBudget =
      columns.length > 2 &&
      Number.isSafeInteger(rowUpper[r]) &&
      columns.every((j) => isInteger?.[j] === 1 && lower[j]! >= 0 && upper[j]! <= 1) &&
      values.every((a) => a > 0) &&
      values.some((a) => a !== values[0]);
    if (isBudget) rows.push({ columns, values, most: rowUpper[r]! });
  }
  return rows;
}

function cutsOf({ columns, values, most }: UpperRow, x: Float64Array): Cut[] {
  const isTurned = columns.map((j) => x[j]! > 0.5);
  const left = values.reduce((r, a, k) => (isTurned[k] ? r - a : r), most);
  const divisors = new Set<number>();
  columns.forEach((j, k) => {
    if (x[j]! > 1e-6 && x[j]! < 1 - 1e-6) divisors.add(values[k]!);
  });
  for (const a of new Set(values)) divisors.add(a);
  const cuts: Cut[] = [];
  for (const divisor of divisors) {
    const cut = roundedRow(divisor, columns, values, left, isTurned, x);
    if (cut && cut.violation > leastViolation) cuts.push(cut);
  }
  return cuts;
}

function roundedRow(
  divisor: number,
  columns: readonly number[],
  values: readonly number[],
  left: number,
  isTurned: readonly boolean[],
  x: Float64Array,
): Cut | null {
  const wholes = Math.floor(left / divisor);
  const rest = left - wholes * divisor;
  if (rest === 0) return null;
  const share = divisor - rest;
  const rounded = (a: number) => {
    const times = Math.floor(a / divisor);
    return times * share + Math.max(0, a - times * divisor - rest);
  };
  // Back from x̄ to x: g·(1 − x) puts −g·x on the left and takes g from the right.
  let right = wholes * share;
  let activity = 0;
  let size = 0;
  const ownColumns: number[] = [];
  const ownValues: number[] = [];
  for (let k = 0; k < columns.length; k++) {
    const g = rounded(isTurned[k] ? -values[k]! : values[k]!);
    if (g === 0) continue;
    if (isTurned[k]) right -= g;
    const a = isTurned[k] ? -g : g;
    ownColumns.push(columns[k]!);
    ownValues.push(a);
    activity += a * x[columns[k]!]!;
    size += a * a;
  }
  if (!Number.isSafeInteger(right) || size === 0 || size > 2 ** 100) return null;
  return {
    columns: ownColumns,
    values: ownValues,
    most: right,
    violation: (activity - right) / Math.sqrt(size),
  };
}

function startsOf(cuts: readonly Cut[]): number[] {
  let next = 0;
  return [0, ...cuts.map(({ columns }) => (next += columns.length))];
}
