/** The nearest premises where many people gather. */
import type { LonLat, Premises, PremisesCategory } from "@firecover/domain";
import { cosineOfLatitude, haversineMetres, metresPerDegree } from "@firecover/road-network";
import Flatbush from "flatbush";
import { compareText } from "../coverage-input.ts";

export interface CrowdedPlace {
  readonly premises: Premises;
  /** Great circle, to the millimetre. */
  readonly metres: number;
}

const firstRadiusMetres = 250;
const farthestMetres = 1_000_000;

/** null where there is none at all; equally near ones by id. */
export function createCrowdedPlaces(
  premises: readonly Premises[],
  categories: readonly PremisesCategory[],
): (location: LonLat) => CrowdedPlace | null {
  const crowded = premises
    .filter(({ category }) => categories.includes(category))
    .sort((a, b) => compareText(a.id, b.id));
  if (crowded.length === 0) return () => null;
  const index = new Flatbush(crowded.length);
  for (const { location } of crowded) index.add(...location, ...location);
  index.finish();

  /** The box holds every place within the radius; what it finds beyond may have nearer neighbours outside it. */
  function within([lon, lat]: LonLat, metres: number): CrowdedPlace | null {
    const dLat = metres / metresPerDegree;
    const dLon = dLat / Math.max(0.01, cosineOfLatitude(Math.min(89, Math.abs(lat) + dLat)));
    let nearest: CrowdedPlace | null = null;
    for (const i of index.search(lon - dLon, lat - dLat, lon + dLon, lat + dLat).sort((a, b) => a - b)) {
      const one = crowded[i]!;
      const exact = haversineMetres(lon, lat, ...one.location);
      const rounded = Math.round(exact * 1000) / 1000;
      if (exact <= metres && rounded < (nearest?.metres ?? Infinity))
        nearest = { premises: one, metres: rounded };
    }
    return nearest;
  }

  return (location) => {
    for (let metres = firstRadiusMetres; metres <= farthestMetres; metres *= 4) {
      const found = within(location, metres);
      if (found) return found;
    }
    return null;
  };
}
