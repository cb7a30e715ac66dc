/** The parts of siting runs that need no server: who solves when, and which questions cannot be asked. */
import { SitingQuestion } from "@firecover/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultsOfQuestion, type KnownOfQuestion } from "../src/siting/check-question.ts";
import { createSlots } from "../src/siting/slots.ts";
import { parametersOfTests } from "./suites/siting.ts";

describe("slots", () => {
  const later = () => new Promise((resolve) => setImmediate(resolve));

  it("let in at most so many, in the order they came, and nobody who has left", async () => {
    const step = fc.oneof(
      fc.constant({ kind: "come" as const }),
      fc.record({ kind: fc.constant("leave" as const), who: fc.nat(9) }),
      fc.record({ kind: fc.constant("give back" as const), who: fc.nat(9) }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        fc.array(step, { maxLength: 30 }),
        async (count, steps) => {
          const slots = createSlots(count);
          const inside = new Map<number, () => void>();
          const aborts: AbortController[] = [];
          // the same, as a list: who is in, who waits
          let expectedIn: number[] = [];
          let expectedWaiting: number[] = [];
          for (const each of steps) {
            if (each.kind === "come") {
              const who = aborts.push(new AbortController()) - 1;
              slots.take(aborts[who]!.signal).then(
                (giveBack) => inside.set(who, giveBack),
                () => {},
              );
              expectedWaiting.push(who);
            } else if (each.kind === "leave") {
              aborts[each.who]?.abort();
              expectedWaiting = expectedWaiting.filter((who) => who !== each.who);
            } else {
              inside.get(each.who)?.();
              inside.get(each.who)?.(); // twice gives back one place
              inside.delete(each.who);
              expectedIn = expectedIn.filter((who) => who !== each.who);
            }
            while (expectedIn.length < count && expectedWaiting.length > 0)
              expectedIn.push(expectedWaiting.shift()!);
            await later();
            expect([...inside.keys()].sort()).toEqual([...expectedIn].sort());
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("questions", () => {
  const ask = (more: object) =>
    SitingQuestion.parse({ aim: "most-covered", parameters: parametersOfTests, newStationCount: 2, ...more });
  const known = {
    candidates: [{ id: "A" }, { id: "B" }],
    stationIds: new Set(["Đ-1"]),
    scenarioId: "s",
    standardId: "qcvn",
  } as unknown as KnownOfQuestion;
  const pathsOf = (more: object, of: Partial<KnownOfQuestion> = {}) =>
    faultsOfQuestion(ask(more), { ...known, ...of }).map(({ path }) => path);

  it("that speak of what is there and ask for something can be asked", () => {
    for (const more of [
      {},
      { newStationCount: null, budgetMillionDong: 5 },
      { aim: "all-covered", newStationCount: null },
      { aim: "most-covered-by-year", newStationCount: null, yearBudgets: [{ year: 2027, millionDong: 1 }] },
      { scenarioId: "s", releasedStationIds: ["Đ-1"], requiredSiteIds: ["A"], groups: [["B"]] },
      // three may stand where one of today's is given up
      { requiredSiteIds: ["A", "B"], newStationCount: 1, releasedStationIds: ["Đ-1"] },
    ])
      expect(pathsOf(more)).toEqual([]);
  });

  it("name every field that is at fault", () => {
    const more = {
      releasedStationIds: ["Đ-1", "Đ-2"],
      candidateSiteIds: ["X", "A"],
      requiredSiteIds: ["A", "Y"],
      forbiddenSiteIds: ["B", "A"],
      groups: [["A"], ["A", "Z"]],
    };
    expect(pathsOf(more, { standardId: null })).toEqual([
      "parameters.standardId",
      "releasedStationIds.1",
      "candidateSiteIds.0",
      "requiredSiteIds.1",
      "groups.1.1",
      "forbiddenSiteIds.1",
    ]);
    expect(pathsOf({ scenarioId: "t" }, { scenarioId: null })).toEqual(["scenarioId"]);
    expect(pathsOf({ requiredSiteIds: ["A", "B"], newStationCount: 1 })).toEqual(["newStationCount"]);
    expect(pathsOf({ newStationCount: null })).toEqual(["newStationCount"]);
    expect(pathsOf({}, { candidates: [] })).toEqual(["candidateSiteIds"]);
    const years = [2026, 2027, 2026].map((year) => ({ year, millionDong: 1 }));
    expect(pathsOf({ aim: "most-covered-by-year", yearBudgets: years })).toEqual(["yearBudgets.2.year"]);
    expect(pathsOf({ aim: "most-covered-by-year" })).toEqual(["yearBudgets"]);
  });
});
