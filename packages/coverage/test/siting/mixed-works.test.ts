/** Works chosen together: the best of all sets of works, and no less freed than a whole new run shows. */
import { demoProvince } from "@firecover/demo-province";
import { defaultStandard, MixedWorks, MixedWorksAim, residentsPerRisk, riskWeights } from "@firecover/domain";
import { roadsToNetworkInput } from "@firecover/interchange";
import { loadSolver } from "@firecover/location-allocation";
import { buildRoadNetwork } from "@firecover/road-network";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FixDraft } from "../../src/analyses/fix-draft.ts";
import { type WeighedFixes, weighFixes } from "../../src/analyses/fixes.ts";
import {
  applyChanges,
  type CoverageInput,
  type CoverageResult,
  computeCoverage,
  gapCauses,
  hasGap,
  prepareCoverage,
  runCoverage,
} from "../../src/index.ts";
import { spreadPopulation } from "../../src/population/index.ts";
import { mixedWorks } from "../../src/siting/index.ts";
import { parameters } from "../builders.ts";
import { inputOf, sketch } from "../random-province.ts";
import { referenceProvince } from "../reference-province.ts";

const solver = await loadSolver();

/** What is paid: shared roads once, a station for two causes once. Infinity where two of an exclusive set are taken. */
function costOf(drafts: readonly FixDraft[]): number {
  const paid = new Map<string, number>();
  const taken = new Map<string, string>();
  for (const {
    id,
    workId = id,
    oneOf,
    parts = [{ id: workId, costMillionDong: -1 }],
    costMillionDong,
  } of drafts) {
    for (const part of parts)
      paid.set(part.id, part.costMillionDong < 0 ? costMillionDong : part.costMillionDong);
    if (oneOf === undefined) continue;
    if ((taken.get(oneOf) ?? workId) !== workId) return Infinity;
    taken.set(oneOf, workId);
  }
  return [...paid.values()].reduce((sum, cost) => sum + cost, 0);
}

function worthOf({ gaps }: WeighedFixes, drafts: readonly FixDraft[], aim: MixedWorksAim): number {
  let worth = 0;
  ([0, 1] as const).forEach((p) => {
    const { failCount, failing, placed } = gaps.places[p];
    failCount.forEach((count, i) => {
      if (count === 0) return;
      const isFree = gapCauses.every(
        (cause) =>
          !failing[cause][i] || drafts.some((one) => one.cause === cause && one.freed[p].includes(i)),
      );
      if (!isFree) return;
      const risk = p === 0 ? riskWeights[placed.points.hazardClass[i]!] : 0;
      const people = p === 1 ? placed.points.people[i]! : 0;
      worth += aim === "people" ? people : aim === "risk" ? risk : people + residentsPerRisk * risk;
    });
  });
  return worth;
}

const hasNoGap = (result: CoverageResult, kind: "premises" | "cells", i: number, threshold: number) =>
  gapCauses.every((cause) => !hasGap(result[kind].certain, i, cause, threshold));

/** People and premises that had a gap and have none in a run with the changes of the works that runs see. */
function reallyFreed(input: CoverageInput, before: CoverageResult, { works }: MixedWorks) {
  const changes = works.filter(({ isSeenByRuns }) => isSeenByRuns).flatMap((work) => work.changes);
  const after = computeCoverage(applyChanges(input, changes));
  const freed = { premises: 0, people: 0 };
  for (const kind of ["premises", "cells"] as const) {
    for (let i = 0; i < before[kind].count; i++) {
      const was = hasNoGap(before, kind, i, before.firstEngineMillis);
      const is = hasNoGap(after, kind, i, before.firstEngineMillis);
      if (was || !is) continue;
      if (kind === "premises") freed.premises++;
      else freed.people += before.cells.people[i]!;
    }
  }
  return freed;
}

