/** The hose run of access, edge by edge, and what keeps the engine from driving it. */
import {
  type Certainty,
  type Explanation,
  type Standard,
  type VehicleClass,
  vehicleClasses,
} from "@firecover/domain";
import { driveRoadClasses, type RoadNetwork, roadClasses, UNREACHED } from "@firecover/road-network";
import { hoseAt } from "./access.ts";
import type { Approaches } from "./approach.ts";
import type { CrewReach, Roads } from "./run-state.ts";

export interface HosePath {
  readonly hoseMillimetres: number;
  /** Place on an edge where the engine stops. */
  readonly stop: { readonly edge: number; readonly along: number };
  /** From the stop to the way beside the point. */
  readonly legs: readonly { readonly edge: number; readonly from: number; readonly to: number }[];
  /** Place on the last way, from which hose runs straight to the point. */
  readonly leave: { readonly edge: number; readonly along: number };
  readonly approachMillimetres: number;
}

/** Null where no engine road is connected on foot. */
export function hosePath(roads: Roads, reach: CrewReach, approaches: Approaches, i: number): HosePath | null {
  const { foot } = roads;
  const { engineEdge, nodeHose } = reach;
  const { edgeTail, edgeHead, edgeLengthMillimetres } = foot.network;
  let best = UNREACHED;
  let bestK = -1;
  for (let k = approaches.start(i, best); k >= 0; k = approaches.next(i, k, best)) {
    const approach = approaches.hoseMillimetres[k]!;
    const hose = hoseAt(
      foot,
      engineEdge,
      nodeHose.cost,
      approaches.edge[k]!,
      approaches.alongMillimetres[k]!,
    );
    if (hose === UNREACHED || hose + approach >= best) continue;
    best = hose + approach;
    bestK = k;
  }
  if (bestK < 0) return null;
  const edge = approaches.edge[bestK]!;
  const along = approaches.alongMillimetres[bestK]!;
  const leave = { edge, along };
  const approachMillimetres = approaches.hoseMillimetres[bestK]!;
  if (engineEdge[edge]) {
    return { hoseMillimetres: best, stop: leave, legs: [], leave, approachMillimetres };
  }
  const length = edgeLengthMillimetres[edge]!;
  const tailHose = nodeHose.cost[edgeTail[edge]!]!;
  const headHose = nodeHose.cost[edgeHead[edge]!]!;
  const isFromTail =
    tailHose !== UNREACHED && (headHose === UNREACHED || tailHose + along <= headHose + length - along);
  const legs = [{ edge, from: isFromTail ? 0 : length, to: along }];
  let u = isFromTail ? edgeTail[edge]! : edgeHead[edge]!;
  for (let a = nodeHose.parentArc[u]!; a >= 0; a = nodeHose.parentArc[u]!) {
    const e = foot.arcEdge[a]!;
    const whole = edgeLengthMillimetres[e]!;
    legs.push(foot.arcIsForward[a] ? { edge: e, from: 0, to: whole } : { edge: e, from: whole, to: 0 });
    u = foot.tail[a]!;
  }
  legs.reverse();
  const first = legs[0]!;
  return {
    hoseMillimetres: best,
    stop: { edge: first.edge, along: first.from },
    legs: legs.filter(({ from, to }) => from !== to),
    leave,
    approachMillimetres,
  };
}

type Obstacle = NonNullable<Explanation["access"]["obstacle"]>;

/** What stops the engine where it stands; null when it stands beside the point. */
export function obstacleOf(
  network: RoadNetwork,
  path: HosePath,
  vehicleClass: VehicleClass["id"],
  standard: Standard,
  certainty: Certainty,
): Obstacle | null {
  const vehicle = vehicleClasses[vehicleClass];
  for (const { edge, from } of path.legs) {
    const found = wayObstacle(network, network.edgeWay[edge]!, vehicle, standard, certainty);
    if (found) return found;
    const node = from === 0 ? network.edgeTail[edge]! : network.edgeHead[edge]!;
    const roadName = network.wayName[network.edgeWay[edge]!] ?? null;
    if (network.nodeIsBarrier[node]) return { kind: "barrier", roadName, measured: null, needed: null };
  }
  return null;
}

function wayObstacle(
  network: RoadNetwork,
  w: number,
  vehicle: VehicleClass,
  standard: Standard,
  certainty: Certainty,
): Obstacle | null {
  const roadName = network.wayName[w] ?? null;
  const of = (
    kind: Obstacle["kind"],
    measured: number | null = null,
    needed: number | null = null,
  ): Obstacle => ({
    kind,
    roadName,
    measured,
    needed,
  });
  const roadClass = roadClasses[network.wayClass[w]!]!;
  if (!(driveRoadClasses as readonly string[]).includes(roadClass)) return of("foot-way");
  if (network.wayAccess[w] === 2) return of("no-entry");
  const width = network.wayWidthMetres[w]!;
  if (width < vehicle.clearWidthMetres) return of("width", width, vehicle.clearWidthMetres);
  const height = network.wayMaxHeightMetres[w]!;
  if (height < vehicle.clearHeightMetres) return of("height", height, vehicle.clearHeightMetres);
  const weight = network.wayMaxWeightTonnes[w]!;
  if (weight < vehicle.weightTonnes) return of("weight", weight, vehicle.weightTonnes);
  const isAssumedWide = standard.roadClassesAssumedWide.value.includes(roadClass);
  if (certainty === "certain" && Number.isNaN(width) && !isAssumedWide) {
    return of("width-unknown", null, vehicle.clearWidthMetres);
  }
  return null;
}
