/** The street of `street.ts` asked in every way, against numbers worked out by hand. */
import type { SitingAnswer, SitingProgress } from "@firecover/domain";
import { loadSolver } from "@firecover/location-allocation";
import { expect, it } from "vitest";
import { applyChanges, computeCoverage } from "../../src/index.ts";
import { runSiting, type SitingOptions } from "../../src/siting/index.ts";
import { at, drawRoads, station } from "../builders.ts";
import { ask, candidate } from "./siting-builders.ts";
import { candidates, cells, priceMillionDong as price, town } from "./street.ts";

const solver = await loadSolver();
const answer = (more: object = {}, options: SitingOptions = {}, of = candidates) =>
  runSiting(town, of, ask({ thresholdMinutes: 4, ...more }), solver, options);
const shareOf = ({ sites }: SitingAnswer, id: string) => sites.find(({ siteId }) => siteId === id)!;

it("covers most with C and D: 1 today, 8 + 16 + 32 beside", () => {
  const { status, best, today, bound, gap, totalWeight, reachableWeight } = answer();
  expect(today.coveredWeight).toBe(1);
  expect(best!.siteIds).toEqual(["C", "D"]);
  expect([best!.coveredWeight, best!.addedWeight, best!.backupWeight]).toEqual([57, 56, 16]);
  expect([status, bound, gap, totalWeight, reachableWeight]).toEqual(["optimal", 57, 0, 63, 63]);
  expect(best!.costMillionDong).toBe(2 * price);
  // 57 people wait 180 s, 2 wait 300 s, 4 wait 294 s
  expect(best!.averageSeconds).toBeCloseTo((57 * 180 + 2 * 300 + 4 * 294) / 63, 2);
  expect(best!.worstSeconds).toBeCloseTo(300, 1);
  expect(best!.equity.responseSeconds90).toBeCloseTo(180, 1);
  const differences = 57 * 2 * 120 + 57 * 4 * 114 + 2 * 4 * 6;
  expect(best!.equity.gini).toBeCloseTo(differences / (63 * (57 * 180 + 2 * 300 + 4 * 294)), 4);
  expect(best!.equity.worstCommune).toMatchObject({ communeCode: "00001", share: 57 / 63 });
});

it("tells what each site adds alone, adds last, and loses when another stands in its stead", () => {
  const whole = answer();
  expect(shareOf(whole, "C")).toMatchObject({ alone: 24, last: 8 });
  expect(shareOf(whole, "D")).toMatchObject({ alone: 48, last: 32 });
  expect(shareOf(whole, "C").replacements).toEqual([
    { siteId: "B", loss: 2 },
    { siteId: "A", loss: 6 },
  ]);
  expect(shareOf(whole, "D").replacements).toEqual([
    { siteId: "B", loss: 26 },
    { siteId: "A", loss: 30 },
  ]);
});

it("draws the curve to two stations more than asked for", () => {
  const { curve } = answer();
  expect(curve.map(({ newStationCount, objective, status }) => [newStationCount, objective, status])).toEqual(
    [
      [0, 1, "optimal"],
      [1, 49, "optimal"],
      [2, 57, "optimal"],
      [3, 63, "optimal"],
      [4, 63, "optimal"],
    ],
  );
  expect(curve[3]!.siteIds).toEqual(["B", "C", "D"]);
});

it("lists every other choice within 1 %", () => {
  // B and D cover 55 of 57; 1 % of 57 is less than a person
  expect(answer()).toMatchObject({ runnersUp: [], areAllRunnersUp: true });
  // beside D, A and B cover 2 and 6 more than 49; with a twin of D there are two ways to cover 57
  const twins = [...candidates, candidate("E", at(5010, 0))];
  const { runnersUp, areAllRunnersUp } = answer({}, {}, twins);
  expect(runnersUp.map(({ siteIds, coveredWeight }) => [siteIds, coveredWeight])).toEqual([[["C", "E"], 57]]);
  expect(areAllRunnersUp).toBe(true);
});

it("puts the cheapest of equals first, with its own changes", () => {
  const cheaper = candidate("E", at(5010, 0), { priceMillionDong: 20_000 });
  const { status, bound, best, runnersUp, sites, changes } = answer({}, {}, [...candidates, cheaper]);
  expect([status, bound]).toEqual(["optimal", 57]);
  expect([best!.siteIds, best!.costMillionDong]).toEqual([["C", "E"], price + 20_000]);
  expect(runnersUp.map(({ siteIds }) => siteIds)).toEqual([["C", "D"]]);
  expect(sites.map(({ siteId }) => siteId)).toEqual(["C", "E"]);
  expect(changes.map((change) => change.kind === "openStation" && change.station.name)).toEqual(["C", "E"]);
});

