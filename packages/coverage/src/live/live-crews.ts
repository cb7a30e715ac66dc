/** Where crews of one certainty get to while stations move and roads close: gates, two repaired reaches, edges touched. */
import type { Certainty, FireStation, Standard } from "@firecover/domain";
import { createReachRepair, type OwnedSeeds, UNREACHED } from "@firecover/road-network";
import { type ArrivalBounds, type ArrivalField, gatesOfEdges } from "../arrival.ts";
import type { CrewGraph } from "../crew-graph.ts";
import type { EdgeGrid } from "../edge-grid.ts";
import { engineCount, sendsFirstCrew } from "../engine-count.ts";
import type { ForceCrews } from "../force.ts";
import { departureMillis, type GateSeed, gateSeeds } from "../gate-seeds.ts";
import type { FirstCrew } from "../response.ts";
import { mostEngines } from "../run-reach.ts";
import { type CrewRoads, gatesOf } from "../run-state.ts";
import type { StationGates } from "../station-gates.ts";
import { createLiveBounds } from "./live-bounds.ts";
import { createMarked, type Marked } from "./marked.ts";

/** A station as it stands, by its number (`station-numbers.ts`). */
export type NumberedStations = ReadonlyMap<number, FireStation>;

export interface UsableEdges {
  readonly certain: { readonly usable: Uint8Array };
  readonly possible: { readonly usable: Uint8Array };
}

export interface LiveCrews {
  readonly crew: CrewGraph;
  /** 1 where the class may drive at present. */
  readonly usable: Uint8Array;
  /** `station` of the gates and `owner` of the crews are numbers. */
  first(): FirstCrew;
  force(): ForceCrews;
  readonly firstBounds: ArrivalBounds;
  readonly forceBounds: ArrivalBounds;
  /** Whether a station brings another number of engines: answers then change without an arrival that does. */
  readonly hasOtherEngines: boolean;
  /** Engines stop or begin to drive along these edges; gates are found anew by `setStations`. */
  setEdges(edges: readonly number[], isOpen: boolean): void;
  /** `touched`: numbers of stations that came, went or changed. */
  setStations(stations: NumberedStations, touched: Iterable<number>, size: number, usable: UsableEdges): void;
  /**
   * Marks edges on which arrivals may have changed, and brings the bounds up to date. Of force,
   * `forceEdges[h]` are those where the stations that bring the first h engines are as they were.
   */
  takeTouched(firstEdges: Marked, forceEdges: readonly Marked[]): void;
  /** Tiles near which some way is reached earlier than before: what was passed over there may win now. */
  readonly firstTiles: Marked;
  readonly forceTiles: Marked;
  readonly gates: StationGates;
  sendsCrew(number: number): boolean;
  offNetwork(number: number): boolean;
}

