/** Makes polygons valid where that can be done without guessing; says what was done. */
import { union } from "polyclip-ts";
import { type MultiPolygon, multiPolygonAreaM2, type Polygon, type Position, type Ring } from "./rings.ts";
import { type PolygonFault, polygonFault } from "./validity.ts";

export interface RepairedPolygons {
  polygons: MultiPolygon;
  /** What was wrong; null where nothing was. */
  fault: PolygonFault | null;
}

/** Null where no valid surface is left. */
export function repairPolygons(polygons: MultiPolygon): RepairedPolygons | null {
  const tidy = polygons.map(tidyPolygon).filter((polygon) => polygon.length > 0);
  if (tidy.length === 0) return null;
  const fault = polygonFault(tidy);
  if (fault === null) return { polygons: tidy, fault: null };
  const repaired = unionOf(tidy);
  if (repaired === null || repaired.length === 0 || multiPolygonAreaM2(repaired) <= 0) return null;
  return polygonFault(repaired) === null ? { polygons: repaired, fault } : null;
}

/** The surface that the rings enclose, crossings turned into corners; null where the clipper gives up. */
function unionOf(polygons: MultiPolygon): MultiPolygon | null {
  try {
    return (union(polygons) as MultiPolygon).map(tidyPolygon).filter((polygon) => polygon.length > 0);
  } catch {
    // The clipper throws on shapes it cannot sort out; the caller then rejects the row with an issue.
    return null;
  }
}

/** Without repeated positions, closed; holes that shrink to nothing go, and so does a polygon without outer ring. */
function tidyPolygon(polygon: Polygon): Polygon {
  const [outer, ...holes] = polygon.map(tidyRing);
  if (!outer || outer.length < 4) return [];
  return [outer, ...holes.filter((hole) => hole.length >= 4)];
}

function tidyRing(ring: Ring): Ring {
  const tidy: Position[] = [];
  for (const [lon, lat] of ring) {
    const last = tidy.at(-1);
    if (!last || last[0] !== lon || last[1] !== lat) tidy.push([lon, lat]);
  }
  const first = tidy[0];
  const last = tidy.at(-1);
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) tidy.push([first[0], first[1]]);
  return tidy;
}
