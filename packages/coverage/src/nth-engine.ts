/** When the n-th engine stands at a point, without listing the stations: what a run asks of every point. */
import { UNREACHED } from "@firecover/road-network";
import type { Approaches } from "./approach.ts";
import {
  type ArrivalBounds,
  arrivalBounds,
  earliestNear,
  haulMillis,
  hoseLimitFrom,
  partOf,
} from "./arrival.ts";
import { type ForceCrews, forceRanks } from "./force.ts";
import type { FirstArrival } from "./response.ts";

export interface NthEngine {
  /** UNREACHED where so many cannot come; up to `forceRanks` engines. */
  millisAt(approaches: Approaches, i: number, engineCount: number): number;
  /** The nearest station with engines at the point that was asked last. */
  readonly nearest: FirstArrival;
}

export function createNthEngine(
  { field, ranks, millis, owner, enginesOfStation }: ForceCrews,
  bounds: ArrivalBounds = arrivalBounds(field, millis, ranks),
): NthEngine {
  const { crew, gates, gatesOfEdges, gateMillis, haulMetresPerSecond } = field;
  const { drive, footLayer } = crew;
  const { edgeTail, edgeHead, edgeLengthMillimetres } = drive.network;
  // The stations of one point: nearest first, ties by station, no more than bring the engines.
  const arrivals = new Float64Array(forceRanks);
  const stations = new Int32Array(forceRanks);
  const nearest: FirstArrival = { millis: UNREACHED, owner: -1 };
  let count = 0;
  let needed = 1;
  let hauled = 0;
  /** Arrival of the n-th engine as far as is known: what is later changes nothing. */
  let enough = UNREACHED;

  function offer(arrival: number, station: number): void {
    let place = 0;
    let engines = 0;
    for (; place < count; place++) {
      const known = arrivals[place]!;
      if (arrival < known || (arrival === known && station < stations[place]!)) break;
      if (stations[place] === station) return;
      engines += enginesOfStation[stations[place]!]!;
      if (engines >= needed) return;
    }
    let last = place; // where the station stood so far, or the end of the list
    while (last < count && stations[last] !== station) last++;
    if (last === count && count < forceRanks) count++;
    for (let r = Math.min(last, forceRanks - 1); r > place; r--) {
      arrivals[r] = arrivals[r - 1]!;
      stations[r] = stations[r - 1]!;
    }
    arrivals[place] = arrival;
    stations[place] = station;
    for (let r = place; r < count; r++) {
      engines += enginesOfStation[stations[r]!]!;
      if (engines < needed) continue;
      enough = arrivals[r]!;
      count = r + 1;
      return;
    }
  }

  function offerNode(u: number, part: number): void {
    for (let r = u * ranks; r < (u + 1) * ranks; r++) {
      const arrival = millis[r]! + part;
      if (arrival > enough || arrival >= UNREACHED) return;
      offer(arrival, owner[r]!);
    }
  }

  function offerEdge(e: number, along: number): void {
    const length = edgeLengthMillimetres[e]!;
    const left = length - along;
    for (let a = drive.forwardArc[e]!; a >= 0; a = drive.nextTwin[a]!) {
      if (millis[drive.tail[a]! * ranks]! + hauled <= enough)
        offerNode(drive.tail[a]!, partOf(drive.cost[a]!, along, length) + hauled);
    }
    for (let a = drive.backwardArc[e]!; a >= 0; a = drive.nextTwin[a]!) {
      if (millis[drive.tail[a]! * ranks]! + hauled <= enough)
        offerNode(drive.tail[a]!, partOf(drive.cost[a]!, left, length) + hauled);
    }
    offerNode(footLayer + edgeTail[e]!, haulMillis(along, haulMetresPerSecond) + hauled);
    offerNode(footLayer + edgeHead[e]!, haulMillis(left, haulMetresPerSecond) + hauled);
    for (let g = gatesOfEdges.head[e]!; g >= 0; g = gatesOfEdges.next[g]!) {
      const station = gates.station[g]!;
      if (!field.countsAt(station)) continue;
      const apart = along - gates.alongMillimetres[g]!;
      const arc = apart >= 0 ? drive.forwardArc[e]! : drive.backwardArc[e]!;
      const walk = haulMillis(Math.abs(apart), haulMetresPerSecond);
      const part = arc < 0 ? walk : Math.min(walk, partOf(drive.cost[arc]!, Math.abs(apart), length));
      const arrival = gateMillis[g]! + part + hauled;
      if (arrival <= enough) offer(arrival, station);
    }
  }

  function millisAt(approaches: Approaches, i: number, engineCount: number): number {
    count = 0;
    needed = engineCount;
    enough = UNREACHED;
    nearest.millis = UNREACHED;
    nearest.owner = -1;
    const { least } = bounds;
    const earliest = earliestNear(field, bounds, approaches, i);
    if (earliest === UNREACHED) return UNREACHED;
    for (
      let k = approaches.start(i, Number.POSITIVE_INFINITY);
      k >= 0;
      k = approaches.next(i, k, hoseLimitFrom(earliest, haulMetresPerSecond, enough))
    ) {
      const e = approaches.edge[k]!;
      hauled = haulMillis(approaches.hoseMillimetres[k]!, haulMetresPerSecond);
      if (least[e]! + hauled <= enough) offerEdge(e, approaches.alongMillimetres[k]!);
    }
    if (count > 0) {
      nearest.millis = arrivals[0]!;
      nearest.owner = stations[0]!;
    }
    return enough;
  }
  return { millisAt, nearest };
}
