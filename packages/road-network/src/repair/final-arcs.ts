/**
 * Arcs at whose head a search that comes by them may stop, since nothing beyond is reached sooner from there.
 *
 * Either all ways lead back, or the arc is a step without cost (an engine stops, its crew walks on) and each way on
 * leads to a node that whoever did not take the step reaches as soon by two other arcs: driving on, and the step there.
 * That first arc costs something, so that no two steps pass for final on each other's account.
 */
import type { RoadGraph } from "../graph.ts";
import type { RepairArcs } from "./repair-arcs.ts";

export interface FinalArcs {
  /** Per arc. */
  readonly isFinal: Uint8Array;
  /** After the costs of these arcs changed. What a search passed over before stays no sooner than what it found. */
  renew(arcs: Uint32Array | readonly number[]): void;
}

export function createFinalArcs(
  { nodeCount, arcCount, firstOut, tail }: RoadGraph,
  { out, firstIn, into }: RepairArcs,
): FinalArcs {
  const isFinal = new Uint8Array(arcCount);

  function renewFrom(u: number): void {
    for (let a = firstOut[u]!; a < firstOut[u + 1]!; a++) isFinal[a] = leadsNowhere(u, a) ? 1 : 0;
  }

  function leadsNowhere(u: number, a: number): boolean {
    const v = out[2 * a]!;
    const isStep = out[2 * a + 1] === 0;
    for (let b = firstOut[v]!; b < firstOut[v + 1]!; b++) {
      const beyond = out[2 * b]!;
      if (beyond !== u && !(isStep && isReachedAside(u, v, beyond, out[2 * b + 1]!))) return false;
    }
    return true;
  }

  /** Whether two arcs lead from u to a node past v, the first of some cost, in no more than so much. */
  function isReachedAside(u: number, v: number, to: number, within: number): boolean {
    for (let c = firstOut[u]!; c < firstOut[u + 1]!; c++) {
      const x = out[2 * c]!;
      const spent = out[2 * c + 1]!;
      if (x === v || spent === 0 || spent > within) continue;
      for (let d = firstOut[x]!; d < firstOut[x + 1]!; d++)
        if (out[2 * d] === to && spent + out[2 * d + 1]! <= within) return true;
    }
    return false;
  }

  for (let u = 0; u < nodeCount; u++) renewFrom(u);
  return {
    isFinal,
    renew(arcs) {
      // A cost counts for arcs from its own tail, and for those from nodes one arc before.
      for (const a of arcs) {
        const u = tail[a]!;
        renewFrom(u);
        for (let j = 2 * firstIn[u]!; j < 2 * firstIn[u + 1]!; j += 2) renewFrom(into[j]!);
      }
    },
  };
}
