/** What opens when, on the street that `street-of-four.test.ts` works out: D reaches 48 people more, then C 8 more. */
import { loadSolver } from "@firecover/location-allocation";
import { expect, it } from "vitest";
import { applyChanges, computeCoverage } from "../../src/index.ts";
import { runSiting } from "../../src/siting/index.ts";
import { ask } from "./siting-builders.ts";
import { candidates, cells, priceMillionDong as price, town } from "./street.ts";

const solver = await loadSolver();
const plan = (more: object) =>
  runSiting(
    town,
    candidates,
    ask({ aim: "most-covered-by-year", newStationCount: null, thresholdMinutes: 4, ...more }),
    solver,
  );
const money = (...millionDong: number[]) =>
  millionDong.map((sum, t) => ({ year: 2026 + t, millionDong: sum }));

it("opens the station first that most people wait for", () => {
  const { status, best, bound, gap, years, changes, today } = plan({ yearBudgets: money(price, price) });
  expect([status, gap, bound]).toEqual(["optimal", 0, 49 + 57]);
  expect(best).toMatchObject({ siteIds: ["C", "D"], objective: 49 + 57, coveredWeight: 57 });
  expect(today.objective).toBe(2);
  expect(years).toEqual([
    { year: 2026, siteIds: ["D"], costMillionDong: price, coveredShare: 49 / 63 },
    { year: 2027, siteIds: ["C"], costMillionDong: price, coveredShare: 57 / 63 },
  ]);
  expect(changes.map(({ kind, year }) => [kind, year])).toEqual([
    ["openStation", 2026],
    ["openStation", 2027],
  ]);
  const late = changes.filter(({ year }) => year! <= 2026);
  const { responseMillis } = computeCoverage(applyChanges(town, late)).cells.certain;
  expect(responseMillis.reduce((sum, ms, i) => (ms <= 240_000 ? sum + cells[i]!.people : sum), 0)).toBe(49);
});

it("saves money over years only where it may be carried over", () => {
  const yearBudgets = money(30_000, 30_000, 30_000, 30_000);
  expect(plan({ yearBudgets }).best!.siteIds).toEqual([]);
  const { years } = plan({ yearBudgets, isBudgetCarriedOver: true });
  expect(years.map(({ siteIds }) => siteIds)).toEqual([[], ["D"], [], ["C"]]);
});

it("opens no more in a year than asked for, whatever money there is", () => {
  const { years, curve } = plan({ yearBudgets: money(1e6, 1e6), newStationCount: 1 });
  expect(years.map(({ siteIds }) => siteIds)).toEqual([["D"], ["C"]]);
  expect(curve.map(({ objective }) => objective)).toEqual([1, 49, 57, 63, 63]);
});

it("tries the plan under other conditions too", () => {
  const { trials, best } = plan({ yearBudgets: money(price, price), isRobustnessAsked: true });
  const faster = trials.find(({ kind, value }) => kind === "speed" && value === 1.2)!;
  // 1.2 km are reached instead of 1 km: nobody more lives there
  expect(faster).toMatchObject({ objective: 106, objectiveOfBest: 106, isBestStillFirst: true });
  expect(best!.robustness!.trials).toBe(trials.length);
});

it("refuses what a plan over years cannot answer", () => {
  expect(() => plan({ yearBudgets: [] })).toThrow("ít nhất một năm");
  expect(() => plan({ yearBudgets: [...money(1), ...money(2)] })).toThrow("một dòng ngân sách");
  expect(() => plan({ yearBudgets: money(1), budgetMillionDong: 5 })).toThrow("ngân sách từng năm");
  expect(() => plan({ yearBudgets: money(1), releasedStationIds: ["S"] })).toThrow("không nhường trạm");
  expect(() => plan({ yearBudgets: money(1), requiredSiteIds: ["A"] })).toThrow("vượt ngân sách 1 triệu");
});
