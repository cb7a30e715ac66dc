/**
 * One number per choice, in the unit of the aim, and what one site more makes of it: for gains, losses and replacements.
 *
 * A choice is kept as what each place has of it (how many sites reach it, or the least response), so that one site more
 * costs a look at its own places only.
 */
import type { SitingAim } from "@firecover/domain";
import type { SiteTimes } from "./site-times.ts";

export interface ChoiceGauge {
  /** Of these sites alone; null = somebody asked for is not reached. */
  of(open: readonly number[]): number | null;
  /** Of these and each of `more` (sites of `others`, or of the same matrix), one at a time. */
  withEach(open: readonly number[], more: readonly number[], others?: SiteTimes): (number | null)[];
  /** How much better `a` is than `b`; null where one of them is. */
  gain(a: number | null, b: number | null): number | null;
}

export function createGauge(
  aim: SitingAim,
  times: SiteTimes,
  weight: Float64Array,
  isAsked: Uint8Array,
): ChoiceGauge {
  if (aim === "least-average" || aim === "least-worst")
    return timeGauge(times, weight, isAsked, aim === "least-average");
  // Of the two aims of everyone the weight covered tells more than a price.
  return coverGauge(times, weight, aim === "most-backup" ? 2 : 1);
}

/** Weight that at least `needed` sites reach. */
function coverGauge(times: SiteTimes, weight: Float64Array, needed: number): ChoiceGauge {
  const counts = new Uint16Array(weight.length);
  function stand(open: readonly number[]): number {
    counts.fill(0);
    let sum = 0;
    for (const j of open) {
      for (let k = times.firstPair[j]!; k < times.firstPair[j + 1]!; k++) {
        const i = times.place[k]!;
        if (++counts[i]! === needed) sum += weight[i]!;
      }
    }
    return sum;
  }
  return {
    of: stand,
    withEach(open, more, others = times) {
      const base = stand(open);
      return more.map((j) => {
        let sum = base;
        for (let k = others.firstPair[j]!; k < others.firstPair[j + 1]!; k++) {
          const i = others.place[k]!;
          if (counts[i] === needed - 1) sum += weight[i]!;
        }
        return sum;
      });
    },
    gain: (a, b) => (a === null || b === null ? null : a - b),
  };
}

/** Average or worst seconds over the places asked for. */
function timeGauge(
  times: SiteTimes,
  weight: Float64Array,
  isAsked: Uint8Array,
  isAverage: boolean,
): ChoiceGauge {
  const asked = [...isAsked.keys()].filter((i) => isAsked[i] === 1 && weight[i]! > 0);
  const total = asked.reduce((sum, i) => sum + weight[i]!, 0);
  const least = new Float64Array(weight.length);
  const moved = new Float64Array(weight.length);

  function take(into: Float64Array, { firstPair, place, millis }: SiteTimes, j: number): void {
    for (let k = firstPair[j]!; k < firstPair[j + 1]!; k++)
      if (millis[k]! < into[place[k]!]!) into[place[k]!] = millis[k]!;
  }
  function value(from: Float64Array): number | null {
    let sum = 0;
    let worst = 0;
    for (const i of asked) {
      if (from[i] === Infinity) return null;
      sum += weight[i]! * from[i]!;
      if (from[i]! > worst) worst = from[i]!;
    }
    return isAverage ? (total === 0 ? 0 : sum / total / 1000) : worst / 1000;
  }
  function stand(open: readonly number[]): void {
    least.fill(Infinity);
    for (const j of open) take(least, times, j);
  }
  return {
    of(open) {
      stand(open);
      return value(least);
    },
    withEach(open, more, others = times) {
      stand(open);
      return more.map((j) => {
        moved.set(least);
        take(moved, others, j);
        return value(moved);
      });
    },
    gain: (a, b) => (a === null || b === null ? null : b - a),
  };
}
