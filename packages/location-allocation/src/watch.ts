/** The clock of one solve: time limit, stop wish and progress in one place. */
import type { Phase, SolveOptions } from "./answer.ts";

export interface Watch {
  seconds(): number;
  /** Infinity without a limit. */
  secondsLeft(): number;
  /** Time is up, or the caller wishes to stop; stays true from then on. Cheap: looks at the clock every few calls. */
  isOver(): boolean;
  /** Tells the caller what is known; null = not known yet. The last known value is kept where null is given. */
  report(phase: Phase, incumbent: number | null, bound: number | null): void;
}

/** For loops that look at many small things: asks `isOver` once in about so many of them. */
export function askedRarely(isOver: () => boolean, every: number): (things: number) => boolean {
  let sinceAsked = 0;
  return (things) => {
    sinceAsked += things;
    if (sinceAsked < every) return false;
    sinceAsked = 0;
    return isOver();
  };
}

export function startWatch(options: SolveOptions = {}): Watch {
  const start = performance.now();
  const limit = options.timeLimitSeconds ?? Infinity;
  const seconds = () => (performance.now() - start) / 1000;
  let over = false;
  let incumbent: number | null = null;
  let bound: number | null = null;
  return {
    seconds,
    secondsLeft: () => (limit === Infinity ? Infinity : Math.max(0, limit - seconds())),
    isOver() {
      over ||= seconds() >= limit || (options.shouldStop?.() ?? false);
      return over;
    },
    report(phase, newIncumbent, newBound) {
      incumbent = newIncumbent ?? incumbent;
      bound = newBound ?? bound;
      options.onProgress?.({ phase, incumbent, bound, seconds: seconds() });
    },
  };
}
