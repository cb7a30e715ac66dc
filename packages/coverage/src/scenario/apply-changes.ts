/** The one meaning of a list of changes: the input of a run after them, the baseline untouched. */
import { type Change, FirecoverError, type FireStation, type WaterSource } from "@firecover/domain";
import { type WayChange, withWays } from "@firecover/road-network";
import type { CoverageInput } from "../coverage-input.ts";

/**
 * Changes apply in order; where two speak of the same thing the later one stands. All of them count, whatever
 * their year: who asks for the state of a year leaves the later ones out.
 */
export function applyChanges(input: CoverageInput, changes: readonly Change[]): CoverageInput {
  if (changes.length === 0) return input;
  const { wayChanges, ...registers } = resolveChanges(input, changes);
  return { ...input, ...registers, network: withWays(input.network, wayChanges) };
}

/** What the changes leave of the registers, and what they do to ways, in order. */
export interface ResolvedChanges extends Pick<CoverageInput, "stations" | "waterSources"> {
  readonly wayChanges: readonly WayChange[];
}

const wayIdsOfNetworks = new WeakMap<Float64Array, ReadonlySet<number>>();

function wayIdsOf({ wayId }: CoverageInput["network"]): ReadonlySet<number> {
  const ids = wayIdsOfNetworks.get(wayId) ?? new Set(wayId);
  wayIdsOfNetworks.set(wayId, ids);
  return ids;
}

/** The same in parts, for who keeps a network and its graphs. */
export function resolveChanges(input: CoverageInput, changes: readonly Change[]): ResolvedChanges {
  const stations = new Map(input.stations.map((station) => [station.id, station]));
  const changesWater = changes.some(({ kind }) => kind === "addWaterSource" || kind === "repairWaterSource");
  const waterSources = new Map(changesWater ? input.waterSources.map((source) => [source.id, source]) : []);
  const wayChanges: WayChange[] = [];
  const seen = new Set<string>();
  for (const change of changes) {
    if (seen.has(change.id)) throw fault(change, "mã thay đổi bị trùng", "conflict");
    seen.add(change.id);
    switch (change.kind) {
      case "openStation":
        if (stations.has(change.station.id))
          throw fault(change, `đã có đội chữa cháy mang mã ${change.station.id}`, "conflict");
        stations.set(change.station.id, change.station);
        break;
      case "closeStation":
        stationOf(stations, change);
        stations.delete(change.stationId);
        break;
      case "moveStation":
        stations.set(change.stationId, { ...stationOf(stations, change), location: change.location });
        break;
      case "addVehicle": {
        const { vehicleClass, count } = change;
        const station = stationOf(stations, change);
        const vehicles = [...station.vehicles, { vehicleClass, count, state: "in-service" as const }];
        stations.set(change.stationId, { ...station, vehicles });
        break;
      }
      case "addWaterSource":
        if (waterSources.has(change.waterSource.id))
          throw fault(change, `đã có nguồn nước mang mã ${change.waterSource.id}`, "conflict");
        waterSources.set(change.waterSource.id, change.waterSource);
        break;
      case "repairWaterSource": {
        const source = waterSources.get(change.waterSourceId);
        if (!source) throw fault(change, `không có nguồn nước mang mã ${change.waterSourceId}`, "not-found");
        waterSources.set(change.waterSourceId, repaired(source, change));
        break;
      }
      default:
        if (!wayIdsOf(input.network).has(change.roadId))
          throw fault(change, `không có đường mang mã ${change.roadId}`, "not-found");
        wayChanges.push(wayChangeOf(change));
    }
  }
  return {
    stations: [...stations.values()],
    waterSources: changesWater ? [...waterSources.values()] : input.waterSources,
    wayChanges,
  };
}

type StationChange = Extract<Change, { stationId: unknown }>;
type RoadChange = Extract<Change, { roadId: unknown }>;

function stationOf(
  stations: ReadonlyMap<FireStation["id"], FireStation>,
  change: StationChange,
): FireStation {
  const station = stations.get(change.stationId);
  if (!station) throw fault(change, `không có đội chữa cháy mang mã ${change.stationId}`, "not-found");
  return station;
}

function repaired(
  source: WaterSource,
  { flowLps, volumeM3 }: Extract<Change, { kind: "repairWaterSource" }>,
): WaterSource {
  return {
    ...source,
    state: "working",
    flowLps: flowLps ?? source.flowLps,
    volumeM3: volumeM3 ?? source.volumeM3,
  };
}

function wayChangeOf(change: RoadChange): WayChange {
  switch (change.kind) {
    case "closeRoad":
      return { wayId: change.roadId, engineAccess: "no" };
    case "openRoad":
      return { wayId: change.roadId, engineAccess: "yes", removesBarriers: true };
    case "widenRoad":
      return { wayId: change.roadId, widthMetres: change.widthMetres };
  }
}

function fault(change: Change, reason: string, code: "conflict" | "not-found"): FirecoverError {
  return new FirecoverError(code, `Thay đổi ${change.id} (${change.kind}): ${reason}.`);
}
