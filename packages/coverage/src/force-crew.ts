/**
 * When the m-th person stands at each point, for standards that ask for people beside engines.
 *
 * The nearest four stations decide about engines, since each brings one at least. About people they decide
 * nothing: a station with few of them could push one with many out of the four. So each station is searched
 * from on its own, and only where a rule asks.
 */
import type { Certainty, FireStation, Standard } from "@firecover/domain";
import { UNREACHED } from "@firecover/road-network";
import type { Approaches } from "./approach.ts";
import type { PlacedPoints } from "./compute-coverage.ts";
import type { Answers } from "./coverage-result.ts";
import { crewCount } from "./crew-count.ts";
import type { EdgeTiles } from "./edge-tiles.ts";
import { type ForceCrews, forceRule } from "./force.ts";
import { createStationSearch } from "./station-search.ts";

/** A station with people to ride on its engines, and its arrival at every point. */
export interface CrewedStation {
  readonly stationIndex: number;
  readonly people: number;
  readonly millis: Uint32Array;
}

export function asksForCrew(standard: Standard): boolean {
  return standard.force.value.some((rule) => rule.crewCount !== null);
}

export function crewedStations(
  { field }: ForceCrews,
  stations: readonly FireStation[],
  certainty: Certainty,
  approaches: Approaches,
  tiles: EdgeTiles,
): CrewedStation[] {
  const search = createStationSearch(field, tiles);
  return stations.flatMap((station, stationIndex) => {
    const people = crewCount(station, certainty);
    if (people === 0) return [];
    search.start(stationIndex);
    return [{ stationIndex, people, millis: search.arrivals(approaches) }];
  });
}

/** Arrival of the station that makes m people at point i; UNREACHED where so many cannot come. */
export function nthPersonMillis(crewed: readonly CrewedStation[], i: number, crewCount: number): number {
  let people = 0;
  let done = -1;
  // The next arrival is looked for among all: a point is asked once, and sorting would leave a list behind each time.
  while (true) {
    let next = UNREACHED;
    let arriving = 0;
    for (const station of crewed) {
      const millis = station.millis[i]!;
      if (millis <= done || millis > next || millis === UNREACHED) continue;
      arriving = millis === next ? arriving + station.people : station.people;
      next = millis;
    }
    if (next === UNREACHED) return UNREACHED;
    people += arriving;
    if (people >= crewCount) return next;
    done = next;
  }
}

/** Puts off the force of points whose engines are there before their people. */
export function delayUntilCrewed(
  force: ForceCrews,
  stations: readonly FireStation[],
  standard: Standard,
  certainty: Certainty,
  { points, approaches }: PlacedPoints,
  tiles: EdgeTiles,
  answers: Answers,
): void {
  if (!asksForCrew(standard)) return;
  const crewed = crewedStations(force, stations, certainty, approaches, tiles);
  for (let i = 0; i < points.count; i++) {
    const rule = forceRule(standard, points.hazardClass[i]!);
    if (rule.crewCount === null) continue;
    const millis = Math.max(answers.forceMillis[i]!, nthPersonMillis(crewed, i, rule.crewCount));
    answers.forceMillis[i] = millis;
    answers.forceOk[i] = millis !== UNREACHED && millis <= rule.withinSeconds * 1000 ? 1 : 0;
  }
}
