/** Arrival of crews at a place on an edge: over the arcs that drive along it, on foot from its ends, or from a gate on it. */
import { UNREACHED } from "@firecover/road-network";
import type { Approaches } from "./approach.ts";
import type { CrewGraph } from "./crew-graph.ts";
import type { EdgeTiles } from "./edge-tiles.ts";
import type { StationGates } from "./station-gates.ts";

/** Hose from which on no approach can beat an arrival at `bestMillis`: no engine leaves earlier than the earliest. */
export function hoseLimit({ earliestMillis, haulMetresPerSecond }: ArrivalField, bestMillis: number): number {
  return hoseLimitFrom(earliestMillis, haulMetresPerSecond, bestMillis);
}

/** The same where no way nearby is reached before `earliestMillis`. */
export function hoseLimitFrom(
  earliestMillis: number,
  haulMetresPerSecond: number,
  bestMillis: number,
): number {
  if (bestMillis === UNREACHED) return Number.POSITIVE_INFINITY;
  return (bestMillis - earliestMillis) * haulMetresPerSecond + haulMetresPerSecond;
}

/** Part of a cost, `partMillimetres` of `wholeMillimetres`. */
export function partOf(cost: number, partMillimetres: number, wholeMillimetres: number): number {
  return wholeMillimetres === 0 ? 0 : Math.round((cost * partMillimetres) / wholeMillimetres);
}

/** Milliseconds to haul a hose so far on foot. */
export function haulMillis(millimetres: number, metresPerSecond: number): number {
  return Math.round(millimetres / metresPerSecond);
}

/** Gates by edge, in linked lists: `head[e]`, then `next[g]` until -1. */
export interface GatesOfEdges {
  readonly head: Int32Array;
  readonly next: Int32Array;
}

export function gatesOfEdges(gates: StationGates, edgeCount: number): GatesOfEdges {
  return linkedGates(gates, new Int32Array(edgeCount).fill(-1));
}

/** With lists begun already, whose edges none of these gates is on. */
export function linkedGates({ count, edge }: StationGates, head: Int32Array): GatesOfEdges {
  const next = new Int32Array(count);
  for (let g = count - 1; g >= 0; g--) {
    next[g] = head[edge[g]!]!;
    head[edge[g]!] = g;
  }
  return { head, next };
}

/** What an arrival is reckoned from; `nodeMillis` and `nodeOwner` belong to the crew graph. */
export interface ArrivalField {
  readonly crew: CrewGraph;
  readonly gates: StationGates;
  readonly gatesOfEdges: GatesOfEdges;
  /** Alarm handling, turnout and yard of each gate. */
  readonly gateMillis: Uint32Array;
  /** The least of them. */
  readonly earliestMillis: number;
  readonly haulMetresPerSecond: number;
  /** Whether crews of that station count. */
  countsAt(station: number): boolean;
}

/**
 * One way to come to a place on an edge: from node `fromNode` of the crew graph (-1 = from a gate on the edge),
 * entering or standing at `startAlong` millimetres from the edge's tail, driving or on foot; `gate` is -1 but there.
 */
export type OfferArrival = (
  millis: number,
  owner: number,
  fromNode: number,
  startAlong: number,
  isDriven: boolean,
  gate: number,
) => void;

/**
 * Calls `offer` with every way to come to a place `along` millimetres from the tail of edge `e`;
 * `ranks` arrivals are known per node.
 */
