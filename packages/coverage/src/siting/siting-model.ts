/** Everything a solve needs under one set of roads and weights: the matrix, the instance, and a gauge of choices. */
import type { SitingQuestion } from "@firecover/domain";
import type { ArrivalField } from "../arrival.ts";
import type { EdgeTiles } from "../edge-tiles.ts";
import { type ChoiceGauge, createGauge } from "./choice-gauge.ts";
import { allSiteTimes, type SiteTimes, siteTimes } from "./site-times.ts";
import type { SitingPlaces } from "./siting-places.ts";
import { isOfTimes, type SitingInstance, sitingInstance } from "./siting-problem.ts";
import type { SitingSites } from "./siting-sites.ts";
import { type WaysToPlaces, waysToPlaces } from "./ways-to-places.ts";

export interface SitingModel extends SitingInstance {
  readonly places: SitingPlaces;
  readonly field: ArrivalField;
  readonly times: SiteTimes;
  /** null where times have no threshold. */
  readonly ways: WaysToPlaces | null;
  /** 1 = a place that counts and that some usable site reaches. */
  readonly isAsked: Uint8Array;
  readonly gauge: ChoiceGauge;
}

export interface ModelOptions {
  readonly question: SitingQuestion;
  readonly sites: SitingSites;
  readonly thresholdMillis: number;
  readonly tiles: EdgeTiles;
  readonly onSite?: (done: number) => void;
}

/** `ways` of the same places are used again: they do not hang on speeds, nor on who may drive where. */
export function sitingModel(
  field: ArrivalField,
  places: SitingPlaces,
  { question, sites, thresholdMillis, tiles, onSite }: ModelOptions,
  knownWays: WaysToPlaces | null = null,
): SitingModel {
  if (isOfTimes(question.aim)) {
    const times = allSiteTimes(
      field,
      sites.count,
      places.approaches,
      tiles,
      { staying: sites.staying, thresholdMillis },
      onSite,
    );
    return modelOf(field, places, question, sites, times, null);
  }
  const ways = knownWays ?? waysToPlaces(places.approaches, field, thresholdMillis);
  const times = siteTimes(field, sites.count, ways, thresholdMillis, onSite);
  return modelOf(field, places, question, sites, times, ways);
}

/** The same matrix with places that count otherwise. */
export function reweighted(
  model: SitingModel,
  places: SitingPlaces,
  { question, sites }: ModelOptions,
): SitingModel {
  return modelOf(model.field, places, question, sites, model.times, model.ways);
}

function modelOf(
  field: ArrivalField,
  places: SitingPlaces,
  { aim }: SitingQuestion,
  sites: SitingSites,
  times: SiteTimes,
  ways: WaysToPlaces | null,
): SitingModel {
  const made = sitingInstance(sites, places, times);
  const isAsked = new Uint8Array(places.points.count);
  for (const i of made.placeOf) isAsked[i] = 1;
  return {
    ...made,
    places,
    field,
    times,
    ways,
    isAsked,
    gauge: createGauge(aim, times, places.weight, isAsked),
  };
}
