/** Raises the Lagrangian bound by the volume algorithm (Barahona & Anbil, 2000), whose averages also tell what to branch on. */
import type { Watch } from "../watch.ts";
import { clip, type Dual, evaluate, fixByReducedCost } from "./dual.ts";
import type { Range } from "./fixing.ts";

const LEAST_MIX = 0.01;
const MOST_MIX = 0.3;

export interface AscentStart {
  readonly multiplier: Float64Array;
  readonly fix: Uint8Array;
  readonly range: Range;
  /** Average of the choices seen so far, per site; null = none seen. */
  readonly share: Float64Array | null;
}

export interface AscentOptions {
  readonly iterations: number;
  /** The search of this part ends as soon as the bound passes it. */
  readonly limit: () => number;
  /** Cost of the best choice known; Infinity without one. */
  readonly upper: () => number;
  readonly watch: Watch;
  /** Called at each better bound while `isChosen` holds the choice behind it. */
  readonly onBetter?: (bound: number, iteration: number) => void;
}

export interface Ascended {
  readonly bound: number;
  readonly multiplier: Float64Array;
  readonly share: Float64Array;
}

/** Sites settled on the way are marked in `start.fix`; consequences of that are the caller's to draw. */
export function ascend(dual: Dual, start: AscentStart, options: AscentOptions): Ascended {
  const { model, rows, slope, isChosen } = dual;
  const { fix, range } = start;
  const { demandCount, siteCount } = model;
  const size = demandCount + rows.length;
  const cap = Math.max(model.penalty / 8, 2 ** 50 / (size + 1));
  const { least } = range;
  const most = range.most.map((value) => Math.min(value, cap));
  const best = Float64Array.from(start.multiplier, (value, i) => clip(value, i, demandCount, range, cap));
  let bound = evaluate(dual, best, fix);
  const share = start.share ?? Float64Array.from(isChosen);
  const volume = slope.slice();
  const tried = new Float64Array(size);
  let factor = 0.1;
  let reds = 0;
  let target = 0;
  let stalledAt = bound;
  let stalled = 0;
  settle();

  for (let iteration = 0; iteration < options.iterations; iteration++) {
    if (bound > options.limit() || options.watch.isOver()) break;
    const upper = options.upper();
    target = upper === Infinity ? bound + Math.max(1, Math.abs(bound)) * 0.1 : upper;
    let norm = 0;
    for (let i = 0; i < demandCount; i++) {
      const v = volume[i]!;
      // A multiplier at the end of its range has nowhere to go.
      if (v > 0 ? best[i]! < most[i]! : best[i]! > least[i]!) norm += v * v;
    }
    for (let r = 0; r < rows.length; r++) {
      const v = volume[demandCount + r]!;
      if (v > 0 || best[demandCount + r]! > 0) norm += v * v * rows[r]!.speed;
    }
    if (norm < 1e-12) break;
    const step = (factor * (target - bound)) / norm;
    for (let i = 0; i < demandCount; i++) {
      const next = Math.floor(best[i]! + step * volume[i]! + 0.5);
      tried[i] = next > most[i]! ? most[i]! : next < least[i]! ? least[i]! : next;
    }
    for (let r = 0; r < rows.length; r++) {
      const i = demandCount + r;
      tried[i] = clip(Math.round(best[i]! + step * rows[r]!.speed * volume[i]!), i, demandCount, range, cap);
    }
    const value = evaluate(dual, tried, fix);

    let product = 0;
    let slopeNorm = 0;
    let volumeNorm = 0;
    for (let i = 0; i < demandCount; i++) {
      const s = slope[i]!;
      const v = volume[i]!;
      product += s * v;
      slopeNorm += s * s;
      volumeNorm += v * v;
    }
    for (let r = 0; r < rows.length; r++) {
      const s = slope[demandCount + r]!;
      const v = volume[demandCount + r]!;
      const { speed } = rows[r]!;
      product += s * v * speed;
      slopeNorm += s * s * speed;
      volumeNorm += v * v * speed;
    }
    // The mix of the new slope and the old average that is shortest, within bounds: the average moves slowly.
    const apart = slopeNorm - 2 * product + volumeNorm;
    const shortest = apart > 0 ? (volumeNorm - product) / apart : 0;
    const mix = Math.min(MOST_MIX, Math.max(LEAST_MIX, shortest));
    for (let i = 0; i < size; i++) volume[i]! += mix * (slope[i]! - volume[i]!);
    for (let j = 0; j < siteCount; j++) share[j]! += mix * (isChosen[j]! - share[j]!);

    if (value > bound) {
      best.set(tried);
      bound = value;
      if (product > 0) factor = Math.min(2, factor * 1.1);
      reds = 0;
      settle();
      options.onBetter?.(bound, iteration);
    } else if (++reds >= 10) {
      factor = Math.max(factor * 0.66, 1e-4);
      reds = 0;
    }
    if (++stalled === 100) {
      if (bound - stalledAt < (options.limit() - bound) * 0.002) break;
      stalledAt = bound;
      stalled = 0;
    }
  }
  return { bound, multiplier: best, share };

  function settle(): void {
    const limit = options.limit();
    if (limit < Infinity && bound <= limit) fixByReducedCost(dual, bound, limit, fix);
  }
}