/** The roads are not changed: what closes is closed in copies. */
export function createLiveCrews(
  roads: CrewRoads,
  grid: EdgeGrid,
  standard: Standard,
  certainty: Certainty,
): LiveCrews {
  const built = roads.crew.drive;
  const drive = { ...built, forwardArc: built.forwardArc.slice(), backwardArc: built.backwardArc.slice() };
  const crew: CrewGraph = { ...roads.crew, drive };
  const usable = roads.usable.slice();
  const { edgeCount } = drive.network;
  const ranks = mostEngines(standard) as 1 | 2 | 3 | 4;
  const firstRepair = createReachRepair(crew.graph);
  const forceRepair = createReachRepair(crew.graph, { ranks });
  const { owner } = forceRepair;
  const haulMetresPerSecond = standard.hoseHaulMetresPerSecond.value;
  const gatesOfStation = new Map<number, StationGates>();
  const firstBounds = createLiveBounds(grid.tiles, edgeCount);
  const forceBounds = createLiveBounds(grid.tiles, edgeCount);
  /** Of the network; whichever of the nodes that stand there changed. */
  const changedNodes = Array.from({ length: ranks }, () => createMarked(drive.network.nodeCount));
  /** Edges touched otherwise than by arrivals at their ends. */
  const touchedEdges = createMarked(edgeCount);
  let stationsNow: NumberedStations = new Map();
  let enginesOfStation: Uint32Array = new Uint32Array(0);
  let isSending: Uint8Array = new Uint8Array(0);
  let gates = noGates;
  let field: ArrivalField = fieldOf(gates);
  const sendsCrew = (number: number) => isSending[number] === 1;
  const bringsEngines = (number: number) => enginesOfStation[number]! > 0;

  function fieldOf(all: StationGates): ArrivalField {
    const gateMillis = all.yardMillis.map(
      (millis, g) => departureMillis(stationsNow.get(all.station[g]!)!, standard) + millis,
    );
    return {
      crew,
      gates: all,
      gatesOfEdges: gatesOfEdges(all, edgeCount),
      gateMillis,
      earliestMillis: gateMillis.reduce((least, millis) => Math.min(least, millis), UNREACHED),
      haulMetresPerSecond,
      countsAt: (number) => sendsCrew(number),
    };
  }

  function setStations(
    stations: NumberedStations,
    touched: Iterable<number>,
    size: number,
    usableNow: UsableEdges,
  ): void {
    stationsNow = stations;
    const enginesBefore = enginesOfStation;
    enginesOfStation = new Uint32Array(size);
    isSending = new Uint8Array(size);
    for (const [number, station] of stations) {
      enginesOfStation[number] = engineCount(station, certainty);
      isSending[number] = sendsFirstCrew(station) ? 1 : 0;
    }
    live.hasOtherEngines = false;
    const firstSeeds: OwnedSeeds[] = [];
    const forceSeeds: OwnedSeeds[] = [];
    for (const number of touched) {
      if (bringsEngines(number) && enginesBefore[number] !== enginesOfStation[number])
        live.hasOtherEngines = true;
      for (const e of gatesOfStation.get(number)?.edge ?? []) touchedEdges.add(e);
      gatesOfStation.delete(number);
      const station = stations.get(number);
      if (station) {
        const own = gatesOf(usableNow, grid, [station], certainty);
        gatesOfStation.set(number, { ...own, station: own.station.map(() => number) });
        for (const e of own.edge) touchedEdges.add(e);
      }
      const own = seedsOf(number);
      firstSeeds.push({ owner: number, seeds: sendsCrew(number) ? own : [] });
      // A station that brings no engine is taken away, whatever it would weigh.
      const weight = Math.max(1, enginesOfStation[number] ?? 0);
      forceSeeds.push({ owner: number, seeds: bringsEngines(number) ? own : [], weight });
    }
    firstRepair.setSeedsOf(firstSeeds);
    forceRepair.setSeedsOf(forceSeeds);
    gates = joined([...stations.keys()].map((number) => gatesOfStation.get(number)!));
    field = fieldOf(gates);
  }

  /** None where the station is gone. */
  function seedsOf(number: number): readonly GateSeed[] {
    const own = gatesOfStation.get(number);
    if (!own) return [];
    const departure = departureMillis(stationsNow.get(number)!, standard);
    const gateMillis = own.yardMillis.map((millis) => departure + millis);
    return gateSeeds(crew, own, gateMillis, haulMetresPerSecond, () => true);
  }

  function setEdges(edges: readonly number[], isOpen: boolean): void {
    const arcs: number[] = [];
    for (const e of edges) {
      touchedEdges.add(e);
      for (const firstArc of [built.forwardArc[e]!, built.backwardArc[e]!]) {
        // every node of the drive layer has an arc down before the arcs of the next
        for (let d = firstArc; d >= 0; d = built.nextTwin[d]!) arcs.push(d + built.tail[d]!);
      }
      drive.forwardArc[e] = isOpen ? built.forwardArc[e]! : -1;
      drive.backwardArc[e] = isOpen ? built.backwardArc[e]! : -1;
      usable[e] = isOpen ? roads.usable[e]! : 0;
    }
    firstRepair.setArcs(arcs, isOpen);
    forceRepair.setArcs(arcs, isOpen);
  }

  function takeTouched(firstEdges: Marked, forceEdges: readonly Marked[]): void {
    for (let k = 0; k < touchedEdges.count; k++) {
      firstEdges.add(touchedEdges.list[k]!);
      forceEdges[0]!.add(touchedEdges.list[k]!);
    }
    touchedEdges.clear();
    const { nodeOf } = crew.graph;
    const ofFirst = firstRepair.takeChanged();
    for (let k = 0; k < ofFirst.count; k++) changedNodes[0]!.add(nodeOf[ofFirst.node[k]!]!);
    markEdgesAt(changedNodes[0]!, firstEdges);
    const ofForce = forceRepair.takeChanged();
    for (let k = 0; k < ofForce.count; k++) {
      const engines = enginesBefore(ofForce.node[k]!, ofForce.fromRank[k]!);
      if (engines < ranks) changedNodes[engines]!.add(nodeOf[ofForce.node[k]!]!);
    }
    for (const [engines, nodes] of changedNodes.entries()) markEdgesAt(nodes, forceEdges[engines]!);
    firstBounds.renew(field, firstRepair.cost, 1, firstEdges);
    forceBounds.renew(field, forceRepair.cost, ranks, forceEdges[0]!);
  }

  /** Arrivals along an edge hang on its ends alone, driving or on foot. */
  function markEdgesAt(nodes: Marked, edges: Marked): void {
    const { firstOut, arcEdge } = crew.foot;
    for (let k = 0; k < nodes.count; k++) {
      const u = nodes.list[k]!;
      for (let a = firstOut[u]!; a < firstOut[u + 1]!; a++) edges.add(arcEdge[a]!);
    }
    nodes.clear();
  }

  /** Engines of the stations at a node that come before a rank. */
  function enginesBefore(x: number, rank: number): number {
    let engines = 0;
    for (let r = x * ranks; r < x * ranks + rank; r++)
      engines += owner[r]! < 0 ? 0 : enginesOfStation[owner[r]!]!;
    return engines;
  }

  const live = {
    crew,
    usable,
    first: (): FirstCrew => ({ field, millis: firstRepair.cost, owner: firstRepair.owner }),
    force: (): ForceCrews => ({
      field: { ...field, countsAt: bringsEngines },
      ranks,
      millis: forceRepair.cost,
      owner: forceRepair.owner,
      enginesOfStation,
    }),
    firstBounds,
    forceBounds,
    firstTiles: firstBounds.lowered,
    forceTiles: forceBounds.lowered,
    hasOtherEngines: false,
    setEdges,
    setStations,
    takeTouched,
    get gates() {
      return gates;
    },
    sendsCrew,
    offNetwork: (number: number) => gatesOfStation.get(number)!.offNetwork.length > 0,
  };
  return live;
}

const noGates: StationGates = {
  count: 0,
  station: new Int32Array(0),
  edge: new Uint32Array(0),
  alongMillimetres: new Uint32Array(0),
  yardMillis: new Uint32Array(0),
  offNetwork: [],
};

function joined(all: readonly StationGates[]): StationGates {
  return {
    count: all.reduce((count, one) => count + one.count, 0),
    station: Int32Array.from(all.flatMap((one) => [...one.station])),
    edge: Uint32Array.from(all.flatMap((one) => [...one.edge])),
    alongMillimetres: Uint32Array.from(all.flatMap((one) => [...one.alongMillimetres])),
    yardMillis: Uint32Array.from(all.flatMap((one) => [...one.yardMillis])),
    offNetwork: [],
  };
}
