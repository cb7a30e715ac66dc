/** Where tankers drive: the roads they get to from a station, the places they stop at, and when they come. */
import { type Certainty, type FireStation, vehicleClasses } from "@firecover/domain";
import {
  createReachQuery,
  driveGraph,
  edgeComponents,
  type NodeSeed,
  type NodeSeeds,
  type RoadGraph,
  UNREACHED,
  usableEdges,
} from "@firecover/road-network";
import { type Approaches, approachHoseMillimetres } from "../approach.ts";
import type { PreparedCoverage } from "../compute-coverage.ts";
import { engineTraveller } from "../engine-traveller.ts";
import { departureMillis } from "../gate-seeds.ts";
import { findStationGates, type StationGates } from "../station-gates.ts";
import { arrivals, departures, millisAlong, type Place } from "./tanker-shuttle-places.ts";

export const tanker = vehicleClasses.tanker;
/** A tanker on a road so near to a source can fill from it. */
const besideMillimetres = 30_000;

export interface TankerRoads {
  readonly drive: RoadGraph;
  readonly gates: StationGates;
  /** 1 where tankers of some station get to, one-way streets aside. */
  readonly isDriven: Uint8Array;
}

export function tankerRoads({ input, grid }: PreparedCoverage, certainty: Certainty): TankerRoads {
  const { network, parameters, standard, stations } = input;
  const traveller = engineTraveller({ ...parameters, vehicleClass: tanker.id }, standard, certainty);
  const drive = driveGraph(network, traveller);
  const gates = findStationGates(grid, stations, usableEdges(drive));
  const component = edgeComponents(drive);
  const isStationed = new Set(Array.from(gates.edge, (e) => component[e]!));
  isStationed.delete(UNREACHED);
  return { drive, gates, isDriven: Uint8Array.from(component, (c) => (isStationed.has(c) ? 1 : 0)) };
}

/** Where a tanker stands beside a water source; empty where none gets near. */
export function placesBeside({ isDriven }: TankerRoads, sources: Approaches, s: number): Place[] {
  const places: Place[] = [];
  const limit = approachHoseMillimetres(besideMillimetres) + 1;
  for (let k = sources.start(s, limit); k >= 0; k = sources.next(s, k, limit)) {
    const edge = sources.edge[k]!;
    if (isDriven[edge]) places.push({ edge, along: sources.alongMillimetres[k]!, node: -1 });
  }
  return places;
}

/**
 * Finds where a tanker stops for a point: the place on its roads with the least hose from there. Every junction on
 * those roads owns what lies nearest to it on foot, so that one search names the stop of every point.
 */
export function createStopFinder(
  { isDriven, drive }: TankerRoads,
  foot: RoadGraph,
): (approaches: Approaches, i: number) => Place | null {
  const { edgeCount, edgeTail, edgeHead, edgeLengthMillimetres, nodeCount } = drive.network;
  const isStop = new Uint8Array(nodeCount);
  for (let e = 0; e < edgeCount; e++) {
    if (!isDriven[e]) continue;
    isStop[edgeTail[e]!] = 1;
    isStop[edgeHead[e]!] = 1;
  }
  const node = Uint32Array.from(isStop.keys()).filter((u) => isStop[u] === 1);
  const seeds: NodeSeeds = {
    count: node.length,
    node,
    cost: new Uint32Array(node.length),
    owner: Int32Array.from(node),
  };
  const { cost, owner } = createReachQuery(foot).run(seeds);
  return (approaches, i) => {
    let best = UNREACHED;
    let stop: Place | null = null;
    for (let k = approaches.start(i, best); k >= 0; k = approaches.next(i, k, best)) {
      const hose = approaches.hoseMillimetres[k]!;
      const edge = approaches.edge[k]!;
      const along = approaches.alongMillimetres[k]!;
      const offer = (millimetres: number, place: Place) => {
        if (millimetres >= best) return;
        best = millimetres;
        stop = place;
      };
      if (isDriven[edge]) offer(hose, { edge, along, node: -1 });
      const [u, v] = [edgeTail[edge]!, edgeHead[edge]!];
      const left = edgeLengthMillimetres[edge]! - along;
      if (cost[u] !== UNREACHED) offer(hose + along + cost[u]!, { edge: -1, along: 0, node: owner[u]! });
      if (cost[v] !== UNREACHED) offer(hose + left + cost[v]!, { edge: -1, along: 0, node: owner[v]! });
    }
    return stop;
  };
}

/** Tankers in service; of a station whose vehicles nobody listed, none. */
export function tankerCount({ vehicles }: FireStation): number {
  return vehicles.reduce(
    (sum, { vehicleClass, state, count }) =>
      vehicleClass === tanker.id && state === "in-service" ? sum + count : sum,
    0,
  );
}

/** How many tankers are at each stop within so many milliseconds of the alarm. */
export function tankersInTime(
  { input }: PreparedCoverage,
  { drive, gates }: TankerRoads,
  stops: readonly Place[],
  withinMillis: number,
): Uint32Array {
  const { stations, standard } = input;
  const counts = new Uint32Array(stops.length);
  const query = createReachQuery(drive);
  stations.forEach((station, j) => {
    const tankers = tankerCount(station);
    if (tankers === 0) return;
    const seeds: NodeSeed[] = [];
    const starts: { gate: Place; millis: number }[] = [];
    for (let g = 0; g < gates.count; g++) {
      if (gates.station[g] !== j) continue;
      const gate = { edge: gates.edge[g]!, along: gates.alongMillimetres[g]!, node: -1 };
      const start = departureMillis(station, standard) + gates.yardMillis[g]!;
      starts.push({ gate, millis: start });
      for (const [node, millis] of departures(drive, gate)) {
        seeds.push({ node, cost: start + millis, owner: j });
      }
    }
    const { cost } = query.run(seeds, withinMillis);
    const isOnWay = (stop: Place) =>
      starts.some(({ gate, millis }) => {
        if (gate.edge !== stop.edge) return false;
        const driven = millisAlong(drive, stop.edge, gate.along, stop.along);
        return driven !== UNREACHED && millis + driven <= withinMillis;
      });
    stops.forEach((stop, i) => {
      const isThere =
        isOnWay(stop) ||
        arrivals(drive, stop).some(
          ([node, millis]) => cost[node] !== UNREACHED && cost[node]! + millis <= withinMillis,
        );
      if (isThere) counts[i]! += tankers;
    });
  });
  return counts;
}
