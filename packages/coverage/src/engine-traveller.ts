/** The first engine as the road network's traveller: what it needs, and how unmeasured width counts. */
import { type Certainty, type CoverageParameters, type Standard, vehicleClasses } from "@firecover/domain";
import type { Traveller } from "@firecover/road-network";

export function engineTraveller(
  { vehicleClass, turnRestrictions, contraflow, speedFactor }: CoverageParameters,
  standard: Standard,
  certainty: Certainty,
): Traveller {
  const { clearWidthMetres, clearHeightMetres, weightTonnes } = vehicleClasses[vehicleClass];
  return {
    limits: { clearWidthMetres, clearHeightMetres, weightTonnes },
    unknownWidth: certainty === "certain" ? "fails" : "passes",
    classesAssumedWide: standard.roadClassesAssumedWide.value,
    turnRestrictions,
    contraflow,
    speedFactor,
  };
}
