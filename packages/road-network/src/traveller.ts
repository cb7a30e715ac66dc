/** Who drives: what of the road they need, and how fast they go. */
import type { RoadNetwork } from "./network.ts";
import {
  type DriveRoadClass,
  defaultSpeedKph,
  driveRoadClasses,
  type RoadClass,
  roadClasses,
} from "./road-class.ts";
import { engineAccesses } from "./way.ts";

export interface VehicleLimits {
  readonly clearWidthMetres: number;
  readonly clearHeightMetres: number;
  readonly weightTonnes: number;
}

export interface Traveller {
  /** Null: dimensions do not bind. */
  readonly limits: VehicleLimits | null;
  /** How a road whose width nobody measured counts. */
  readonly unknownWidth: "passes" | "fails";
  /** Classes that are wide enough when their width is unknown, whatever `unknownWidth` says. */
  readonly classesAssumedWide: readonly RoadClass[];
  readonly turnRestrictions: boolean;
  /** Drives against one-way streets. */
  readonly contraflow: boolean;
  /** Multiplies every speed. */
  readonly speedFactor: number;
  /** Overrides of `defaultSpeedKph`. */
  readonly speedKphByClass?: Partial<Readonly<Record<DriveRoadClass, number>>>;
}

/** Whether way w lets this traveller in, its direction aside. */
export function allowsEngine(network: RoadNetwork, traveller: Traveller, w: number): boolean {
  if (network.wayClass[w]! >= driveRoadClasses.length) return false;
  if (engineAccesses[network.wayAccess[w]!] === "no") return false;
  const { limits } = traveller;
  if (limits === null) return true;
  if (network.wayMaxHeightMetres[w]! < limits.clearHeightMetres) return false; // false for NaN: no sign, no limit
  if (network.wayMaxWeightTonnes[w]! < limits.weightTonnes) return false;
  const width = network.wayWidthMetres[w]!;
  if (!Number.isNaN(width)) return width >= limits.clearWidthMetres;
  return (
    traveller.unknownWidth === "passes" ||
    traveller.classesAssumedWide.includes(roadClasses[network.wayClass[w]!]!)
  );
}

/** Speed on way w, of a drive class: the class speed, lowered to the signed limit, times the factor. */
export function engineSpeedKph(network: RoadNetwork, traveller: Traveller, w: number): number {
  const roadClass = driveRoadClasses[network.wayClass[w]!]!;
  const classKph = traveller.speedKphByClass?.[roadClass] ?? defaultSpeedKph[roadClass];
  const signedKph = network.wayMaxSpeedKph[w]!;
  return (Number.isNaN(signedKph) ? classKph : Math.min(classKph, signedKph)) * traveller.speedFactor;
}
