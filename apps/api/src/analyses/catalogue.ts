/** Every analysis of a run: its name and words, what may be asked of it, the schema of its answer, its table. */
import {
  CutRanking,
  DeadEnds,
  DeepAlleys,
  EnginesWithin,
  Fixes,
  HydrantSpacing,
  Isochrones,
  type Label,
  MixedWorks,
  type PremisesId,
  SpeedInterval,
  SurveyList,
  WaterSupply,
} from "@firecover/domain";
import { z } from "@hono/zod-openapi";
import type { AnalysisName } from "./analysis-name.ts";
import { fixesOfPlace } from "./fixes-of-place.ts";
import { query } from "./queries.ts";
import type { Table, TableNames } from "./table.ts";
import { cutRankingTable } from "./tables/cut-ranking.ts";
import { deadEndsTable } from "./tables/dead-ends.ts";
import { deepAlleysTable } from "./tables/deep-alleys.ts";
import { enginesWithinTable } from "./tables/engines-within.ts";
import { fixesTable } from "./tables/fixes.ts";
import { hydrantSpacingTable } from "./tables/hydrant-spacing.ts";
import { mixedWorksTable } from "./tables/mixed-works.ts";
import { speedIntervalTable } from "./tables/speed-interval.ts";
import { surveyListTable } from "./tables/survey-list.ts";
import { waterSupplyTable } from "./tables/water-supply.ts";
import { waterOfPlace } from "./water-of-place.ts";

export interface Analysis {
  readonly name: AnalysisName;
  readonly title: Label;
  /** Of the address: everything optional, whatever stands there checked. */
  readonly query: z.ZodObject;
  readonly answer: z.ZodType;
  /** So long that explanations must not wait for it. */
  readonly isSlow: boolean;
  /** Whether what works cost is part of the question. */
  readonly needsUnitPrices: boolean;
  /** Its list as a table; null where it is none. */
  readonly table: ((answer: unknown, names: TableNames) => Table) | null;
  /** What concerns one place, cut out of the whole answer; null where the analysis has nothing of the kind. */
  readonly narrow: ((answer: unknown, place: Place) => unknown) | null;
}

/** A place asked about alone: what it costs to look it up must not be what the whole analysis costs. */
export interface Place {
  readonly premisesId?: PremisesId | undefined;
  /** H3 index. */
  readonly cell?: string | undefined;
  /** No place at all: the sums are what is wanted. */
  readonly sums?: boolean | undefined;
}

interface Described<Answer extends z.ZodType> {
  readonly title: Label;
  readonly query?: z.ZodObject;
  readonly answer: Answer;
  readonly isSlow?: boolean;
  readonly needsUnitPrices?: boolean;
  readonly table?: (answer: z.output<Answer>, names: TableNames) => Table;
  readonly narrow?: (answer: z.output<Answer>, place: Place) => z.output<Answer>;
}

function analysis<Answer extends z.ZodType>(name: AnalysisName, described: Described<Answer>): Analysis {
  const { title, query: asked, answer, isSlow = false, needsUnitPrices = false, table, narrow } = described;
  return {
    name,
    title,
    query: asked ?? z.strictObject({}),
    answer,
    isSlow,
    needsUnitPrices,
    // what a table is made of was written by the analysis of this very schema
    table: table ? (given, names) => table(given as z.output<Answer>, names) : null,
    narrow: narrow ? (given, place) => narrow(given as z.output<Answer>, place) : null,
  };
}

const all: readonly Analysis[] = [
  analysis("deep-alleys", {
    title: { vi: "Ngõ sâu", en: "Deep alleys" },
    query: z.strictObject({ vehicleClass: query.vehicleClass, limit: query.limit }),
    answer: DeepAlleys,
    isSlow: true,
    table: deepAlleysTable,
  }),
  analysis("dead-ends", {
    title: { vi: "Ngõ cụt quá dài, không chỗ quay xe", en: "Dead ends without a turning place" },
    query: z.strictObject({ vehicleClass: query.vehicleClass, limit: query.limit }),
    answer: DeadEnds,
    table: deadEndsTable,
  }),
  analysis("hydrant-spacing", {
    title: { vi: "Khoảng cách trụ nước dọc đường", en: "Spacing of hydrants along streets" },
    query: z.strictObject({ certainty: query.certainty, limit: query.limit }),
    answer: HydrantSpacing,
    isSlow: true,
    table: hydrantSpacingTable,
  }),
  analysis("water-supply", {
    title: { vi: "Cân bằng nước chữa cháy", en: "Water for firefighting" },
    query: z.strictObject({
      certainty: query.certainty,
      limit: query.limit,
      premisesId: query.premisesId,
    }),
    answer: WaterSupply,
    isSlow: true,
    narrow: waterOfPlace,
    table: waterSupplyTable,
  }),
  analysis("engines-within", {
    title: { vi: "Số xe chữa cháy đến trong thời gian cho trước", en: "Engines within a time" },
    query: z.strictObject({ minutes: query.minutes }),
    answer: EnginesWithin,
    isSlow: true,
    table: enginesWithinTable,
  }),
  analysis("cut-ranking", {
    title: { vi: "Đường bị cắt gây hậu quả lớn nhất", en: "Roads whose cut does most harm" },
    query: z.strictObject({ certainty: query.certainty, minutes: query.minutes, limit: query.limit }),
    answer: CutRanking,
    isSlow: true,
    table: cutRankingTable,
  }),
  analysis("speed-interval", {
    title: { vi: "Chỉ số khi tốc độ thay đổi 20 %", en: "Indicators with speeds 20 % lower and higher" },
    query: z.strictObject({ minutes: query.minutes }),
    answer: SpeedInterval,
    isSlow: true,
    table: speedIntervalTable,
  }),
  analysis("fixes", {
    title: { vi: "Việc rẻ nhất cho từng khoảng trống", en: "Cheapest single fix per gap" },
    query: z.strictObject({
      certainty: query.certainty,
      premisesId: query.premisesId,
      cell: query.cell,
      sums: query.sums,
    }),
    answer: Fixes,
    isSlow: true,
    narrow: fixesOfPlace,
    needsUnitPrices: true,
    table: fixesTable,
  }),
  analysis("mixed-works", {
    title: { vi: "Nhiều loại việc trong một ngân sách", en: "Works of all kinds under one budget" },
    query: z.strictObject({
      budget: query.budget,
      aim: query.mixedWorksAim,
      certainty: query.certainty,
      timeLimit: query.timeLimit,
    }),
    answer: MixedWorks,
    isSlow: true,
    needsUnitPrices: true,
    table: mixedWorksTable,
  }),
  analysis("survey-list", {
    title: { vi: "Danh sách đo đạc", en: "Survey work list" },
    query: z.strictObject({ limit: query.surveyLimit, turningPlaces: query.turningPlaces }),
    answer: SurveyList,
    isSlow: true,
    table: surveyListTable,
  }),
  analysis("isochrones", {
    title: { vi: "Vùng đến trong thời gian cho trước", en: "Isochrones" },
    query: z.strictObject({
      minutes: query.minutesList,
      certainty: query.certainty,
      stationIds: query.stationIds,
      roads: query.roads,
    }),
    answer: Isochrones,
  }),
];

/** In the order of the menu. */
export const analyses: ReadonlyMap<AnalysisName, Analysis> = new Map(all.map((each) => [each.name, each]));