it("finds the better place 500 m round C: farther west it covers the 4 people at 2.55 km too", () => {
  const { ring } = shareOf(answer(), "C");
  expect(ring!.radiusMetres).toBe(500);
  expect(ring!.placesTried).toBeGreaterThan(10);
  const [first] = ring!.places;
  expect(first).toMatchObject({ loss: -4, roadName: "Đường Dài" });
  const moved = computeCoverage({
    ...town,
    stations: [...town.stations, station("c", first!.location), station("d", at(5000, 0))],
  });
  const covered = moved.cells.certain.responseMillis.reduce(
    (sum, millis, i) => (millis <= 240_000 ? sum + cells[i]!.people : sum),
    0,
  );
  expect(covered).toBe(57 + 4);
});

it("covers everyone with B, C and D, and says at which minutes two stations would do", () => {
  const all = answer({ aim: "all-covered", newStationCount: null });
  expect(all.best).toMatchObject({ siteIds: ["B", "C", "D"], objective: 3 * price, coveredShare: 1 });
  expect(all.infeasibility).toBeNull();
  const two = answer({ aim: "all-covered" });
  expect([two.status, two.best]).toEqual(["infeasible", null]);
  expect(two.infeasibility!.smallestThresholdMinutes).toBeCloseTo(5, 3);
  expect(two.infeasibility!.mostCovered).toMatchObject({ siteIds: ["C", "D"], coveredWeight: 57 });
  expect(two.infeasibility!.unreachableCells).toEqual([]);
});

it("names whom no site reaches, covers the others, and says at which minutes all would be reached", () => {
  const { status, best, infeasibility } = answer({ aim: "all-covered", newStationCount: null }, {}, [
    candidates[0]!,
    candidates[3]!,
  ]);
  expect(status).toBe("optimal");
  expect(best).toMatchObject({ siteIds: ["A", "D"], coveredWeight: 1 + 2 + 16 + 32 });
  expect(infeasibility).toMatchObject({
    unreachablePlaces: 2,
    unreachableWeight: 4 + 8,
    rule: null,
    mostCovered: null,
  });
  // 3.5 km lies 1.5 km from D, 2.55 km 1.55 km from A: 306 s
  expect(infeasibility!.unreachableCells).toEqual(["h3", "h2"]);
  expect(infeasibility!.smallestThresholdMinutes).toBeCloseTo(5.1, 3);
  const { smallestThresholdMinutes: minutes } = infeasibility!;
  const sites = [candidates[0]!, candidates[3]!];
  const again = { aim: "all-covered", newStationCount: null };
  expect(answer({ ...again, thresholdMinutes: minutes }, {}, sites).infeasibility).toBeNull();
  expect(answer({ ...again, thresholdMinutes: minutes! - 1e-4 }, {}, sites).infeasibility).not.toBeNull();
});

it("shortens the average, and the longest way, with the site that does it best", () => {
  const average = answer({ aim: "least-average", newStationCount: 1 });
  expect(average.best!.siteIds).toEqual(["D"]);
  expect(average.best!.objective).toBeCloseTo((180 + 2 * 300 + 4 * 414 + 8 * 300 + 48 * 180) / 63, 1);
  expect(shareOf(average, "D").alone).toBeCloseTo(
    (180 + 2 * 300 + 4 * 426 + 8 * 540 + 16 * 660 + 32 * 780) / 63 - average.best!.objective!,
    1,
  );
  const worst = answer({ aim: "least-worst", newStationCount: 1 });
  expect(worst.best!.siteIds).toEqual(["C"]); // 300 s to 1.5 and 5.5 km; D leaves 2.55 km at 414 s
  expect(worst.best!.objective).toBeCloseTo(300, 1);
});

it("covers most of them twice with A and D or with C and D, and weighs premises by their risk", () => {
  const backup = answer({ aim: "most-backup" });
  expect(backup.best).toMatchObject({ siteIds: ["C", "D"], objective: 16 });
  const risk = answer({ weight: "risk", newStationCount: 1 });
  expect(risk).toMatchObject({ totalWeight: 4 + 1 + 2, best: { siteIds: ["A"], coveredWeight: 4 } });
  const count = answer({ weight: "premises", newStationCount: 1 });
  expect(count).toMatchObject({ totalWeight: 3, best: { siteIds: ["C"], coveredWeight: 2 } });
});

it("keeps to budget, spacing, groups, and required and forbidden sites", () => {
  const ids = (more: object, of = candidates) => answer(more, {}, of).best!.siteIds;
  expect(ids({ minSpacingMetres: 1500 })).toEqual(["B", "D"]); // C and D stand 1 km apart
  expect(ids({ newStationCount: null, budgetMillionDong: price })).toEqual(["D"]);
  const cheap = candidates.map((site) => (site.id === "D" ? { ...site, priceMillionDong: 60_000 } : site));
  expect(ids({ newStationCount: null, budgetMillionDong: 50_000 }, cheap)).toEqual(["C"]);
  expect(ids({ requiredSiteIds: ["A"] })).toEqual(["A", "D"]);
  expect(ids({ forbiddenSiteIds: ["D"] })).toEqual(["B", "C"]);
  expect(ids({ groups: [["A", "B"]] })).toEqual(["B", "D"]);
  expect(ids({ candidateSiteIds: ["A", "B", "C"] })).toEqual(["B", "C"]);
});

