/** Hands roads of the register to the engine: the one place where domain roads become ways of a network. */
import type { Road, RoadBarrier, TurningPlace, TurnRestriction } from "@firecover/domain";
import type { TurnRestriction as NetworkRestriction, RoadWay } from "@firecover/road-network";

/** All that makes a network; a file that was read and a province that was drawn have it by these names. */
export interface RoadRecords {
  readonly roads: Iterable<Road>;
  readonly barriers: Iterable<RoadBarrier>;
  readonly turningPlaces: Iterable<TurningPlace>;
  readonly turnRestrictions: Iterable<TurnRestriction>;
}

export interface NetworkInput {
  ways: RoadWay[];
  barrierNodeIds: number[];
  turningPlaceNodeIds: number[];
  turnRestrictions: NetworkRestriction[];
}

export function roadsToNetworkInput({
  roads,
  barriers,
  turningPlaces,
  turnRestrictions,
}: RoadRecords): NetworkInput {
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
    turningPlaceNodeIds: Array.from(turningPlaces, (place) => place.nodeId),
    turnRestrictions: Array.from(turnRestrictions, (restriction) => ({
      kind: restriction.kind,
      fromWayId: restriction.fromRoadId,
      viaNodeId: restriction.viaNodeId,
      viaWayIds: restriction.viaRoadIds,
      toWayId: restriction.toRoadId,
    })),
  };
}
