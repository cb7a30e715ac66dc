/** The question in the address, choices as changes, and figures as they are said. */
import { openingOf, stationAt } from "@firecover/coverage/siting/new-station";
import {
  CandidateSite,
  type CandidateSiteId,
  type CoverageParameters,
  SitingAim,
  type SitingAnswer,
  type SitingChoice,
  SitingQuestion,
  SitingWeight,
} from "@firecover/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changesOfChoice } from "../src/siting/changes-of-choice.ts";
import { addressOf, isSameQuestion, questionOf } from "../src/siting/question-address.ts";
import { SitingSearch } from "../src/siting/siting-search.ts";
import { parseSearch, stringifySearch } from "../src/state/search-codec.ts";

const parameters = {
  standardId: "qcvn",
  vehicleClass: "engine",
  turnRestrictions: true,
  contraflow: false,
  speedFactor: 1,
  hour: null,
  season: null,
} as CoverageParameters;

const id = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter((text) => text.length <= 80);
const ids = fc.uniqueArray(id, { maxLength: 5 });
const money = fc.integer({ min: 0, max: 500_000 });

/** Questions that the screen can ask or that a run brings back; number of stations and money as the aim has them. */
const question = fc
  .record({
    aim: fc.constantFrom(...SitingAim.options),
    weight: fc.constantFrom(...SitingWeight.options),
    scenarioId: fc.option(id),
    certainty: fc.constantFrom("certain" as const, "possible" as const),
    thresholdMinutes: fc.option(fc.integer({ min: 1, max: 1200 }).map((tenths) => tenths / 10)),
    newStationCount: fc.option(fc.integer({ min: 0, max: 100 })),
    budgetMillionDong: fc.option(money),
    years: fc.uniqueArray(fc.integer({ min: 2020, max: 2050 }), { minLength: 1, maxLength: 8 }),
    yearMoney: money,
    releasedStationIds: ids,
    candidateSiteIds: fc.option(fc.uniqueArray(id, { minLength: 1, maxLength: 5 })),
    requiredSiteIds: ids,
    forbiddenSiteIds: ids,
    groups: fc.array(fc.uniqueArray(id, { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
    minSpacingMetres: fc.option(fc.integer({ min: 1, max: 9000 })),
    timeLimitSeconds: fc.integer({ min: 1, max: 3600 }),
    isBudgetCarriedOver: fc.boolean(),
    isRobustnessAsked: fc.boolean(),
  })
  .map(({ years, yearMoney, ...rest }) =>
    SitingQuestion.parse({
      ...rest,
      parameters,
      yearBudgets:
        rest.aim === "most-covered-by-year" ? years.map((year) => ({ year, millionDong: yearMoney })) : [],
    }),
  );

describe("the question in the address", () => {
  it("comes back from the address as it was, whatever its ids are made of", () => {
    fc.assert(
      fc.property(question, ids, (asked, others) => {
        const all = others as CandidateSiteId[];
        const written = stringifySearch(addressOf(asked, all));
        const read = questionOf(SitingSearch.parse(parseSearch(written)), parameters, all);
        expect(isSameQuestion(read, asked)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it("is silent about what it does not change", () => {
    const usual = questionOf({}, parameters, []);
    expect(stringifySearch(addressOf(usual, []))).toBe("");
    expect(usual).toMatchObject({ aim: "most-covered", newStationCount: 2, candidateSiteIds: null });
  });

  it("names all candidates in one word", () => {
    const all = ["a", "b, c"] as CandidateSiteId[];
    const asked = questionOf({ among: "all" }, parameters, all);
    expect(asked.candidateSiteIds).toEqual(all);
    expect(addressOf(asked, all.toReversed()).among).toBe("all");
  });

  it("tells questions apart by every field, and not by the order of ids", () => {
    const one = questionOf({ must: "a,b" }, parameters, []);
    expect(isSameQuestion(one, questionOf({ must: "b,a" }, parameters, []))).toBe(true);
    for (const other of [
      { must: "a" },
      { must: "a,b", n: 3 },
      { must: "a,b", budget: 1 },
      { must: "a,b", minutes: 8 },
      { must: "a,b", as: "possible" },
      { must: "a,b", spacing: 500 },
      { must: "a,b", release: "x" },
      { must: "a,b", robust: "no" },
      { must: "a,b", carry: "yes" },
    ] as SitingSearch[])
      expect(isSameQuestion(one, questionOf(other, parameters, [])), JSON.stringify(other)).toBe(false);
  });

  it("falls back where somebody wrote nonsense", () => {
    const search = SitingSearch.parse({
      aim: "world-peace",
      n: "-4",
      minutes: "soon",
      years: "2026",
      budget: "x",
    });
    expect(questionOf(search, parameters, [])).toEqual(questionOf({}, parameters, []));
  });
});

describe("a choice as changes", () => {
  const site = (name: string, priceMillionDong: number | null) =>
    CandidateSite.parse({
      id: name,
      name: `Thửa ${name}`,
      kind: "plot",
      location: [105, 21],
      geometry: null,
      areaSquareMetres: null,
      roadWidthMetres: null,
      slopePercent: null,
      priceMillionDong,
      communeCode: null,
      note: null,
      source: "thử",
      dataDate: "2026-01-01",
      isSynthetic: true,
    });
  const sites = [site("a", null), site("b", 30_000), site("c", null)];
  const byId = new Map(sites.map((one) => [one.id as string, { site: one }]));
  const choiceOf = (...siteIds: string[]) => ({ siteIds, closedStationIds: [] }) as unknown as SitingChoice;
  const best = choiceOf("a", "b");
  const ofBest = [
    openingOf(stationAt(sites[0]!), 46_000, 2027),
    openingOf(stationAt(sites[1]!), 30_000, 2028),
  ];
  const answer = { best, changes: ofBest } as unknown as SitingAnswer;

  it("is the server's own list for the best", () => {
    expect(changesOfChoice({ answer, choice: best }, byId, [], 40_000)).toBe(ofBest);
  });

  it("opens what a runner-up opens, at its own price, and takes over what both open", () => {
    const changes = changesOfChoice({ answer, choice: choiceOf("c", "b") }, byId, [], 40_000);
    expect(changes).toEqual([openingOf(stationAt(sites[2]!), 46_000, null), ofBest[1]]);
  });

  it("prices by the unit prices where the best opens no site without a price", () => {
    const ofPlots = { best: choiceOf("b"), changes: [ofBest[1]] } as unknown as SitingAnswer;
    expect(changesOfChoice({ answer: ofPlots, choice: choiceOf("c") }, byId, [], 40_000)).toEqual([
      openingOf(stationAt(sites[2]!), 40_000, null),
    ]);
  });

  it("closes what the choice gives up", () => {
    const station = { ...stationAt(sites[2]!), id: "old" } as ReturnType<typeof stationAt>;
    const choice = { siteIds: ["b"], closedStationIds: ["old"] } as unknown as SitingChoice;
    const changes = changesOfChoice({ answer, choice }, byId, [station], 40_000);
    expect(changes.map(({ kind }) => kind)).toEqual(["openStation", "closeStation"]);
  });
});
