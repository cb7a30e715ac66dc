/**
 * What shows an engine a place to turn, by QCVN 06:2022/BXD §6.4: a turning place on record, or a road with room.
 *
 * A road with a measured clear width of 10 m holds the circle of 10 m. A junction holds the bar of 5 × 20 m when two of
 * at least three drivable legs have room: clear width 5 m by measure or, unmeasured, of a class assumed wide; each leg
 * runs on for 10 m or more, half the bar. Loops need no turning place.
 */
import { type Standard, type VehicleClassId, vehicleClasses } from "@firecover/domain";
import { type RoadNetwork, roadClasses } from "@firecover/road-network";

const circleMetres = 10;
const barWidthMetres = 5;
const barHalfMillimetres = 10_000;
/** The way in and both halves of the bar. */
const leastLegsOfJunction = 3;
/** A motorcycle is turned by hand. */
const handTurnedRadiusMetres = 3;

/** Whether dead ends bind the class at all. */
export function needsTurningPlace(vehicleClass: VehicleClassId): boolean {
  return vehicleClasses[vehicleClass].turningRadiusMetres >= handTurnedRadiusMetres;
}

/** Drivable edges that meet at a node, an edge from it to itself twice; none where engines may not pass. */
export type LegsAt = (u: number) => Uint32Array;

export interface TurningPlaces {
  /** Engines turn at no node with fewer legs. Asked first, since most junctions need three and few nodes have them. */
  leastLegs(u: number): number;
  isTurningNode(u: number, legsAt: LegsAt): boolean;
  isTurningEdge(e: number): boolean;
}

export function turningPlaces(network: RoadNetwork, standard: Standard): TurningPlaces {
  const { edgeWay, wayWidthMetres, wayClass, nodeIsTurningPlace } = network;
  const isAssumedWide = roadClasses.map((one) => standard.roadClassesAssumedWide.value.includes(one));
  const isTurningEdge = (e: number) => wayWidthMetres[edgeWay[e]!]! >= circleMetres;
  const hasRoom = (e: number) => {
    const width = wayWidthMetres[edgeWay[e]!]!;
    return Number.isNaN(width) ? isAssumedWide[wayClass[edgeWay[e]!]!]! : width >= barWidthMetres;
  };
  const leastLegs = (u: number) => (nodeIsTurningPlace[u] === 1 ? 1 : leastLegsOfJunction);
  const isTurningNode = (u: number, legsAt: LegsAt) => {
    if (nodeIsTurningPlace[u] === 1) return legsAt(u).length > 0;
    const legs = legsAt(u);
    let count = 0;
    let roomy = 0;
    for (let k = 0; k < legs.length; k++) {
      const e = legs[k]!;
      if (!runsOn(network, legsAt, u, e, barHalfMillimetres, 0)) continue;
      count++;
      if (hasRoom(e)) roomy++;
    }
    return count >= leastLegsOfJunction && roomy >= 2;
  };
  return { leastLegs, isTurningNode, isTurningEdge };
}

/** Edges looked at one behind the other; data with more junctions than that within 10 m is no leg. */
const mostSteps = 8;

/** Whether one can drive on so far from node u along edge e without turning back. */
function runsOn(
  network: RoadNetwork,
  legsAt: LegsAt,
  u: number,
  e: number,
  millimetres: number,
  step: number,
): boolean {
  const { edgeTail, edgeHead, edgeLengthMillimetres } = network;
  const left = millimetres - edgeLengthMillimetres[e]!;
  if (left <= 0) return true;
  if (step === mostSteps) return false;
  const v = edgeTail[e] === u ? edgeHead[e]! : edgeTail[e]!;
  for (const next of legsAt(v))
    if (next !== e && runsOn(network, legsAt, v, next, left, step + 1)) return true;
  return false;
}