export function offerArrivals(
  field: ArrivalField,
  nodeMillis: Uint32Array,
  nodeOwner: Int32Array,
  ranks: number,
  e: number,
  along: number,
  offer: OfferArrival,
): void {
  const { crew, gates, gatesOfEdges, gateMillis, haulMetresPerSecond } = field;
  const { drive, footLayer } = crew;
  const { network } = drive;
  const length = network.edgeLengthMillimetres[e]!;
  const left = length - along;

  for (let a = drive.forwardArc[e]!; a >= 0; a = drive.nextTwin[a]!) {
    const part = partOf(drive.cost[a]!, along, length);
    const start = 0;
    for (let r = drive.tail[a]! * ranks; r < (drive.tail[a]! + 1) * ranks; r++) {
      if (nodeMillis[r] !== UNREACHED)
        offer(nodeMillis[r]! + part, nodeOwner[r]!, drive.tail[a]!, start, true, -1);
    }
  }
  for (let a = drive.backwardArc[e]!; a >= 0; a = drive.nextTwin[a]!) {
    const part = partOf(drive.cost[a]!, left, length);
    const start = length;
    for (let r = drive.tail[a]! * ranks; r < (drive.tail[a]! + 1) * ranks; r++) {
      if (nodeMillis[r] !== UNREACHED)
        offer(nodeMillis[r]! + part, nodeOwner[r]!, drive.tail[a]!, start, true, -1);
    }
  }
  const u = footLayer + network.edgeTail[e]!;
  const v = footLayer + network.edgeHead[e]!;
  const fromTail = haulMillis(along, haulMetresPerSecond);
  const fromHead = haulMillis(left, haulMetresPerSecond);
  for (let r = 0; r < ranks; r++) {
    if (nodeMillis[u * ranks + r] !== UNREACHED) {
      offer(nodeMillis[u * ranks + r]! + fromTail, nodeOwner[u * ranks + r]!, u, 0, false, -1);
    }
    if (nodeMillis[v * ranks + r] !== UNREACHED) {
      offer(nodeMillis[v * ranks + r]! + fromHead, nodeOwner[v * ranks + r]!, v, length, false, -1);
    }
  }
  for (let g = gatesOfEdges.head[e]!; g >= 0; g = gatesOfEdges.next[g]!) {
    if (!field.countsAt(gates.station[g]!)) continue;
    const start = gates.alongMillimetres[g]!;
    const apart = along - start;
    const walked = gateMillis[g]! + haulMillis(Math.abs(apart), haulMetresPerSecond);
    offer(walked, gates.station[g]!, -1, start, false, g);
    const arc = apart >= 0 ? drive.forwardArc[e]! : drive.backwardArc[e]!;
    if (arc < 0) continue;
    const driven = gateMillis[g]! + partOf(drive.cost[arc]!, Math.abs(apart), length);
    offer(driven, gates.station[g]!, -1, start, true, g);
  }
}

/** What no arrival is earlier than: with it most ways are passed over unread. */
export interface ArrivalBounds {
  /** Per edge. */
  readonly least: Uint32Array;
  /** Per tile, of all ways that a point in it may hang on; null = not known. */
  readonly nearby: Uint32Array | null;
}

export function arrivalBounds(
  field: ArrivalField,
  nodeMillis: Uint32Array,
  ranks: number,
  tiles: EdgeTiles | null = null,
): ArrivalBounds {
  const least = leastOfEdges(field, nodeMillis, ranks);
  return { least, nearby: tiles?.leastNearby(least) ?? null };
}

/** No way that point i may hang on is reached earlier. */
export function earliestNear(
  { earliestMillis }: ArrivalField,
  { nearby }: ArrivalBounds,
  { tile }: Approaches,
  i: number,
): number {
  return nearby === null ? earliestMillis : nearby[tile[i]!]!;
}

/**
 * Per edge the least arrival at which any crew comes onto it: no place on it is reached earlier. Whoever drives onto an
 * edge could walk from the same node, so that its ends on foot and its gates say it all.
 */
function leastOfEdges(field: ArrivalField, nodeMillis: Uint32Array, ranks: number): Uint32Array {
  const least = new Uint32Array(field.crew.drive.network.edgeCount);
  for (let e = 0; e < least.length; e++) least[e] = leastOfEdge(field, nodeMillis, ranks, e);
  return least;
}

export function leastOfEdge(
  { crew, gatesOfEdges, gateMillis }: ArrivalField,
  nodeMillis: Uint32Array,
  ranks: number,
  e: number,
): number {
  const { footLayer, drive } = crew;
  const { edgeTail, edgeHead } = drive.network;
  let least = Math.min(
    nodeMillis[(footLayer + edgeTail[e]!) * ranks]!,
    nodeMillis[(footLayer + edgeHead[e]!) * ranks]!,
  );
  for (let g = gatesOfEdges.head[e]!; g >= 0; g = gatesOfEdges.next[g]!)
    least = Math.min(least, gateMillis[g]!);
  return least;
}
