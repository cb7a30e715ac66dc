/** When the first crew is at each point: least over the ways the point hangs on, hose for the last metres included. */
import { UNREACHED } from "@firecover/road-network";
import { type Approaches, pointAt } from "./approach.ts";
import {
  type ArrivalBounds,
  type ArrivalField,
  arrivalBounds,
  earliestNear,
  haulMillis,
  hoseLimitFrom,
  partOf,
} from "./arrival.ts";

/** Arrivals of the first crew at the nodes of the crew graph. */
export interface FirstCrew {
  readonly field: ArrivalField;
  /** At `node * ranks`: a search for more than the first crew may be read for the first alone. */
  readonly millis: Uint32Array;
  readonly owner: Int32Array;
  /** 1 when left out. */
  readonly ranks?: number;
}

/** The first crew at a place; -1 and UNREACHED = none. */
export interface FirstArrival {
  millis: number;
  owner: number;
}

/** `responseMillis` and `stationIndex` of all points; ties go to the lower station. */
export function responses(
  first: FirstCrew,
  approaches: Approaches,
  responseMillis: Uint32Array,
  stationIndex: Int32Array,
  bounds: ArrivalBounds = arrivalBounds(first.field, first.millis, first.ranks ?? 1),
): void {
  const found: FirstArrival = { millis: UNREACHED, owner: -1 };
  for (let j = 0; j < approaches.pointCount; j++) {
    const i = pointAt(approaches, j);
    firstArrival(first, bounds, approaches, i, found);
    responseMillis[i] = found.millis;
    stationIndex[i] = found.owner;
  }
}

/** Of one point. */
export function firstArrival(
  first: FirstCrew,
  bounds: ArrivalBounds,
  approaches: Approaches,
  i: number,
  found: FirstArrival,
): void {
  const { haulMetresPerSecond } = first.field;
  const { least } = bounds;
  const earliest = earliestNear(first.field, bounds, approaches, i);
  found.millis = UNREACHED;
  found.owner = -1;
  if (earliest === UNREACHED) return;
  for (
    let k = approaches.start(i, Number.POSITIVE_INFINITY);
    k >= 0;
    k = approaches.next(i, k, hoseLimitFrom(earliest, haulMetresPerSecond, found.millis))
  ) {
    const e = approaches.edge[k]!; // not a local column: looking for the next way may have replaced it
    const hauled = haulMillis(approaches.hoseMillimetres[k]!, haulMetresPerSecond);
    if (least[e]! + hauled > found.millis || least[e] === UNREACHED) continue;
    arriveOnEdge(first, e, approaches.alongMillimetres[k]!, hauled, found);
  }
}

/** What `offerArrivals` says, without a call per arrival: this is where a run spends its time. */
export function arriveOnEdge(
  { field, millis, owner, ranks = 1 }: FirstCrew,
  e: number,
  along: number,
  hauled: number,
  found: FirstArrival,
): void {
  const { crew, gates, gatesOfEdges, gateMillis, haulMetresPerSecond } = field;
  const { drive, footLayer } = crew;
  const length = drive.network.edgeLengthMillimetres[e]!;
  const left = length - along;
  let best = found.millis - hauled;
  let bestOwner = found.owner;
  for (let a = drive.forwardArc[e]!; a >= 0; a = drive.nextTwin[a]!) {
    const r = drive.tail[a]! * ranks;
    if (millis[r]! > best) continue;
    const arrival = millis[r]! + partOf(drive.cost[a]!, along, length);
    if (arrival > best || (arrival === best && owner[r]! >= bestOwner)) continue;
    best = arrival;
    bestOwner = owner[r]!;
  }
  for (let a = drive.backwardArc[e]!; a >= 0; a = drive.nextTwin[a]!) {
    const r = drive.tail[a]! * ranks;
    if (millis[r]! > best) continue;
    const arrival = millis[r]! + partOf(drive.cost[a]!, left, length);
    if (arrival > best || (arrival === best && owner[r]! >= bestOwner)) continue;
    best = arrival;
    bestOwner = owner[r]!;
  }
  for (let end = 0; end < 2; end++) {
    const { edgeTail, edgeHead } = drive.network;
    const r = (footLayer + (end === 0 ? edgeTail : edgeHead)[e]!) * ranks;
    if (millis[r]! > best) continue;
    const arrival = millis[r]! + haulMillis(end === 0 ? along : left, haulMetresPerSecond);
    if (arrival > best || (arrival === best && owner[r]! >= bestOwner)) continue;
    best = arrival;
    bestOwner = owner[r]!;
  }
  for (let g = gatesOfEdges.head[e]!; g >= 0; g = gatesOfEdges.next[g]!) {
    const station = gates.station[g]!;
    if (!field.countsAt(station)) continue;
    const apart = along - gates.alongMillimetres[g]!;
    const arc = apart >= 0 ? drive.forwardArc[e]! : drive.backwardArc[e]!;
    const walk = haulMillis(Math.abs(apart), haulMetresPerSecond);
    const drivenPart = arc < 0 ? walk : partOf(drive.cost[arc]!, Math.abs(apart), length);
    const arrival = gateMillis[g]! + Math.min(walk, drivenPart);
    if (arrival > best || (arrival === best && station >= bestOwner)) continue;
    best = arrival;
    bestOwner = station;
  }
  found.millis = best + hauled;
  found.owner = bestOwner;
}

/** Arrival of the first engine, still on its wheels, at the middle of each edge; UNREACHED where none may drive. */
export function edgeMiddleMillis(first: FirstCrew): Uint32Array {
  const atMiddle = new Uint32Array(first.field.crew.drive.network.edgeCount);
  for (let e = 0; e < atMiddle.length; e++) atMiddle[e] = middleMillis(first, e);
  return atMiddle;
}

export function middleMillis({ field, millis, ranks = 1 }: FirstCrew, e: number): number {
  const { crew, gates, gatesOfEdges, gateMillis } = field;
  const { drive } = crew;
  const { edgeLengthMillimetres } = drive.network;
  let best = UNREACHED;
  for (let isBackward = 0; isBackward < 2; isBackward++) {
    for (let a = (isBackward ? drive.backwardArc : drive.forwardArc)[e]!; a >= 0; a = drive.nextTwin[a]!) {
      const from = millis[drive.tail[a]! * ranks]!;
      if (from !== UNREACHED) best = Math.min(best, from + Math.round(drive.cost[a]! / 2));
    }
  }
  const middle = edgeLengthMillimetres[e]! / 2;
  for (let g = gatesOfEdges.head[e]!; g >= 0; g = gatesOfEdges.next[g]!) {
    const apart = middle - gates.alongMillimetres[g]!;
    const arc = apart >= 0 ? drive.forwardArc[e]! : drive.backwardArc[e]!;
    if (arc < 0) continue;
    const part = partOf(drive.cost[arc]!, Math.abs(apart), edgeLengthMillimetres[e]!);
    best = Math.min(best, gateMillis[g]! + part);
  }
  return best;
}
