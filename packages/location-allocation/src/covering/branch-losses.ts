/** How much the bound fell when a site was last decided (pseudo-costs), so that the site that closes most is split next. */

import type { Decision } from "./site-branching.ts";

const INTEGRAL = 1e-6;

export class BranchLosses {
  /** Per side (0 = closed, 1 = stands) and site: loss per unit moved, summed, and how often. */
  readonly #sum: readonly [Float64Array, Float64Array];
  readonly #count: readonly [Float64Array, Float64Array];

  constructor(siteCount: number) {
    this.#sum = [new Float64Array(siteCount), new Float64Array(siteCount)];
    this.#count = [new Float64Array(siteCount), new Float64Array(siteCount)];
  }

  learn(decision: Decision, loss: number): void {
    const { site, stands, share } = decision;
    const side = stands ? 1 : 0;
    this.#sum[side][site]! += Math.max(0, loss) / Math.max(0.1, stands ? 1 - share : share);
    this.#count[side][site]!++;
  }

  /** Whether both sides of a site have been seen. */
  isKnown(site: number): boolean {
    return this.#count[0][site]! > 0 && this.#count[1][site]! > 0;
  }

  /** The open site whose decision is expected to lower the bound most on both sides. */
  mostTelling(open: readonly number[], y: Float64Array | null): number {
    const mean = [this.#mean(0), this.#mean(1)] as const;
    const expected = (side: 0 | 1, j: number) =>
      this.#count[side][j]! > 0 ? this.#sum[side][j]! / this.#count[side][j]! : mean[side];
    let best = open[0]!;
    let bestScore = -1;
    for (const j of open) {
      const share = y ? Math.min(1, Math.max(0, y[j]!)) : 0.5;
      const fraction = Math.min(share, 1 - share);
      const score =
        (fraction < INTEGRAL ? 1e-9 : 1) * (1e-3 + fraction) * (1 + expected(0, j)) * (1 + expected(1, j));
      if (score <= bestScore) continue;
      best = j;
      bestScore = score;
    }
    return best;
  }

  #mean(side: 0 | 1): number {
    const count = this.#count[side].reduce((a, b) => a + b, 0);
    return count === 0 ? 1 : this.#sum[side].reduce((a, b) => a + b, 0) / count;
  }
}
