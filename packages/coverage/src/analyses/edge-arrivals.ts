/** When the first crew comes to parts of edges, and which parts it has come to by a moment. */
import { type RoadNetwork, UNREACHED } from "@firecover/road-network";
import { type ArrivalField, haulMillis, partOf } from "../arrival.ts";

export interface EdgeArrivals {
  readonly network: RoadNetwork;
  /** UNREACHED where no crew comes. */
  atNode(u: number): number;
  /** The first arrival at any place of the edge between two places, millimetres from its tail. */
  firstWithin(e: number, from: number, to: number): number;
  /** Parts come to by then, in order, apart from each other. */
  reachedOn(e: number, millis: number): [from: number, to: number][];
}

/** `nodeMillis`: arrivals at the nodes of the crew graph. */
export function arrivalsOnEdges(field: ArrivalField, nodeMillis: Uint32Array): EdgeArrivals {
  const { crew, gates, gatesOfEdges, gateMillis, haulMetresPerSecond } = field;
  const { drive, footLayer } = crew;
  const { network } = drive;
  const { edgeTail, edgeHead, edgeLengthMillimetres } = network;

  /** Arrival at the tail (or head) of an edge by those who drive along it from there, and what the whole drive costs. */
  function eachDrive(e: number, visit: (isForward: boolean, millis: number, cost: number) => void): void {
    for (let a = drive.forwardArc[e]!; a >= 0; a = drive.nextTwin[a]!)
      if (nodeMillis[drive.tail[a]!] !== UNREACHED) visit(true, nodeMillis[drive.tail[a]!]!, drive.cost[a]!);
    for (let a = drive.backwardArc[e]!; a >= 0; a = drive.nextTwin[a]!)
      if (nodeMillis[drive.tail[a]!] !== UNREACHED) visit(false, nodeMillis[drive.tail[a]!]!, drive.cost[a]!);
  }
  function eachGate(e: number, visit: (along: number, millis: number) => void): void {
    for (let g = gatesOfEdges.head[e]!; g >= 0; g = gatesOfEdges.next[g]!) {
      if (field.countsAt(gates.station[g]!)) visit(gates.alongMillimetres[g]!, gateMillis[g]!);
    }
  }
  const atNode = (u: number) => nodeMillis[footLayer + u]!;
  const driveCost = (arc: number) => (arc < 0 ? UNREACHED : drive.cost[arc]!);

  return {
    network,
    atNode,
    firstWithin(e, from, to) {
      const length = edgeLengthMillimetres[e]!;
      let best = UNREACHED;
      eachDrive(e, (isForward, millis, cost) => {
        best = Math.min(best, millis + partOf(cost, isForward ? from : length - to, length));
      });
      const tail = atNode(edgeTail[e]!);
      const head = atNode(edgeHead[e]!);
      if (tail !== UNREACHED) best = Math.min(best, tail + haulMillis(from, haulMetresPerSecond));
      if (head !== UNREACHED) best = Math.min(best, head + haulMillis(length - to, haulMetresPerSecond));
      eachGate(e, (along, millis) => {
        const apart = Math.min(Math.max(along, from), to) - along;
        best = Math.min(best, millis + haulMillis(Math.abs(apart), haulMetresPerSecond));
        const cost = driveCost(apart >= 0 ? drive.forwardArc[e]! : drive.backwardArc[e]!);
        if (cost !== UNREACHED) best = Math.min(best, millis + partOf(cost, Math.abs(apart), length));
      });
      return best;
    },
    reachedOn(e, millis) {
      const length = edgeLengthMillimetres[e]!;
      let fromTail = -1;
      let fromHead = -1;
      const walked = (since: number) =>
        since > millis
          ? -1
          : farthest(length, (part) => haulMillis(part, haulMetresPerSecond) <= millis - since);
      const driven = (since: number, cost: number) =>
        since > millis || cost === UNREACHED
          ? -1
          : farthest(length, (part) => partOf(cost, part, length) <= millis - since);
      eachDrive(e, (isForward, since, cost) => {
        const part = driven(since, cost);
        if (isForward) fromTail = Math.max(fromTail, part);
        else fromHead = Math.max(fromHead, part);
      });
      fromTail = Math.max(fromTail, walked(atNode(edgeTail[e]!)));
      fromHead = Math.max(fromHead, walked(atNode(edgeHead[e]!)));
      const parts: [number, number][] = [];
      if (fromTail >= 0) parts.push([0, fromTail]);
      if (fromHead >= 0) parts.push([length - fromHead, length]);
      eachGate(e, (along, since) => {
        if (since > millis) return;
        const on = Math.max(walked(since), driven(since, driveCost(drive.forwardArc[e]!)));
        const back = Math.max(walked(since), driven(since, driveCost(drive.backwardArc[e]!)));
        parts.push([Math.max(0, along - back), Math.min(length, along + on)]);
      });
      return merged(parts);
    },
  };
}

/** The greatest part of an edge that passes; what passes does so up to some length and no farther. */
function farthest(length: number, passes: (part: number) => boolean): number {
  if (passes(length)) return length;
  let [low, high] = [0, length];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (passes(middle)) low = middle;
    else high = middle;
  }
  return low;
}

function merged(parts: [number, number][]): [number, number][] {
  const ordered = parts.sort((a, b) => a[0] - b[0]);
  const apart: [number, number][] = [];
  for (const [from, to] of ordered) {
    const last = apart.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else apart.push([from, to]);
  }
  return apart;
}
