/** HiGHS behind the wrapper: values, duals, changes, starts, and stops on time. */
import { beforeAll, expect, test } from "vitest";
import { type Highs, LinearModelBuilder, loadHighs, openLp, solveLp, solveMip } from "../src/index.ts";
import { steinerTriples } from "./published-set-covers.ts";

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

/** max 5a + 4b + 3c, 2a + b + c ≤ 2.5, a + b ≤ 1, all from 0 to 1. */
function knapsack() {
  const builder = new LinearModelBuilder("maximise");
  const columns = [5, 4, 3].map((cost) => builder.column(cost, 0, 1, true));
  builder.row(-Infinity, 2.5, columns, [2, 1, 1]);
  builder.row(-Infinity, 1, [0, 1], 1);
  return builder.build();
}

/** Fewest points that hit every triple of 45. */
function stein45() {
  const { costs } = steinerTriples(45);
  const builder = new LinearModelBuilder("minimise");
  for (let j = 0; j < 45; j++) builder.column(1, 0, 1, true);
  const rows: number[][] = Array.from({ length: costs.demandCount }, () => []);
  for (let j = 0; j < 45; j++)
    for (let k = costs.firstPair[j]!; k < costs.firstPair[j + 1]!; k++) rows[costs.demandOf[k]!]!.push(j);
  for (const row of rows) builder.row(1, Infinity, row, 1);
  return builder.build();
}

test("solves the relaxation: value = Σ duals, and reduced cost = cost − Aᵀπ", () => {
  const { status, objective, value, rowDual, reducedCost } = solveLp(highs, knapsack());
  expect(status).toBe("optimal");
  expect(objective).toBeCloseTo(7.5);
  expect([...value]).toEqual([0.5, 0.5, 1]);
  expect([...rowDual]).toEqual([1, 3]);
  expect(reducedCost[2]).toBeCloseTo(3 - 1);
});

test("solves the integer program, from a start, telling incumbents", () => {
  const found: number[] = [];
  const start = Float64Array.of(1, 0, 0);
  const result = solveMip(highs, knapsack(), { start, onIncumbent: (_, objective) => found.push(objective) });
  expect(result).toMatchObject({ status: "optimal", objective: 7, bound: 7 });
  expect([...result.value!]).toEqual([0, 1, 1]);
  expect(found.every((objective) => objective === 5 || objective === 7)).toBe(true);
});

test("keeps a program open to changes of bounds and rows", () => {
  const lp = openLp(highs, knapsack());
  try {
    lp.setColumnBounds(0, 0, 0);
    expect(lp.solve().objective).toBeCloseTo(7);
    lp.addRows({ lower: [-Infinity], upper: [1], firstEntry: [0, 2], columnOf: [1, 2], value: [1, 1] });
    expect(lp.solve().objective).toBeCloseTo(4);
    lp.setRowBounds(2, 2, 2);
    expect(lp.solve().objective).toBeCloseTo(7);
    lp.setRowBounds(2, 3, 3);
    expect(lp.solve().status).toBe("infeasible");
    lp.deleteRows(Uint8Array.of(0, 0, 1));
    lp.setAllColumnBounds(new Float64Array(3), new Float64Array(3).fill(1));
    expect(lp.solve().objective).toBeCloseTo(7.5);
    lp.setColumnCost(2, 0);
    expect(lp.solve().objective).toBeCloseTo(5);
  } finally {
    lp.dispose();
  }
});

test("tells infeasible from unbounded", () => {
  const builder = new LinearModelBuilder("minimise");
  const x = builder.column(-1, 0, Infinity);
  expect(solveLp(highs, builder.build()).status).toBe("unbounded");
  builder.row(-Infinity, -1, [x], 1);
  expect(solveLp(highs, builder.build()).status).toBe("infeasible");
  expect(solveMip(highs, { ...builder.build(), isInteger: Uint8Array.of(1) }).status).toBe("infeasible");
});

test("stops an integer program at its time limit and when asked, with a bound that holds", () => {
  const byTime = solveMip(highs, stein45(), { timeLimitSeconds: 0.3 });
  expect(byTime.status).toBe("stopped");
  expect(byTime.bound).toBeLessThanOrEqual(30 + 1e-6);
  let asked = 0;
  const byWish = solveMip(highs, stein45(), { shouldStop: () => ++asked > 20 });
  expect(byWish.status).toBe("stopped");
  expect(byWish.bound).toBeLessThanOrEqual(30 + 1e-6);
});

/** The knapsack in units so small that costs are some 10¹² and rows some 10¹³: the same answers in these units. */
test("takes numbers of many digits, and gives values, duals and bounds in their units", () => {
  const [cost, amount] = [2 ** 40, 2 ** 43];
  const builder = new LinearModelBuilder("maximise");
  const columns = [5, 4, 3].map((c) => builder.column(c * cost, 0, 1, true));
  builder.row(
    -Infinity,
    2.5 * amount,
    columns,
    [2, 1, 1].map((a) => a * amount),
  );
  builder.row(-Infinity, 1, [0, 1], 1);
  const model = builder.build();
  const relaxed = solveLp(highs, model);
  expect(relaxed.objective / cost).toBeCloseTo(7.5);
  expect([...relaxed.rowDual].map((dual, r) => (r === 0 ? dual * amount : dual) / cost)).toEqual([1, 3]);
  expect(relaxed.reducedCost[2]! / cost).toBeCloseTo(3 - 1);
  const bounds: number[] = [];
  const whole = solveMip(highs, model, { absoluteGap: 0.9, onBound: (bound) => bounds.push(bound) });
  expect(whole).toMatchObject({ status: "optimal", objective: 7 * cost, bound: 7 * cost });
  expect(bounds.every((bound) => bound >= 7 * cost * (1 - 1e-9))).toBe(true);

  const lp = openLp(highs, model);
  try {
    lp.addRows({
      lower: [-Infinity, 3 * amount],
      upper: [amount, Infinity],
      firstEntry: [0, 2, 4],
      columnOf: [1, 2, 0, 1],
      value: [amount, amount, amount, amount],
    });
    expect(lp.solve().status).toBe("infeasible");
    lp.deleteRows(Uint8Array.of(0, 0, 0, 1));
    expect(lp.solve().rowDual).toHaveLength(3);
    expect(lp.solve().objective / cost).toBeCloseTo(7);
  } finally {
    lp.dispose();
  }
});
