/** Places beside roads: where a house, a shop or a hydrant can stand. */
import type { CommuneAreas } from "./communes.ts";
import type { Random } from "./random.ts";
import type { Sketch, SketchWay, WaySetting } from "./sketch.ts";
import { distance, type Point, towards } from "./valley-frame.ts";

export interface Place {
  readonly point: Point;
  readonly way: SketchWay;
  /** Metres from the way's first node. */
  readonly alongMetres: number;
  /** Index of the commune. */
  readonly area: number;
}

export interface Frontage {
  readonly metres: number;
  /** A place beside a random piece of these ways; the longer the way, the likelier. */
  draw(random: Random): Place;
}

/** Ways of some settings that run inside the province, as one long frontage. */
export function frontageOf(
  sketch: Sketch,
  areas: CommuneAreas,
  settings: readonly WaySetting[],
  weight: (way: SketchWay, middle: Point) => number = () => 1,
): Frontage {
  const pieces: { way: SketchWay; i: number; before: number }[] = [];
  const upTo: number[] = [];
  let total = 0;
  let metres = 0;
  for (const way of sketch.ways) {
    if (!settings.includes(way.setting) || way.roadClass === "motorway" || way.roadClass === "motorway_link")
      continue;
    let before = 0;
    for (let i = 0; i + 1 < way.nodes.length; i++) {
      const a = sketch.nodes[way.nodes[i]!]!;
      const b = sketch.nodes[way.nodes[i + 1]!]!;
      const length = distance(a, b);
      total += length * weight(way, a);
      metres += length;
      pieces.push({ way, i, before });
      upTo.push(total);
      before += length;
    }
  }
  return {
    metres,
    draw(random) {
      for (;;) {
        const at = firstAbove(upTo, random.next() * total);
        const { way, i, before } = pieces[at]!;
        const a = sketch.nodes[way.nodes[i]!]!;
        const b = sketch.nodes[way.nodes[i + 1]!]!;
        const t = random.between(0.08, 0.92);
        const point = beside(a, b, t, random);
        const area = areas.areaAt(point);
        if (area >= 0) return { point, way, alongMetres: before + t * distance(a, b), area };
      }
    },
  };
}

function beside(a: Point, b: Point, t: number, random: Random): Point {
  const length = distance(a, b) || 1;
  const off = (random.chance(0.5) ? 1 : -1) * random.between(6, 13);
  const p = towards(a, b, t);
  return { u: p.u - ((b.v - a.v) / length) * off, v: p.v + ((b.u - a.u) / length) * off };
}

/** Index of the first number above `value` in an ascending list. */
function firstAbove(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
