/** The legal radius: distance to the nearest station, whatever the minutes say (QCVN 01:2021/BXD §2.6.13). */
import type { FireStation, Standard } from "@firecover/domain";
import { cosineOfLatitude, haversineMetres } from "@firecover/road-network";
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
export function stationMetres(lon: number, lat: number, { location }: FireStation): number {
  return Math.round(haversineMetres(lon, lat, location[0], location[1]) * 100) / 100;
}

/** Below the earth's, so that differences of latitude and longitude in metres stay below the distance. */
export const lowMetresPerDegree = 110_000;

/** `order`: all points, neighbours beside each other. */
export function straightRadius(
  points: DemandPoints,
  stations: readonly FireStation[],
  order: Uint32Array,
): NearestStations {
  const metres = new Float32Array(points.count).fill(Infinity);
  const stationIndex = new Int32Array(points.count).fill(-1);
  const stationLon = Float64Array.from(stations, ({ location }) => location[0]);
  const stationLat = Float64Array.from(stations, ({ location }) => location[1]);
  const cosine = Float64Array.from(stations, ({ location }) => cosineOfLatitude(location[1]));
  let before = 0; // the last one's station is tried first: it is the nearest here too as a rule
  for (const i of order) {
    const lon = points.lon[i]!;
    const lat = points.lat[i]!;
    const cosineHere = cosineOfLatitude(lat);
    let best = stations.length > 0 ? stationMetres(lon, lat, stations[before]!) : Infinity;
    let bestStation = stations.length > 0 ? before : -1;
    for (let j = 0; j < stations.length; j++) {
      if (Math.abs(stationLat[j]! - lat) * lowMetresPerDegree > best + 1) continue;
      // A chord of longitude, shortened for the sphere: 0.98 holds up to 39°, and beyond the other bound is met.
      const apart = Math.min(30, Math.abs(stationLon[j]! - lon));
      if (apart * Math.min(cosineHere, cosine[j]!) * 0.98 * lowMetresPerDegree > best + 1) continue;
      const distance = stationMetres(lon, lat, stations[j]!);
      if (distance > best || (distance === best && j >= bestStation)) continue;
      best = distance;
      bestStation = j;
    }
    metres[i] = best;
    stationIndex[i] = bestStation;
    before = Math.max(0, bestStation);
  }
  return { metres, stationIndex };
}
