/** Five years of 60,000 million đồng each for the demo province's own plots: proven, and year by year what a run of coverage counts. */
import { demoProvince } from "@firecover/demo-province";
import { defaultStandard } from "@firecover/domain";
import { roadsToNetworkInput } from "@firecover/interchange";
import { loadSolver } from "@firecover/location-allocation";
import { buildRoadNetwork } from "@firecover/road-network";
import { expect, it } from "vitest";
import { applyChanges, type CoverageInput, computeCoverage, prepareCoverage } from "../../src/index.ts";
import { spreadPopulation } from "../../src/population/index.ts";
import { runSiting } from "../../src/siting/index.ts";
import { parameters } from "../builders.ts";
import { ask } from "./siting-builders.ts";

const years = [2026, 2027, 2028, 2029, 2030];
const millionDong = 60_000;

it("plans five years with proof, and better where money may wait", async () => {
  const solver = await loadSolver();
  const province = demoProvince();
  const input: CoverageInput = {
    network: buildRoadNetwork(roadsToNetworkInput(province)).network,
    communes: province.communes,
    stations: province.fireStations,
    waterSources: [],
    premises: province.premises,
    cells: spreadPopulation(province),
    standard: defaultStandard,
    parameters,
  };
  const prepared = prepareCoverage(input);
  const [lost, kept] = [false, true].map((isBudgetCarriedOver) =>
    runSiting(
      input,
      province.candidateSites,
      ask({
        aim: "most-covered-by-year",
        newStationCount: null,
        yearBudgets: years.map((year) => ({ year, millionDong })),
        isBudgetCarriedOver,
        timeLimitSeconds: 60,
      }),
      solver,
      { prepared },
    ),
  );
  for (const [answer, isCarriedOver] of [
    [lost!, false],
    [kept!, true],
  ] as const) {
    expect([answer.status, answer.gap]).toEqual(["optimal", 0]);
    let left = 0;
    for (const { costMillionDong } of answer.years) {
      left = (isCarriedOver ? left : 0) + millionDong - costMillionDong;
      expect(left).toBeGreaterThanOrEqual(0);
    }
  }
  const counted = years.map((year) => {
    const opened = kept!.changes.filter((change) => change.year! <= year);
    const { people, certain } = computeCoverage(applyChanges(input, opened)).cells;
    return people.reduce((sum, w, i) => (certain.responseMillis[i]! <= 600_000 ? sum + w : sum), 0);
  });
  expect(counted.reduce((a, b) => a + b, 0)).toBe(kept!.best!.objective);
  expect(kept!.best!.objective).toBeGreaterThanOrEqual(lost!.best!.objective!);
}, 90_000);
