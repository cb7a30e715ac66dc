/**
 * Numbers for stations that keep the order of their ids while stations come and go, so that ties fall as they would with
 * indexes counted anew: of equally near stations the lowest number wins, as the lowest index does.
 */
import { compareText } from "../coverage-input.ts";

const gap = 64;

export interface StationNumbers {
  /** Null where no number is left between two known ids: all must be numbered anew. */
  numberOf(id: string): number | null;
  /** One above the greatest number. */
  size(): number;
}

export function createStationNumbers(ids: readonly string[]): StationNumbers {
  const numbers = new Map<string, number>();
  const ordered = [...new Set(ids)].sort(compareText);
  for (const [i, id] of ordered.entries()) numbers.set(id, (i + 1) * gap);

  function numberOf(id: string): number | null {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    let place = 0;
    while (place < ordered.length && ordered[place]! < id) place++;
    const below = place === 0 ? 0 : numbers.get(ordered[place - 1]!)!;
    const above = place === ordered.length ? below + 2 * gap : numbers.get(ordered[place]!)!;
    if (above - below < 2) return null;
    const number = Math.floor((below + above) / 2);
    ordered.splice(place, 0, id);
    numbers.set(id, number);
    return number;
  }

  return {
    numberOf,
    size: () => (ordered.length === 0 ? 1 : numbers.get(ordered.at(-1)!)! + 1),
  };
}
