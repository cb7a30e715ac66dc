/** The roads of one certainty as crews travel them: as asked, at other speeds, or with a road closed. */
import type { Certainty, CoverageParameters, FireStation, RoadId, Standard } from "@firecover/domain";
import { driveGraph, type RoadNetwork, usableEdges, withWays } from "@firecover/road-network";
import type { ArrivalField } from "../arrival.ts";
import { type CrewGraph, crewGraph } from "../crew-graph.ts";
import type { EdgeGrid } from "../edge-grid.ts";
import { engineTraveller } from "../engine-traveller.ts";
import { arrivalField, gatesOf, type Roads } from "../run-state.ts";
import type { StationGates } from "../station-gates.ts";

export interface SitingRoads {
  readonly network: RoadNetwork;
  readonly grid: EdgeGrid;
  readonly standard: Standard;
  readonly parameters: CoverageParameters;
  readonly certainty: Certainty;
  readonly crew: CrewGraph;
  /** Edges that engines get onto; gates of the possible result count those of the certain one too. */
  readonly usable: { readonly [each in Certainty]: { readonly usable: Uint8Array } };
}

export function sitingRoads(
  {
    network,
    standard,
    parameters,
  }: { network: RoadNetwork; standard: Standard; parameters: CoverageParameters },
  grid: EdgeGrid,
  roads: Roads,
  certainty: Certainty,
): SitingRoads {
  return { network, grid, standard, parameters, certainty, crew: roads[certainty].crew, usable: roads };
}

/** Speeds change what arcs cost and nothing else: who may drive where, and so every gate, stays. */
export function atParameters(roads: SitingRoads, change: Partial<CoverageParameters>): SitingRoads {
  const parameters = { ...roads.parameters, ...change };
  const { network, standard, certainty, crew } = roads;
  const drive = driveGraph(network, engineTraveller(parameters, standard, certainty));
  return { ...roads, parameters, crew: crewGraph(drive, crew.foot) };
}

/** As `closeRoad` means it: engines may not enter, people and hoses pass. */
export function withRoadClosed(roads: SitingRoads, roadId: RoadId): SitingRoads {
  const { parameters, standard, certainty, crew } = roads;
  const network = withWays(roads.network, [{ wayId: roadId, engineAccess: "no" }]);
  const graphOf = (each: Certainty) => driveGraph(network, engineTraveller(parameters, standard, each));
  const drive = graphOf(certainty);
  const certainDrive = certainty === "certain" ? drive : graphOf("certain");
  const usable = {
    certain: { usable: usableEdges(certainDrive) },
    possible: { usable: usableEdges(drive) }, // asked for only where the possible result is
  };
  return { ...roads, network, crew: crewGraph(drive, crew.foot), usable };
}

export function gatesOn(roads: SitingRoads, stations: readonly FireStation[]): StationGates {
  return gatesOf(roads.usable, roads.grid, stations, roads.certainty);
}

export function fieldOn(
  roads: SitingRoads,
  stations: readonly FireStation[],
  gates: StationGates = gatesOn(roads, stations),
): ArrivalField {
  return arrivalField(roads.crew, gates, stations, roads.standard);
}