it("gives up a released station for a better place, and says so as changes", () => {
  const whole = answer({ newStationCount: 1, releasedStationIds: ["S"] });
  expect(whole.best).toMatchObject({
    siteIds: ["C", "D"],
    keptStationIds: [],
    closedStationIds: ["S"],
    coveredWeight: 56,
  });
  expect(whole.changes.map(({ kind }) => kind)).toEqual(["closeStation", "openStation", "openStation"]);
  const after = computeCoverage(applyChanges(town, whole.changes));
  const covered = after.cells.certain.responseMillis.map((millis, i) =>
    millis <= 240_000 ? cells[i]!.people : 0,
  );
  expect(covered.reduce((sum, people) => sum + people, 0)).toBe(56);
});

it("tells choices and phases in order, and stops with the best so far", () => {
  const told: SitingAnswer[] = [];
  const progress: SitingProgress[] = [];
  const last = answer(
    { isRobustnessAsked: true },
    { onAnswer: (one) => told.push(one), onProgress: (one) => progress.push(one) },
  );
  expect(told.at(-1)).toEqual(last);
  expect(told[0]!.best!.siteIds).toEqual(["C", "D"]);
  expect([...new Set(progress.map(({ phase }) => phase))]).toEqual([
    "data",
    "times",
    "search",
    "prove",
    "robustness",
  ]);
  expect(progress.at(-1)!.trialsDone).toBe(last.trials.length);
  // Stopped once there is a choice: it is kept, and nothing follows.
  let hasChoice = false;
  const stopped = answer(
    { isRobustnessAsked: true },
    { shouldStop: () => hasChoice, onProgress: ({ steps }) => (hasChoice = steps.length > 0) },
  );
  expect(stopped.best!.coveredWeight).toBe(57);
  expect([stopped.trials, stopped.curve]).toEqual([[], []]);
  expect(() => answer({}, { shouldStop: () => true })).toThrow("Đã dừng");
});

it("says what is wrong with a question that cannot be asked", () => {
  const refuse = (more: object, of = candidates) => expect(() => answer(more, {}, of));
  refuse({}, []).toThrow("Chưa có vị trí dự kiến nào");
  refuse({}, [candidates[0]!, candidates[0]!]).toThrow("trùng mã");
  refuse({ requiredSiteIds: ["X"] }).toThrow("Không có vị trí dự kiến mang mã X");
  refuse({ releasedStationIds: ["X"] }).toThrow("Không có đội chữa cháy mang mã X");
  refuse({ requiredSiteIds: ["A"], forbiddenSiteIds: ["A"] }).toThrow("vừa bắt buộc vừa bị loại");
  refuse({ newStationCount: null }).toThrow("số trạm mới hoặc ngân sách");
  refuse({ requiredSiteIds: ["A", "B", "C"] }).toThrow("3 vị trí bắt buộc");
  refuse({ requiredSiteIds: ["A"], budgetMillionDong: 1_000 }).toThrow("vượt ngân sách 1000 triệu");
  refuse({ requiredSiteIds: ["C", "D"], minSpacingMetres: 1500 }).toThrow("cách nhau dưới 1500 m");
  refuse({ requiredSiteIds: ["A"], minSpacingMetres: 1500 }).toThrow("trái khoảng cách tối thiểu");
  refuse({ forbiddenSiteIds: ["A", "B", "C", "D"] }).toThrow("Không còn vị trí dự kiến");
  refuse({ groups: [["A"]], forbiddenSiteIds: ["A"] }).toThrow("ít nhất một trong");
  refuse({ parameters: { ...town.parameters, standardId: "other" } }).toThrow("tiêu chuẩn other");
  const ask2 =
    (of: typeof town, more: object = {}) =>
    () =>
      runSiting(of, candidates, ask(more), solver);
  expect(ask2({ ...town, cells: [] })).toThrow("Chưa có dân cư");
  expect(ask2({ ...town, premises: [] }, { weight: "risk" })).toThrow("Chưa có cơ sở");
  expect(ask2({ ...town, network: drawRoads({}, []) })).toThrow("Chưa có đường");
});

it("answers where no site reaches anybody", () => {
  const far = [candidate("far", at(30_000, 0))];
  const { status, best, today } = runSiting(
    { ...town, stations: [] },
    far,
    ask({ thresholdMinutes: 2 }),
    solver,
  );
  expect([status, best!.coveredWeight, today.coveredWeight, today.averageSeconds]).toEqual([
    "optimal",
    0,
    0,
    null,
  ]);
});
