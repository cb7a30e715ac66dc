/** Which sources lie within reach of which points along ways: bounded searches on foot, one per source. */
import { type RoadGraph, UNREACHED } from "@firecover/road-network";
import type { Approaches } from "./approach.ts";

/** Sources of point i: `first[i] <= k < first[i + 1]`, nearest first, ties by source. */
export interface WaterPairs {
  readonly first: Uint32Array;
  readonly source: Uint32Array;
  readonly millimetres: Uint32Array;
}

/** Points by the edges they hang on: the approaches turned round. */
export interface PointsOfEdges {
  readonly first: Uint32Array;
  readonly point: Uint32Array;
  readonly alongMillimetres: Uint32Array;
  readonly hoseMillimetres: Uint32Array;
}

/** Only approaches within `maxHose` millimetres. */
export function pointsOfEdges(approaches: Approaches, edgeCount: number, maxHose: number): PointsOfEdges {
  const first = new Uint32Array(edgeCount + 1);
  const limit = maxHose + 1;
  for (let i = 0; i < approaches.pointCount; i++) {
    for (let k = approaches.start(i, limit); k >= 0; k = approaches.next(i, k, limit)) {
      first[approaches.edge[k]! + 1]!++;
    }
  }
  for (let e = 0; e < edgeCount; e++) first[e + 1]! += first[e]!;
  const next = first.slice();
  const point = new Uint32Array(first[edgeCount]!);
  const alongMillimetres = new Uint32Array(point.length);
  const hoseMillimetres = new Uint32Array(point.length);
  for (let i = 0; i < approaches.pointCount; i++) {
    for (let k = approaches.start(i, limit); k >= 0; k = approaches.next(i, k, limit)) {
      const slot = next[approaches.edge[k]!]!++;
      point[slot] = i;
      alongMillimetres[slot] = approaches.alongMillimetres[k]!;
      hoseMillimetres[slot] = approaches.hoseMillimetres[k]!;
    }
  }
  return { first, point, alongMillimetres, hoseMillimetres };
}

/** `foot` costs millimetres. Pairs farther apart than `maxMillimetres` are left out. */
export function waterPairs(
  foot: RoadGraph,
  sources: Approaches,
  points: PointsOfEdges,
  pointCount: number,
  maxMillimetres: number,
): WaterPairs {
  const { firstOut, head, cost, arcEdge, network } = foot;
  const { edgeTail, edgeHead, edgeLengthMillimetres } = network;
  const nodeCost = new Uint32Array(foot.nodeCount).fill(UNREACHED);
  const settled: number[] = [];
  const frontier: number[] = [];
  const pointCost = new Uint32Array(pointCount).fill(UNREACHED);
  const foundPoints: number[] = [];
  const pairs: { point: number; source: number; millimetres: number }[] = [];

  const offerPoint = (i: number, millimetres: number) => {
    if (millimetres > maxMillimetres || millimetres >= pointCost[i]!) return;
    if (pointCost[i] === UNREACHED) foundPoints.push(i);
    pointCost[i] = millimetres;
  };
  const offerNode = (u: number, millimetres: number) => {
    if (millimetres > maxMillimetres || millimetres >= nodeCost[u]!) return;
    if (nodeCost[u] === UNREACHED) settled.push(u);
    nodeCost[u] = millimetres;
    frontier.push(u);
  };

  for (let s = 0; s < sources.pointCount; s++) {
    const limit = maxMillimetres + 1;
    for (let k = sources.start(s, limit); k >= 0; k = sources.next(s, k, limit)) {
      const approach = sources.hoseMillimetres[k]!;
      const e = sources.edge[k]!;
      const along = sources.alongMillimetres[k]!;
      offerNode(edgeTail[e]!, approach + along);
      offerNode(edgeHead[e]!, approach + edgeLengthMillimetres[e]! - along);
      for (let slot = points.first[e]!; slot < points.first[e + 1]!; slot++) {
        const apart = Math.abs(points.alongMillimetres[slot]! - along);
        offerPoint(points.point[slot]!, approach + apart + points.hoseMillimetres[slot]!);
      }
    }
    // The few dozen nodes within reach settle by repeated relaxation; a queue would cost more than it saves.
    for (let next = 0; next < frontier.length; next++) {
      const u = frontier[next]!;
      for (let a = firstOut[u]!; a < firstOut[u + 1]!; a++) offerNode(head[a]!, nodeCost[u]! + cost[a]!);
    }
    for (const u of settled) {
      for (let a = firstOut[u]!; a < firstOut[u + 1]!; a++) {
        const e = arcEdge[a]!;
        const isTail = edgeTail[e] === u;
        const isHead = edgeHead[e] === u;
        for (let slot = points.first[e]!; slot < points.first[e + 1]!; slot++) {
          const along = points.alongMillimetres[slot]!;
          const hose = points.hoseMillimetres[slot]! + nodeCost[u]!;
          if (isTail) offerPoint(points.point[slot]!, hose + along);
          if (isHead) offerPoint(points.point[slot]!, hose + edgeLengthMillimetres[e]! - along);
        }
      }
    }
    for (const i of foundPoints) {
      pairs.push({ point: i, source: s, millimetres: pointCost[i]! });
      pointCost[i] = UNREACHED;
    }
    for (const u of settled) nodeCost[u] = UNREACHED;
    settled.length = 0;
    frontier.length = 0;
    foundPoints.length = 0;
  }

  pairs.sort((a, b) => a.point - b.point || a.millimetres - b.millimetres || a.source - b.source);
  const first = new Uint32Array(pointCount + 1);
  for (const { point } of pairs) first[point + 1]!++;
  for (let i = 0; i < pointCount; i++) first[i + 1]! += first[i]!;
  return {
    first,
    source: Uint32Array.from(pairs, (pair) => pair.source),
    millimetres: Uint32Array.from(pairs, (pair) => pair.millimetres),
  };
}
