/** Where stations and added sources stand in a scenario, and how that differs from today. */
import type { FireStation, LonLat } from "@firecover/domain";
import { haversineMetres } from "@firecover/road-network";
import type { Changes } from "./change-list.ts";

export interface StationPlace {
  readonly id: string;
  readonly name: string;
  readonly at: LonLat;
  /** Where it stands today; null = it does not. */
  readonly home: LonLat | null;
  readonly status: "same" | "moved" | "new" | "closed";
}

export interface WaterPlace {
  readonly id: string;
  readonly name: string;
  readonly at: LonLat;
}

export function stationPlaces(today: readonly FireStation[], changes: Changes): StationPlace[] {
  const places = new Map<string, StationPlace>(
    today.map(({ id, name, location }) => [id, { id, name, at: location, home: location, status: "same" }]),
  );
  for (const change of changes) {
    if (change.kind === "openStation") {
      const { id, name, location } = change.station;
      places.set(id, { id, name, at: location, home: null, status: "new" });
    } else if (change.kind === "moveStation" || change.kind === "closeStation") {
      const place = places.get(change.stationId);
      if (!place) continue;
      const moved = change.kind === "moveStation";
      const status = moved ? (place.home ? "moved" : "new") : "closed";
      places.set(place.id, { ...place, at: moved ? change.location : place.at, status });
    }
  }
  return [...places.values()];
}

export function addedWater(changes: Changes): WaterPlace[] {
  return changes.flatMap((change) => {
    if (change.kind !== "addWaterSource") return [];
    const { id, name, location } = change.waterSource;
    return [{ id, name: name ?? id, at: location }];
  });
}

export const metresBetween = ([lonA, latA]: LonLat, [lonB, latB]: LonLat): number =>
  haversineMetres(lonA, latA, lonB, latB);

/** `Đội KV số 3`, as people say it and as the map writes it. */
export const shortStationName = (name: string): string =>
  name.replace(/^Đội Chữa cháy và CNCH khu vực /, "Đội KV ");
