/** Whether polygons are what databases call valid: rings that neither cross nor touch themselves, holes inside. */
import Flatbush from "flatbush";
import { boxOf, liesInside, type MultiPolygon, type Position, type Ring } from "./rings.ts";

export type PolygonFault = "too-short" | "self-crossing" | "wrong-nesting";

interface Edge {
  a: Position;
  b: Position;
  ring: number;
  index: number;
  ringLength: number;
}
interface PlacedRing {
  ring: Ring;
  polygon: number;
  isHole: boolean;
}

/** The first fault found, or null. Touching of two rings in one point is valid, as in OGC Simple Features. */
export function polygonFault(polygons: MultiPolygon): PolygonFault | null {
  const rings: PlacedRing[] = polygons.flatMap((polygon, p) =>
    polygon.map((ring, r) => ({ ring, polygon: p, isHole: r > 0 })),
  );
  if (rings.length === 0 || rings.some(({ ring }) => ring.length < 4 || !isClosed(ring))) return "too-short";
  return hasCrossing(rings) ? "self-crossing" : hasWrongNesting(rings) ? "wrong-nesting" : null;
}

function isClosed(ring: Ring): boolean {
  const first = ring[0]!;
  const last = ring.at(-1)!;
  return first[0] === last[0] && first[1] === last[1];
}

function hasCrossing(rings: readonly PlacedRing[]): boolean {
  const edges: Edge[] = [];
  rings.forEach(({ ring }, r) => {
    for (let i = 0; i + 1 < ring.length; i++) {
      edges.push({ a: ring[i]!, b: ring[i + 1]!, ring: r, index: i, ringLength: ring.length - 1 });
    }
  });
  const index = new Flatbush(edges.length);
  for (const { a, b } of edges) {
    index.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
  }
  index.finish();
  /** Points where two different rings touch; two such points cut the surface apart. */
  const touches = new Map<string, string>();
  for (let i = 0; i < edges.length; i++) {
    const { a, b } = edges[i]!;
    const near = index.search(
      Math.min(a[0], b[0]),
      Math.min(a[1], b[1]),
      Math.max(a[0], b[0]),
      Math.max(a[1], b[1]),
      (j) => j > i,
    );
    for (const j of near) if (isFaultyPair(edges[i]!, edges[j]!, touches, rings)) return true;
  }
  return false;
}

function isFaultyPair(e: Edge, f: Edge, touches: Map<string, string>, rings: readonly PlacedRing[]): boolean {
  const contact = contactOf(e, f);
  if (contact === null) return false;
  if (contact === "crossing") return true;
  if (e.ring === f.ring) {
    const step = f.index - e.index;
    const isNeighbour = step === 1 || step === e.ringLength - 1;
    return !isNeighbour;
  }
  if (rings[e.ring]!.polygon !== rings[f.ring]!.polygon) return false;
  const pair = `${e.ring}/${f.ring}`;
  const place = contact.join();
  const before = touches.get(pair);
  touches.set(pair, place);
  return before !== undefined && before !== place;
}

/** No contact, one shared point, or a crossing (proper, or along a stretch). */
function contactOf(e: Edge, f: Edge): null | Position | "crossing" {
  const d1 = turn(e.a, e.b, f.a);
  const d2 = turn(e.a, e.b, f.b);
  const d3 = turn(f.a, f.b, e.a);
  const d4 = turn(f.a, f.b, e.b);
  if (d1 === 0 && d2 === 0) return sharedOfCollinear(e, f);
  if (d1 * d2 < 0 && d3 * d4 < 0) return "crossing";
  if (d1 === 0 && isBetween(f.a, e)) return f.a;
  if (d2 === 0 && isBetween(f.b, e)) return f.b;
  if (d3 === 0 && isBetween(e.a, f)) return e.a;
  if (d4 === 0 && isBetween(e.b, f)) return e.b;
  return null;
}

function sharedOfCollinear(e: Edge, f: Edge): null | Position | "crossing" {
  const shared = [f.a, f.b].filter((p) => isBetween(p, e)).concat([e.a, e.b].filter((p) => isBetween(p, f)));
  if (shared.length === 0) return null;
  const [first] = shared;
  return shared.every((p) => p[0] === first![0] && p[1] === first![1]) ? first! : "crossing";
}

/** Sign of the turn from a over b to c: left positive, right negative, straight on 0. */
function turn(a: Position, b: Position, c: Position): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}

function isBetween(p: Position, { a, b }: Edge): boolean {
  return (
    Math.min(a[0], b[0]) <= p[0] &&
    p[0] <= Math.max(a[0], b[0]) &&
    Math.min(a[1], b[1]) <= p[1] &&
    p[1] <= Math.max(a[1], b[1])
  );
}

/** Rings are known not to cross: one place of each tells whether it lies inside another. */
function hasWrongNesting(rings: readonly PlacedRing[]): boolean {
  const boxes = new Flatbush(rings.length);
  for (const { ring } of rings) boxes.add(...boxOf(ring));
  boxes.finish();
  return rings.some((inner, i) => {
    const around = boxes
      .search(...boxOf(inner.ring))
      .filter((j) => j !== i && liesInside(inner.ring, rings[j]!.ring))
      .map((j) => rings[j]!);
    if (inner.isHole) {
      const isInOwn = around.some((outer) => !outer.isHole && outer.polygon === inner.polygon);
      return !isInOwn || around.some((other) => other.isHole && other.polygon === inner.polygon);
    }
    // An island inside another part is right only inside one of that part's holes.
    return around.some(
      (outer) => !outer.isHole && !around.some((hole) => hole.isHole && hole.polygon === outer.polygon),
    );
  });
}
