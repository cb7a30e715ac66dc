/** The legal radius: distance to the nearest station, whatever the minutes say (QCVN 01:2021/BXD §2.6.13). */
import type { FireStation, Standard } from "@firecover/domain";
import { haversineMetres } from "@firecover/road-network";
import type { CoverageCommune } from "./coverage-input.ts";
import type { DemandPoints } from "./demand-points.ts";

/** 3 km in an urban centre, 5 km elsewhere and outside all communes. */
export function radiusLimitMetres(standard: Standard, commune: CoverageCommune | null): number {
  const { urbanCentreMetres, elsewhereMetres } = standard.radius.value;
  return commune?.isUrbanCentre ? urbanCentreMetres : elsewhereMetres;
}

export interface NearestStations {
  /** `Infinity` without a station. */
  readonly metres: Float32Array;
  readonly stationIndex: Int32Array;
}

/** Whole centimetres, so that the last bit of a sine cannot matter. */
export function straightRadius(points: DemandPoints, stations: readonly FireStation[]): NearestStations {
  const metres = new Float32Array(points.count).fill(Infinity);
  const stationIndex = new Int32Array(points.count).fill(-1);
  const metresPerDegree = 111_195;
  for (let i = 0; i < points.count; i++) {
    const lat = points.lat[i]!;
    let best = Infinity;
    for (let j = 0; j < stations.length; j++) {
      const [stationLon, stationLat] = stations[j]!.location;
      if (Math.abs(stationLat - lat) * metresPerDegree > best + 1) continue;
      const distance = Math.round(haversineMetres(points.lon[i]!, lat, stationLon, stationLat) * 100) / 100;
      if (distance >= best) continue;
      best = distance;
      stationIndex[i] = j;
    }
    metres[i] = best;
  }
  return { metres, stationIndex };
}
