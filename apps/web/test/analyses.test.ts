/** Tables of analyses, in both languages, from answers that the engine gives for a small town with gaps. */
import { applyChanges, prepareCoverage } from "@firecover/coverage";
import {
  cutRanking,
  deadEnds,
  deepAlleys,
  enginesWithin,
  fixes,
  hydrantSpacing,
  isochrones,
  speedInterval,
  surveyList,
  waterSupply,
} from "@firecover/coverage/analyses";
import {
  type AlleyOpening,
  AlleyOpening as AlleyOpenings,
  type Fix,
  FixKind,
  type Language,
  type MixedWork,
  type MixedWorks,
  ObstacleKind,
  WaterRemedy,
} from "@firecover/domain";
import { describe, expect, it } from "vitest";
import type { AnalysisContext } from "../src/analyses/analysis-table.ts";
import { boundsOf, withMargin } from "../src/analyses/bounds-of.ts";
import { moneyWords } from "../src/analyses/columns.ts";
import { openingWords } from "../src/analyses/deep-alleys.ts";
import { changesOfFix } from "../src/analyses/fix-changes.ts";
import { countedWorks, fixWords } from "../src/analyses/fix-words.ts";
import { isochroneMinutes } from "../src/analyses/isochrones.ts";
import { gapWords } from "../src/analyses/mixed-works-text.ts";
import { type AnalysisName, analysisNames } from "../src/analyses/names.ts";
import { type Answers, tableOf } from "../src/analyses/table-of.ts";
import { remedyWords } from "../src/analyses/water-supply.ts";
import { engineCellLayers } from "../src/map/engine-cell-layers.ts";
import { palettes } from "../src/theme/palette.ts";
import { setRoad } from "../src/what-if/change-list.ts";
import { obstacleWords } from "../src/why/steps-access.ts";
import { smallProvince } from "./small-province.ts";
import { textIn } from "./text-in.ts";

/** No vehicle listed, one road closed, water unmeasured: something is open in each of the four questions. */
function townWithGaps() {
  const input = smallProvince();
  const stations = input.stations.map((one, i) => (i === 0 ? one : { ...one, vehicles: [] }));
  const waterSources = input.waterSources.map((one) => ({ ...one, flowLps: null }));
  const changes = setRoad(setRoad([], 1, "closeRoad"), 7, "closeRoad");
  return prepareCoverage(applyChanges({ ...input, stations, waterSources }, changes));
}

const prepared = townWithGaps();
const single = fixes(prepared, { certainty: "certain" });
/** Every single work at once, as if the money sufficed for all of them. */
const allWorks: MixedWorks = {
  certainty: "certain",
  aim: "people",
  budgetMillionDong: 900_000,
  unitPrices: single.unitPrices,
  status: "feasible",
  objective: 1200,
  bound: 1240,
  gap: 1 / 30,
  seconds: 2,
  costMillionDong: single.fixes.reduce((sum, fix) => sum + fix.costMillionDong, 0),
  works: single.fixes.map((fix) => ({
    ...fix,
    causes: [fix.cause],
    premisesLast: fix.premisesCovered,
    peopleLast: fix.peopleCovered,
  })),
  byKind: single.total.causes.flatMap(({ works }) => works),
  premisesFreed: 9,
  peopleFreed: 1200,
  riskFreed: 18,
  premisesFreedSeenByRuns: 8,
  peopleFreedSeenByRuns: 1100,
  premisesWithGap: single.total.premisesWithGap,
  peopleWithGap: single.total.peopleWithGap,
  riskWithGap: 40,
  premisesWithoutCure: 1,
  peopleWithoutCure: 100,
  premisesByCauseBefore: { time: 1, access: 2, water: 3, force: 4 },
  premisesByCauseAfter: { time: 0, access: 1, water: 2, force: 3 },
  curve: [],
};

const answers: Answers = {
  "mixed-works": allWorks,
  "survey-list": surveyList(prepared),
  fixes: single,
  "deep-alleys": deepAlleys(prepared),
  "dead-ends": deadEnds(prepared),
  "hydrant-spacing": hydrantSpacing(prepared),
  "water-supply": waterSupply(prepared),
  "engines-within": enginesWithin(prepared, { minutes: 4 }),
  "cut-ranking": cutRanking(prepared),
  "speed-interval": speedInterval(prepared),
  isochrones: isochrones(prepared, { minutes: [3, 5, 8] }),
};