describe("mixed works", () => {
  it("are the best of all sets of single works", () => {
    let [compared, boughtTogether] = [0, 0];
    fc.assert(
      fc.property(
        sketch,
        fc.constantFrom(...MixedWorksAim.options),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (drawn, aim, share) => {
          const prepared = prepareCoverage(inputOf(drawn));
          const weighed = weighFixes(prepared);
          const drafts = weighed.works.map(({ draft }) => draft);
          if (drafts.length === 0 || drafts.length > 11) return;
          const budget = Math.round(share * drafts.reduce((sum, one) => sum + one.costMillionDong, 0));
          const answer = mixedWorks(prepared, { budgetMillionDong: budget, aim }, solver);
          let best = 0;
          for (let mask = 0; mask < 2 ** drafts.length; mask++) {
            const chosen = drafts.filter((_, k) => (mask >> k) & 1);
            if (costOf(chosen) <= budget) best = Math.max(best, worthOf(weighed, chosen, aim));
          }
          expect(answer).toMatchObject({ status: "optimal", objective: best, bound: best });
          expect(answer.costMillionDong).toBeLessThanOrEqual(budget);
          compared++;
          if (answer.works.length > 1) boughtTogether++;
        },
      ),
      { numRuns: 120 },
    );
    expect(compared).toBeGreaterThan(20);
    expect(boughtTogether).toBeGreaterThan(0);
  }, 120_000);

  it.each(MixedWorksAim.options)(
    "free %s at least as reckoned, each paid and changed once",
    (aim) => {
      const input = referenceProvince();
      const prepared = prepareCoverage(input);
      const before = runCoverage(prepared);
      for (const budgetMillionDong of [500, 20_000]) {
        const answer = MixedWorks.parse(
          mixedWorks(prepared, { budgetMillionDong, aim, timeLimitSeconds: 1, result: before }, solver),
        );
        expect(answer.costMillionDong).toBeLessThanOrEqual(budgetMillionDong);
        const costs = answer.works.reduce((sum, { costMillionDong }) => sum + costMillionDong, 0);
        expect(costs).toBeCloseTo(answer.costMillionDong, 6);
        const byKind = answer.byKind.reduce((sum, { costMillionDong }) => sum + costMillionDong, 0);
        expect(byKind).toBeCloseTo(answer.costMillionDong, 6);
        const ids = answer.works.flatMap(({ changes }) => changes.map(({ id }) => id));
        expect(new Set(ids).size).toBe(ids.length);
        for (const { changes, costMillionDong } of answer.works) {
          if (changes.length === 0) continue;
          const ofChanges = changes.reduce((sum, change) => sum + (change.costMillionDong ?? 0), 0);
          expect(ofChanges).toBeCloseTo(costMillionDong, 6);
        }
        const real = reallyFreed(input, before, answer);
        expect(real.premises).toBeGreaterThanOrEqual(answer.premisesFreedSeenByRuns);
        expect(real.people).toBeGreaterThanOrEqual(answer.peopleFreedSeenByRuns);
      }
    },
    60_000,
  );

  it("never free less for more money", () => {
    const prepared = prepareCoverage(referenceProvince());
    const { curve, objective } = mixedWorks(
      prepared,
      { budgetMillionDong: 60_000, timeLimitSeconds: 1 },
      solver,
    );
    expect(curve.map(({ budgetMillionDong }) => budgetMillionDong)).toEqual([
      15_000, 30_000, 45_000, 60_000, 90_000,
    ]);
    curve.forEach((point, k) => {
      expect(point.objective).toBeGreaterThanOrEqual(curve[k - 1]?.objective ?? 0);
      expect(point.bound).toBeGreaterThanOrEqual(point.objective);
      expect(point.costMillionDong).toBeLessThanOrEqual(point.budgetMillionDong);
    });
    expect(curve[3]!.objective).toBe(objective);
  }, 60_000);
});

it("in the demo province a new run shows what was reckoned, within 2 % of the people", () => {
  const province = demoProvince();
  const input: CoverageInput = {
    network: buildRoadNetwork(roadsToNetworkInput(province)).network,
    communes: province.communes,
    stations: province.fireStations,
    waterSources: province.waterSources,
    premises: province.premises,
    cells: spreadPopulation(province),
    standard: defaultStandard,
    parameters,
  };
  const prepared = prepareCoverage(input);
  const before = runCoverage(prepared);
  const options = { budgetMillionDong: 100_000, timeLimitSeconds: 6, result: before } as const;
  const answer = mixedWorks(prepared, options, solver);
  expect(answer.gap).toBeLessThanOrEqual(0.005);
  expect(answer.works.length).toBeGreaterThan(100);
  const real = reallyFreed(input, before, answer);
  expect(real.people).toBeGreaterThanOrEqual(answer.peopleFreedSeenByRuns);
  expect(real.people).toBeLessThanOrEqual(1.02 * answer.peopleFreedSeenByRuns);
  expect(real.premises).toBeGreaterThanOrEqual(answer.premisesFreedSeenByRuns);
  expect(real.premises).toBeLessThanOrEqual(1.02 * answer.premisesFreedSeenByRuns);
}, 120_000);
