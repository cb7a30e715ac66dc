/** Lists the sequences of steps that may not be driven whole: past barriers and against turn restrictions. */
import { type RoadNetwork, UNREACHED } from "./network.ts";

/** Each sequence has at least two steps; one with a step that is not drivable anyway is left out. */
export function forbiddenSequences(
  network: RoadNetwork,
  stepCost: Uint32Array,
  withRestrictions: boolean,
): number[][] {
  const isDrivable = (step: number) => stepCost[step] !== UNREACHED;
  const stepsOut = stepsOutOfRuledNodes(network, withRestrictions);
  const exitsOf = (v: number) => (stepsOut.get(v) ?? []).filter(isDrivable);
  const sequences: number[][] = [];

  for (const [v, steps] of stepsOut) {
    if (network.nodeIsBarrier[v] === 0) continue;
    for (const arrival of steps.map((step) => step ^ 1).filter(isDrivable)) {
      for (const exit of exitsOf(v)) if (exit !== (arrival ^ 1)) sequences.push([arrival, exit]);
    }
  }
  if (!withRestrictions) return sequences;

  const { restrictions } = network;
  const allowedAfter = new Map<string, { prefix: number[]; allowed: Set<number> }>();
  for (let r = 0; r < restrictions.count; r++) {
    const steps = [...restrictions.step.subarray(restrictions.firstStep[r], restrictions.firstStep[r + 1])];
    if (restrictions.isOnly[r] === 0) {
      if (steps.every(isDrivable)) sequences.push(steps);
      continue;
    }
    const prefix = steps.slice(0, -1);
    if (!prefix.every(isDrivable)) continue;
    const entry = allowedAfter.get(prefix.join()) ?? { prefix, allowed: new Set<number>() };
    entry.allowed.add(steps[steps.length - 1]!);
    allowedAfter.set(prefix.join(), entry);
  }
  for (const { prefix, allowed } of allowedAfter.values()) {
    const last = prefix[prefix.length - 1]!;
    for (const exit of exitsOf(headOfStep(network, last))) {
      if (!allowed.has(exit)) sequences.push([...prefix, exit]);
    }
  }
  return sequences;
}

/** Steps out of the nodes that have a rule, drivable or not. */
function stepsOutOfRuledNodes(network: RoadNetwork, withRestrictions: boolean): Map<number, number[]> {
  const isRuled = network.nodeIsBarrier.slice();
  if (withRestrictions) for (const step of network.restrictions.step) isRuled[headOfStep(network, step)] = 1;
  const stepsOut = new Map<number, number[]>();
  for (let step = 0; step < 2 * network.edgeCount; step++) {
    const tail = headOfStep(network, step ^ 1);
    if (isRuled[tail] === 0) continue;
    const known = stepsOut.get(tail);
    if (known === undefined) stepsOut.set(tail, [step]);
    else known.push(step);
  }
  return stepsOut;
}

export function headOfStep({ edgeHead, edgeTail }: RoadNetwork, step: number): number {
  return ((step & 1) === 0 ? edgeHead : edgeTail)[step >> 1]!;
}
