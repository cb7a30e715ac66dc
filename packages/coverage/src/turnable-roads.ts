/**
 * Where engines may stand: roads on which they can turn, and 46 m beyond (QCVN 06:2022/BXD §6.2.5).
 *
 * An engine that drives into a dead end longer than that needs a turning place there. What is left when the dead ends
 * are peeled off is the *core*: roads that can be driven without ever backing out. Peeling takes away, again and
 * again, an edge whose end leads on to nothing and is no turning place; what remains is the largest part of the
 * network in which every end leads on or is one. From the core an engine backs in as far as the standard allows.
 *
 * The largest such part can only grow with a new road or turning place, so that neither ever takes a place to stand
 * away. What hangs on the core are trees, each by one node: on every edge engines may stand on one interval.
 */
import type { RoadGraph, RoadNetwork } from "@firecover/road-network";
import { usableEdges } from "@firecover/road-network";
import { type DriveLegs, driveLegs } from "./drive-legs.ts";
import type { TurningPlaces } from "./turning-places.ts";

/** Where engines may stand on each edge, in millimetres from its tail: `from <= place <= to`; nowhere if `from > to`. */
export interface StandingPlaces {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** Places of an edge at which engines turn although nothing of the road shows it: gates of stations. */
export interface TurningGates {
  readonly count: number;
  readonly edge: Uint32Array;
  readonly alongMillimetres: Uint32Array;
}

export interface TurnableRoads {
  readonly network: RoadNetwork;
  readonly legs: DriveLegs;
  readonly longestMillimetres: number;
  /** 1 = engines can turn here without a word about gates. */
  readonly isCoreEdge: Uint8Array;
  readonly isCoreNode: Uint8Array;
  /** Without gates. */
  readonly places: StandingPlaces;
}

const nowhere = 0xffffffff;

export function turnableRoads(
  drive: RoadGraph,
  longestMillimetres: number,
  { leastLegs, isTurningNode, isTurningEdge }: TurningPlaces,
): TurnableRoads {
  const { network } = drive;
  const { edgeCount, nodeCount, edgeTail, edgeHead } = network;
  const usable = usableEdges(drive);
  const legs = driveLegs(network, usable);
  const legsAt = (u: number) => legs.edge.subarray(legs.first[u]!, legs.first[u + 1]!);
  const isCoreEdge = usable;
  const isCoreNode = new Uint8Array(nodeCount);
  const leads = new Uint32Array(nodeCount);
  for (let u = 0; u < nodeCount; u++) {
    leads[u] = legs.first[u + 1]! - legs.first[u]!;
    if (leads[u]! >= leastLegs(u) && isTurningNode(u, legsAt)) isCoreNode[u] = 1;
  }
  const isKept = new Uint8Array(edgeCount);
  for (let e = 0; e < edgeCount; e++) {
    if (!usable[e] || !isTurningEdge(e)) continue;
    isKept[e] = isCoreNode[edgeTail[e]!] = isCoreNode[edgeHead[e]!] = 1;
  }
  // An end at a barrier leads to nothing: its edge is peeled first, whatever stands on the other side.
  for (let e = 0; e < edgeCount; e++) {
    if (usable[e] && !isKept[e] && (legs.isEnd[edgeTail[e]!] || legs.isEnd[edgeHead[e]!])) peel(e);
  }
  for (let u = 0; u < nodeCount; u++) peelFrom(u);
  for (let u = 0; u < nodeCount; u++) if (leads[u]! > 0 && !legs.isEnd[u]) isCoreNode[u] = 1;

  function peel(e: number): void {
    isCoreEdge[e] = 0;
    for (const u of [edgeTail[e]!, edgeHead[e]!]) if (!legs.isEnd[u]) leads[u]!--;
  }
  function peelFrom(start: number): void {
    let u = start;
    while (leads[u] === 1 && !isCoreNode[u]) {
      let last = -1;
      for (let k = legs.first[u]!; k < legs.first[u + 1]!; k++)
        if (isCoreEdge[legs.edge[k]!]) last = legs.edge[k]!;
      if (isKept[last]) return;
      peel(last);
      u = edgeTail[last] === u ? edgeHead[last]! : edgeTail[last]!;
    }
  }

  const places = { from: new Uint32Array(edgeCount).fill(nowhere), to: new Uint32Array(edgeCount) };
  for (let e = 0; e < edgeCount; e++)
    if (isCoreEdge[e]) standOn(places, e, 0, network.edgeLengthMillimetres[e]!);
  const roads = { network, legs, longestMillimetres, isCoreEdge, isCoreNode, places };
  const isCore = (e: number) => isCoreEdge[e] === 1;
  for (let u = 0; u < nodeCount; u++) {
    // most nodes of the core have no dead end: the loop costs less than the call
    let hasTree = 0;
    for (let k = legs.first[u]!; k < legs.first[u + 1]!; k++) hasTree |= 1 - isCoreEdge[legs.edge[k]!]!;
    if (hasTree && isCoreNode[u]) backInto(roads, places, u, 0, -1, isCore);
  }
  return roads;
}

function standOn(places: StandingPlaces, e: number, from: number, to: number): void {
  places.from[e] = from;
  places.to[e] = to;
}

/** Backs from node u, `backed` millimetres behind the last turning place, into what is not of the core. */
function backInto(
  { network, legs, longestMillimetres }: Pick<TurnableRoads, "network" | "legs" | "longestMillimetres">,
  places: StandingPlaces,
  start: number,
  startBacked: number,
  startVia: number,
  isRoad: (e: number) => boolean,
): void {
  const stack = [start, startBacked, startVia];
  while (stack.length > 0) {
    const via = stack.pop()!;
    const backed = stack.pop()!;
    const u = stack.pop()!;
    if (legs.isEnd[u]) continue;
    for (let k = legs.first[u]!; k < legs.first[u + 1]!; k++) {
      const e = legs.edge[k]!;
      if (e === via || isRoad(e)) continue;
      const length = network.edgeLengthMillimetres[e]!;
      const room = longestMillimetres - backed;
      const isTail = network.edgeTail[e] === u;
      if (isTail) standOn(places, e, 0, Math.min(length, room));
      else standOn(places, e, Math.max(0, length - room), length);
      if (length <= room)
        stack.push(isTail ? network.edgeHead[e]! : network.edgeTail[e]!, backed + length, e);
    }
  }
}

/**
 * The same with engines turning at the gates of their stations as well. Only trees with a gate in them change: each
 * is peeled anew, down to the roads between its gates and the core.
 */
export function withGates(roads: TurnableRoads, gates: TurningGates): StandingPlaces {
  const result = { from: roads.places.from.slice(), to: roads.places.to.slice() };
  const inTrees = gatesInTrees(roads, gates);
  renewTrees(roads, inTrees, inTrees.keys(), result);
  return result;
}

/** Edge → places along it, millimetres; of gates in trees. */
export function gatesInTrees(
  { isCoreEdge, legs }: TurnableRoads,
  gates: TurningGates,
): ReadonlyMap<number, readonly number[]> {
  const inTrees = new Map<number, number[]>();
  for (let g = 0; g < gates.count; g++) {
    const e = gates.edge[g]!;
    if (isCoreEdge[e] || !legs.usable[e]) continue;
    const known = inTrees.get(e);
    if (known) known.push(gates.alongMillimetres[g]!);
    else inTrees.set(e, [gates.alongMillimetres[g]!]);
  }
  return inTrees;
}

/** Sets the places in the trees that these edges are part of; all edges of those trees. */
export function renewTrees(
  roads: TurnableRoads,
  inTrees: ReadonlyMap<number, readonly number[]>,
  edges: Iterable<number>,
  result: StandingPlaces,
): number[] {
  const seen = new Set<number>();
  for (const start of edges) {
    if (seen.has(start)) continue;
    const tree = treeOf(roads, start, seen);
    for (const e of tree) standOn(result, e, roads.places.from[e]!, roads.places.to[e]!);
    if (tree.some((e) => inTrees.has(e))) peelTree(roads, tree, inTrees, result);
  }
  return [...seen];
}

/** The edges of one tree, found from one of them. */
function treeOf(
  { network, legs, isCoreEdge, isCoreNode }: TurnableRoads,
  start: number,
  seen: Set<number>,
): number[] {
  const tree = [start];
  seen.add(start);
  for (let next = 0; next < tree.length; next++) {
    for (const u of [network.edgeTail[tree[next]!]!, network.edgeHead[tree[next]!]!]) {
      if (legs.isEnd[u] || isCoreNode[u]) continue;
      for (let k = legs.first[u]!; k < legs.first[u + 1]!; k++) {
        const e = legs.edge[k]!;
        if (isCoreEdge[e] || seen.has(e)) continue;
        seen.add(e);
        tree.push(e);
      }
    }
  }
  return tree;
}

function peelTree(
  roads: TurnableRoads,
  tree: readonly number[],
  gatesOf: ReadonlyMap<number, readonly number[]>,
  result: StandingPlaces,
): void {
  const { network, legs, isCoreNode, isCoreEdge, longestMillimetres } = roads;
  const { edgeTail, edgeHead, edgeLengthMillimetres } = network;
  const leads = new Map<number, number>();
  const left = new Set(tree);
  const stays = (u: number) => !legs.isEnd[u] && (isCoreNode[u] === 1 || leads.get(u)! > 1);
  for (const e of tree) for (const u of [edgeTail[e]!, edgeHead[e]!]) leads.set(u, (leads.get(u) ?? 0) + 1);
  const queue = [...tree];
  while (queue.length > 0) {
    const e = queue.pop()!;
    if (!left.has(e) || gatesOf.has(e) || (stays(edgeTail[e]!) && stays(edgeHead[e]!))) continue;
    left.delete(e);
    for (const u of [edgeTail[e]!, edgeHead[e]!]) {
      leads.set(u, leads.get(u)! - 1);
      if (legs.isEnd[u]) continue;
      for (let k = legs.first[u]!; k < legs.first[u + 1]!; k++)
        if (left.has(legs.edge[k]!)) queue.push(legs.edge[k]!);
    }
  }
  // What is left leads from gate to gate or to the core; an edge at its rim ends at its outermost gate.
  const isRoad = (e: number) => isCoreEdge[e] === 1 || left.has(e);
  for (const e of left) {
    const length = edgeLengthMillimetres[e]!;
    const [u, v] = [edgeTail[e]!, edgeHead[e]!];
    const own = gatesOf.get(e) ?? [];
    const first = stays(u) ? 0 : Math.min(...own);
    const last = stays(v) ? length : Math.max(...own);
    standOn(result, e, Math.max(0, first - longestMillimetres), Math.min(length, last + longestMillimetres));
    // From a node of the core all is said already, and other trees hang there too.
    if (!isCoreNode[u] && first <= longestMillimetres) backInto(roads, result, u, first, e, isRoad);
    if (!isCoreNode[v] && length - last <= longestMillimetres)
      backInto(roads, result, v, length - last, e, isRoad);
  }
}
