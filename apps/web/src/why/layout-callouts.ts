/** Puts the callouts left and right of what they speak of, so that none covers another. */

export interface Spot {
  readonly x: number;
  readonly y: number;
}
export interface Box {
  readonly left: number;
  readonly top: number;
}
export interface Area {
  readonly width: number;
  readonly height: number;
}

const gap = 8;
/** From the spot to the box: room for the line between them. */
const reach = 44;
const margin = 12;

/** One box per spot, in the same order; `area` is what floats at the map's foot leave free. */
export function layoutCallouts(spots: readonly Spot[], size: Area, area: Area): Box[] {
  const middle = spots.reduce((sum, { x }) => sum + x, 0) / Math.max(1, spots.length);
  const boxes: Box[] = spots.map(() => ({ left: 0, top: 0 }));
  for (const isLeft of [true, false]) {
    const side = spots
      .map((spot, index) => ({ ...spot, index }))
      .filter(({ x }) => x < middle === isLeft)
      .toSorted((a, b) => a.y - b.y);
    const tops = stacked(
      side.map(({ y }) => y - size.height / 2),
      size.height + gap,
      margin,
      area.height - margin - size.height,
    );
    side.forEach(({ x, index }, place) => {
      const left = isLeft ? x - reach - size.width : x + reach;
      boxes[index] = { left: clamp(left, margin, area.width - margin - size.width), top: tops[place]! };
    });
  }
  return boxes;
}

/** Tops at least `step` apart and within the bounds, as near to the wished ones as that allows. */
function stacked(wished: readonly number[], step: number, lowest: number, highest: number): number[] {
  const tops: number[] = [];
  wished.forEach((top, i) => {
    tops.push(Math.max(top, lowest, i === 0 ? lowest : tops[i - 1]! + step));
  });
  for (let i = tops.length - 1; i >= 0; i--)
    tops[i] = Math.min(tops[i]!, i === tops.length - 1 ? highest : tops[i + 1]! - step);
  return tops;
}

const clamp = (value: number, lowest: number, highest: number) =>
  Math.max(lowest, Math.min(value, Math.max(lowest, highest)));
