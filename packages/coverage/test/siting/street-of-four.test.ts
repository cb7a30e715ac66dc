/**
 * A street 6 km long on which every number can be worked out by hand. Engines drive 1 km in 120 s; with a minute for the
 * alarm and one for turning out, 4 minutes reach 1 km.
 *
 *   x, km       0        1        2        3        4        5        6
 *   today       S
 *   candidates           A        B                 C        D
 *   people          1        2        4        8        16       32
 *
 * People live half-way between two kilometres; the four 50 m beyond it.
 */
import type { SitingAnswer, SitingProgress } from "@firecover/domain";
import { expect, it } from "vitest";
import { applyChanges, computeCoverage } from "../../src/index.ts";
import { runSiting, type SitingOptions } from "../../src/siting/index.ts";
import { at, cell, drawRoads, premises, province, station } from "../builders.ts";
import { bruteSolver } from "./brute-solver.ts";
import { ask, candidate } from "./siting-builders.ts";

const junctions = Object.fromEntries(
  Array.from({ length: 7 }, (_, km) => [`j${km}`, [1000 * km, 0] as const]),
);
const street = Object.keys(junctions).join(" ");
const cells = [500, 1500, 2550, 3500, 4500, 5500].map((x, n) => cell(`h${n}`, at(x, 0), 2 ** n));
const town = province({
  network: drawRoads(junctions, [[street, { name: "Đường Dài" }]]),
  stations: [station("S", at(0, 0))],
  cells,
  premises: [
    premises("p0", at(1500, 0), { hazardClass: "high" }),
    premises("p1", at(3500, 0), { hazardClass: "low" }),
    premises("p2", at(4500, 0), { hazardClass: "ordinary" }),
  ],
});
const candidates = [
  candidate("A", at(1000, 0)),
  candidate("B", at(2000, 0)),
  candidate("C", at(4000, 0)),
  candidate("D", at(5000, 0)),
];
const price = 46_000; // a station of 30,000 with two engines of 8,000 each

const answer = (more: object = {}, options: SitingOptions = {}, of = candidates) =>
  runSiting(town, of, ask({ thresholdMinutes: 4, ...more }), bruteSolver, options);
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
  expect(infeasibility).toMatchObject({ unreachableWeight: 4 + 8, rule: null, mostCovered: null });
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
  const stopped = answer({ isRobustnessAsked: true }, { shouldStop: () => true });
  expect(stopped.best!.coveredWeight).toBe(57);
  expect([stopped.trials, stopped.curve]).toEqual([[], []]);
});
