/** When the crew of one single station is at each point, however many others are nearer. */
import { createReachQuery } from "@firecover/road-network";
import type { Approaches } from "./approach.ts";
import type { ArrivalField } from "./arrival.ts";
import { gateSeeds } from "./gate-seeds.ts";
import { responses } from "./response.ts";

export interface StationSearch {
  /** Searches from one station, no farther than `maxMillis` from the alarm. */
  start(station: number, maxMillis?: number): void;
  /** Its arrival at each point; what is later than `maxMillis` may be too late or UNREACHED. */
  arrivals(approaches: Approaches): Uint32Array;
}

/** `field` counts the stations that may be asked for. */
export function createStationSearch(field: ArrivalField): StationSearch {
  const { crew, gates, gateMillis, haulMetresPerSecond } = field;
  const query = createReachQuery(crew.graph);
  let only = field;
  let reach = query.run([]);
  return {
    start(station, maxMillis) {
      const isStarted = (other: number) => other === station;
      reach = query.run(gateSeeds(crew, gates, gateMillis, haulMetresPerSecond, isStarted), maxMillis);
      only = { ...field, countsAt: isStarted };
    },
    arrivals(approaches) {
      const millis = new Uint32Array(approaches.pointCount);
      const stationIndex = new Int32Array(approaches.pointCount);
      responses({ field: only, millis: reach.cost, owner: reach.owner }, approaches, millis, stationIndex);
      return millis;
    },
  };
}
