/** What a station sends: whether anything at all, and how many engines. */
import { type Certainty, type FireStation, vehicleClasses } from "@firecover/domain";

/** In service only; where nobody listed the vehicles, one engine is possible and none certain. */
export function engineCount({ vehicles }: FireStation, certainty: Certainty): number {
  if (vehicles.length === 0) return certainty === "possible" ? 1 : 0;
  return vehicles.reduce(
    (engines, { vehicleClass, count, state }) =>
      state === "in-service" && vehicleClasses[vehicleClass].countsAsEngine ? engines + count : engines,
    0,
  );
}

/** A first crew comes unless vehicles are listed and not one of them is in service. */
export function sendsFirstCrew({ vehicles }: FireStation): boolean {
  return vehicles.length === 0 || vehicles.some(({ state, count }) => state === "in-service" && count > 0);
}
