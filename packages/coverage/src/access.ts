/** How much hose runs from the last place at which an engine may stand to each point, along ways on foot. */
import {
  edgeComponents,
  type NodeSeeds,
  type RoadGraph,
  type RoadNetwork,
  UNREACHED,
} from "@firecover/road-network";
import { type Approaches, pointAt } from "./approach.ts";
import type { StationGates } from "./station-gates.ts";
import { type StandingPlaces, type TurnableRoads, type TurningGates, withGates } from "./turnable-roads.ts";

const componentsOfGraphs = new WeakMap<RoadGraph, Uint32Array>();

/** Numbered once per graph. */
function componentsOf(drive: RoadGraph): Uint32Array {
  const component = componentsOfGraphs.get(drive) ?? edgeComponents(drive);
  componentsOfGraphs.set(drive, component);
  return component;
}

/** Per edge: 1 where engines of some station that sends a crew can get to, one-way streets aside. */
export function engineEdges(
  drive: RoadGraph,
  gates: StationGates,
  sendsCrew: (station: number) => boolean,
  component: Uint32Array = componentsOf(drive),
): Uint8Array {
  const isStationed = new Set<number>();
  for (let g = 0; g < gates.count; g++)
    if (sendsCrew(gates.station[g]!)) isStationed.add(component[gates.edge[g]!]!);
  isStationed.delete(UNREACHED);
  const engineEdge = new Uint8Array(component.length);
  for (let e = 0; e < engineEdge.length; e++) if (isStationed.has(component[e]!)) engineEdge[e] = 1;
  return engineEdge;
}

/**
 * Where engines may stand: on the turnable part of every engine road and as far beyond as they may back.
 * Null = no rule on dead ends binds: anywhere on an engine road.
 */
export function legalStops(
  network: RoadNetwork,
  engineEdge: Uint8Array,
  turnable: TurnableRoads | null,
  gates: TurningGates,
): StandingPlaces {
  const { from, to } = turnable
    ? withGates(turnable, gates)
    : { from: new Uint32Array(network.edgeCount), to: network.edgeLengthMillimetres.slice() };
  for (let e = 0; e < engineEdge.length; e++) {
    if (engineEdge[e]) continue;
    from[e] = UNREACHED;
    to[e] = 0;
  }
  return { from, to };
}

/** The ends of the edges on which an engine may stand, each with the hose that runs to it along its edge. */
export interface HoseStarts extends NodeSeeds {
  readonly edge: Uint32Array;
}

/** Per node of such an edge its best start; nodes in order. */
export function hoseStarts(network: RoadNetwork, { from, to }: StandingPlaces): HoseStarts {
  const { edgeTail, edgeHead, edgeLengthMillimetres, nodeCount, edgeCount } = network;
  const hose = new Uint32Array(nodeCount).fill(UNREACHED);
  const startEdge = new Uint32Array(nodeCount);
  const offer = (u: number, millimetres: number, e: number) => {
    if (millimetres >= hose[u]!) return;
    hose[u] = millimetres;
    startEdge[u] = e;
  };
  for (let e = 0; e < edgeCount; e++) {
    if (from[e]! > to[e]!) continue;
    offer(edgeTail[e]!, from[e]!, e);
    offer(edgeHead[e]!, edgeLengthMillimetres[e]! - to[e]!, e);
  }
  let count = 0;
  for (let u = 0; u < nodeCount; u++) if (hose[u] !== UNREACHED) count++;
  const starts = {
    count,
    node: new Uint32Array(count),
    cost: new Uint32Array(count),
    owner: new Int32Array(count),
    edge: new Uint32Array(count),
  };
  for (let u = 0, next = 0; u < nodeCount; u++) {
    if (hose[u] === UNREACHED) continue;
    starts.node[next] = u;
    starts.cost[next] = hose[u]!;
    starts.edge[next++] = startEdge[u]!;
  }
  return starts;
}

/** Least hose to a place on an edge: along it from where an engine may stand on it, or on foot from its ends. */
export function hoseAt(
  { edgeTail, edgeHead, edgeLengthMillimetres }: RoadNetwork,
  { from, to }: StandingPlaces,
  nodeHose: Uint32Array,
  e: number,
  along: number,
): number {
  let best = UNREACHED;
  if (from[e]! <= to[e]!) {
    if (along >= from[e]! && along <= to[e]!) return 0;
    best = along < from[e]! ? from[e]! - along : along - to[e]!;
  }
  const fromTail = nodeHose[edgeTail[e]!]!;
  const fromHead = nodeHose[edgeHead[e]!]!;
  if (fromTail !== UNREACHED) best = Math.min(best, fromTail + along);
  if (fromHead !== UNREACHED) best = Math.min(best, fromHead + edgeLengthMillimetres[e]! - along);
  return best;
}

export function hoseRuns(
  network: RoadNetwork,
  stops: StandingPlaces,
  nodeHose: Uint32Array,
  approaches: Approaches,
  hoseMillimetres: Uint32Array,
): void {
  for (let j = 0; j < approaches.pointCount; j++) {
    const i = pointAt(approaches, j);
    hoseMillimetres[i] = hoseRun(network, stops, nodeHose, approaches, i);
  }
}

/** Least hose to point i. */
export function hoseRun(
  network: RoadNetwork,
  stops: StandingPlaces,
  nodeHose: Uint32Array,
  approaches: Approaches,
  i: number,
): number {
  let best = UNREACHED;
  for (let k = approaches.start(i, best); k >= 0; k = approaches.next(i, k, best)) {
    const approach = approaches.hoseMillimetres[k]!;
    const hose = hoseAt(network, stops, nodeHose, approaches.edge[k]!, approaches.alongMillimetres[k]!);
    if (hose !== UNREACHED) best = Math.min(best, hose + approach);
  }
  return best;
}
