/** Lanes of a village, grown from the road that passes it. */
import type { RoadClass } from "@firecover/domain";
import { lanesBetween } from "./forest-of-lanes.ts";
import { cellAt, cellMetres } from "./grid.ts";
import type { Random } from "./random.ts";
import type { Village } from "./settlements.ts";
import { addNode, addWay, type Sketch } from "./sketch.ts";
import type { Terrain } from "./terrain.ts";
import { distance, type Point } from "./valley-frame.ts";

export function drawVillage(
  sketch: Sketch,
  terrain: Terrain,
  village: Village,
  roadside: Map<number, number[]>,
  random: Random,
): void {
  const { centre } = village;
  const reach = 300 + village.size * 5;
  const roots: number[] = [];
  for (let du = -reach; du <= reach; du += cellMetres) {
    for (let dv = -reach; dv <= reach; dv += cellMetres) {
      const cell = cellAt({ u: centre.u + du, v: centre.v + dv });
      roots.push(...(roadside.get(cell) ?? []));
    }
  }
  const uniqueRoots = [...new Set(roots)];
  const ground = terrain.height[cellAt(centre)]!;
  const places: Point[] = [];
  for (let tries = 0; tries < village.size * 9 && places.length < village.size; tries++) {
    const radius = reach * Math.sqrt(random.next()) * random.between(0.35, 1);
    const angle = random.between(0, 2 * Math.PI);
    const p = { u: centre.u + radius * Math.cos(angle), v: centre.v + radius * Math.sin(angle) };
    const cell = cellAt(p);
    if (terrain.isRiver[cell] || !terrain.isInside[cell] || Math.abs(terrain.height[cell]! - ground) > 55)
      continue;
    if (
      places.some((q) => distance(p, q) < 42) ||
      uniqueRoots.some((r) => distance(p, sketch.nodes[r]!) < 30)
    )
      continue;
    places.push(p);
  }
  const lanes = lanesBetween(
    uniqueRoots.map((r) => sketch.nodes[r]!),
    places,
    320,
  );
  const nodes = places.map(() => -1);
  lanes.forEach(({ path, depth }) => {
    for (const place of path.slice(1)) nodes[place] = addNode(sketch, places[place]!);
    const start = path[0]! < 0 ? uniqueRoots[-1 - path[0]!]! : nodes[path[0]!]!;
    addWay(sketch, {
      nodes: [start, ...path.slice(1).map((place) => nodes[place]!)],
      setting: "village-lane",
      place: village.name,
      name: depth === 0 && path.length > 4 ? `Đường ${village.name}` : null,
      ...laneLook(depth, random),
    });
  });
}

function laneLook(depth: number, random: Random) {
  const width = (low: number, high: number, share: number) =>
    random.chance(share) ? Math.round(random.between(low, high) * 10) / 10 : null;
  if (depth === 0)
    return {
      roadClass: random.weighted<RoadClass>({ unclassified: 3, residential: 6, service: 1 }),
      widthMetres: width(3, 5, 0.8),
    };
  if (depth === 1)
    return {
      roadClass: random.weighted<RoadClass>({ residential: 5, service: 2, track: 3 }),
      widthMetres: width(2.4, 4.2, 0.75),
    };
  return {
    roadClass: random.weighted<RoadClass>({ track: 4, path: 4, residential: 2 }),
    widthMetres: width(1.5, 3.5, 0.6),
  };
}
