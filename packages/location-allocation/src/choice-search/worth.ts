/** What a set of sites is worth while sites open and close, and how much any larger set can be worth at most. */

/**
 * Always maximised (costs come in as their negative), in whole numbers where the instance allows, so that sums and bounds
 * are exact. Sites close in the reverse order of their opening.
 */
export interface Worth {
  open(site: number): void;
  close(site: number): void;
  /** Of the open set; −Infinity where it does not answer the question. */
  value(): number;
  isAnswer(): boolean;
  /** How many ways of bounding there are. */
  readonly boundCount: number;
  /**
   * Bound `b` of what the open set is worth with any more sites: base + Σ gain of the sites added, whichever they are.
   * Returns the base and writes the gain of each free site into `gain`, by site. It holds for at most `room` more sites.
   */
  bound(b: number, free: readonly number[], gain: Float64Array, room: number): number;
  /** Free sites one of which must open for the set to become an answer: the shortest such list found; null = no need. */
  mustOpen(isFree: Uint8Array): readonly number[] | null;
}

/** How to come back from whole numbers to the problem's own unit. */
export interface Scale {
  /** Whole number = value in the problem's unit × this. */
  readonly perUnit: number;
  /** Values differ by multiples of this, in whole numbers. */
  readonly step: number;
  /** False: more than six decimals, or too large; amounts are then rounded, each by at most half of 1 ÷ perUnit. */
  readonly isExact: boolean;
}

/** Multipliers of a bound may be fractions of 2^-k of the unit: as fine as sums below 2^53 leave room for. */
const ROOM_BITS = 46;
const MOST_FRACTION_BITS = 20;

/** `total`: no value is larger. `unit`: 10^d at which all values are whole; null = they never are. */
export function scaleOf(total: number, unit: number | null): Scale {
  const room = Math.floor(
    ROOM_BITS - Math.log2(Math.max(unit === null ? 2 ** -900 : 1, total * (unit ?? 1))),
  );
  if (unit === null || room < 0) return { perUnit: 2 ** Math.min(room, 900), step: 1, isExact: false };
  const step = 2 ** Math.min(room, MOST_FRACTION_BITS);
  return { perUnit: unit * step, step, isExact: true };
}
