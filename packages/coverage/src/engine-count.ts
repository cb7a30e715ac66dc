/** How many engines a station brings. */
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
