/** Remembers, for every road driven, how far it has come along a forbidden sequence (Aho & Corasick, 1975). */

/**
 * State 0 remembers nothing; every other state stands for a proper beginning of some forbidden sequence,
 * and means that exactly these steps were driven last.
 */
export interface TurnStates {
  readonly stateCount: number;
  /** Last step of each state's beginning; -1 for state 0. */
  readonly lastStep: readonly number[];
  /** Whether the step completes a forbidden sequence. */
  isForbidden(state: number, step: number): boolean;
  /** The state after a step that is not forbidden. */
  after(state: number, step: number): number;
}

export function buildTurnStates(sequences: readonly (readonly number[])[], stepCount: number): TurnStates {
  const child = new Map<number, number>(); // state * stepCount + step → state
  const forbidden = new Set<number>(); // state * stepCount + step
  const lastStep = [-1];
  const parent = [0];
  for (const sequence of sequences) {
    let state = 0;
    for (const step of sequence.slice(0, -1)) {
      const key = state * stepCount + step;
      let next = child.get(key);
      if (next === undefined) {
        next = lastStep.length;
        child.set(key, next);
        lastStep.push(step);
        parent.push(state);
      }
      state = next;
    }
    forbidden.add(state * stepCount + sequence[sequence.length - 1]!);
  }

  // The state of the longest beginning that is a proper suffix of this one. Shallow states come first.
  const depth = parent.map(() => 0);
  for (let s = 1; s < depth.length; s++) depth[s] = depth[parent[s]!]! + 1;
  const fallback = parent.map(() => 0);
  const byDepth = depth.map((_, s) => s).sort((a, b) => depth[a]! - depth[b]! || a - b);
  for (const s of byDepth) {
    if (depth[s]! > 1) fallback[s] = after(fallback[parent[s]!]!, lastStep[s]!);
  }

  function after(state: number, step: number): number {
    for (let s = state; ; s = fallback[s]!) {
      const next = child.get(s * stepCount + step);
      if (next !== undefined) return next;
      if (s === 0) return 0;
    }
  }
  function isForbidden(state: number, step: number): boolean {
    for (let s = state; s !== 0; s = fallback[s]!) if (forbidden.has(s * stepCount + step)) return true;
    return false;
  }
  return { stateCount: lastStep.length, lastStep, isForbidden, after };
}
