/** Hands roads of the register to the engine: the one place where domain roads become ways of a network. */
import type { Road, RoadBarrier, TurnRestriction } from "@firecover/domain";
import type { TurnRestriction as NetworkRestriction, RoadWay } from "@firecover/road-network";

export interface NetworkInput {
  ways: RoadWay[];
  barrierNodeIds: number[];
  turnRestrictions: NetworkRestriction[];
}

export function roadsToNetworkInput(
  roads: Iterable<Road>,
  barriers: Iterable<RoadBarrier>,
  restrictions: Iterable<TurnRestriction>,
): NetworkInput {
  return {
    ways: Array.from(roads, (road) => ({
      id: road.id,
      nodeIds: road.nodeIds,
      lonLats: road.geometry.coordinates.flat(),
      roadClass: road.roadClass,
      direction: road.direction,
      engineAccess: road.engineAccess,
      maxSpeedKph: road.maxSpeedKph,
      widthMetres: road.widthMetres,
      maxHeightMetres: road.maxHeightMetres,
      maxWeightTonnes: road.maxWeightTonnes,
      name: road.name,
    })),
    barrierNodeIds: Array.from(barriers, (barrier) => barrier.nodeId),
    turnRestrictions: Array.from(restrictions, (restriction) => ({
      kind: restriction.kind,
      fromWayId: restriction.fromRoadId,
      viaNodeId: restriction.viaNodeId,
      viaWayIds: restriction.viaRoadIds,
      toWayId: restriction.toRoadId,
    })),
  };
}
