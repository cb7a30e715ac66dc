/** Where crews of one certainty get to while stations move and roads close: repaired reaches, and the edges they touch. */
import type { Certainty, Standard } from "@firecover/domain";
import { createReachRepair, type OwnedSeeds, UNREACHED } from "@firecover/road-network";
import type { ArrivalBounds, ArrivalField } from "../arrival.ts";
import type { CrewGraph } from "../crew-graph.ts";
import type { EdgeGrid } from "../edge-grid.ts";
import { engineCount, sendsFirstCrew } from "../engine-count.ts";
import type { ForceCrews } from "../force.ts";
import { departureMillis, type GateSeed, gateSeeds } from "../gate-seeds.ts";
import type { FirstCrew } from "../response.ts";
import { mostEngines } from "../run-reach.ts";
import type { CrewRoads } from "../run-state.ts";
import type { StationGates } from "../station-gates.ts";
import { createLiveBounds } from "./live-bounds.ts";
import { createLiveGates, type NumberedStations, type UsableEdges } from "./live-gates.ts";
import type { Marked } from "./marked.ts";
import { createTouchedEdges, type TouchedEdges } from "./touched-edges.ts";

export interface LiveCrews {
  readonly crew: CrewGraph;
  /** The first crew is the nearest of the force: the same stations count, and one search says both. */
  readonly isShared: boolean;
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
  setStations(
    stations: NumberedStations,
    touched: ReadonlySet<number>,
    size: number,
    usable: UsableEdges,
  ): void;
  readonly touchedByFirst: TouchedEdges;
  readonly touchedByForce: TouchedEdges;
  /** Marks the edges touched so far, and brings the bounds up to date. */
  takeTouched(): void;
  touchAll(): void;
  clearTouched(): void;
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
  isShared: boolean,
): LiveCrews {
  const built = roads.crew.drive;
  const drive = { ...built, forwardArc: built.forwardArc.slice(), backwardArc: built.backwardArc.slice() };
  const crew: CrewGraph = { ...roads.crew, drive };
  const usable = roads.usable.slice();
  const { edgeCount } = drive.network;
  const ranks = mostEngines(standard) as 1 | 2 | 3 | 4;
  const forceRepair = createReachRepair(crew.graph, { ranks });
  const firstRepair = isShared ? null : createReachRepair(crew.graph);
  const forceBounds = createLiveBounds(grid.tiles, edgeCount);
  const firstBounds = isShared ? forceBounds : createLiveBounds(grid.tiles, edgeCount);
  const haulMetresPerSecond = standard.hoseHaulMetresPerSecond.value;
  const gates = createLiveGates(grid, certainty, edgeCount);
  const touchedByForce = createTouchedEdges(crew.foot);
  const touchedByFirst = isShared ? touchedByForce : createTouchedEdges(crew.foot);
  let stationsNow: NumberedStations = new Map();
  let enginesOfStation: Uint32Array = new Uint32Array(0);
  let isSending: Uint8Array = new Uint8Array(0);
  const sendsCrew = (number: number) => isSending[number] === 1;
  const bringsEngines = (number: number) => enginesOfStation[number]! > 0;
  let field: ArrivalField = fieldNow();

  function fieldNow(): ArrivalField {
    const gateMillis = gates.all.yardMillis.map(
      (millis, g) => departureMillis(stationsNow.get(gates.all.station[g]!)!, standard) + millis,
    );
    return {
      crew,
      gates: gates.all,
      gatesOfEdges: gates.ofEdges,
      gateMillis,
      earliestMillis: gateMillis.reduce((least, millis) => Math.min(least, millis), UNREACHED),
      haulMetresPerSecond,
      countsAt: sendsCrew,
    };
  }

  /** Of edges touched otherwise than by arrivals at their ends. */
  function touch(e: number): void {
    touchedByFirst.add(e, 0);
    touchedByForce.add(e, 0);
  }

  function setStations(
    stations: NumberedStations,
    which: ReadonlySet<number>,
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
    gates.update(stations, which, usableNow, touch);
    live.hasOtherEngines = false;
    const firstSeeds: OwnedSeeds[] = [];
    const forceSeeds: OwnedSeeds[] = [];
    for (const number of which) {
      if (bringsEngines(number) && enginesBefore[number] !== enginesOfStation[number])
        live.hasOtherEngines = true;
      const own = seedsOf(number);
      firstSeeds.push({ owner: number, seeds: sendsCrew(number) ? own : [] });
      // A station that brings no engine is taken away, whatever it would weigh.
      const weight = Math.max(1, enginesOfStation[number] ?? 0);
      forceSeeds.push({ owner: number, seeds: bringsEngines(number) ? own : [], weight });
    }
    firstRepair?.setSeedsOf(firstSeeds);
    forceRepair.setSeedsOf(forceSeeds);
    field = fieldNow();
  }

  function seedsOf(number: number): readonly GateSeed[] {
    const own = gates.ofStation(number);
    if (!own) return [];
    const departure = departureMillis(stationsNow.get(number)!, standard);
    const gateMillis = own.yardMillis.map((millis) => departure + millis);
    return gateSeeds(crew, own, gateMillis, haulMetresPerSecond, () => true);
  }

  function setEdges(edges: readonly number[], isOpen: boolean): void {
    const arcs: number[] = [];
    for (const e of edges) {
      touch(e);
      for (const firstArc of [built.forwardArc[e]!, built.backwardArc[e]!]) {
        // every node of the drive layer has an arc down before the arcs of the next
        for (let d = firstArc; d >= 0; d = built.nextTwin[d]!) arcs.push(d + built.tail[d]!);
      }
      drive.forwardArc[e] = isOpen ? built.forwardArc[e]! : -1;
      drive.backwardArc[e] = isOpen ? built.backwardArc[e]! : -1;
      usable[e] = isOpen ? roads.usable[e]! : 0;
    }
    firstRepair?.setArcs(arcs, isOpen);
    forceRepair.setArcs(arcs, isOpen);
  }

  function takeTouched(): void {
    const { nodeOf } = crew.graph;
    if (firstRepair) {
      const { node, count } = firstRepair.takeChanged();
      for (let k = 0; k < count; k++) touchedByFirst.addNode(nodeOf[node[k]!]!, 0);
      touchedByFirst.takeNodes();
      firstBounds.renew(field, firstRepair.cost, 1, touchedByFirst);
    }
    const { node, fromRank, count } = forceRepair.takeChanged();
    for (let k = 0; k < count; k++)
      touchedByForce.addNode(nodeOf[node[k]!]!, enginesBefore(node[k]!, fromRank[k]!));
    touchedByForce.takeNodes();
    forceBounds.renew(field, forceRepair.cost, ranks, touchedByForce);
  }

  /** Engines of the stations at a node that come before a rank. */
  function enginesBefore(x: number, rank: number): number {
    const { owner } = forceRepair;
    let engines = 0;
    for (let r = x * ranks; r < x * ranks + rank; r++)
      engines += owner[r]! < 0 ? 0 : enginesOfStation[owner[r]!]!;
    return engines;
  }

  const live = {
    crew,
    isShared,
    usable,
    first: (): FirstCrew =>
      firstRepair
        ? { field, millis: firstRepair.cost, owner: firstRepair.owner }
        : { field, millis: forceRepair.cost, owner: forceRepair.owner, ranks },
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
    touchedByFirst,
    touchedByForce,
    takeTouched,
    touchAll() {
      for (let e = 0; e < edgeCount; e++) touch(e);
    },
    clearTouched() {
      const marked = [touchedByFirst.edges, touchedByForce.edges, firstBounds.lowered, forceBounds.lowered];
      for (const one of marked) one.clear();
    },
    get gates() {
      return gates.all;
    },
    sendsCrew,
    offNetwork: (number: number) => gates.ofStation(number)!.offNetwork.length > 0,
  };
  return live;
}