const contextIn = (language: Language, part: Partial<AnalysisContext> = {}): AnalysisContext => ({
  text: textIn(language),
  certainty: "certain",
  minutes: 5,
  standardMinutes: 10,
  commune: undefined,
  communeName: (code) => code ?? "–",
  ...part,
});

/** What a message with a value too few, or a number that is none, looks like. */
const broken = /[{}]|undefined|NaN|null|\[object|analysis\.|why\./;
const flat = (node: unknown): string => (Array.isArray(node) ? node.map(flat).join("") : String(node));

describe.each(["vi", "en"] as const)("tables of analyses in %s", (language) => {
  it.each(analysisNames)("%s says its answer in whole words, cell by cell", (name: AnalysisName) => {
    const table = tableOf(name, answers[name], contextIn(language));
    expect(flat(table.sentence)).not.toMatch(broken);
    expect(table.empty).not.toMatch(broken);
    expect(new Set(table.columns.map(({ id }) => id)).size).toBe(table.columns.length);
    expect(new Set(table.rows.map(table.rowKey)).size).toBe(table.rows.length);
    for (const row of table.rows) {
      for (const { head, cell, sortBy } of table.columns) {
        expect(head).not.toMatch(broken);
        expect(flat(cell(row)), head).not.toMatch(broken);
        expect(sortBy(row)).not.toBeNaN();
      }
      const detail = table.detail?.(row);
      if (detail) for (const words of [detail.title, ...detail.lines]) expect(words).not.toMatch(broken);
    }
  });

  it("has words for every kind of work, opening, obstacle and remedy", () => {
    const text = textIn(language);
    const said = [
      ...FixKind.options.flatMap((kind) => [
        fixWords({ ...fixOf(kind), kind }, text),
        countedWorks(kind, 3, text),
      ]),
      ...openings.map((opening) => openingWords(opening, text)),
      ...ObstacleKind.options.map((kind) =>
        obstacleWords({ kind, roadName: null, measured: 2, needed: 3.5 }, text),
      ),
      ...WaterRemedy.options.map((remedy) => remedyWords({ remedy, shuttle: null }, text)),
    ];
    for (const words of said) expect(words).not.toMatch(broken);
    expect(new Set(openings.map(({ kind }) => kind)).size).toBe(AlleyOpenings.options.length);
  });
});

it("lists rows for each question that the town leaves open", () => {
  const rows = (name: AnalysisName) => tableOf(name, answers[name], contextIn("vi")).rows.length;
  for (const name of analysisNames.filter((one) => one !== "dead-ends"))
    expect(rows(name), name).toBeGreaterThan(0);
});

it("marks places of the town, and keeps what belongs to another commune off the list", () => {
  for (const name of analysisNames) {
    const table = tableOf(name, answers[name], contextIn("vi"));
    for (const mark of table.rows.flatMap((row) => table.mark(row) ?? [])) {
      const [west, south, east, north] = withMargin(boundsOf(mark.geometry));
      expect(west).toBeGreaterThan(104.9);
      expect(south).toBeGreaterThan(20.9);
      expect(east).toBeLessThan(105.1);
      expect(north).toBeLessThan(21.1);
      expect(west <= mark.at[0] && mark.at[0] <= east, `${name} is named where it is`).toBe(true);
    }
  }
  for (const name of [
    "fixes",
    "mixed-works",
    "deep-alleys",
    "water-supply",
    "survey-list",
    "hydrant-spacing",
  ] as const)
    expect(tableOf(name, answers[name], contextIn("vi", { commune: "99999" })).rows, name).toEqual([]);
});

it("gives the sums of a chosen commune, and those of all where none is chosen", () => {
  const all = answers.fixes;
  const doubled = {
    ...all,
    total: { ...all.total, premisesWithGap: 1240 },
    communes: all.communes.map((one) => ({ ...one, premisesWithGap: 77 })),
  };
  const code = all.communes[0]!.communeCode;
  expect(flat(tableOf("fixes", doubled, contextIn("vi")).sentence)).toContain("1.240");
  const own = flat(tableOf("fixes", doubled, contextIn("vi", { commune: code })).sentence);
  expect(own).toContain("77");
  expect(own).not.toContain("1.240");
});

it("filters works by the cause that they mend", () => {
  const only = tableOf("fixes", answers.fixes, contextIn("vi", { cause: "water" })).rows as Fix[];
  expect(only.length).toBeGreaterThan(0);
  expect(only.every(({ cause }) => cause === "water")).toBe(true);
});

it("offers a work to the scenario where there are changes, and says so where there are none", () => {
  const table = tableOf("fixes", answers.fixes, contextIn("vi"));
  for (const row of table.rows as Fix[]) {
    const detail = table.detail!(row);
    expect(detail.fix === undefined).toBe(row.changes.length === 0);
    expect(detail.lines.includes("Phương án chưa ghi được loại việc này.")).toBe(row.changes.length === 0);
  }
});

it("names a new source after its road, and leaves every other change as it is", () => {
  const text = textIn("vi");
  for (const fix of answers.fixes.fixes) {
    changesOfFix(fix, text).forEach((change, i) => {
      const before = fix.changes[i]!;
      if (before.kind === "addWaterSource" && before.waterSource.name === null) {
        const name = change.kind === "addWaterSource" ? change.waterSource.name : null;
        expect(name).toContain(fix.roadName ?? "");
        expect({ ...change, waterSource: null }).toEqual({ ...before, waterSource: null });
      } else expect(change).toBe(before);
    });
  }
  const hydrant = answers.fixes.fixes.find(({ kind }) => kind === "new-hydrant")!;
  expect(JSON.stringify(changesOfFix(hydrant, text))).toContain(`Trụ nước ${hydrant.roadName}`);
});

it("asks for isochrones at the usual minutes and the threshold, each once", () => {
  expect(isochroneMinutes(10)).toBe("5,8,10,15");
  expect(isochroneMinutes(8)).toBe("5,8,15");
});

it("writes money as people say it", () => {
  const money = (value: number) => moneyWords(value, textIn("vi")).replaceAll("\u00a0", " ");
  expect([95, 999, 9800, 1_748_000].map(money)).toEqual([
    "95 triệu đồng",
    "999 triệu đồng",
    "9,8 tỷ đồng",
    "1.748 tỷ đồng",
  ]);
});

it("names each cell once, with the fewest engines of its parts", () => {
  const [fill, none] = engineCellLayers(palettes.light, ["a", "b", "a", "c"], [3, 0, 1, 12]);
  const { inside, outside } = palettes.light;
  expect(fill!.type === "fill" && fill!.paint?.["fill-color"]).toEqual([
    "match",
    ["get", "h3"],
    ["a"],
    outside[0],
    ["c"],
    inside[2],
    outside[2],
  ]);
  expect("filter" in none! && none.filter).toEqual([
    "match",
    ["get", "h3"],
    ["a"],
    false,
    ["c"],
    false,
    true,
  ]);
});

const freed = { location: [105, 21] as [number, number], peopleFreed: 10, premisesFreed: 2 };
const roadIds = ["1"] as never;
const openings: AlleyOpening[] = [
  { kind: "remove-barrier", ...freed, roadId: roadIds[0]! },
  { kind: "allow-entry", ...freed, roadIds },
  { kind: "widen", ...freed, roadIds, lengthMetres: 38, measuredMetres: null, neededMetres: 3.5 },
  { kind: "measure-width", ...freed, roadIds, lengthMetres: 38, neededMetres: 3.5 },
  { kind: "turning-place", ...freed, roadId: roadIds[0]! },
  { kind: "smaller-vehicle", ...freed, vehicleClass: "mini-engine" as never },
  { kind: "standpipe", ...freed, pipeMetres: 60, reachMetres: 80 },
  { kind: "fire-point", ...freed, reachMetres: 80 },
];

/** Any work of the town, called by another kind: words take what they need of it and leave the rest. */
const fixOf = (kind: FixKind): Fix =>
  answers.fixes.fixes.find((one) => one.kind === kind) ?? answers.fixes.fixes[0]!;

it("says in words how near to the best a choice of works is, never too near", () => {
  expect(gapWords(1 / 30, textIn("vi"))).toBe("3,34 %".replace(" ", "\u00a0"));
  const table = tableOf("mixed-works", allWorks, contextIn("vi", { cause: "water" }));
  expect(table.rows.length).toBeGreaterThan(0);
  expect((table.rows as MixedWork[]).every(({ causes }) => causes.includes("water"))).toBe(true);
  expect(flat(table.sentence)).toContain("Với 900 tỷ đồng".replaceAll(" ", " "));
});
