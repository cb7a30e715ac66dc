/**
 * The parts of streets that lie farther than half the spacing from every working hydrant.
 *
 * Neighbours stand at most 150 m apart along a street exactly when every place between them has one within 75 m, so no
 * pairs need to be found (at the end of a street 75 m are a planning assumption). One search from all hydrants at once,
 * cut off at 75 m, tells what each end of an edge has left, and on the edge itself the intervals around its own hydrants
 * are taken out.
 */
import type { Certainty, Season, WaterSource } from "@firecover/domain";
import {
  createReachQuery,
  driveRoadClasses,
  engineAccesses,
  type NodeSeed,
  type RoadClass,
  type RoadGraph,
  type RoadNetwork,
  roadClasses,
} from "@firecover/road-network";
import { type Approaches, approachHoseMillimetres } from "../approach.ts";
import { isHydrant } from "../water-capacity.ts";

/** Ways with houses along them: no motorways, no slip roads, no tracks, no drives into yards. */
const streetClasses: ReadonlySet<RoadClass> = new Set<RoadClass>([
  "trunk",
  "primary",
  "secondary",
  "tertiary",
  "unclassified",
  "residential",
  "living_street",
  "road",
]);
/** A hydrant so near a street stands on it. */
const besideMillimetres = 30_000;
/** What is shorter is rounding. */
const leastPieceMillimetres = 1_000;

/** Part of an edge, millimetres from its tail. */
export interface Piece {
  readonly edge: number;
  readonly from: number;
  readonly to: number;
}

export interface HydrantCover {
  readonly pieces: readonly Piece[];
  /** Hydrants that count and stand on a street. */
  readonly hydrants: number;
}

/** Per edge: 1 where it is a street that hydrants belong on. */
export function streetEdges({ edgeCount, edgeWay, wayClass, wayAccess }: RoadNetwork): Uint8Array {
  const isStreet = new Uint8Array(edgeCount);
  for (let e = 0; e < edgeCount; e++) {
    const w = edgeWay[e]!;
    const isOpen = engineAccesses[wayAccess[w]!] !== "no";
    isStreet[e] = isOpen && streetClasses.has(roadClasses[wayClass[w]!]!) ? 1 : 0;
  }
  return isStreet;
}

/** Distances run along everything that engines could drive, one-way or not, through barriers and yards. */
export function roadwayGraph(foot: RoadGraph): RoadGraph {
  const { network, nodeCount } = foot;
  const firstOut = new Uint32Array(nodeCount + 1);
  const kept: number[] = [];
  for (let u = 0; u < nodeCount; u++) {
    for (let a = foot.firstOut[u]!; a < foot.firstOut[u + 1]!; a++) {
      if (network.wayClass[network.edgeWay[foot.arcEdge[a]!]!]! < driveRoadClasses.length) kept.push(a);
    }
    firstOut[u + 1] = kept.length;
  }
  const nothing = new Int32Array(0);
  return {
    ...foot,
    arcCount: kept.length,
    firstOut,
    tail: Uint32Array.from(kept, (a) => foot.tail[a]!),
    head: Uint32Array.from(kept, (a) => foot.head[a]!),
    cost: Uint32Array.from(kept, (a) => foot.cost[a]!),
    arcEdge: Uint32Array.from(kept, (a) => foot.arcEdge[a]!),
    arcIsForward: Uint8Array.from(kept, (a) => foot.arcIsForward[a]!),
    // only searches between nodes run here
    nextCopy: nothing,
    forwardArc: nothing,
    backwardArc: nothing,
    nextTwin: nothing,
  };
}

export function hydrantCounts(source: WaterSource, certainty: Certainty, season: Season | null): boolean {
  if (!isHydrant(source) || source.state === "broken") return false;
  if (season === "dry" && source.state === "seasonal") return false;
  return certainty === "possible" || source.state === "working";
}

export function piecesBeyond(
  roadway: RoadGraph,
  isStreet: Uint8Array,
  sources: Approaches,
  counts: (source: number) => boolean,
  halfSpacingMillimetres: number,
): HydrantCover {
  const { edgeCount, edgeTail, edgeHead, edgeLengthMillimetres, edgeWay, wayClass } = roadway.network;
  const seeds: NodeSeed[] = [];
  const covered = new Map<number, [from: number, to: number][]>();
  let hydrants = 0;
  for (let s = 0; s < sources.pointCount; s++) {
    if (!counts(s)) continue;
    const limit = approachHoseMillimetres(besideMillimetres) + 1;
    let isOnStreet = false;
    for (let k = sources.start(s, limit); k >= 0; k = sources.next(s, k, limit)) {
      const e = sources.edge[k]!;
      if (wayClass[edgeWay[e]!]! >= driveRoadClasses.length) continue;
      const along = sources.alongMillimetres[k]!;
      const off = sources.hoseMillimetres[k]!;
      seeds.push({ node: edgeTail[e]!, cost: off + along, owner: 0 });
      seeds.push({ node: edgeHead[e]!, cost: off + edgeLengthMillimetres[e]! - along, owner: 0 });
      const reach = halfSpacingMillimetres - off;
      const around = covered.get(e);
      if (around) around.push([along - reach, along + reach]);
      else covered.set(e, [[along - reach, along + reach]]);
      if (isStreet[e]) isOnStreet = true;
    }
    if (isOnStreet) hydrants++;
  }
  const { cost } = createReachQuery(roadway).run(seeds, halfSpacingMillimetres);

  const pieces: Piece[] = [];
  for (let e = 0; e < edgeCount; e++) {
    if (!isStreet[e]) continue;
    const length = edgeLengthMillimetres[e]!;
    const leftAtTail = Math.max(-1, halfSpacingMillimetres - cost[edgeTail[e]!]!);
    const leftAtHead = Math.max(-1, halfSpacingMillimetres - cost[edgeHead[e]!]!);
    if (leftAtTail + leftAtHead >= length) continue;
    const intervals: [from: number, to: number][] = [...(covered.get(e) ?? [])];
    if (leftAtTail >= 0) intervals.push([0, leftAtTail]);
    if (leftAtHead >= 0) intervals.push([length - leftAtHead, length]);
    intervals.sort((a, b) => a[0] - b[0]);
    let from = 0;
    for (const [low, high] of [...intervals, [length, length] as const]) {
      const to = Math.min(low, length);
      if (to - from >= leastPieceMillimetres) pieces.push({ edge: e, from, to });
      from = Math.max(from, high);
    }
  }
  return { pieces, hydrants };
}
