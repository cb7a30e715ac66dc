/** The hose run of access, edge by edge, and what keeps the engine from driving it. */
import {
  type Certainty,
  type Obstacle,
  type Standard,
  type VehicleClass,
  vehicleClasses,
} from "@firecover/domain";
import {
  driveRoadClasses,
  type RoadGraph,
  type RoadNetwork,
  roadClasses,
  UNREACHED,
} from "@firecover/road-network";
import { hoseAt } from "./access.ts";
import type { AccessReach } from "./access-reach.ts";
import type { Approaches } from "./approach.ts";

export interface HosePath {
  readonly hoseMillimetres: number;
  /** Place on an edge where the engine stops. */
  readonly stop: { readonly edge: number; readonly along: number };
  /** From the stop to the way beside the point. */
  readonly legs: readonly HoseLeg[];
  /** Place on the last way, from which hose runs straight to the point. */
  readonly leave: { readonly edge: number; readonly along: number };
  readonly approachMillimetres: number;
}

/** Null where no engine road is connected on foot. */
export function hosePath(
  { foot }: { readonly foot: RoadGraph },
  reach: AccessReach,
  approaches: Approaches,
  i: number,
): HosePath | null {
  const { stops, nodeHose } = reach;
  const { edgeTail, edgeHead, edgeLengthMillimetres } = foot.network;
  let best = UNREACHED;
  let bestK = -1;
  for (let k = approaches.start(i, best); k >= 0; k = approaches.next(i, k, best)) {
    const approach = approaches.hoseMillimetres[k]!;
    const hose = hoseAt(
      foot.network,
      stops,
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
  const onWay = best - approachMillimetres;
  const stop = Math.min(Math.max(along, stops.from[edge]!), stops.to[edge]!);
  if (stops.from[edge]! <= stops.to[edge]! && Math.abs(along - stop) === onWay) {
    const legs = stop === along ? [] : [{ edge, from: stop, to: along }];
    return { hoseMillimetres: best, stop: { edge, along: stop }, legs, leave, approachMillimetres };
  }
  const length = edgeLengthMillimetres[edge]!;
  const tailHose = nodeHose.cost[edgeTail[edge]!]!;
  const isFromTail = tailHose !== UNREACHED && tailHose + along === onWay;
  const legs = [
    ...legsToNode(foot, reach, isFromTail ? edgeTail[edge]! : edgeHead[edge]!),
    { edge, from: isFromTail ? 0 : length, to: along },
  ];
  const first = legs[0]!;
  return {
    hoseMillimetres: best,
    stop: { edge: first.edge, along: first.from },
    legs: legs.filter(({ from, to }) => from !== to),
    leave,
    approachMillimetres,
  };
}

/** Part of an edge that hose runs along, in millimetres from its tail. */
export interface HoseLeg {
  readonly edge: number;
  readonly from: number;
  readonly to: number;
}

/** The hose run from the last stop to a node that hose gets to; empty where an engine stands at the node itself. */
export function legsToNode(
  foot: RoadGraph,
  { stops, hoseStarts, nodeHose }: AccessReach,
  node: number,
): HoseLeg[] {
  const { edgeTail, edgeLengthMillimetres } = foot.network;
  const legs: HoseLeg[] = [];
  let u = node;
  let a = nodeHose.parentArc[u]!;
  for (; a >= 0; a = nodeHose.parentArc[u]!) {
    const e = foot.arcEdge[a]!;
    const whole = edgeLengthMillimetres[e]!;
    legs.push(foot.arcIsForward[a] ? { edge: e, from: 0, to: whole } : { edge: e, from: whole, to: 0 });
    u = foot.tail[a]!;
  }
  // The engine stands at that node, or before it on the edge that leads there.
  const start = -2 - a;
  const e = hoseStarts.edge[start]!;
  const isAtTail = edgeTail[e] === u && stops.from[e] === hoseStarts.cost[start];
  if (isAtTail && stops.from[e]! > 0) legs.push({ edge: e, from: stops.from[e]!, to: 0 });
  if (!isAtTail && stops.to[e]! < edgeLengthMillimetres[e]!)
    legs.push({ edge: e, from: stops.to[e]!, to: edgeLengthMillimetres[e]! });
  return legs.reverse();
}

/** What stops the engine where it stands; null when it stands beside the point. */
export function obstacleOf(
  network: RoadNetwork,
  engineEdge: Uint8Array,
  path: Pick<HosePath, "legs">,
  vehicleClass: VehicleClass["id"],
  standard: Standard,
  certainty: Certainty,
): Obstacle | null {
  const asked = { network, engineEdge, vehicle: vehicleClasses[vehicleClass], standard, certainty };
  for (const leg of path.legs) {
    const found = legObstacle(asked, leg);
    if (found) return found;
  }
  return null;
}

/** Who would drive, and by which rules. */
export interface ObstacleQuestion {
  readonly network: RoadNetwork;
  readonly engineEdge: Uint8Array;
  readonly vehicle: VehicleClass;
  readonly standard: Standard;
  readonly certainty: Certainty;
}

/** What keeps the engine from driving this leg of a hose run; null = it might drive it, had it come so far. */
export function legObstacle(asked: ObstacleQuestion, { edge, from }: HoseLeg): Obstacle | null {
  const { network, engineEdge, standard } = asked;
  const [found] = wayObstacles(asked, network.edgeWay[edge]!);
  if (found) return found;
  const roadName = network.wayName[network.edgeWay[edge]!] ?? null;
  const isAtEnd = from === 0 || from === network.edgeLengthMillimetres[edge];
  const node = from === 0 ? network.edgeTail[edge]! : network.edgeHead[edge]!;
  if (isAtEnd && network.nodeIsBarrier[node])
    return { kind: "barrier", roadName, measured: null, needed: null };
  // Engines get to this edge and yet may not stand on this part of it.
  if (engineEdge[edge])
    return { kind: "dead-end", roadName, measured: null, needed: standard.deadEndMetres.value };
  return null;
}

/** All that keeps the engine off way w, the plainest reason first. */
export function wayObstacles(
  { network, vehicle, standard, certainty }: ObstacleQuestion,
  w: number,
): Obstacle[] {
  const roadName = network.wayName[w] ?? null;
  const found: Obstacle[] = [];
  const add = (kind: Obstacle["kind"], measured: number | null = null, needed: number | null = null) =>
    found.push({ kind, roadName, measured, needed });
  const roadClass = roadClasses[network.wayClass[w]!]!;
  if (!(driveRoadClasses as readonly string[]).includes(roadClass)) add("foot-way");
  if (network.wayAccess[w] === 2) add("no-entry");
  const width = network.wayWidthMetres[w]!;
  if (width < vehicle.clearWidthMetres) add("width", width, vehicle.clearWidthMetres);
  const height = network.wayMaxHeightMetres[w]!;
  if (height < vehicle.clearHeightMetres) add("height", height, vehicle.clearHeightMetres);
  const weight = network.wayMaxWeightTonnes[w]!;
  if (weight < vehicle.weightTonnes) add("weight", weight, vehicle.weightTonnes);
  const isAssumedWide = standard.roadClassesAssumedWide.value.includes(roadClass);
  if (certainty === "certain" && Number.isNaN(width) && !isAssumedWide)
    add("width-unknown", null, vehicle.clearWidthMetres);
  return found;
}
