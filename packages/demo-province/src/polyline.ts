/** Lines in the valley plane: smoothing, resampling, distance. */
import { distance, type Point, towards } from "./valley-frame.ts";

/** Cuts every corner (Chaikin); both ends stay. */
export function smooth(line: readonly Point[], rounds: number): Point[] {
  let points = [...line];
  for (let round = 0; round < rounds; round++) {
    if (points.length < 3) return points;
    const cut: Point[] = [points[0]!];
    for (let i = 0; i + 1 < points.length; i++) {
      const a = points[i]!;
      const b = points[i + 1]!;
      if (i > 0) cut.push(towards(a, b, 0.25));
      if (i + 2 < points.length) cut.push(towards(a, b, 0.75));
    }
    cut.push(points.at(-1)!);
    points = cut;
  }
  return points;
}

/** Points at most `step` metres apart, the given ones included. */
export function densify(line: readonly Point[], step: number): Point[] {
  const points: Point[] = [];
  for (let i = 0; i + 1 < line.length; i++) {
    const a = line[i]!;
    const b = line[i + 1]!;
    const pieces = Math.max(1, Math.ceil(distance(a, b) / step));
    for (let k = 0; k < pieces; k++) points.push(towards(a, b, k / pieces));
  }
  points.push(line.at(-1)!);
  return points;
}

/** Drops points that lie within `tolerance` metres of the line through the points kept (Douglas–Peucker). */
export function simplify(line: readonly Point[], tolerance: number): Point[] {
  if (line.length < 3) return [...line];
  const kept = new Uint8Array(line.length);
  kept[0] = 1;
  kept[line.length - 1] = 1;
  const stack: [number, number][] = [[0, line.length - 1]];
  for (let range = stack.pop(); range; range = stack.pop()) {
    const [first, last] = range;
    let worst = tolerance;
    let at = -1;
    for (let i = first + 1; i < last; i++) {
      const off = distanceToSegment(line[i]!, line[first]!, line[last]!);
      if (off > worst) {
        worst = off;
        at = i;
      }
    }
    if (at < 0) continue;
    kept[at] = 1;
    stack.push([first, at], [at, last]);
  }
  return line.filter((_, i) => kept[i] === 1);
}

function distanceToSegment(p: Point, a: Point, b: Point): number {
  const du = b.u - a.u;
  const dv = b.v - a.v;
  const lengthSquared = du * du + dv * dv;
  const t =
    lengthSquared === 0 ? 0 : Math.min(1, Math.max(0, ((p.u - a.u) * du + (p.v - a.v) * dv) / lengthSquared));
  return Math.hypot(p.u - a.u - t * du, p.v - a.v - t * dv);
}
