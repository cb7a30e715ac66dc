/** What a coverage run works out of the roads and the stations before it looks at a single point. */
import type { Certainty, CoverageParameters, FireStation, Standard } from "@firecover/domain";
import {
  createNearestQuery,
  createReachQuery,
  driveGraph,
  footGraph,
  type NearestQuery,
  type ReachQuery,
  type RoadGraph,
  type RoadNetwork,
  UNREACHED,
  usableEdges,
} from "@firecover/road-network";
import { type AccessReach, accessReach, turnableRoadsOf } from "./access-reach.ts";
import { type ArrivalField, gatesOfEdges } from "./arrival.ts";
import { type CrewGraph, crewGraph } from "./crew-graph.ts";
import type { EdgeGrid } from "./edge-grid.ts";
import { engineCount, sendsFirstCrew } from "./engine-count.ts";
import { engineTraveller } from "./engine-traveller.ts";
import { type ForceCrews, forceRanks } from "./force.ts";
import { departureMillis, type GateSeed, gateSeeds } from "./gate-seeds.ts";
import type { FirstCrew } from "./response.ts";
import { findStationGates, type StationGates } from "./station-gates.ts";
import type { TurnableRoads } from "./turnable-roads.ts";

/** Graphs and search buffers of one certainty: they change with the roads, not with the stations. */
export interface CrewRoads {
  readonly crew: CrewGraph;
  readonly usable: Uint8Array;
  /** Null where dead ends do not bind: in the possible result every one may have a turning place. */
  readonly turnable: TurnableRoads | null;
  readonly firstQuery: ReachQuery;
  readonly forceQuery: NearestQuery;
}

export interface Roads {
  readonly certain: CrewRoads;
  readonly possible: CrewRoads;
  /** Millimetres. */
  readonly foot: RoadGraph;
  readonly hoseQuery: ReachQuery;
}

export function prepareRoads(
  network: RoadNetwork,
  standard: Standard,
  parameters: CoverageParameters,
): Roads {
  const foot = footGraph(network);
  const haul = footGraph(network, { metresPerSecond: standard.hoseHaulMetresPerSecond.value });
  const crewRoads = (certainty: Certainty): CrewRoads => {
    const drive = driveGraph(network, engineTraveller(parameters, standard, certainty));
    const crew = crewGraph(drive, haul);
    let firstQuery: ReachQuery | null = null;
    let forceQuery: NearestQuery | null = null;
    return {
      crew,
      usable: usableEdges(drive),
      turnable: certainty === "certain" ? turnableRoadsOf(drive, standard, parameters.vehicleClass) : null,
      // Made when first asked for: a run searches in its own way, an explanation needs these.
      get firstQuery() {
        firstQuery ??= createReachQuery(crew.graph);
        return firstQuery;
      },
      get forceQuery() {
        forceQuery ??= createNearestQuery(crew.graph, forceRanks);
        return forceQuery;
      },
    };
  };
  let hoseQuery: ReachQuery | null = null;
  return {
    certain: crewRoads("certain"),
    possible: crewRoads("possible"),
    foot,
    get hoseQuery() {
      hoseQuery ??= createReachQuery(foot);
      return hoseQuery;
    },
  };
}

/** Where crews of one certainty get to, and when. */
export interface CrewReach extends AccessReach {
  readonly gates: StationGates;
  readonly first: FirstCrew & { readonly parentArc: Int32Array; readonly seeds: readonly GateSeed[] };
  readonly force: ForceCrews;
}

export function reachOfCrews(
  roads: Roads,
  grid: EdgeGrid,
  stations: readonly FireStation[],
  standard: Standard,
  certainty: Certainty,
): CrewReach {
  const { crew, firstQuery, forceQuery } = roads[certainty];
  const { drive } = crew;
  const gates = gatesOf(roads, grid, stations, certainty);
  const field = arrivalField(crew, gates, stations, standard);
  const { gateMillis, haulMetresPerSecond, countsAt: sendsCrew } = field;
  const seeds = gateSeeds(crew, gates, gateMillis, haulMetresPerSecond, sendsCrew);
  const reach = firstQuery.run(seeds);

  const enginesOfStation = Uint32Array.from(stations, (station) => engineCount(station, certainty));
  const bringsEngines = (station: number) => enginesOfStation[station]! > 0;
  const nearest = forceQuery.run(gateSeeds(crew, gates, gateMillis, haulMetresPerSecond, bringsEngines));
  return {
    gates,
    ...accessReach(drive, roads[certainty].turnable, gates, sendsCrew, roads.hoseQuery),
    first: { field, millis: reach.cost, owner: reach.owner, parentArc: reach.parentArc, seeds },
    force: {
      field: { ...field, countsAt: bringsEngines },
      ranks: forceRanks,
      millis: nearest.cost,
      owner: nearest.owner,
      enginesOfStation,
    },
  };
}

/** Arrivals of first crews that leave by these gates. */
export function arrivalField(
  crew: CrewGraph,
  gates: StationGates,
  stations: readonly FireStation[],
  standard: Standard,
): ArrivalField {
  const gateMillis = gates.yardMillis.map(
    (millis, g) => departureMillis(stations[gates.station[g]!]!, standard) + millis,
  );
  const isSending = stations.map(sendsFirstCrew);
  return {
    crew,
    gates,
    gatesOfEdges: gatesOfEdges(gates, crew.drive.network.edgeCount),
    gateMillis,
    earliestMillis: gateMillis.reduce((least, millis) => Math.min(least, millis), UNREACHED),
    haulMetresPerSecond: standard.hoseHaulMetresPerSecond.value,
    countsAt: (station) => isSending[station]!,
  };
}

/** Gates of the certain result count in the possible one too, or knowing less could make a crew later. */
export function gatesOf(
  roads: { readonly [each in Certainty]: Pick<CrewRoads, "usable"> },
  grid: EdgeGrid,
  stations: readonly FireStation[],
  certainty: Certainty,
): StationGates {
  const certain = findStationGates(grid, stations, roads.certain.usable);
  if (certainty === "certain") return certain;
  const possible = findStationGates(grid, stations, roads.possible.usable);
  return mergeGates(possible, certain);
}

function mergeGates(a: StationGates, b: StationGates): StationGates {
  const gates = new Map<string, [station: number, edge: number, along: number, yard: number]>();
  for (const { count, station, edge, alongMillimetres, yardMillis } of [a, b]) {
    for (let g = 0; g < count; g++) {
      gates.set(`${station[g]} ${edge[g]}`, [station[g]!, edge[g]!, alongMillimetres[g]!, yardMillis[g]!]);
    }
  }
  const merged = [...gates.values()].sort((x, y) => x[0] - y[0] || x[1] - y[1]);
  return {
    count: merged.length,
    station: Int32Array.from(merged, ([station]) => station),
    edge: Uint32Array.from(merged, ([, edge]) => edge),
    alongMillimetres: Uint32Array.from(merged, ([, , along]) => along),
    yardMillis: Uint32Array.from(merged, ([, , , yard]) => yard),
    offNetwork: a.offNetwork.filter((station) => b.offNetwork.includes(station)),
  };
}

/** The queries' buffers are overwritten by the next run; these stay. */
export function ownCopy(reach: CrewReach): CrewReach {
  const { first, force } = reach;
  return {
    ...reach,
    first: {
      ...first,
      millis: first.millis.slice(),
      owner: first.owner.slice(),
      parentArc: first.parentArc.slice(),
    },
    force: { ...force, millis: force.millis.slice(), owner: force.owner.slice() },
  };
}
