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

/**
 * The best multipliers met, rounded down to whole numbers (any multipliers bound; whole ones make sums exact). Each step
 * keeps a share of the one before, which damps the zigzag of subgradients (Camerini, Fratta & Maffioli, 1975).
 */
export function descend({ start, most, target, steps, boundAt, isOver }: Descent): Float64Array {
  const lambda = start.slice();
  const gradient = new Float64Array(lambda.length);
  const direction = new Float64Array(lambda.length);
  let best = lambda.slice();
  let least = Infinity;
  let pace = 1.5;
  let sinceBetter = 0;
  for (let step = 0; step < steps && !isOver(); step++) {
    const bound = boundAt(lambda, gradient);
    if (bound < least) {
      if (bound < least - 1e-4 * (least - target)) sinceBetter = 0;
      least = bound;
      best = lambda.slice();
    }
    if (++sinceBetter === patience) {
      pace /= 2;
      sinceBetter = 0;
      if (pace < 1e-3) break;
    }
    let norm = 0;
    for (let i = 0; i < lambda.length; i++) {
      direction[i] = gradient[i]! + kept * direction[i]!;
      // At the end of its range a multiplier cannot follow; it must not shorten the step of the others.
      const isStuck = direction[i]! > 0 ? lambda[i] === 0 : lambda[i] === most[i];
      if (!isStuck) norm += direction[i]! * direction[i]!;
    }
    if (norm === 0 || bound <= target) break;
    const length = (pace * (bound - target)) / norm;
    for (let i = 0; i < lambda.length; i++) {
      lambda[i] = Math.min(most[i]!, Math.max(0, lambda[i]! - length * direction[i]!));
    }
  }
  return best.map(Math.floor);
}

/** Steps without getting better before they are halved. */
const patience = 20;

/** Share of the direction before that is kept. */
const kept = 0.6;
