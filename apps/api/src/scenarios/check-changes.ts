/** Whether a list of changes can be carried out on the registers as they are; every fault is told, with its field. */
import { type Database, existingIds } from "@firecover/database";
import {
  type Change,
  FirecoverError,
  type FireStationId,
  type RoadId,
  type WaterSourceId,
} from "@firecover/domain";

export interface ChangeFault {
  /** Place in the list and field, `3.stationId`. */
  readonly path: string;
  readonly message: string;
}

/** A list of changes that does not fit the baseline. */
export class FaultyChanges extends FirecoverError {
  readonly faults: readonly ChangeFault[];
  constructor(faults: readonly ChangeFault[]) {
    const [first] = faults;
    super("invalid-input", first ? `changes.${first.path}: ${first.message}` : "The changes have faults.");
    this.name = "FaultyChanges";
    this.faults = faults;
  }
}

/** What the changes speak of and the registers hold. */
export interface KnownIds {
  readonly stations: ReadonlySet<FireStationId>;
  readonly waterSources: ReadonlySet<WaterSourceId>;
  readonly roads: ReadonlySet<RoadId>;
}

export async function mustFitRegisters(db: Database["db"], changes: readonly Change[]): Promise<void> {
  const faults = faultsOf(changes, await knownIds(db, changes));
  if (faults.length > 0) throw new FaultyChanges(faults);
}

async function knownIds(db: Database["db"], changes: readonly Change[]): Promise<KnownIds> {
  const stations: FireStationId[] = [];
  const waterSources: WaterSourceId[] = [];
  const roads: RoadId[] = [];
  for (const change of changes) {
    if ("roadId" in change) roads.push(change.roadId);
    else if ("stationId" in change) stations.push(change.stationId);
    else if ("waterSourceId" in change) waterSources.push(change.waterSourceId);
    else if (change.kind === "openStation") stations.push(change.station.id);
    else waterSources.push(change.waterSource.id);
  }
  return {
    stations: await existingIds(db, "fire_station", stations),
    waterSources: await existingIds(db, "water_source", waterSources),
    roads: await existingIds(db, "road", roads),
  };
}

/** In order, as `applyChanges` goes: a station is there for the changes after the one that opened it. */
export function faultsOf(changes: readonly Change[], known: KnownIds): ChangeFault[] {
  const faults: ChangeFault[] = [];
  const stations = new Set(known.stations);
  const waterSources = new Set(known.waterSources);
  const firstWithId = new Map<string, number>();
  for (const [i, change] of changes.entries()) {
    const fault = (field: string, message: string) => faults.push({ path: `${i}.${field}`, message });
    const earlier = firstWithId.get(change.id);
    if (earlier !== undefined) fault("id", `trùng mã với thay đổi ${earlier} · same id as change ${earlier}`);
    else firstWithId.set(change.id, i);

    if (change.kind === "openStation") {
      const { id } = change.station;
      if (stations.has(id)) fault("station.id", `đã có đội chữa cháy mang mã ${id} · the station exists`);
      stations.add(id);
    } else if (change.kind === "addWaterSource") {
      const { id } = change.waterSource;
      if (waterSources.has(id))
        fault("waterSource.id", `đã có nguồn nước mang mã ${id} · the water source exists`);
      waterSources.add(id);
    } else if ("stationId" in change) {
      const { stationId } = change;
      if (!stations.has(stationId))
        fault("stationId", `không có đội chữa cháy mang mã ${stationId} · there is no such station`);
      if (change.kind === "closeStation") stations.delete(stationId);
    } else if ("waterSourceId" in change) {
      if (!waterSources.has(change.waterSourceId)) {
        const what = `không có nguồn nước mang mã ${change.waterSourceId}`;
        fault("waterSourceId", `${what} · there is no such water source`);
      }
    } else if (!known.roads.has(change.roadId)) {
      fault("roadId", `không có đường mang mã ${change.roadId} · there is no such road`);
    }
  }
  return faults;
}
