/** Directed graphs over a road network in compressed sparse row (CSR) form: what a search runs on. */
import { assembleGraph } from "./assemble-graph.ts";
import { forbiddenSequences } from "./forbidden-sequences.ts";
import { type RoadNetwork, UNREACHED } from "./network.ts";
import { allowsEngine, engineSpeedKph, type Traveller } from "./traveller.ts";
import { buildTurnStates } from "./turn-states.ts";
import { directions } from "./way.ts";

/**
 * Arc `a` of node `u` satisfies `firstOut[u] <= a < firstOut[u + 1]`.
 *
 * The network's nodes come first, under the same numbers. After them come copies: a copy stands at a network
 * node too, but remembers the steps just driven and lacks the arcs that are forbidden after them.
 */
export interface RoadGraph {
  readonly network: RoadNetwork;
  /** False where a barrier node may be arrived at but not passed. */
  readonly passesBarriers: boolean;
  readonly nodeCount: number;
  readonly arcCount: number;
  readonly firstOut: Uint32Array;
  readonly tail: Uint32Array;
  readonly head: Uint32Array;
  /** Milliseconds of driving, or millimetres on foot; at least 1. */
  readonly cost: Uint32Array;
  readonly arcEdge: Uint32Array;
  /** 1 = in the direction of the way. */
  readonly arcIsForward: Uint8Array;
  /** The network node at which a node stands. */
  readonly nodeOf: Uint32Array;
  /** The next copy of the same network node, or -1: start at the network node to visit all. */
  readonly nextCopy: Int32Array;
  /** The arc along each edge that leaves the network node itself, or -1 where that is not allowed. */
  readonly forwardArc: Int32Array;
  readonly backwardArc: Int32Array;
  /** The next arc along the same edge in the same direction, leaving a copy, or -1. */
  readonly nextTwin: Int32Array;
}

/** Cost per step (`2 * edge + (forward ? 0 : 1)`); UNREACHED = may not be travelled. */
export type StepCosts = Uint32Array;

/** The graph of a driver; costs in milliseconds, `round(length / speed)` and at least 1. */
export function driveGraph(network: RoadNetwork, traveller: Traveller): RoadGraph {
  const stepCost = driveCosts(network, traveller);
  const sequences = forbiddenSequences(network, stepCost, traveller.turnRestrictions);
  return assembleGraph(network, stepCost, buildTurnStates(sequences, 2 * network.edgeCount), false);
}

export interface FootPace {
  /** Costs become milliseconds at this pace instead of millimetres. */
  readonly metresPerSecond?: number;
}

/** The graph of people and hoses: every edge both ways, barriers passed; costs in millimetres by default. */
export function footGraph(network: RoadNetwork, { metresPerSecond = 1 }: FootPace = {}): RoadGraph {
  const stepCost = new Uint32Array(2 * network.edgeCount);
  for (let e = 0; e < network.edgeCount; e++) {
    const cost = wholeCost(network.edgeLengthMillimetres[e]! / metresPerSecond);
    stepCost[2 * e] = cost;
    stepCost[2 * e + 1] = cost;
  }
  return assembleGraph(network, stepCost, buildTurnStates([], 2 * network.edgeCount), true);
}

function driveCosts(network: RoadNetwork, traveller: Traveller): StepCosts {
  const { edgeCount, edgeWay, edgeLengthMillimetres, wayDirection, wayCount } = network;
  const millisPerMillimetre = new Float64Array(wayCount).fill(Number.NaN);
  for (let w = 0; w < wayCount; w++) {
    if (allowsEngine(network, traveller, w))
      millisPerMillimetre[w] = 3.6 / engineSpeedKph(network, traveller, w);
  }
  const stepCost = new Uint32Array(2 * edgeCount).fill(UNREACHED);
  for (let e = 0; e < edgeCount; e++) {
    const w = edgeWay[e]!;
    if (Number.isNaN(millisPerMillimetre[w]!)) continue;
    const direction = traveller.contraflow ? "both" : directions[wayDirection[w]!]!;
    const cost = wholeCost(edgeLengthMillimetres[e]! * millisPerMillimetre[w]!);
    if (direction !== "backward") stepCost[2 * e] = cost;
    if (direction !== "forward") stepCost[2 * e + 1] = cost;
  }
  return stepCost;
}

/** Below 2^31, so that a cost within the search limit plus one arc stays a Uint32. */
function wholeCost(cost: number): number {
  return Math.min(0x7fffffff, Math.max(1, Math.round(cost)));
}
