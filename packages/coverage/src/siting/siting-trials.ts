/** Robustness: the question asked again at other speeds, hours and seasons, without a road, and with other weights. */
import type { CoverageParameters, RobustnessTrial, Standard } from "@firecover/domain";
import { effectiveSpeedFactor } from "../engine-traveller.ts";
import type { UsedRoad } from "./most-used-roads.ts";
import type { SitingGround } from "./siting-ground.ts";
import { type ModelOptions, reweighted, type SitingModel, sitingModel } from "./siting-model.ts";
import { communesAlike, sitingPlaces } from "./siting-places.ts";
import { atParameters, fieldOn, type SitingRoads, withRoadClosed } from "./siting-roads.ts";

export const speedTrials = [0.8, 0.9, 1.1, 1.2];
const mostHours = 3;

export interface Trial extends Pick<RobustnessTrial, "kind" | "value" | "roadId" | "roadName" | "weight"> {
  model(): SitingModel;
}

const plain = { value: null, roadId: null, roadName: null, weight: null } as const;

export function trialsOf(
  ground: SitingGround,
  roads: SitingRoads,
  base: SitingModel,
  options: ModelOptions,
  usedRoads: readonly UsedRoad[],
): Trial[] {
  const { question, sites } = options;
  const { standard } = roads;
  const { parameters } = question;
  const { gates } = base.field;
  const at = (change: Partial<CoverageParameters>) => () =>
    sitingModel(fieldOn(atParameters(roads, change), sites.stations, gates), base.places, options, base.ways);
  return [
    ...speedTrials.map(
      (factor): Trial => ({
        ...plain,
        kind: "speed",
        value: factor,
        model: at({ speedFactor: parameters.speedFactor * factor }),
      }),
    ),
    ...otherHours(standard, parameters).map(
      (hour): Trial => ({
        ...plain,
        kind: "rush-hour",
        value: hour,
        model: at({ hour }),
      }),
    ),
    ...otherSeasons(standard, parameters).map(
      (season): Trial => ({
        ...plain,
        kind: "season",
        model: at({ season }),
      }),
    ),
    ...usedRoads.map(
      ({ roadId, roadName }): Trial => ({
        ...plain,
        kind: "cut-road",
        roadId,
        roadName,
        model: () =>
          sitingModel(
            fieldOn(withRoadClosed(roads, roadId), sites.stations),
            base.places,
            options,
            base.ways,
          ),
      }),
    ),
    ...weightTrials(ground, base, options),
  ];
}

/** One hour of each speed that differs from the asked one's, the slowest first. */
function otherHours(standard: Standard, parameters: CoverageParameters): number[] {
  const factorAt = (hour: number | null) => effectiveSpeedFactor({ ...parameters, hour }, standard);
  const byFactor = new Map<number, number>();
  for (let hour = 0; hour < 24; hour++) {
    const factor = factorAt(hour);
    if (factor !== factorAt(parameters.hour) && !byFactor.has(factor)) byFactor.set(factor, hour);
  }
  return [...byFactor]
    .sort(([a], [b]) => a - b)
    .slice(0, mostHours)
    .map(([, hour]) => hour);
}

function otherSeasons(
  { rainySeasonSpeedFactor }: Standard,
  { season }: CoverageParameters,
): CoverageParameters["season"][] {
  if (rainySeasonSpeedFactor.value === 1) return [];
  return [season === "rainy" ? null : "rainy"];
}

/** Other weights of the same places keep the matrix; other places get one of their own. */
function weightTrials(ground: SitingGround, base: SitingModel, options: ModelOptions): Trial[] {
  const trials: Trial[] = [];
  const { question } = options;
  for (const weight of ["people", "premises", "risk"] as const) {
    if (weight === question.weight) continue;
    const isPeople = weight === "people";
    const { length } = isPeople ? ground.input.cells : ground.input.premises;
    if (length === 0) continue;
    trials.push({
      ...plain,
      kind: "weights",
      weight,
      model: () => {
        const places = sitingPlaces(ground, weight);
        return places.kind === base.places.kind
          ? reweighted(base, places, options)
          : sitingModel(base.field, places, options);
      },
    });
  }
  trials.push({
    ...plain,
    kind: "weights",
    weight: "communes",
    model: () => reweighted(base, communesAlike(base.places), options),
  });
  return trials;
}
