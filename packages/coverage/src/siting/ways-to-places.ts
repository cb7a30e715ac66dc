/** The ways that places hang on turned round: places by edges, edges by the nodes they end at. */
import type { Approaches } from "../approach.ts";
import { type ArrivalField, haulMillis, hoseLimitFrom } from "../arrival.ts";
import { type PointsOfEdges, pointsOfEdges } from "../water-pairs.ts";

/** Places by the edges they hang on, as far as a hose is hauled in time; independent of speeds. */
export interface WaysToPlaces {
  readonly placeCount: number;
  /** Edges with places on them that end at network node u: `edgeOfNode[n]` for `firstOfNode[u] <= n < firstOfNode[u + 1]`. */
  readonly firstOfNode: Uint32Array;
  readonly edgeOfNode: Uint32Array;
  readonly points: PointsOfEdges;
  readonly haulMillis: Uint32Array;
}

export function waysToPlaces(
  approaches: Approaches,
  { crew, earliestMillis, haulMetresPerSecond }: ArrivalField,
  maxMillis: number,
): WaysToPlaces {
  const { edgeCount, edgeTail, edgeHead } = crew.drive.network;
  const farthest = Math.max(0, hoseLimitFrom(earliestMillis, haulMetresPerSecond, maxMillis));
  const points = pointsOfEdges(approaches, edgeCount, farthest);
  const firstOfNode = new Uint32Array(crew.foot.nodeCount + 1);
  const hasPoints = (e: number) => points.first[e + 1]! > points.first[e]!;
  for (let e = 0; e < edgeCount; e++) {
    if (!hasPoints(e)) continue;
    firstOfNode[edgeTail[e]! + 1]!++;
    firstOfNode[edgeHead[e]! + 1]!++;
  }
  for (let u = 0; u < crew.foot.nodeCount; u++) firstOfNode[u + 1]! += firstOfNode[u]!;
  const next = firstOfNode.slice();
  const edgeOfNode = new Uint32Array(next.at(-1)!);
  for (let e = 0; e < edgeCount; e++) {
    if (!hasPoints(e)) continue;
    edgeOfNode[next[edgeTail[e]!]!++] = e;
    edgeOfNode[next[edgeHead[e]!]!++] = e;
  }
  return {
    placeCount: approaches.pointCount,
    firstOfNode,
    edgeOfNode,
    points,
    haulMillis: points.hoseMillimetres.map((hose) => haulMillis(hose, haulMetresPerSecond)),
  };
}
