/** Each trial is the question asked anew: a run of its own under the trial's conditions has the same best objective. */
import type { Change, RobustnessTrial, SitingAim, SitingQuestion } from "@firecover/domain";
import { loadSolver } from "@firecover/location-allocation";
import fc from "fast-check";
import { expect, it } from "vitest";
import { applyChanges, type CoverageInput } from "../../src/index.ts";
import { runSiting } from "../../src/siting/index.ts";
import { at } from "../builders.ts";
import { inputOf, sketch } from "../random-province.ts";
import { ask, candidate } from "./siting-builders.ts";

const solver = await loadSolver();
const place = fc.record({ x: fc.integer({ min: -20, max: 410 }), y: fc.integer({ min: -20, max: 410 }) });
const aims: SitingAim[] = [
  "most-covered",
  "all-covered",
  "all-covered-backup",
  "least-average",
  "least-worst",
];

/** The same question under the conditions of a trial; null where every commune counts alike, which no question asks. */
function askedAnew(
  input: CoverageInput,
  question: SitingQuestion,
  { kind, value, roadId, weight }: RobustnessTrial,
): { input: CoverageInput; question: SitingQuestion } | null {
  const plain = { ...question, isRobustnessAsked: false };
  const { parameters } = question;
  const at = (change: object) => ({
    input,
    question: { ...plain, parameters: { ...parameters, ...change } },
  });
  switch (kind) {
    case "speed":
      return at({ speedFactor: parameters.speedFactor * value! });
    case "rush-hour":
      return at({ hour: value });
    case "season":
      return at({ season: parameters.season === "rainy" ? null : "rainy" });
    case "cut-road": {
      const about = { costMillionDong: null, fundingSource: null, responsibleBody: null, note: null };
      const closed: Change = {
        kind: "closeRoad",
        roadId: roadId!,
        id: "cut",
        year: null,
        state: "proposed",
        ...about,
      };
      return { input: applyChanges(input, [closed]), question: plain };
    }
    case "weights":
      return weight === "communes" ? null : { input, question: { ...plain, weight: weight! } };
  }
}

it("finds in every trial what the question finds when it is asked under its conditions", () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(
      sketch,
      fc.array(place, { minLength: 2, maxLength: 4 }),
      fc.constantFrom(...aims),
      fc.constantFrom("certain", "possible" as const),
      fc.integer({ min: 130_000, max: 240_000 }),
      (drawn, places, aim, certainty, thresholdMillis) => {
        const input = inputOf(drawn);
        const candidates = places.map(({ x, y }, n) => candidate(`k${n}`, at(x, y)));
        const question = ask({
          aim,
          certainty,
          newStationCount: 2,
          parameters: input.parameters,
          thresholdMinutes: thresholdMillis / 60_000,
          isRobustnessAsked: true,
        });
        const { trials, best, sites } = runSiting(input, candidates, question, solver);
        for (const trial of trials) {
          const anew = askedAnew(input, question, trial);
          if (anew === null) continue;
          kinds.add(trial.kind);
          const alone = runSiting(anew.input, candidates, anew.question, solver);
          expect([trial.kind, trial.status, trial.objective]).toEqual([
            trial.kind,
            alone.status,
            alone.best?.objective ?? null,
          ]);
          if (trial.isBestStillFirst) expect(trial.siteIds).toEqual(best!.siteIds);
          if (aim === "most-covered") expect(trial.objectiveOfBest).toBeLessThanOrEqual(trial.objective!);
        }
        if (best === null) return;
        for (const { siteId, keptShare } of sites) {
          const answered = trials.filter(({ objective }) => objective !== null);
          const kept = answered.filter(({ siteIds }) => siteIds.includes(siteId)).length;
          expect(keptShare).toBe(answered.length === 0 ? null : kept / answered.length);
        }
      },
    ),
    { numRuns: 20 },
  );
  // not every handful of towns has a road whose cut can be asked anew; the demo province has
  expect([...kinds]).toEqual(expect.arrayContaining(["rush-hour", "season", "speed", "weights"]));
}, 60_000);
