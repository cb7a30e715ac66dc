/** Places on the tankers' roads: from which nodes one comes there, and to which one goes on. */
import { type RoadGraph, UNREACHED } from "@firecover/road-network";
import { partOf } from "../arrival.ts";

/** A place on an edge, millimetres from its tail; or, with edge -1, at a node of the network. */
export interface Place {
  readonly edge: number;
  readonly along: number;
  readonly node: number;
}

export type NodeCost = readonly [node: number, millis: number];

/** The nodes at which one comes from a place. */
export function departures(drive: RoadGraph, { edge, along, node }: Place): NodeCost[] {
  if (edge < 0) return [[node, 0]];
  const { edgeLengthMillimetres, edgeTail, edgeHead } = drive.network;
  const length = edgeLengthMillimetres[edge]!;
  // At the very end of an edge one stands at the junction, whatever the edge allows.
  if (along === 0) return [[edgeTail[edge]!, 0]];
  if (along === length) return [[edgeHead[edge]!, 0]];
  const forward = drive.forwardArc[edge]!;
  const backward = drive.backwardArc[edge]!;
  const ends: NodeCost[] = [];
  if (forward >= 0) ends.push([drive.head[forward]!, partOf(drive.cost[forward]!, length - along, length)]);
  if (backward >= 0) ends.push([drive.head[backward]!, partOf(drive.cost[backward]!, along, length)]);
  return ends;
}

/** The nodes, copies that remember a turn included, from which one comes to a place. */
export function arrivals(drive: RoadGraph, { edge, along, node }: Place): NodeCost[] {
  const starts: NodeCost[] = [];
  const { edgeLengthMillimetres, edgeTail, edgeHead } = drive.network;
  const standAt = (junction: number) => {
    for (let u = junction; u >= 0; u = drive.nextCopy[u]!) starts.push([u, 0]);
  };
  if (edge < 0) {
    standAt(node);
    return starts;
  }
  const length = edgeLengthMillimetres[edge]!;
  if (along === 0) standAt(edgeTail[edge]!);
  if (along === length) standAt(edgeHead[edge]!);
  for (let a = drive.forwardArc[edge]!; a >= 0; a = drive.nextTwin[a]!) {
    starts.push([drive.tail[a]!, partOf(drive.cost[a]!, along, length)]);
  }
  for (let a = drive.backwardArc[edge]!; a >= 0; a = drive.nextTwin[a]!) {
    starts.push([drive.tail[a]!, partOf(drive.cost[a]!, length - along, length)]);
  }
  return starts;
}

/** UNREACHED where the edge's direction forbids it. */
export function millisAlong(drive: RoadGraph, edge: number, from: number, to: number): number {
  if (from === to) return 0;
  const arc = (to > from ? drive.forwardArc : drive.backwardArc)[edge]!;
  if (arc < 0) return UNREACHED;
  return partOf(drive.cost[arc]!, Math.abs(to - from), drive.network.edgeLengthMillimetres[edge]!);
}
