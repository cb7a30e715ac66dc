/** Lays out a graph from step costs and turn states: one node per network node, one copy per turn state. */
import { headOfStep } from "./forbidden-sequences.ts";
import type { RoadGraph, StepCosts } from "./graph.ts";
import { type RoadNetwork, UNREACHED } from "./network.ts";
import type { TurnStates } from "./turn-states.ts";

export function assembleGraph(
  network: RoadNetwork,
  stepCost: StepCosts,
  states: TurnStates,
  passesBarriers: boolean,
): RoadGraph {
  const baseCount = network.nodeCount;
  const nodeCount = baseCount + states.stateCount - 1;
  const nodeOf = new Uint32Array(nodeCount);
  for (let u = 0; u < baseCount; u++) nodeOf[u] = u;
  for (let s = 1; s < states.stateCount; s++)
    nodeOf[baseCount + s - 1] = headOfStep(network, states.lastStep[s]!);

  const nextCopy = new Int32Array(nodeCount).fill(-1);
  for (let u = nodeCount - 1; u >= baseCount; u--) {
    nextCopy[u] = nextCopy[nodeOf[u]!]!;
    nextCopy[nodeOf[u]!] = u;
  }

  const out = stepsByTail(network, stepCost);
  const isOpen = (u: number, step: number) => u < baseCount || !states.isForbidden(u - baseCount + 1, step);
  const firstOut = new Uint32Array(nodeCount + 1);
  for (let u = 0; u < nodeCount; u++) {
    let arcs = 0;
    for (let i = out.first[nodeOf[u]!]!; i < out.first[nodeOf[u]! + 1]!; i++)
      if (isOpen(u, out.step[i]!)) arcs++;
    firstOut[u + 1] = firstOut[u]! + arcs;
  }

  const arcCount = firstOut[nodeCount]!;
  const tail = new Uint32Array(arcCount);
  const head = new Uint32Array(arcCount);
  const cost = new Uint32Array(arcCount);
  const arcEdge = new Uint32Array(arcCount);
  const arcIsForward = new Uint8Array(arcCount);
  const firstArcOfStep = new Int32Array(2 * network.edgeCount).fill(-1);
  const nextTwin = new Int32Array(arcCount).fill(-1);
  let a = 0;
  for (let u = 0; u < nodeCount; u++) {
    const state = u < baseCount ? 0 : u - baseCount + 1;
    for (let i = out.first[nodeOf[u]!]!; i < out.first[nodeOf[u]! + 1]!; i++) {
      const step = out.step[i]!;
      if (!isOpen(u, step)) continue;
      const next = states.stateCount === 1 ? 0 : states.after(state, step);
      tail[a] = u;
      head[a] = next === 0 ? headOfStep(network, step) : baseCount + next - 1;
      cost[a] = stepCost[step]!;
      arcEdge[a] = step >> 1;
      arcIsForward[a] = 1 - (step & 1);
      const first = firstArcOfStep[step]!;
      if (first < 0) firstArcOfStep[step] = a;
      else {
        nextTwin[a] = nextTwin[first]!;
        nextTwin[first] = a;
      }
      a++;
    }
  }
  const forwardArc = firstArcOfStep.filter((_, step) => (step & 1) === 0);
  const backwardArc = firstArcOfStep.filter((_, step) => (step & 1) === 1);
  return {
    network,
    passesBarriers,
    nodeCount,
    arcCount,
    firstOut,
    tail,
    head,
    cost,
    arcEdge,
    arcIsForward,
    nodeOf,
    nextCopy,
    forwardArc,
    backwardArc,
    nextTwin,
  };
}

/** Travellable steps grouped by the network node they leave. */
function stepsByTail(network: RoadNetwork, stepCost: StepCosts): { first: Uint32Array; step: Uint32Array } {
  const first = new Uint32Array(network.nodeCount + 1);
  for (let s = 0; s < stepCost.length; s++)
    if (stepCost[s] !== UNREACHED) first[headOfStep(network, s ^ 1) + 1]!++;
  for (let u = 0; u < network.nodeCount; u++) first[u + 1]! += first[u]!;
  const next = first.slice();
  const step = new Uint32Array(first[network.nodeCount]!);
  for (let s = 0; s < stepCost.length; s++) {
    if (stepCost[s] !== UNREACHED) step[next[headOfStep(network, s ^ 1)]!++] = s;
  }
  return { first, step };
}
