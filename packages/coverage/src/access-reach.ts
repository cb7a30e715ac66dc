/** Where vehicles of a class may stand, and the hose from there to every node. */
import type { Standard, VehicleClassId } from "@firecover/domain";
import type { Reach, ReachQuery, RoadGraph } from "@firecover/road-network";
import { engineEdges, type HoseStarts, hoseStarts, legalStops } from "./access.ts";
import type { StationGates } from "./station-gates.ts";
import {
  type StandingPlaces,
  type TurnableRoads,
  type TurningGates,
  turnableRoads,
} from "./turnable-roads.ts";
import { needsTurningPlace, turningPlaces } from "./turning-places.ts";

export interface AccessReach {
  /** Per edge: 1 where vehicles get to. */
  readonly engineEdge: Uint8Array;
  /** The parts of these edges on which one may stand. */
  readonly stops: StandingPlaces;
  readonly hoseStarts: HoseStarts;
  /** Millimetres. */
  readonly nodeHose: Reach;
}

export function accessReach(
  drive: RoadGraph,
  turnable: TurnableRoads | null,
  gates: StationGates,
  sendsCrew: (station: number) => boolean,
  hoseQuery: ReachQuery,
): AccessReach {
  const engineEdge = engineEdges(drive, gates, sendsCrew);
  const stops = legalStops(drive.network, engineEdge, turnable, sendingGates(gates, sendsCrew));
  const starts = hoseStarts(drive.network, stops);
  return { engineEdge, stops, hoseStarts: starts, nodeHose: hoseQuery.run(starts).copy() };
}

/** Null where vehicles of the class turn anywhere. */
export function turnableRoadsOf(
  drive: RoadGraph,
  standard: Standard,
  vehicleClass: VehicleClassId,
): TurnableRoads | null {
  if (!needsTurningPlace(vehicleClass)) return null;
  const longestMillimetres = Math.round(standard.deadEndMetres.value * 1000);
  return turnableRoads(drive, longestMillimetres, turningPlaces(drive.network, standard));
}

/** A station turns its vehicles in its yard. */
export function sendingGates(gates: StationGates, sendsCrew: (station: number) => boolean): TurningGates {
  const taken = Array.from(gates.edge.keys()).filter((g) => sendsCrew(gates.station[g]!));
  return {
    count: taken.length,
    edge: Uint32Array.from(taken, (g) => gates.edge[g]!),
    alongMillimetres: Uint32Array.from(taken, (g) => gates.alongMillimetres[g]!),
  };
}
