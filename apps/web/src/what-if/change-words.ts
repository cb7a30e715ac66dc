/** A change in words, and where on the map it is. */
import { type Change, type LonLat, vehicleClassLabels } from "@firecover/domain";
import type { MessageKey } from "../i18n/en.ts";
import type { Text, TextValues } from "../i18n/use-text.ts";
import { metresBetween, shortStationName } from "./places-after.ts";
import type { BaselineSketch, RoadSketch } from "./protocol.ts";

export interface ChangeWords {
  readonly key: MessageKey;
  readonly values: TextValues;
  /** Null where nobody knows the place. */
  readonly at: LonLat | null;
}

export function changeWords(
  change: Change,
  { stations, waterSources }: BaselineSketch,
  roads: ReadonlyMap<number, RoadSketch>,
  opened: readonly { readonly id: string; readonly name: string; readonly location: LonLat }[],
  { t, label, format }: Text,
): ChangeWords {
  const key = `whatIf.change.${change.kind}` as const;
  const stationOf = (id: string) =>
    stations.find((station) => station.id === id) ?? opened.find((station) => station.id === id);
  const nameOf = (id: string) => shortStationName(stationOf(id)?.name ?? id);
  switch (change.kind) {
    case "openStation": {
      const { name, vehicles, location } = change.station;
      const count = vehicles.reduce((sum, vehicle) => sum + vehicle.count, 0);
      return { key, values: { name, count }, at: location };
    }
    case "moveStation": {
      const home = stationOf(change.stationId)?.location;
      const metres = home ? Math.round(metresBetween(home, change.location)) : 0;
      return {
        key,
        values: { name: nameOf(change.stationId), distance: format.metres(metres) },
        at: change.location,
      };
    }
    case "closeStation":
      return {
        key,
        values: { name: nameOf(change.stationId) },
        at: stationOf(change.stationId)?.location ?? null,
      };
    case "addVehicle": {
      const { stationId, vehicleClass, count } = change;
      const values = { name: nameOf(stationId), count, vehicle: label(vehicleClassLabels[vehicleClass]) };
      return { key, values, at: stationOf(stationId)?.location ?? null };
    }
    case "addWaterSource": {
      const { id, name, flowLps, location } = change.waterSource;
      const flow = flowLps === null ? "–" : format.count(flowLps);
      return { key, values: { name: name ?? id, flow }, at: location };
    }
    case "repairWaterSource": {
      const source = waterSources.find(({ id }) => id === change.waterSourceId);
      return { key, values: { name: source?.name ?? change.waterSourceId }, at: source?.location ?? null };
    }
    default: {
      const road = roads.get(change.roadId);
      const name = road?.name ?? t("whatIf.road", { id: String(change.roadId) });
      const width = change.kind === "widenRoad" ? format.decimal(change.widthMetres, 1) : "";
      return { key, values: { name, width }, at: road?.at ?? null };
    }
  }
}
