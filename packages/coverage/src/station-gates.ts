/** Where engines leave their stations: the places on roads from which a search begins. */
import type { FireStation } from "@firecover/domain";
import type { EdgeGrid } from "./edge-grid.ts";

/** All usable edges this near are gates, so that a new road only adds one. */
const gateMetres = 50;
/** A station farther off has one gate, on the nearest usable edge. */
const maxGateMetres = 300;
/** Up to here the road is at the door; beyond, the engine crosses its yard at 10 km/h. Planning assumptions. */
const freeYardMillimetres = 15_000;
const yardMetresPerSecond = 10 / 3.6;

export interface StationGates {
  readonly count: number;
  readonly station: Int32Array;
  readonly edge: Uint32Array;
  readonly alongMillimetres: Uint32Array;
  /** To cross the yard. */
  readonly yardMillis: Uint32Array;
  /** Stations farther than 300 m from any usable edge. */
  readonly offNetwork: readonly number[];
}

export function findStationGates(
  grid: EdgeGrid,
  stations: readonly FireStation[],
  usable: Uint8Array,
): StationGates {
  const station: number[] = [];
  const edge: number[] = [];
  const along: number[] = [];
  const yard: number[] = [];
  const offNetwork: number[] = [];
  stations.forEach(({ location }, j) => {
    const near = grid.edgesNear(location[0], location[1], maxGateMetres);
    const gatesBefore = edge.length;
    for (let k = 0; k < near.count; k++) {
      if (!usable[near.edge[k]!]) continue;
      if (edge.length > gatesBefore && near.millimetres[k]! > gateMetres * 1000) break;
      station.push(j);
      edge.push(near.edge[k]!);
      along.push(near.alongMillimetres[k]!);
      yard.push(Math.round(Math.max(0, near.millimetres[k]! - freeYardMillimetres) / yardMetresPerSecond));
    }
    if (edge.length === gatesBefore) offNetwork.push(j);
  });
  return {
    count: edge.length,
    station: Int32Array.from(station),
    edge: Uint32Array.from(edge),
    alongMillimetres: Uint32Array.from(along),
    yardMillis: Uint32Array.from(yard),
    offNetwork,
  };
}
