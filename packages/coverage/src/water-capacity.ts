/** What a water source can give for the whole duration of a fire, in L/s: certain and possible. */
import {
  type Certainty,
  type Season,
  type Standard,
  type VehicleClass,
  vehicleClasses,
  type WaterSource,
} from "@firecover/domain";

/** Flow of a portable pump where no engine reaches the source; planning assumption. */
export const portablePumpLps = 10;

const hydrantKinds: ReadonlySet<string> = new Set(["hydrant", "hydrant-underground", "standpipe"]);
/** Kinds from which water is lifted by suction, so that the height of the lift decides. */
export const draftedKinds: ReadonlySet<string> = new Set([
  "pond",
  "drafting-point",
  "suction-pit",
  "natural-candidate",
]);

export const isHydrant = (source: WaterSource): boolean => hydrantKinds.has(source.kind);

/**
 * L/s that the source holds for `waterDurationHours`; 0 = not usable. The possible figure is never below the
 * certain one. `isReachedByEngine`: an engine can stand beside it and pump; otherwise a portable pump is carried there.
 */
export function waterCapacityLps(
  source: WaterSource,
  standard: Standard,
  vehicle: VehicleClass,
  isReachedByEngine: boolean,
  certainty: Certainty,
  season: Season | null = null,
): number {
  if (season === "dry" && source.state === "seasonal") return 0;
  if (!isUsable(source, standard, certainty)) return 0;
  const pumpLps = isReachedByEngine ? Math.max(vehicle.pumpLps, portablePumpLps) : portablePumpLps;
  const flowLps = supplyLps(source, standard, certainty);
  if (isHydrant(source)) return flowLps ?? Math.max(vehicleClasses.engine.pumpLps, pumpLps);
  return Math.min(flowLps ?? Number.POSITIVE_INFINITY, pumpLps);
}

function isUsable(source: WaterSource, standard: Standard, certainty: Certainty): boolean {
  if (source.state === "broken") return false;
  const liftMetres = source.liftMetres;
  if (liftMetres !== null && liftMetres > standard.draftingLiftMetres.value && !isHydrant(source))
    return false;
  if (certainty === "possible") return true;
  if (source.state !== "working" || source.kind === "natural-candidate") return false;
  return !draftedKinds.has(source.kind) || liftMetres !== null;
}

/** Flow that nature, main or stored volume can keep up; null = nobody knows, or without limit. */
function supplyLps(source: WaterSource, standard: Standard, certainty: Certainty): number | null {
  if (isHydrant(source)) return source.flowLps ?? (certainty === "certain" ? 0 : null);
  if (source.flowLps !== null && source.volumeM3 === null) return source.flowLps;
  if (source.volumeM3 !== null) {
    const fromVolume = (source.volumeM3 * 1000) / (standard.waterDurationHours.value * 3600);
    return fromVolume + (source.flowLps ?? 0);
  }
  // A landing at a river or lake needs no measured volume; a tank, pond or pit without one is unmeasured.
  const isUnlimited = source.kind === "drafting-point" || source.kind === "natural-candidate";
  return isUnlimited || certainty === "possible" ? null : 0;
}
