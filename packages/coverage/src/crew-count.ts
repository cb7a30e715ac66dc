/** How many people come with a station's engines. */
import type { Certainty, FireStation } from "@firecover/domain";
import { engineCount } from "./engine-count.ts";

/** Where nobody counted them, none as certain and enough (`Infinity`) as possible; none without an engine to ride on. */
export function crewCount(station: FireStation, certainty: Certainty): number {
  if (engineCount(station, certainty) === 0) return 0;
  return station.crewOnDuty ?? (certainty === "possible" ? Number.POSITIVE_INFINITY : 0);
}
