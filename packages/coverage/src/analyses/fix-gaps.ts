/** The gaps of one certainty with all that their fixes are reckoned from: answers, reach of the crews, supply of water. */
import { type Certainty, type GapCause, vehicleClasses } from "@firecover/domain";
import { type PlacedPoints, type PreparedCoverage, runCoverage } from "../compute-coverage.ts";
import type { Answers, CoverageResult } from "../coverage-result.ts";
import { gapCauses, hasGap } from "../gaps.ts";
import { type CrewReach, ownCopy, reachOfCrews } from "../run-state.ts";
import { reachedByEngine, type Supply, supplyOf } from "../water.ts";
import type { WaterPairs } from "../water-pairs.ts";

/** Premises or cells, what they answer, and which questions they fail. */
export interface PlaceGaps {
  readonly placed: PlacedPoints;
  readonly pairs: WaterPairs;
  readonly answers: Answers;
  /** 1 where the cause is failed; nowhere in a cell without people. */
  readonly failing: Readonly<Record<GapCause, Uint8Array>>;
  /** How many causes each place fails. */
  readonly failCount: Uint8Array;
}

export interface Gaps {
  readonly prepared: PreparedCoverage;
  readonly certainty: Certainty;
  /** The run's answers, both certainties. */
  readonly result: CoverageResult;
  readonly reach: CrewReach;
  readonly supply: Supply;
  readonly thresholdMillis: number;
  /** Premises, then cells: lists of places come in this order throughout. */
  readonly places: readonly [premises: PlaceGaps, cells: PlaceGaps];
}

/** Indexes of premises and of cells. */
export type PlaceLists = readonly [premises: readonly number[], cells: readonly number[]];

export function findGaps(
  prepared: PreparedCoverage,
  certainty: Certainty,
  result: CoverageResult = runCoverage(prepared),
): Gaps {
  const { input, grid, roads, water } = prepared;
  const { stations, standard, parameters, waterSources } = input;
  const thresholdMillis = result.firstEngineMillis;
  const reach = ownCopy(reachOfCrews(roads, grid, stations, standard, certainty));
  const isReached = reachedByEngine(water.approaches, reach.engineEdge);
  const vehicle = vehicleClasses[parameters.vehicleClass];
  const supply = supplyOf(waterSources, isReached, standard, vehicle, certainty, parameters.season);
  const gapsOf = (
    placed: PlacedPoints,
    pairs: WaterPairs,
    answers: Answers,
    counts: (i: number) => boolean,
  ): PlaceGaps => {
    const { count } = placed.points;
    const failCount = new Uint8Array(count);
    const failing = Object.fromEntries(
      gapCauses.map((cause) => {
        const fails = new Uint8Array(count);
        for (let i = 0; i < count; i++) {
          if (!counts(i) || !hasGap(answers, i, cause, thresholdMillis)) continue;
          fails[i] = 1;
          failCount[i]!++;
        }
        return [cause, fails];
      }),
    ) as Record<GapCause, Uint8Array>;
    return { placed, pairs, answers, failing, failCount };
  };
  return {
    prepared,
    certainty,
    result,
    reach,
    supply,
    thresholdMillis,
    places: [
      gapsOf(prepared.premises, water.premisesPairs, result.premises[certainty], () => true),
      gapsOf(
        prepared.cells,
        water.cellPairs,
        result.cells[certainty],
        (i) => prepared.cells.points.people[i]! > 0,
      ),
    ],
  };
}

/** Indexes of the places that fail a cause. */
export function failingPlaces(place: PlaceGaps, cause: GapCause): number[] {
  const indexes: number[] = [];
  place.failing[cause].forEach((fails, i) => {
    if (fails) indexes.push(i);
  });
  return indexes;
}
