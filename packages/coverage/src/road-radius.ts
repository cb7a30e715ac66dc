/** Distance to the nearest station, by the standard's way of measuring it: straight, or along roads. */
import { createReachQuery, type RoadNetwork, UNREACHED } from "@firecover/road-network";
import { type ArrivalField, gatesOfEdges } from "./arrival.ts";
import type { PlacedPoints } from "./compute-coverage.ts";
import type { CoverageInput } from "./coverage-input.ts";
import { crewGraph } from "./crew-graph.ts";
import { gateSeeds } from "./gate-seeds.ts";
import { type NearestStations, straightRadius } from "./radius.ts";
import { type FirstCrew, responses } from "./response.ts";
import type { Roads } from "./run-state.ts";
import type { StationGates } from "./station-gates.ts";

/** `gates` are those of the possible result: what is a road does not hang on its measured width. */
export function nearestStations(
  { network, stations, standard }: CoverageInput,
  roads: Roads,
  gates: StationGates,
  { points, approaches }: PlacedPoints,
): NearestStations {
  if (standard.radius.value.distanceMode === "straight-line")
    return straightRadius(points, stations, approaches.order);
  const millimetres = new Uint32Array(points.count);
  const stationIndex = new Int32Array(points.count);
  responses(lengthField(roads, gates, network), approaches, millimetres, stationIndex);
  const metres = Float32Array.from(millimetres, (mm) => (mm === UNREACHED ? Infinity : mm / 1000));
  return { metres, stationIndex };
}

/** The same search as for response, with millimetres in place of milliseconds. */
function lengthField(roads: Roads, gates: StationGates, network: RoadNetwork): FirstCrew {
  const { drive } = roads.possible.crew;
  const lengths = {
    ...drive,
    cost: drive.arcEdge.map((e) => Math.max(1, network.edgeLengthMillimetres[e]!)),
  };
  const crew = crewGraph(lengths, roads.foot);
  const gateMillis = new Uint32Array(gates.count);
  const field: ArrivalField = {
    crew,
    gates,
    gatesOfEdges: gatesOfEdges(gates, network.edgeCount),
    gateMillis,
    earliestMillis: gateMillis.reduce((least, millis) => Math.min(least, millis), UNREACHED),
    haulMetresPerSecond: 1,
    countsAt: () => true,
  };
  const reach = createReachQuery(crew.graph).run(gateSeeds(crew, gates, gateMillis, 1, () => true));
  return { field, millis: reach.cost, owner: reach.owner };
}
