/** When the crew of one single station is at each point, however many others are nearer. */
import { createReachQuery } from "@firecover/road-network";
import type { Approaches } from "./approach.ts";
import { type ArrivalField, arrivalBounds } from "./arrival.ts";
import type { EdgeTiles } from "./edge-tiles.ts";
import { gateSeeds } from "./gate-seeds.ts";
import { responses } from "./response.ts";

export interface StationSearch {
  /** Searches from one station, no farther than `maxMillis` from the alarm. */
  start(station: number, maxMillis?: number): void;
  /** Its arrival at each point; what is later than `maxMillis` may be too late or UNREACHED. */
  arrivals(approaches: Approaches): Uint32Array;
}

/** `field` counts the stations that may be asked for; with `tiles`, points far from all it reaches cost next to nothing. */
export function createStationSearch(field: ArrivalField, tiles: EdgeTiles | null = null): StationSearch {
  const { crew, gates, gateMillis, haulMetresPerSecond } = field;
  const query = createReachQuery(crew.graph);
  let only = field;
  let reach = query.run([]);
  let bounds = arrivalBounds(field, reach.cost, 1, tiles);
  return {
    start(station, maxMillis) {
      const isStarted = (other: number) => other === station;
      reach = query.run(gateSeeds(crew, gates, gateMillis, haulMetresPerSecond, isStarted), maxMillis);
      only = { ...field, countsAt: isStarted };
      bounds = arrivalBounds(only, reach.cost, 1, tiles);
    },
    arrivals(approaches) {
      const millis = new Uint32Array(approaches.pointCount);
      const stationIndex = new Int32Array(approaches.pointCount);
      const crew = { field: only, millis: reach.cost, owner: reach.owner };
      responses(crew, approaches, millis, stationIndex, bounds);
      return millis;
    },
  };
}
