/** Road networks in typed arrays: build, store, snap, search. Knows no fire brigade. */

export { type Arrival, type NodeReach, nodeReach, reachAt } from "./arrival.ts";
export { buildRoadNetwork, type RoadNetworkInput } from "./build.ts";
export { edgeComponents, usableEdges } from "./components.ts";
export { type Cut, type CutOptions, forEachCut } from "./cuts/for-each-cut.ts";
export { decodeRoadNetwork } from "./decode.ts";
export { encodeRoadNetwork } from "./encode.ts";
export { cosineOfLatitude, earthRadiusMetres, haversineMetres, metresPerDegree } from "./geometry.ts";
export { driveGraph, type FootPace, footGraph, type RoadGraph } from "./graph.ts";
export { type CostRow, costMatrix } from "./matrix.ts";
export {
  createNearestQuery,
  type NearestArrival,
  type NearestQuery,
  type NearestReach,
  nearestAt,
} from "./nearest.ts";
export { type RestrictionPaths, type RoadNetwork, UNREACHED } from "./network.ts";
export { bucketShift, createPairQueue } from "./pair-queue.ts";
export { createReachQuery, type Reach, type ReachQuery } from "./reach.ts";
export {
  createReachRepair,
  type OwnedSeeds,
  type ReachRepair,
  type ReachRepairOptions,
} from "./repair/reach-repair.ts";
export {
  type DriveRoadClass,
  defaultSpeedKph,
  driveRoadClasses,
  footRoadClasses,
  type RoadClass,
  roadClasses,
} from "./road-class.ts";
export { type Route, type RouteLeg, routeTo } from "./route.ts";
export type { NodeSeed, NodeSeeds, Seed, SnapSeed } from "./seed.ts";
export { createSnapper, type Snap, type SnapOptions, type Snapper } from "./snap.ts";
export { allowsEngine, type Traveller, type VehicleLimits } from "./traveller.ts";
export {
  type Direction,
  directions,
  type EngineAccess,
  engineAccesses,
  type NetworkIssue,
  type RoadWay,
  type TurnRestriction,
} from "./way.ts";
export { type WayChange, withWays } from "./with-ways.ts";
