/** The last legal stop of each class of vehicle for each premises and cell, and the hoses needed from there. */
import {
  type Certainty,
  hoseLengthMetres,
  type LastStop,
  type LastStops,
  type LastStopsOfClass,
  VehicleClassId,
  type Verdict,
  vehicleClasses,
} from "@firecover/domain";
import { UNREACHED } from "@firecover/road-network";
import { type AccessOfClass, accessOfClass, hoseToPoints } from "../access-of-class.ts";
import type { PlacedPoints, PreparedCoverage } from "../compute-coverage.ts";
import { placeOnEdge } from "../edge-geometry.ts";
import { type ExplainedSubject, findSubject } from "../explained-subject.ts";
import { hosePath, obstacleOf } from "../hose-path.ts";

export interface LastStopsOptions {
  /** All by default. */
  readonly vehicleClasses?: readonly VehicleClassId[];
}

/** Runs of so many hoses or more are counted together. */
const mostHoses = 30;

export function lastStops(prepared: PreparedCoverage, options: LastStopsOptions = {}): LastStops {
  return lastStopsBy(prepared, options, (vehicleClass) => accessOfClass(prepared, vehicleClass));
}

/** With the access of classes that is known already. */
export function lastStopsBy(
  prepared: PreparedCoverage,
  options: LastStopsOptions,
  accessOf: (vehicleClass: VehicleClassId) => Readonly<Record<Certainty, AccessOfClass>>,
): LastStops {
  const classes = options.vehicleClasses ?? VehicleClassId.options;
  return { hoseLengthMetres, classes: classes.map((id) => stopsOfClass(prepared, accessOf(id))) };
}

/** Of one place, one row per class. */
export function lastStopsAt(
  prepared: PreparedCoverage,
  asked: ExplainedSubject,
  options: LastStopsOptions = {},
): LastStop[] {
  const { placed, i, subject } = findSubject(prepared, asked);
  const { kind, id, name } = subject;
  const classes = options.vehicleClasses ?? VehicleClassId.options;
  return classes.map((vehicleClass) => {
    const access = accessOfClass(prepared, vehicleClass);
    const { network, standard } = prepared.input;
    const paths = both((certainty) => hosePath(prepared.roads, access[certainty], placed.approaches, i));
    const hose = both((certainty) => paths[certainty]?.hoseMillimetres ?? UNREACHED);
    const { certain } = paths;
    const reach = Math.round(1000 * standard.hoseReachMetres.value);
    const carried = Math.round(1000 * vehicleClasses[vehicleClass].hoseMetres);
    return {
      vehicleClass,
      kind,
      id,
      name,
      stop: certain && placeOnEdge(network, certain.stop.edge, certain.stop.along),
      hoseMetres: both((certainty) => (hose[certainty] === UNREACHED ? null : hose[certainty] / 1000)),
      hoseCount: both((certainty) => (hose[certainty] === UNREACHED ? null : hosesFor(hose[certainty]))),
      reach: verdict(hose, reach),
      carried: verdict(hose, carried),
      obstacle:
        certain && obstacleOf(network, access.certain.engineEdge, certain, vehicleClass, standard, "certain"),
    };
  });
}

export function hosesFor(millimetres: number): number {
  return Math.ceil(millimetres / (1000 * hoseLengthMetres));
}

function verdict(hose: Readonly<Record<Certainty, number>>, limit: number): Verdict {
  if (hose.certain <= limit) return "met";
  return hose.possible <= limit ? "unknown" : "not-met";
}

function stopsOfClass(
  { premises, cells }: PreparedCoverage,
  access: Readonly<Record<Certainty, AccessOfClass>>,
): LastStopsOfClass {
  const { vehicleClass, reachMillimetres } = access.certain;
  const hoseTo = (placed: PlacedPoints) => both((certainty) => hoseToPoints(access[certainty], placed));
  const [premisesHose, cellHose] = [hoseTo(premises), hoseTo(cells)];
  const people = cells.points.people;
  return {
    vehicleClass,
    hoseMetres: vehicleClasses[vehicleClass].hoseMetres,
    reachMetres: reachMillimetres / 1000,
    premisesBeyondReach: both((certainty) =>
      premisesHose[certainty].reduce((count, hose) => (hose > reachMillimetres ? count + 1 : count), 0),
    ),
    peopleBeyondReach: both((certainty) =>
      cellHose[certainty].reduce((sum, hose, i) => (hose > reachMillimetres ? sum + people[i]! : sum), 0),
    ),
    peopleByHoseCount: both((certainty) => {
      const byCount: number[] = Array.from({ length: mostHoses + 1 }, () => 0);
      cellHose[certainty].forEach((hose, i) => {
        byCount[Math.min(mostHoses, hosesFor(hose))]! += people[i]!;
      });
      return byCount;
    }),
  };
}

function both<T>(value: (certainty: Certainty) => T): { certain: T; possible: T } {
  return { certain: value("certain"), possible: value("possible") };
}
