/** When each station is at each place that fails time or force, and what a further vehicle or station makes of it. */
import type { FireStation } from "@firecover/domain";
import { UNREACHED } from "@firecover/road-network";
import type { Approaches } from "../approach.ts";
import { crewCount } from "../crew-count.ts";
import { engineCount } from "../engine-count.ts";
import { forceRule } from "../force.ts";
import { arrivalField, gatesOf } from "../run-state.ts";
import { createStationSearch } from "../station-search.ts";
import type { Gaps, PlaceLists } from "./fix-gaps.ts";

/** Arrivals of one station at the asked premises and cells, in their order; too late ones may be UNREACHED. */
export type StationMillis = readonly [premises: Uint32Array, cells: Uint32Array];

export interface Arrivals {
  /** The premises and cells that fail time or force. */
  readonly asked: PlaceLists;
  /** Of today's stations, in their order. */
  readonly today: readonly StationMillis[];
  /** Of any other stations. */
  of(stations: readonly FireStation[], visit: (station: FireStation, millis: StationMillis) => void): void;
  /** Whether the force is complete at asked place a with stations more, or others in the stead of today's. */
  hasForce(p: 0 | 1, a: number, changes: readonly ForceChange[]): boolean;
}

export interface ForceChange {
  readonly station: FireStation;
  /** Which of today's stations it is; -1 = a new one. */
  readonly index: number;
  readonly millis: StationMillis;
}

export function createArrivals(gaps: Gaps): Arrivals {
  const { prepared, certainty, places, thresholdMillis } = gaps;
  const { input, roads, grid } = prepared;
  const { stations, standard } = input;
  const { crew } = roads[certainty];
  const latestMillis = standard.force.value.reduce(
    (latest, { withinSeconds }) => Math.max(latest, withinSeconds * 1000),
    thresholdMillis,
  );
  const askedOf = (p: 0 | 1) => {
    const { failing, placed } = places[p];
    return Array.from({ length: placed.points.count }, (_, i) => i).filter(
      (i) => failing.time[i] || failing.force[i],
    );
  };
  const asked = [askedOf(0), askedOf(1)] as const;
  const approaches = [
    approachesOf(places[0].placed.approaches, asked[0]),
    approachesOf(places[1].placed.approaches, asked[1]),
  ] as const;

  const today: StationMillis[] = [];
  search(stations, (_, millis) => today.push(millis));
  const engines = stations.map((station) => engineCount(station, certainty));
  const people = stations.map((station) => crewCount(station, certainty));

  function search(
    of: readonly FireStation[],
    visit: (station: FireStation, millis: StationMillis) => void,
  ): void {
    const field = arrivalField(crew, gatesOf(roads, grid, of, certainty), of, standard);
    const one = createStationSearch(field, grid.tiles);
    of.forEach((station, j) => {
      one.start(j, latestMillis);
      visit(station, [one.arrivals(approaches[0]), one.arrivals(approaches[1])]);
    });
  }

  const ruleAt = (p: 0 | 1, a: number) =>
    forceRule(standard, places[p].placed.points.hazardClass[asked[p][a]!]!);
  const isThere = (at: number, withinSeconds: number) => at !== UNREACHED && at <= withinSeconds * 1000;
  /** Engines that are there in time today, per asked place: counted once, since works by the dozen are tried on them. */
  const enginesToday = ([0, 1] as const).map((p) =>
    Uint32Array.from(asked[p], (_, a) => {
      const { withinSeconds } = ruleAt(p, a);
      return stations.reduce(
        (sum, _, j) => (isThere(today[j]![p][a]!, withinSeconds) ? sum + engines[j]! : sum),
        0,
      );
    }),
  );

  function hasForce(p: 0 | 1, a: number, changes: readonly ForceChange[]): boolean {
    const { engineCount: needed, crewCount: crewNeeded, withinSeconds } = ruleAt(p, a);
    let enginesThere = enginesToday[p]![a]!;
    for (const { station, index, millis } of changes) {
      if (index >= 0 && isThere(today[index]![p][a]!, withinSeconds)) enginesThere -= engines[index]!;
      if (isThere(millis[p][a]!, withinSeconds)) enginesThere += engineCount(station, certainty);
    }
    if (enginesThere < needed) return false;
    return crewNeeded === null || peopleThere(p, a, changes, withinSeconds) >= crewNeeded;
  }

  /** Not kept: as possible they may be without number, and then none can be taken off again. */
  function peopleThere(p: 0 | 1, a: number, changes: readonly ForceChange[], withinSeconds: number): number {
    let sum = 0;
    for (let j = 0; j < stations.length; j++) {
      if (!isThere(today[j]![p][a]!, withinSeconds) || changes.some(({ index }) => index === j)) continue;
      sum += people[j]!;
    }
    for (const { station, millis } of changes)
      if (isThere(millis[p][a]!, withinSeconds)) sum += crewCount(station, certainty);
    return sum;
  }

  return { asked, today, of: search, hasForce };
}

/** The same ways for some of the points only. */
function approachesOf(approaches: Approaches, indexes: readonly number[]): Approaches {
  // By inheritance, since looking for the next way may replace the columns.
  return Object.assign(Object.create(approaches) as Approaches, {
    pointCount: indexes.length,
    tile: Uint32Array.from(indexes, (i) => approaches.tile[i]!),
    snapMetres: Float32Array.from(indexes, (i) => approaches.snapMetres[i]!),
    start: (a: number, limit: number) => approaches.start(indexes[a]!, limit),
    next: (a: number, k: number, limit: number) => approaches.next(indexes[a]!, k, limit),
  });
}
