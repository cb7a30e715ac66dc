/** Where engines may stand once some ways admit them: the run's own rules over the roads as they would be. */
import { vehicleClasses } from "@firecover/domain";
import {
  allowsEngine,
  type RoadGraph,
  type RoadNetwork,
  type WayChange,
  withWays,
} from "@firecover/road-network";
import { engineEdges, legalStops } from "../access.ts";
import { sendingGates, turnableRoadsOf } from "../access-reach.ts";
import { sendsFirstCrew } from "../engine-count.ts";
import { engineTraveller } from "../engine-traveller.ts";
import { gatesOf } from "../run-state.ts";
import type { StandingPlaces, TurningGates } from "../turnable-roads.ts";
import type { Gaps } from "./fix-gaps.ts";
import { edgesOfWays, roadIdOf } from "./fix-roads.ts";
import type { EdgePlace } from "./fix-sites.ts";

/** A way as it would be: wide enough where `isWidened`, entered and freed of barriers where `isOpened`. */
export interface OpenedWay {
  readonly way: number;
  readonly isOpened: boolean;
  readonly isWidened: boolean;
}

/** What opens together; at a turning place engines turn although nothing of the road shows it. */
export interface Opening {
  readonly ways: readonly OpenedWay[];
  readonly turningPlaces: readonly EdgePlace[];
}

export interface Standing {
  readonly stops: StandingPlaces;
  readonly engineEdge: Uint8Array;
  readonly isCoreEdge: Uint8Array | null;
  readonly isCoreNode: Uint8Array | null;
}

export interface OpenedRoads {
  standing(openings: readonly Opening[]): Standing;
  edgesOfWay(way: number): Uint32Array;
}

const certainties = ["certain", "possible"] as const;

export function createOpenedRoads({ prepared, certainty }: Gaps): OpenedRoads {
  const { input, roads, grid } = prepared;
  const { network, standard, parameters, stations } = input;
  const { clearWidthMetres } = vehicleClasses[parameters.vehicleClass];
  const edgesOfWay = edgesOfWays(network);
  const isSending = stations.map(sendsFirstCrew);
  const sendsCrew = (station: number) => isSending[station]!;

  /** All that follows from the ways alone; kept, since turning places are tried on the same roads again and again. */
  function roadsWith(ways: readonly OpenedWay[]) {
    const opened = withWays(network, ways.flatMap(wayChanges));
    const own = {
      certain: { usable: roads.certain.usable.slice() },
      possible: { usable: roads.possible.usable.slice() },
    };
    for (const one of certainties) {
      const traveller = engineTraveller(parameters, standard, one);
      for (const { way } of ways)
        if (allowsEngine(opened, traveller, way)) for (const e of edgesOfWay(way)) own[one].usable[e] = 1;
    }
    const gates = gatesOf(own, grid, stations, certainty);
    const drive = withUsable(roads[certainty].crew.drive, opened, own[certainty].usable);
    return {
      key: keyOf(ways),
      opened,
      gates: sendingGates(gates, sendsCrew),
      engineEdge: engineEdges(drive, gates, sendsCrew),
      turnable: roads[certainty].turnable && turnableRoadsOf(drive, standard, parameters.vehicleClass),
    };
  }
  let last = roadsWith([]);

  function standing(openings: readonly Opening[]): Standing {
    const ways = openings.flatMap((opening) => opening.ways);
    const turning = openings.flatMap((opening) => opening.turningPlaces);
    if (last.key !== keyOf(ways)) last = roadsWith(ways);
    const { opened, gates, engineEdge, turnable } = last;
    return {
      stops: legalStops(opened, engineEdge, turnable, joined(gates, turning)),
      engineEdge,
      isCoreEdge: turnable?.isCoreEdge ?? null,
      isCoreNode: turnable?.isCoreNode ?? null,
    };
  }

  function wayChanges({ way, isOpened, isWidened }: OpenedWay): WayChange[] {
    const wayId = roadIdOf(network, way);
    return [
      ...(isWidened ? [{ wayId, widthMetres: clearWidthMetres }] : []),
      ...(isOpened ? [{ wayId, engineAccess: "yes" as const, removesBarriers: true }] : []),
    ];
  }

  return { standing, edgesOfWay };
}

function keyOf(ways: readonly OpenedWay[]): string {
  return ways
    .map(({ way, isOpened, isWidened }) => `${way}${isOpened ? "o" : ""}${isWidened ? "w" : ""}`)
    .join("+");
}

/** A turning place counts as a station's yard does. */
function joined(gates: TurningGates, places: readonly EdgePlace[]): TurningGates {
  return {
    count: gates.count + places.length,
    edge: Uint32Array.from([...gates.edge, ...places.map(({ edge }) => edge)]),
    alongMillimetres: Uint32Array.from([...gates.alongMillimetres, ...places.map(({ along }) => along)]),
  };
}

/** What is asked of the graph here is which edges may be driven at all, not in which direction nor at what cost. */
function withUsable(drive: RoadGraph, network: RoadNetwork, usable: Uint8Array): RoadGraph {
  const forwardArc = Int32Array.from(usable, (is) => (is ? 0 : -1));
  return { ...drive, network, forwardArc, backwardArc: new Int32Array(usable.length).fill(-1) };
}
