/** Geometry of OSM objects from the nodes of the file: points, lines, surfaces with holes. */
import {
  isDrawn,
  type MultiPolygon,
  meanPosition,
  nestRings,
  type Position,
  type Ring,
  ringCentroid,
} from "../geometry/rings.ts";
import { assembleRings } from "./assemble-rings.ts";
import type { OsmElement, OsmRelation, OsmWay } from "./elements.ts";
import type { NodeStore } from "./node-store.ts";

export type ShapeFault = "missing-node" | "not-closed" | "no-ways" | "no-length";

export interface Shapes {
  line(way: OsmWay): Position[] | ShapeFault;
  surface(element: OsmWay | OsmRelation): MultiPolygon | ShapeFault;
  /** Where the object is, as one point; null where the file holds too little of it. */
  place(element: OsmElement): Position | null;
}

export function createShapes(
  nodes: NodeStore,
  refsOfWay: ReadonlyMap<number, readonly number[]>,
  /** Inner ways of untagged multipolygons, by the outer way that carries the tags (the older manner of mapping). */
  holesOfWay: ReadonlyMap<number, readonly number[]>,
): Shapes {
  const positions = (refs: readonly number[]): Position[] | null => {
    const found: Position[] = [];
    for (const ref of refs) {
      const node = nodes.indexOf(ref);
      if (node < 0) return null;
      found.push([nodes.lon(node), nodes.lat(node)]);
    }
    return found;
  };

  const surfaceOfWays = (wayIds: readonly number[]): MultiPolygon | ShapeFault => {
    const ways = wayIds.map((id) => refsOfWay.get(id));
    if (ways.length === 0) return "no-ways";
    if (ways.includes(undefined)) return "missing-node";
    const { rings, openWayCount } = assembleRings(ways as (readonly number[])[]);
    if (openWayCount > 0 || rings.length === 0) return "not-closed";
    const drawn = rings.map(positions);
    if (drawn.includes(null)) return "missing-node";
    const usable = (drawn as Ring[]).filter((ring) => ring.length >= 4);
    return usable.length > 0 ? nestRings(usable) : "not-closed";
  };

  const shapes: Shapes = {
    line(way) {
      const line = positions(way.refs);
      if (!line) return "missing-node";
      return isDrawn(line) ? line : "no-length";
    },
    surface(element) {
      if (element.type === "way") return surfaceOfWays([element.id, ...(holesOfWay.get(element.id) ?? [])]);
      return surfaceOfWays(element.members.filter((m) => m.type === "way").map((m) => m.ref));
    },
    place(element) {
      if (element.type === "node") return [element.lon, element.lat];
      const surface = shapes.surface(element);
      if (typeof surface !== "string") return ringCentroid(surface[0]![0]!);
      const refs =
        element.type === "way"
          ? element.refs
          : element.members.flatMap((m) =>
              m.type === "node" ? [m.ref] : m.type === "way" ? (refsOfWay.get(m.ref) ?? []) : [],
            );
      const known = refs.map((ref) => nodes.indexOf(ref)).filter((node) => node >= 0);
      return known.length > 0 ? meanPosition(known.map((node) => [nodes.lon(node), nodes.lat(node)])) : null;
    },
  };
  return shapes;
}

/** Inner ways by outer way, from multipolygons that carry no tags of their own. */
export function holesOfOldStyle(relations: readonly OsmRelation[]): Map<number, number[]> {
  const holes = new Map<number, number[]>();
  for (const { tags = {}, members } of relations) {
    if (Object.keys(tags).some((key) => !["type", "source", "note", "created_by"].includes(key))) continue;
    const outer = members.filter((m) => m.type === "way" && m.role !== "inner").map((m) => m.ref);
    const inner = members.filter((m) => m.type === "way" && m.role === "inner").map((m) => m.ref);
    if (outer.length === 1 && inner.length > 0) holes.set(outer[0]!, inner);
  }
  return holes;
}
