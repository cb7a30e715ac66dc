/** The first engine as the road network's traveller: what it needs, how fast it goes, and how unmeasured width counts. */
import { type Certainty, type CoverageParameters, type Standard, vehicleClasses } from "@firecover/domain";
import type { Traveller } from "@firecover/road-network";

export function engineTraveller(
  parameters: CoverageParameters,
  standard: Standard,
  certainty: Certainty,
): Traveller {
  const { vehicleClass, turnRestrictions, contraflow } = parameters;
  const { clearWidthMetres, clearHeightMetres, weightTonnes } = vehicleClasses[vehicleClass];
  return {
    limits: { clearWidthMetres, clearHeightMetres, weightTonnes },
    unknownWidth: certainty === "certain" ? "fails" : "passes",
    classesAssumedWide: standard.roadClassesAssumedWide.value,
    turnRestrictions,
    contraflow,
    speedFactor: effectiveSpeedFactor(parameters, standard),
  };
}

/** The run's own factor, times that of the hour of the day, times that of the rainy season. */
export function effectiveSpeedFactor(
  { speedFactor, hour, season }: CoverageParameters,
  { hourlySpeedFactors, rainySeasonSpeedFactor }: Standard,
): number {
  const byHour = hour === null ? 1 : hourlySpeedFactors.value[hour]!;
  const bySeason = season === "rainy" ? rainySeasonSpeedFactor.value : 1;
  return speedFactor * byHour * bySeason;
}
