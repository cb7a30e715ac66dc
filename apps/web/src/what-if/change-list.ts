/**
 * Edits of a list of changes. Each keeps the list short: what a later edit makes superfluous is gone, so that the
 * list says what differs from today and not how one got there; undo keeps the way.
 */
import {
  type Change,
  type FireStation,
  FireStationId,
  type LonLat,
  RoadId,
  type WaterSource,
  WaterSourceId,
} from "@firecover/domain";

export type Changes = readonly Change[];

const unsettled = {
  year: null,
  costMillionDong: null,
  fundingSource: null,
  responsibleBody: null,
  state: "proposed",
  note: null,
} as const;

const about = (id: string) => ({ ...unsettled, id });
/** Seven decimals are a centimetre, and what the road network itself keeps. */
const rounded = ([lon, lat]: LonLat): LonLat => [Number(lon.toFixed(7)), Number(lat.toFixed(7))];
const without = (changes: Changes, isGone: (change: Change) => boolean) =>
  changes.filter((change) => !isGone(change));
const isOfStation = (id: string) => (change: Change) => "stationId" in change && change.stationId === id;

/** Replaces the first change that matches where it stands, or adds it at the end. */
function put(changes: Changes, isSame: (change: Change) => boolean, next: Change): Changes {
  const at = changes.findIndex(isSame);
  return at === -1 ? [...changes, next] : changes.with(at, next);
}

export const removeChange = (changes: Changes, id: string): Changes =>
  without(changes, (change) => change.id === id);

/** A station of today moves; one that the scenario opens simply stands elsewhere. */
export function moveStation(
  changes: Changes,
  id: string,
  to: LonLat,
  today: readonly FireStation[],
): Changes {
  const location = rounded(to);
  const opened = changes.find((change) => change.kind === "openStation" && change.station.id === id);
  if (opened?.kind === "openStation")
    return put(changes, (change) => change === opened, {
      ...opened,
      station: { ...opened.station, location },
    });
  const home = today.find((station) => station.id === id)?.location;
  const isMove = (change: Change) => change.kind === "moveStation" && change.stationId === id;
  if (home && home[0] === location[0] && home[1] === location[1]) return without(changes, isMove);
  return put(changes, isMove, {
    kind: "moveStation",
    stationId: FireStationId.parse(id),
    location,
    ...about(`move:${id}`),
  });
}

export const moveBack = (changes: Changes, id: string): Changes =>
  without(changes, (change) => change.kind === "moveStation" && change.stationId === id);

/** One that the scenario opened is gone with all that was said of it; one of today is closed. */
export function closeStation(changes: Changes, id: string): Changes {
  if (changes.some((change) => change.kind === "openStation" && change.station.id === id))
    return without(
      changes,
      (change) => (change.kind === "openStation" && change.station.id === id) || isOfStation(id)(change),
    );
  return [
    ...without(changes, isOfStation(id)),
    { kind: "closeStation", stationId: FireStationId.parse(id), ...about(`close:${id}`) },
  ];
}

export const reopenStation = (changes: Changes, id: string): Changes =>
  without(changes, (change) => change.kind === "closeStation" && change.stationId === id);

type Provenance = Pick<FireStation, "source" | "dataDate" | "isSynthetic">;
interface Planned {
  readonly id: string;
  readonly name: string;
  readonly location: LonLat;
}

/** What a planned station has until somebody says otherwise: planning assumptions, shown and editable. */
export const plannedEngines = 2;
export const plannedHydrantLps = 15;

export function addStation(
  changes: Changes,
  { id, name, location }: Planned,
  provenance: Provenance,
): Changes {
  const station: FireStation = {
    id: FireStationId.parse(id),
    name,
    kind: "area-team",
    location: rounded(location),
    address: null,
    communeCode: null,
    turnoutSeconds: null,
    crewOnDuty: null,
    vehicles: [{ vehicleClass: "engine", count: plannedEngines, state: "in-service" }],
    ...provenance,
  };
  return [...changes, { kind: "openStation", station, ...about(`open:${id}`) }];
}

export function addWaterSource(
  changes: Changes,
  { id, name, location }: Planned,
  provenance: Provenance,
): Changes {
  const waterSource: WaterSource = {
    id: WaterSourceId.parse(id),
    name,
    kind: "hydrant",
    state: "working",
    location: rounded(location),
    communeCode: null,
    flowLps: plannedHydrantLps,
    volumeM3: null,
    pipeDiameterMm: null,
    pressureBar: null,
    liftMetres: null,
    lastCheckDate: null,
    ...provenance,
  };
  return [...changes, { kind: "addWaterSource", waterSource, ...about(`water:${id}`) }];
}

/** Name, engines and flow of what the scenario itself adds. */
export function editPlanned(
  changes: Changes,
  changeId: string,
  edit: { readonly name?: string; readonly engines?: number; readonly flowLps?: number },
): Changes {
  return changes.map((change): Change => {
    if (change.id !== changeId) return change;
    if (change.kind === "openStation") {
      const { station } = change;
      const vehicles: FireStation["vehicles"] =
        edit.engines === undefined
          ? station.vehicles
          : [{ vehicleClass: "engine", count: edit.engines, state: "in-service" }];
      return { ...change, station: { ...station, name: edit.name ?? station.name, vehicles } };
    }
    if (change.kind === "addWaterSource") {
      const { waterSource } = change;
      const flowLps = edit.flowLps ?? waterSource.flowLps;
      return { ...change, waterSource: { ...waterSource, name: edit.name ?? waterSource.name, flowLps } };
    }
    return change;
  });
}

export function moveWaterSource(changes: Changes, id: string, to: LonLat): Changes {
  return changes.map(
    (change): Change =>
      change.kind === "addWaterSource" && change.waterSource.id === id
        ? { ...change, waterSource: { ...change.waterSource, location: rounded(to) } }
        : change,
  );
}

type RoadKind = "closeRoad" | "openRoad";

/** Closed and open exclude each other; the width stands beside either. */
export function setRoad(changes: Changes, roadId: number, kind: RoadKind | null): Changes {
  const rest = without(
    changes,
    (change) => (change.kind === "closeRoad" || change.kind === "openRoad") && change.roadId === roadId,
  );
  if (kind === null) return rest;
  return [...rest, { kind, roadId: RoadId.parse(roadId), ...about(`road:${roadId}`) }];
}

export function widenRoad(changes: Changes, roadId: number, widthMetres: number | null): Changes {
  const isWidth = (change: Change) => change.kind === "widenRoad" && change.roadId === roadId;
  if (widthMetres === null) return without(changes, isWidth);
  return put(changes, isWidth, {
    kind: "widenRoad",
    roadId: RoadId.parse(roadId),
    widthMetres,
    ...about(`width:${roadId}`),
  });
}

/** Unique enough beside the ids of registers; works where `crypto.randomUUID` does not, as over plain HTTP. */
export function newPlannedId(prefix: "tram" | "nuoc"): string {
  const digits = crypto.getRandomValues(new Uint32Array(1))[0]!.toString(16).padStart(8, "0");
  return `pa-${prefix}-${digits}`;
}
