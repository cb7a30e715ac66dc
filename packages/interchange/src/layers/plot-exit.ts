/** Where engines leave a plot of which only the outline is known. */
import {
  driveRoadClasses,
  type ImportStore,
  type LonLat,
  type MultiPolygonGeometry,
  type Road,
  vehicleClasses,
} from "@firecover/domain";
import { boxOf, metresPerDegree, type Position, rounded } from "../geometry/rings.ts";

const farthestRoadMetres = 100;

/**
 * The point of the outline that is nearest to a road which engines may drive, whether its width is measured or not;
 * null where none runs within 100 m.
 */
export async function exitOf(
  { coordinates }: MultiPolygonGeometry,
  store: Pick<ImportStore, "roadsMeeting">,
): Promise<LonLat | null> {
  const rings = coordinates.map((polygon) => polygon[0]!);
  const [west, south, east, north] = boxOf(rings.flat());
  const cosine = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const margin = farthestRoadMetres / metresPerDegree;
  const near = await store.roadsMeeting([
    west - margin / cosine,
    south - margin,
    east + margin / cosine,
    north + margin,
  ]);
  let exit: Position | null = null;
  let leastMetres = farthestRoadMetres;
  const [originLon, originLat] = [west, south];
  const planar = ([lon, lat]: Position): Position => [
    (lon - originLon) * metresPerDegree * cosine,
    (lat - originLat) * metresPerDegree,
  ];
  const outlines = rings.map((ring) => ring.map(planar));
  for (const road of near) {
    if (!letsEnginesIn(road)) continue;
    const course = road.geometry.coordinates.map(planar);
    for (const outline of outlines) {
      for (let o = 0; o + 1 < outline.length; o++) {
        for (let c = 0; c + 1 < course.length; c++) {
          const [x, y, metres] = nearestOn(outline[o]!, outline[o + 1]!, course[c]!, course[c + 1]!);
          if (metres >= leastMetres) continue;
          leastMetres = metres;
          exit = [originLon + x / (metresPerDegree * cosine), originLat + y / metresPerDegree];
        }
      }
    }
  }
  return exit && rounded(exit);
}

const drivable: ReadonlySet<string> = new Set(driveRoadClasses);

const letsEnginesIn = ({ roadClass, engineAccess, widthMetres }: Road): boolean =>
  drivable.has(roadClass) &&
  engineAccess !== "no" &&
  (widthMetres === null || widthMetres >= vehicleClasses.engine.clearWidthMetres);

/** The point of the line a–b that is nearest to the line c–d, and how far it is: at a crossing, else at one of the ends. */
function nearestOn(a: Position, b: Position, c: Position, d: Position): [number, number, number] {
  const crossing = crossingOf(a, b, c, d);
  if (crossing) return [...crossing, 0];
  let best: [number, number, number] = [a[0], a[1], Infinity];
  const tryPoint = (on: Position, to: Position) => {
    const metres = Math.hypot(on[0] - to[0], on[1] - to[1]);
    if (metres < best[2]) best = [on[0], on[1], metres];
  };
  for (const end of [c, d]) tryPoint(footOf(end, a, b), end);
  for (const end of [a, b]) tryPoint(end, footOf(end, c, d));
  return best;
}

function footOf([x, y]: Position, [x1, y1]: Position, [x2, y2]: Position): Position {
  const lengthSquared = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  if (lengthSquared === 0) return [x1, y1];
  const share = Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / lengthSquared));
  return [x1 + share * (x2 - x1), y1 + share * (y2 - y1)];
}

function crossingOf(a: Position, b: Position, c: Position, d: Position): Position | null {
  const cross = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0]);
  if (cross === 0) return null;
  const s = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / cross;
  const t = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / cross;
  if (s < 0 || s > 1 || t < 0 || t > 1) return null;
  return [a[0] + s * (b[0] - a[0]), a[1] + s * (b[1] - a[1])];
}
