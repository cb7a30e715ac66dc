/** What all steps of a siting run share: sites, places, roads, the matrix, and the measures of a choice. */
import {
  type CandidateSite,
  type CandidateSiteId,
  defaultUnitPrices,
  FirecoverError,
  type SitingChoice,
  type SitingQuestion,
} from "@firecover/domain";
import type { Solver } from "@firecover/location-allocation";
import type { CoverageInput } from "../coverage-input.ts";
import { measureChoice } from "./choice-measures.ts";
import { createOpenResponses } from "./open-responses.ts";
import type { SitingOptions } from "./run-siting.ts";
import { type SitingGround, sitingGround } from "./siting-ground.ts";
import { type ModelOptions, type SitingModel, sitingModel } from "./siting-model.ts";
import { checkPlaces, sitingPlaces } from "./siting-places.ts";
import { checkQuestion, problemOfQuestion, type SitingProblem } from "./siting-problem.ts";
import { createProgress, type ProgressLine } from "./siting-progress.ts";
import { fieldOn, type SitingRoads, sitingRoads } from "./siting-roads.ts";
import { type SitingSites, sitingSites } from "./siting-sites.ts";

export interface SitingContext {
  readonly question: SitingQuestion;
  readonly solver: Solver;
  readonly progress: ProgressLine;
  readonly shouldStop: () => boolean;
  readonly ground: SitingGround;
  readonly roads: SitingRoads;
  readonly sites: SitingSites;
  readonly thresholdMillis: number;
  readonly modelOptions: ModelOptions;
  readonly model: SitingModel;
  readonly problem: SitingProblem;
  /** Sites that stand today. */
  readonly todayOpen: readonly number[];
  readonly today: SitingChoice;
  measure(open: readonly number[]): SitingChoice;
  responses(open: readonly number[]): Uint32Array;
  /** Of the new ones among these sites. */
  idsOf(open: readonly number[]): CandidateSiteId[];
}

export function sitingContext(
  input: CoverageInput,
  candidates: readonly CandidateSite[],
  question: SitingQuestion,
  solver: Solver,
  { unitPrices = defaultUnitPrices, prepared, shouldStop = () => false, onProgress }: SitingOptions,
): SitingContext {
  const progress = createProgress(onProgress);
  progress.phase("data");
  checkQuestion(question);
  const ground = sitingGround(input, question, prepared);
  const { standard, stations, communes } = ground.input;
  const thresholdMillis =
    question.thresholdMinutes === null
      ? standard.firstEngineSeconds.value * 1000
      : Math.round(question.thresholdMinutes * 60_000);
  const sites = sitingSites(stations, candidates, question, unitPrices);
  const places = sitingPlaces(ground, question.weight);
  checkPlaces(places);
  const isByYear = question.aim === "most-covered-by-year";
  progress.total(places.totalWeight * (isByYear ? question.yearBudgets.length : 1));

  progress.phase("times");
  const { tiles } = ground.grid;
  const roads = sitingRoads(ground.input, ground.grid, ground.roads, question.certainty);
  const modelOptions: ModelOptions = { question, sites, thresholdMillis, tiles };
  const model = sitingModel(fieldOn(roads, sites.stations), places, {
    ...modelOptions,
    onSite() {
      if (shouldStop()) throw new FirecoverError("cancelled", "Đã dừng trước khi có đáp án nào.");
    },
  });
  const responses = createOpenResponses(model.field, places.approaches, tiles, sites.staying);
  const measured = { aim: question.aim, sites, places, times: model.times, thresholdMillis, communes };
  const measures = { ...measured, isAsked: model.isAsked, responses };
  const todayOpen = Array.from({ length: sites.todayCount }, (_, j) => j);
  const today = measureChoice(measures, todayOpen, null);
  return {
    question,
    solver,
    progress,
    shouldStop,
    ground,
    roads,
    sites,
    thresholdMillis,
    modelOptions,
    model,
    problem: problemOfQuestion(question, sites, thresholdMillis),
    todayOpen,
    today,
    measure: (open) => measureChoice(measures, open, today.coveredWeight),
    responses,
    idsOf: (open) => open.flatMap((j) => sites.candidates[j - sites.todayCount]?.id ?? []),
  };
}
