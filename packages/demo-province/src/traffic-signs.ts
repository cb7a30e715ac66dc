/** What narrows the streets: turn restrictions, private grounds, closed grounds, low gates. */
import type { Random } from "./random.ts";
import { nodeUses, type Sketch, type SketchWay } from "./sketch.ts";
import type { Point } from "./valley-frame.ts";

/** A restriction between ways of the sketch, by index. */
export interface SketchRestriction {
  kind: "no" | "only";
  from: number;
  viaNode: number | null;
  viaWays: number[];
  to: number;
}

const arterial = new Set(["primary", "secondary", "tertiary"]);

export interface Grounds {
  readonly centre: Point;
  readonly radiusMetres: number;
}

/** Marks ways inside `industrial` as private and inside `closed` as no entry, and hangs low gates over some alleys. */
export function signStreets(sketch: Sketch, industrial: Grounds, closed: Grounds, random: Random): void {
  for (const way of sketch.ways) {
    const isLocal = !arterial.has(way.roadClass) && way.setting.startsWith("city");
    if (isLocal && way.nodes.every((node) => isOn(industrial, sketch.nodes[node]!)))
      way.engineAccess = "private";
    else if (isLocal && way.nodes.every((node) => isOn(closed, sketch.nodes[node]!))) way.engineAccess = "no";
    else if (way.setting === "city-alley" && random.chance(0.012))
      way.maxHeightMetres = random.pick([2.5, 2.8, 3.2, 3.5]);
  }
}

const isOn = (grounds: Grounds, p: Point) =>
  Math.hypot(p.u - grounds.centre.u, p.v - grounds.centre.v) < grounds.radiusMetres;

/** Restrictions at crossings of larger streets. Ways are cut there, so that each begins or ends at its restriction. */
export function restrictTurns(sketch: Sketch, count: number, random: Random): SketchRestriction[] {
  const crossings = crossingNodes(sketch, random).slice(0, count);
  for (const node of crossings) cutAt(sketch, node);
  const waysAt = new Map<number, number[]>();
  sketch.ways.forEach((way, w) => {
    if (!arterial.has(way.roadClass)) return;
    for (const end of [way.nodes[0]!, way.nodes.at(-1)!]) {
      if (!waysAt.has(end)) waysAt.set(end, []);
      waysAt.get(end)!.push(w);
    }
  });
  const restrictions: SketchRestriction[] = [];
  for (const node of crossings) {
    const ways = waysAt.get(node) ?? [];
    if (ways.length < 3) continue;
    const from = random.pick(ways);
    const [left, straight] = byTurn(sketch, node, from, ways);
    if (left === undefined || straight === undefined) continue;
    const fate = random.next();
    if (fate < 0.72) restrictions.push({ kind: "no", from, viaNode: node, viaWays: [], to: left });
    else if (fate < 0.86) restrictions.push({ kind: "no", from, viaNode: node, viaWays: [], to: from });
    else restrictions.push({ kind: "only", from, viaNode: node, viaWays: [], to: straight });
  }
  return [...restrictions, ...viaWayRestrictions(sketch, waysAt)];
}

/** No turning round over a short piece of street: from one way, along the piece, to the next. */
function viaWayRestrictions(sketch: Sketch, waysAt: ReadonlyMap<number, number[]>): SketchRestriction[] {
  const found: SketchRestriction[] = [];
  sketch.ways.forEach((way, w) => {
    if (found.length >= 8 || !arterial.has(way.roadClass) || way.nodes.length > 6) return;
    const from = (waysAt.get(way.nodes[0]!) ?? []).find((other) => other !== w);
    const to = (waysAt.get(way.nodes.at(-1)!) ?? []).find((other) => other !== w && other !== from);
    if (from === undefined || to === undefined) return;
    found.push({ kind: "no", from, viaNode: null, viaWays: [w], to });
  });
  return found;
}

function crossingNodes(sketch: Sketch, random: Random): number[] {
  const uses = nodeUses(sketch);
  const large = new Map<number, number>();
  for (const way of sketch.ways) {
    if (way.setting !== "city-street" || !arterial.has(way.roadClass)) continue;
    for (const node of way.nodes.slice(1, -1))
      if (uses[node]! > 1) large.set(node, (large.get(node) ?? 0) + 1);
    for (const node of [way.nodes[0]!, way.nodes.at(-1)!]) large.set(node, (large.get(node) ?? 0) + 0.5);
  }
  return [...large]
    .filter(([, weight]) => weight >= 1.5)
    .map(([node]) => ({ node, key: random.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ node }) => node);
}

function cutAt(sketch: Sketch, node: number): void {
  const cutWays: SketchWay[] = [];
  for (const way of sketch.ways) {
    const i = way.nodes.indexOf(node);
    if (i <= 0 || i === way.nodes.length - 1) continue;
    cutWays.push({ ...way, nodes: way.nodes.slice(i) });
    way.nodes = way.nodes.slice(0, i + 1);
  }
  sketch.ways.push(...cutWays);
}

/** The way that turns most to the left and the one that goes most nearly straight on. */
function byTurn(
  sketch: Sketch,
  node: number,
  from: number,
  ways: readonly number[],
): [number | undefined, number | undefined] {
  const at = sketch.nodes[node]!;
  const heading = (w: number) => {
    const { nodes } = sketch.ways[w]!;
    const next = sketch.nodes[nodes[0] === node ? nodes[1]! : nodes.at(-2)!]!;
    return Math.atan2(next.v - at.v, next.u - at.u);
  };
  const arrive = heading(from) + Math.PI;
  let left: number | undefined;
  let straight: number | undefined;
  for (const w of ways) {
    if (w === from) continue;
    const turn = Math.atan2(Math.sin(heading(w) - arrive), Math.cos(heading(w) - arrive));
    if (Math.abs(turn) < 0.6) straight = w;
    else if (turn > 0) left = w;
  }
  return [left, straight];
}
