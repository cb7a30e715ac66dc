/** The worker's answers against whole runs over the changed input, and the roads it tells of against all roads. */
import { applyChanges, computeCoverage, encodeCoverageResult, indicatorsOf } from "@firecover/coverage";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Changes, closeStation, moveStation, setRoad } from "../src/what-if/change-list.ts";
import { binOf, sameAsToday } from "../src/what-if/edge-bins.ts";
import type { Question } from "../src/what-if/protocol.ts";
import { createScenarioEngine } from "../src/what-if/scenario-engine.ts";
import { roadIds, smallProvince, stations } from "./small-province.ts";

const input = smallProvince();
const today = computeCoverage(input);
const question: Question = { thresholdMillis: 300_000, certainty: "certain", communeIndex: -1 };

const lists = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: 24_000 }),
    isClosed: fc.boolean(),
    road: fc.constantFrom(...roadIds),
    certainty: fc.constantFrom("certain" as const, "possible" as const),
  }),
  { minLength: 1, maxLength: 6 },
);
function changesOf({ x, isClosed, road }: { x: number; isClosed: boolean; road: number }): Changes {
  const moved = moveStation([], "s1", [105 + x / 1e6, 21.008], stations);
  return setRoad(isClosed ? closeStation(moved, "s2") : moved, road, "closeRoad");
}

describe("the engine of a what-if", () => {
  it("has the bytes of a whole run, and the page's roads are all roads", () => {
    fc.assert(
      fc.property(lists, (list) => {
        const engine = createScenarioEngine(input);
        let shownCertainty: string | null = null;
        const told = new Map<number, number>();
        for (const step of list) {
          const changes = changesOf(step);
          const { certainty } = step;
          const whole = computeCoverage(applyChanges(input, changes));
          if (certainty !== shownCertainty) told.clear();
          shownCertainty = certainty;
          const answer = engine.settle(changes, { ...question, certainty });
          expect(answer.result).toEqual(encodeCoverageResult(whole));
          expect(engine.isSameAs(encodeCoverageResult(whole))).toBe(true);
          expect(engine.isSameAs(encodeCoverageResult(today))).toBe(false);
          answer.edges.forEach((edge, i) => {
            if (answer.bins[i] === sameAsToday) told.delete(edge);
            else told.set(edge, answer.bins[i]!);
          });
          whole.edgeMillis[certainty].forEach((millis, edge) => {
            const now = binOf(millis);
            const before = binOf(today.edgeMillis[certainty][edge]!);
            expect(told.get(edge) ?? before).toBe(now);
            expect(told.has(edge)).toBe(now !== before);
          });
          const { total } = indicatorsOf(whole, input.communes, question.thresholdMillis);
          expect({ ...answer.total, responseSeconds90: null }).toEqual({ ...total, responseSeconds90: null });
        }
      }),
      { numRuns: 25 },
    );
  });

  it("is today again once nothing is changed", () => {
    const engine = createScenarioEngine(input);
    engine.settle(setRoad([], roadIds[0]!, "closeRoad"), question);
    expect(engine.settle([], question).result).toEqual(encodeCoverageResult(today));
  });

  it("knows the roads of a list by name and place", () => {
    const [road] = createScenarioEngine(input).roads([roadIds[2]!]);
    expect(road).toMatchObject({
      roadId: roadIds[2],
      name: `Phố ${roadIds[2]}`,
      access: "yes",
      widthMetres: 8,
    });
    expect(createScenarioEngine(input).roads([987])).toEqual([]);
  });
});
