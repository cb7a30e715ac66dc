/** Stations whose vehicles nobody reported: one engine in service is possible there, none is certain. */
import type { FireStation } from "@firecover/domain";
import type { Arrivals } from "./fix-arrivals.ts";
import type { Gaps, PlaceLists } from "./fix-gaps.ts";
import { noSubject, openPlaces, type SurveyField } from "./survey-field.ts";

export function surveyStations(gaps: Gaps, arrivals: Arrivals): SurveyField {
  const { stations } = gaps.prepared.input;
  const open = openPlaces(gaps, "force");
  const isOpen = [new Set(open[0]), new Set(open[1])] as const;
  const silent = stations.flatMap((station, index) => (station.vehicles.length === 0 ? [index] : []));
  const idOf = (index: number) => `station:${stations[index]!.id}`;
  const indexOf = new Map(silent.map((index) => [idOf(index), index]));
  const measured = new Set<number>();

  /** Exactly what the possible result takes it to have. */
  function withOneEngine(station: FireStation): FireStation {
    return { ...station, vehicles: [{ vehicleClass: "engine", count: 1, state: "in-service" }] };
  }

  function decidedBy(indexes: Iterable<number>): PlaceLists {
    const changes = [...indexes].map((index) => ({
      station: withOneEngine(stations[index]!),
      index,
      millis: arrivals.today[index]!,
    }));
    const listOf = (p: 0 | 1) =>
      arrivals.asked[p].filter((i, a) => isOpen[p].has(i) && arrivals.hasForce(p, a, changes));
    return [listOf(0), listOf(1)];
  }

  return {
    cause: "force",
    candidates: silent.map((index) => ({ measurementIds: [idOf(index)], decided: decidedBy([index]) })),
    measure(ids) {
      for (const id of ids) measured.add(indexOf.get(id)!);
      return decidedBy(measured);
    },
    describe(id) {
      const station = stations[indexOf.get(id)!]!;
      return {
        ...noSubject,
        id,
        subject: "station",
        stationId: station.id,
        name: station.name,
        communeCode: station.communeCode,
        location: station.location,
        questions: [
          { attribute: "vehicles", unit: "engines", current: null, passes: { least: 1, most: null } },
        ],
      };
    },
  };
}
