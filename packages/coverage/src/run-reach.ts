/** Where crews get to, as far as the answers of a run hang on it: without the paths that an explanation follows. */
import type { Certainty, Standard } from "@firecover/domain";
import { engineEdges, legalStops } from "./access.ts";
import { sendingGates } from "./access-reach.ts";
import { type ArrivalBounds, arrivalBounds } from "./arrival.ts";
import type { CoverageInput } from "./coverage-input.ts";
import type { CrewGraph } from "./crew-graph.ts";
import type { EdgeGrid } from "./edge-grid.ts";
import type { EdgeTiles } from "./edge-tiles.ts";
import { engineCount } from "./engine-count.ts";
import type { ForceCrews } from "./force.ts";
import { gateSeeds } from "./gate-seeds.ts";
import { hoseField } from "./hose-field.ts";
import { type CrewColumns, createCrewColumns, nearestCrews } from "./nearest-crews.ts";
import type { FirstCrew } from "./response.ts";
import { arrivalField, gatesOf, type Roads } from "./run-state.ts";
import type { StationGates } from "./station-gates.ts";
import type { StandingPlaces } from "./turnable-roads.ts";

export interface RunReach {
  readonly gates: StationGates;
  readonly engineEdge: Uint8Array;
  readonly stops: StandingPlaces;
  /** Millimetres to each node from where an engine may stand. */
  readonly nodeHose: Uint32Array;
  readonly first: FirstCrew;
  readonly force: ForceCrews;
}

/** The most engines that any rule asks for. */
export function mostEngines(standard: Standard): number {
  return standard.force.value.reduce((most, { engineCount }) => Math.max(most, engineCount), 1);
}

interface ColumnsOfCrew {
  readonly force: CrewColumns;
  first(): CrewColumns;
}

const columnsOfCrews = new WeakMap<CrewGraph, ColumnsOfCrew>();

/** Kept with the graph: fresh ones for every run are most of its garbage. */
function columnsOf(crew: CrewGraph, enginesNeeded: number): ColumnsOfCrew {
  const known = columnsOfCrews.get(crew);
  if (known?.force.ranks === enginesNeeded) return known;
  let first: CrewColumns | null = null;
  const columns = {
    force: createCrewColumns(crew, enginesNeeded),
    first() {
      first ??= createCrewColumns(crew, 1);
      return first;
    },
  };
  columnsOfCrews.set(crew, columns);
  return columns;
}

/** Valid until the next run on the same roads. */
export function reachForRun(
  { stations, standard }: CoverageInput,
  roads: Roads,
  grid: EdgeGrid,
  certainty: Certainty,
): RunReach {
  const { crew, turnable } = roads[certainty];
  const gates = gatesOf(roads, grid, stations, certainty);
  const field = arrivalField(crew, gates, stations, standard);
  const { gateMillis, haulMetresPerSecond, countsAt: sendsCrew } = field;
  const enginesOfStation = Uint32Array.from(stations, (station) => engineCount(station, certainty));
  const bringsEngines = (station: number) => enginesOfStation[station]! > 0;
  const search = (isTaken: (station: number) => boolean, engines: Uint32Array, columns: CrewColumns) =>
    nearestCrews(crew, gateSeeds(crew, gates, gateMillis, haulMetresPerSecond, isTaken), engines, columns);

  const columns = columnsOf(crew, mostEngines(standard));
  const nearest = search(bringsEngines, enginesOfStation, columns.force);
  const isSame = stations.every((_, j) => sendsCrew(j) === bringsEngines(j));
  const first = isSame
    ? nearest
    : search(sendsCrew, new Uint32Array(stations.length).fill(1), columns.first());
  const engineEdge = engineEdges(crew.drive, gates, sendsCrew);
  const stops = legalStops(crew.drive.network, engineEdge, turnable, sendingGates(gates, sendsCrew));
  return {
    gates,
    engineEdge,
    stops,
    nodeHose: hoseField(roads.foot, stops),
    first: { field, ...first },
    force: { field: { ...field, countsAt: bringsEngines }, ...nearest, enginesOfStation },
  };
}

export interface RunBounds {
  readonly first: ArrivalBounds;
  readonly force: ArrivalBounds;
}

export function runBounds({ first, force }: RunReach, tiles: EdgeTiles): RunBounds {
  const bounds = arrivalBounds(first.field, first.millis, first.ranks ?? 1, tiles);
  if (first.millis === force.millis) return { first: bounds, force: bounds };
  return { first: bounds, force: arrivalBounds(force.field, force.millis, force.ranks, tiles) };
}
