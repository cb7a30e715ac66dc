/** When the first crew is at each point: least over the ways the point hangs on, hose for the last metres included. */
import { UNREACHED } from "@firecover/road-network";
import type { Approaches } from "./approach.ts";
import { type ArrivalField, haulMillis, hoseLimit, offerArrivals, partOf } from "./arrival.ts";

/** Arrivals of the first crew at the nodes of the crew graph. */
export interface FirstCrew {
  readonly field: ArrivalField;
  readonly millis: Uint32Array;
  readonly owner: Int32Array;
}

/** `responseMillis` and `stationIndex` of all points; ties go to the lower station. */
export function responses(
  { field, millis, owner }: FirstCrew,
  approaches: Approaches,
  responseMillis: Uint32Array,
  stationIndex: Int32Array,
): void {
  let best = UNREACHED;
  let bestOwner = -1;
  let hauled = 0;
  const offer = (arrival: number, byOwner: number) => {
    const total = arrival + hauled;
    if (total > best || (total === best && byOwner >= bestOwner && bestOwner >= 0)) return;
    best = total;
    bestOwner = byOwner;
  };
  for (let i = 0; i < approaches.pointCount; i++) {
    best = UNREACHED;
    bestOwner = -1;
    for (
      let k = approaches.start(i, hoseLimit(field, best));
      k >= 0;
      k = approaches.next(i, k, hoseLimit(field, best))
    ) {
      hauled = haulMillis(approaches.hoseMillimetres[k]!, field.haulMetresPerSecond);
      offerArrivals(field, millis, owner, 1, approaches.edge[k]!, approaches.alongMillimetres[k]!, offer);
    }
    responseMillis[i] = best;
    stationIndex[i] = bestOwner;
  }
}

/** Arrival of the first engine, still on its wheels, at the middle of each edge; UNREACHED where none may drive. */
export function edgeMiddleMillis({ field, millis }: FirstCrew): Uint32Array {
  const { crew, gates, gatesOfEdges, gateMillis } = field;
  const { drive } = crew;
  const { edgeCount, edgeLengthMillimetres } = drive.network;
  const atMiddle = new Uint32Array(edgeCount).fill(UNREACHED);
  for (let e = 0; e < edgeCount; e++) {
    let best = UNREACHED;
    for (const firstArc of [drive.forwardArc[e]!, drive.backwardArc[e]!]) {
      for (let a = firstArc; a >= 0; a = drive.nextTwin[a]!) {
        const from = millis[drive.tail[a]!]!;
        if (from !== UNREACHED) best = Math.min(best, from + Math.round(drive.cost[a]! / 2));
      }
    }
    const middle = edgeLengthMillimetres[e]! / 2;
    for (let k = gatesOfEdges.first[e]!; k < gatesOfEdges.first[e + 1]!; k++) {
      const g = gatesOfEdges.gate[k]!;
      const apart = middle - gates.alongMillimetres[g]!;
      const arc = apart >= 0 ? drive.forwardArc[e]! : drive.backwardArc[e]!;
      if (arc < 0) continue;
      const part = partOf(drive.cost[arc]!, Math.abs(apart), edgeLengthMillimetres[e]!);
      best = Math.min(best, gateMillis[g]! + part);
    }
    atMiddle[e] = best;
  }
  return atMiddle;
}
