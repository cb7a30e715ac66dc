/** How far vehicles of any class get, whichever class a run was asked for. */
import { type Certainty, type VehicleClassId, vehicleClasses } from "@firecover/domain";
import { driveGraph, type RoadGraph, usableEdges } from "@firecover/road-network";
import { hoseRuns } from "./access.ts";
import { type AccessReach, accessReach, sendingGates, turnableRoadsOf } from "./access-reach.ts";
import type { PlacedPoints, PreparedCoverage } from "./compute-coverage.ts";
import { sendsFirstCrew } from "./engine-count.ts";
import { engineTraveller } from "./engine-traveller.ts";
import { gatesOf } from "./run-state.ts";
import type { StationGates } from "./station-gates.ts";
import type { TurnableRoads, TurningGates } from "./turnable-roads.ts";

/** As if every station that sends a crew had a vehicle of the class. */
export interface AccessOfClass extends AccessReach {
  readonly vehicleClass: VehicleClassId;
  readonly certainty: Certainty;
  readonly drive: RoadGraph;
  /** Per edge: 1 where the class may drive, whether it gets there or not. */
  readonly usable: Uint8Array;
  /** Null where dead ends do not bind. */
  readonly turnable: TurnableRoads | null;
  readonly gates: StationGates;
  /** Those of stations that send a crew. */
  readonly turningGates: TurningGates;
  /** The longest hose run that counts: the standard's reach, or what the vehicle carries where that is less. */
  readonly reachMillimetres: number;
}

export function accessOfClass(
  { input, roads, grid }: PreparedCoverage,
  vehicleClass: VehicleClassId,
): Readonly<Record<Certainty, AccessOfClass>> {
  const { network, stations, standard, parameters } = input;
  const roadsFor = (certainty: Certainty) => {
    const isOfRun = vehicleClass === parameters.vehicleClass;
    const traveller = engineTraveller({ ...parameters, vehicleClass }, standard, certainty);
    const drive = isOfRun ? roads[certainty].crew.drive : driveGraph(network, traveller);
    return { drive, usable: usableEdges(drive) };
  };
  const own = { certain: roadsFor("certain"), possible: roadsFor("possible") };
  const isSending = stations.map(sendsFirstCrew);
  const access = (certainty: Certainty): AccessOfClass => {
    const { drive, usable } = own[certainty];
    const gates = gatesOf(own, grid, stations, certainty);
    const turnable = certainty === "certain" ? turnableRoadsOf(drive, standard, vehicleClass) : null;
    const sendsCrew = (station: number) => isSending[station]!;
    return {
      ...accessReach(drive, turnable, gates, sendsCrew, roads.hoseQuery),
      vehicleClass,
      certainty,
      drive,
      usable,
      turnable,
      gates,
      turningGates: sendingGates(gates, sendsCrew),
      reachMillimetres: reachMillimetres(standard.hoseReachMetres.value, vehicleClass),
    };
  };
  return { certain: access("certain"), possible: access("possible") };
}

/** A class that carries no hose stands for the hose of an engine beside it. */
function reachMillimetres(reachMetres: number, vehicleClass: VehicleClassId): number {
  const { hoseMetres } = vehicleClasses[vehicleClass];
  return Math.round(1000 * (hoseMetres > 0 ? Math.min(reachMetres, hoseMetres) : reachMetres));
}

/** Hose to every premises or cell in millimetres; UNREACHED where none gets. */
export function hoseToPoints(
  access: AccessReach & { readonly drive: RoadGraph },
  { approaches }: PlacedPoints,
): Uint32Array {
  const hose = new Uint32Array(approaches.pointCount);
  hoseRuns(access.drive.network, access.stops, access.nodeHose.cost, approaches, hose);
  return hose;
}
