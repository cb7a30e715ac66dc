/**
 * Who is in time, and by which way: a witness per point.
 *
 * A point is lost by a cut only if the way by which its first crew comes is cut or gets too late. So each point in
 * time hangs on the one node (or the one edge) that its best arrival came from, with the latest time at which a crew
 * may pass there. As long as the witness holds, nothing about the point need be worked out.
 */
import { UNREACHED } from "@firecover/road-network";
import type { Approaches } from "../approach.ts";
import { haulMillis, hoseLimit, offerArrivals } from "../arrival.ts";
import type { FirstCrew } from "../response.ts";

/** A premises or a cell; numbers count over both, premises first. */
export interface CutPoints {
  readonly premises: Approaches;
  readonly cells: Approaches;
}

export function approachesOf({ premises, cells }: CutPoints, point: number): [Approaches, number] {
  return point < premises.pointCount ? [premises, point] : [cells, point - premises.pointCount];
}

export interface CutWitnesses {
  /** Response of every point without a cut. */
  readonly millis: Uint32Array;
  /** Points that hang on node u: `pointOfNode[k]` for `firstOfNode[u] <= k < firstOfNode[u + 1]`, strictest first. */
  readonly firstOfNode: Uint32Array;
  readonly pointOfNode: Uint32Array;
  /** The latest arrival at the node that is still in time. */
  readonly latestMillis: Uint32Array;
  /** Points to which the engine drives along edge e, or that a gate on it serves. */
  readonly firstOfEdge: Uint32Array;
  readonly pointOfEdge: Uint32Array;
}

export function findWitnesses(first: FirstCrew, points: CutPoints, thresholdMillis: number): CutWitnesses {
  const { field } = first;
  const { network } = field.crew.drive;
  const count = points.premises.pointCount + points.cells.pointCount;
  const millis = new Uint32Array(count);
  const node = new Int32Array(count).fill(-1);
  const edge = new Int32Array(count).fill(-1);
  const latest = new Uint32Array(count);
  let best = UNREACHED;
  let bestNode = -1;
  let bestEdge = -1;
  let hauled = 0;
  let approachEdge = -1;
  const offer = (
    arrival: number,
    _: number,
    fromNode: number,
    _along: number,
    isDriven: boolean,
    gate: number,
  ) => {
    if (arrival + hauled >= best) return;
    best = arrival + hauled;
    bestNode = fromNode;
    bestEdge = isDriven || gate >= 0 ? approachEdge : -1;
  };
  for (let point = 0; point < count; point++) {
    const [approaches, i] = approachesOf(points, point);
    best = UNREACHED;
    for (
      let k = approaches.start(i, hoseLimit(field, best));
      k >= 0;
      k = approaches.next(i, k, hoseLimit(field, best))
    ) {
      hauled = haulMillis(approaches.hoseMillimetres[k]!, field.haulMetresPerSecond);
      approachEdge = approaches.edge[k]!;
      offerArrivals(
        field,
        first.millis,
        first.owner,
        1,
        approachEdge,
        approaches.alongMillimetres[k]!,
        offer,
      );
    }
    millis[point] = best;
    if (best > thresholdMillis) continue;
    edge[point] = bestEdge;
    node[point] = bestNode;
    if (bestNode >= 0) latest[point] = thresholdMillis - (best - first.millis[bestNode]!);
  }
  const byNode = grouped(node, first.millis.length, (a, b) => latest[a]! - latest[b]! || a - b);
  const byEdge = grouped(edge, network.edgeCount);
  return {
    millis,
    firstOfNode: byNode.first,
    pointOfNode: byNode.member,
    latestMillis: byNode.member.map((point) => latest[point]!),
    firstOfEdge: byEdge.first,
    pointOfEdge: byEdge.member,
  };
}

/** Members by group, -1 = in none; in order within their group. */
function grouped(groupOf: Int32Array, groupCount: number, compare?: (a: number, b: number) => number) {
  const first = new Uint32Array(groupCount + 1);
  for (const group of groupOf) if (group >= 0) first[group + 1]!++;
  for (let g = 0; g < groupCount; g++) first[g + 1]! += first[g]!;
  const next = first.slice();
  const member = new Uint32Array(first[groupCount]!);
  for (let i = 0; i < groupOf.length; i++) if (groupOf[i]! >= 0) member[next[groupOf[i]!]!++] = i;
  if (compare) {
    for (let g = 0; g < groupCount; g++)
      if (first[g + 1]! - first[g]! > 1) member.subarray(first[g], first[g + 1]).sort(compare);
  }
  return { first, member };
}
