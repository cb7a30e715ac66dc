/** The legal radius measured along roads: least metres from a station to each point. */
import { createReachQuery, type RoadNetwork, UNREACHED } from "@firecover/road-network";
import type { Approaches } from "./approach.ts";
import { type ArrivalField, gatesOfEdges } from "./arrival.ts";
import { crewGraph } from "./crew-graph.ts";
import type { DemandPoints } from "./demand-points.ts";
import { gateSeeds } from "./gate-seeds.ts";
import type { StraightRadius } from "./radius.ts";
import { type FirstCrew, responses } from "./response.ts";
import type { Roads } from "./run-state.ts";
import type { StationGates } from "./station-gates.ts";

/** The same search as for response, with millimetres in place of milliseconds. */
export function lengthField(roads: Roads, gates: StationGates, network: RoadNetwork): FirstCrew {
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
    haulMetresPerSecond: 1,
    countsAt: () => true,
  };
  const reach = createReachQuery(crew.graph).run(gateSeeds(crew, gates, gateMillis, 1, () => true));
  return { field, millis: reach.cost, owner: reach.owner };
}

export function roadRadius(field: FirstCrew, points: DemandPoints, approaches: Approaches): StraightRadius {
  const millimetres = new Uint32Array(points.count);
  const stationIndex = new Int32Array(points.count);
  responses(field, approaches, millimetres, stationIndex);
  const metres = Float32Array.from(millimetres, (mm) => (mm === UNREACHED ? Infinity : mm / 1000));
  return { metres, stationIndex };
}
