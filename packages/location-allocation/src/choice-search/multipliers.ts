/** Good multipliers by subgradient steps (Held, Wolfe & Crowder, 1974): the bound comes down towards the optimum. */

export interface Descent {
  /** Where to begin. */
  readonly start: Float64Array;
  /** No multiplier is larger. */
  readonly most: Float64Array;
  /** A value known to be reached: steps are measured by how far the bound is above it. */
  readonly target: number;
  readonly steps: number;
  /** The bound at λ; writes how it changes with each multiplier. */
  readonly boundAt: (lambda: Float64Array, gradient: Float64Array) => number;
  readonly isOver: () => boolean;
}

/** The best multipliers met, rounded down to whole numbers (any multipliers bound; whole ones make sums exact). */
export function descend({ start, most, target, steps, boundAt, isOver }: Descent): Float64Array {
  const lambda = start.slice();
  const gradient = new Float64Array(lambda.length);
  let best = lambda.slice();
  let least = Infinity;
  let pace = 1;
  let sinceBetter = 0;
  for (let step = 0; step < steps && !isOver(); step++) {
    const bound = boundAt(lambda, gradient);
    if (bound < least - 1e-7 * Math.abs(least - target) || least === Infinity) {
      least = bound;
      best = lambda.slice();
      sinceBetter = 0;
    } else if (++sinceBetter === 12) {
      pace /= 2;
      sinceBetter = 0;
      lambda.set(best);
      if (pace < 1e-4) break;
      continue;
    }
    let norm = 0;
    for (let i = 0; i < lambda.length; i++) norm += gradient[i]! * gradient[i]!;
    if (norm === 0 || bound <= target) break;
    const length = (pace * (bound - target)) / norm;
    for (let i = 0; i < lambda.length; i++) {
      lambda[i] = Math.min(most[i]!, Math.max(0, lambda[i]! - length * gradient[i]!));
    }
  }
  return best.map(Math.floor);
}
