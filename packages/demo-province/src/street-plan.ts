/** Streets of a town: a block is cut in two across its longer side, again and again, until it is small enough. */
import type { Random } from "./random.ts";
import { distance, type Point, towards } from "./valley-frame.ts";

/** A straight street with the nodes on it in order. */
export interface Street {
  readonly from: Point;
  readonly to: Point;
  /** Size in metres of the block it was cut through: the larger, the more important. */
  readonly rank: number;
  readonly stops: { t: number; node: number }[];
}

/** A corner and the street along the side to the next corner. */
interface Side {
  node: number;
  street: number;
}

export interface Block {
  readonly sides: readonly Side[];
  readonly centre: Point;
  readonly areaM2: number;
}

export interface StreetPlan {
  readonly points: Point[];
  readonly streets: Street[];
  readonly blocks: Block[];
}

export interface StreetPlanRules {
  /** Area below which a block at this place is not cut any more. */
  blockAreaM2(centre: Point): number;
  /** Cuts made before all others: lines across the whole first block. */
  avenues: readonly (readonly [Point, Point])[];
  /** Side of the outline, by its first corner, that is an avenue along the river; null = none. */
  readonly quaySide: number | null;
}

/** Corners counter-clockwise. */
export function planStreets(outline: readonly Point[], rules: StreetPlanRules, random: Random): StreetPlan {
  const plan: StreetPlan = { points: [], streets: [], blocks: [] };
  const corners = outline.map((point) => addPoint(plan, point));
  const outer = corners.map((node, i) => ({
    node,
    street: addStreet(plan, node, corners[(i + 1) % corners.length]!, i === rules.quaySide ? 5e3 : 700),
  }));
  let blocks: Side[][] = [outer];
  for (const [a, b] of rules.avenues) {
    blocks = blocks.flatMap((block) => cut(plan, block, a, b, 5e3, 0) ?? [block]);
  }
  while (blocks.length > 0) {
    const block = blocks.pop()!;
    const { centre, areaM2 } = measure(plan, block);
    let halves: Side[][] | null = null;
    if (areaM2 > rules.blockAreaM2(centre)) {
      for (let attempt = 0; attempt < 4 && !halves; attempt++)
        halves = halve(plan, block, centre, areaM2, random);
    }
    if (halves) blocks.push(...halves);
    else plan.blocks.push({ sides: block, centre, areaM2 });
  }
  for (const street of plan.streets) street.stops.sort((a, b) => a.t - b.t);
  return plan;
}

/** A node on a street at share `t` of its length; one that is there within `nearMetres` is taken instead. */
export function nodeOnStreet(plan: StreetPlan, street: number, t: number, nearMetres: number): number {
  const { from, to, stops } = plan.streets[street]!;
  const length = distance(from, to);
  let best = -1;
  let bestMetres = nearMetres;
  for (const stop of stops) {
    const metres = Math.abs(stop.t - t) * length;
    if (metres >= bestMetres) continue;
    bestMetres = metres;
    best = stop.node;
  }
  if (best >= 0) return best;
  const node = addPoint(plan, towards(from, to, t));
  stops.push({ t, node });
  return node;
}

/** Share of the street's length at which a node on it stands. */
export function shareOf(street: Street, point: Point): number {
  const du = street.to.u - street.from.u;
  const dv = street.to.v - street.from.v;
  return ((point.u - street.from.u) * du + (point.v - street.from.v) * dv) / (du * du + dv * dv);
}

function addPoint(plan: StreetPlan, point: Point): number {
  plan.points.push(point);
  return plan.points.length - 1;
}

function addStreet(plan: StreetPlan, a: number, b: number, rank: number): number {
  const stops = [
    { t: 0, node: a },
    { t: 1, node: b },
  ];
  plan.streets.push({ from: plan.points[a]!, to: plan.points[b]!, rank, stops });
  return plan.streets.length - 1;
}

function measure(plan: StreetPlan, block: readonly Side[]): { centre: Point; areaM2: number } {
  let area = 0;
  let u = 0;
  let v = 0;
  for (let i = 0; i < block.length; i++) {
    const a = plan.points[block[i]!.node]!;
    const b = plan.points[block[(i + 1) % block.length]!.node]!;
    const cross = a.u * b.v - b.u * a.v;
    area += cross / 2;
    u += ((a.u + b.u) * cross) / 6;
    v += ((a.v + b.v) * cross) / 6;
  }
  return { centre: { u: u / area, v: v / area }, areaM2: area };
}

function halve(
  plan: StreetPlan,
  block: Side[],
  centre: Point,
  areaM2: number,
  random: Random,
): Side[][] | null {
  let long: Point = { u: 1, v: 0 };
  let longest = 0;
  for (let i = 0; i < block.length; i++) {
    const a = plan.points[block[i]!.node]!;
    const b = plan.points[block[(i + 1) % block.length]!.node]!;
    const length = distance(a, b);
    if (length <= longest) continue;
    longest = length;
    long = { u: (b.u - a.u) / length, v: (b.v - a.v) / length };
  }
  const shift = random.between(-0.12, 0.12) * longest;
  const tilt = random.between(-0.14, 0.14);
  const across = {
    u: -long.v * Math.cos(tilt) - long.u * Math.sin(tilt),
    v: long.u * Math.cos(tilt) - long.v * Math.sin(tilt),
  };
  const through = { u: centre.u + long.u * shift, v: centre.v + long.v * shift };
  const far = { u: through.u + across.u * 1e3, v: through.v + across.v * 1e3 };
  const size = Math.sqrt(areaM2);
  return cut(plan, block, through, far, size, Math.min(45, size * 0.12));
}

/** Cuts a convex block along the line through `a` and `b`; null when the line misses it or only grazes a corner. */
function cut(
  plan: StreetPlan,
  block: Side[],
  a: Point,
  b: Point,
  rank: number,
  snapMetres: number,
): Side[][] | null {
  const offset = (p: Point) => (b.u - a.u) * (p.v - a.v) - (b.v - a.v) * (p.u - a.u);
  const hits: { side: number; node: number }[] = [];
  for (let i = 0; i < block.length; i++) {
    const p = plan.points[block[i]!.node]!;
    const q = plan.points[block[(i + 1) % block.length]!.node]!;
    const op = offset(p);
    const oq = offset(q);
    if (op * oq >= 0) continue;
    const at = towards(p, q, op / (op - oq));
    const street = block[i]!.street;
    hits.push({ side: i, node: nodeOnStreet(plan, street, shareOf(plan.streets[street]!, at), snapMetres) });
  }
  if (hits.length !== 2) return null;
  const [first, second] = hits as [{ side: number; node: number }, { side: number; node: number }];
  const isCorner = (node: number) => block.some((side) => side.node === node);
  if (first.node === second.node || isCorner(first.node) || isCorner(second.node)) return null;
  const street = addStreet(plan, first.node, second.node, rank);
  const firstStreet = block[first.side]!.street;
  const secondStreet = block[second.side]!.street;
  return [
    [
      { node: first.node, street: firstStreet },
      ...block.slice(first.side + 1, second.side + 1),
      { node: second.node, street },
    ],
    [
      { node: second.node, street: secondStreet },
      ...block.slice(second.side + 1),
      ...block.slice(0, first.side + 1),
      { node: first.node, street },
    ],
  ];
}
