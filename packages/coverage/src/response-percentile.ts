/** The response within which nine people in ten are reached; it does not depend on a threshold, so it is kept. */
import { UNREACHED } from "@firecover/road-network";
import type { CoverageColumns, CoverageResult } from "./coverage-result.ts";

/** Seconds per commune, the whole area last; null = fewer than nine in ten are ever reached, or nobody lives there. */
export interface ResponsePercentiles {
  readonly certain: readonly (number | null)[];
  readonly possible: readonly (number | null)[];
}

const kept = new WeakMap<CoverageResult, ResponsePercentiles>();

export function responseSeconds90(result: CoverageResult, communeCount: number): ResponsePercentiles {
  const known = kept.get(result);
  if (known && known.certain.length === communeCount + 1) return known;
  const percentiles = {
    certain: percentilesOf(result.cells, result.cells.certain.responseMillis, communeCount),
    possible: percentilesOf(result.cells, result.cells.possible.responseMillis, communeCount),
  };
  kept.set(result, percentiles);
  return percentiles;
}

function percentilesOf(
  { count, people, communeIndex }: CoverageColumns,
  responseMillis: Uint32Array,
  communeCount: number,
): (number | null)[] {
  const total = new Float64Array(communeCount + 1);
  for (let i = 0; i < count; i++) {
    total[communeCount]! += people[i]!;
    if (communeIndex[i]! >= 0) total[communeIndex[i]!]! += people[i]!;
  }
  const reached = new Float64Array(communeCount + 1);
  const seconds: (number | null)[] = new Array(communeCount + 1).fill(null);
  const byResponse = Uint32Array.from({ length: count }, (_, i) => i).sort(
    (a, b) => responseMillis[a]! - responseMillis[b]!,
  );
  for (const i of byResponse) {
    if (responseMillis[i] === UNREACHED) break;
    for (const place of [communeCount, communeIndex[i]!]) {
      if (place < 0 || people[i] === 0) continue;
      reached[place]! += people[i]!;
      // Tenths, so that no rounding of 0.9 can matter.
      if (seconds[place] === null && 10 * reached[place]! >= 9 * total[place]!) {
        seconds[place] = responseMillis[i]! / 1000;
      }
    }
  }
  return seconds;
}
