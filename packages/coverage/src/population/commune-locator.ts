/** Says which commune a place lies in, fast enough for a million buildings. */
import type { Commune } from "@firecover/domain";
import Flatbush from "flatbush";

const bandCount = 256;

/** Borders of one commune, cut into bands of latitude so that a question looks at few of them. */
interface BandedPolygon {
  south: number;
  bandDegrees: number;
  /** x1, y1, x2, y2 of the border lines that touch each band. */
  bands: number[][];
}

/** Index of the commune at a place, -1 = none; on a shared border the first of the list. */
export function createCommuneLocator(
  communes: readonly Pick<Commune, "geometry">[],
): (lon: number, lat: number) => number {
  if (communes.length === 0) return () => -1;
  const index = new Flatbush(communes.length);
  const polygons = communes.map(({ geometry }) => {
    const lines: number[] = [];
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const ring of geometry.coordinates.flat()) {
      for (let i = 0; i + 1 < ring.length; i++) {
        const [x1, y1] = ring[i]!;
        const [x2, y2] = ring[i + 1]!;
        lines.push(x1, y1, x2, y2);
        west = Math.min(west, x1);
        east = Math.max(east, x1);
        south = Math.min(south, y1);
        north = Math.max(north, y1);
      }
    }
    index.add(west, south, east, north);
    return bandedPolygon(lines, south, north);
  });
  index.finish();
  return (lon, lat) => {
    const candidates = index.search(lon, lat, lon, lat).sort((a, b) => a - b);
    for (const c of candidates) if (contains(polygons[c]!, lon, lat)) return c;
    return -1;
  };
}

function bandedPolygon(lines: readonly number[], south: number, north: number): BandedPolygon {
  const bandDegrees = Math.max((north - south) / bandCount, 1e-9);
  const bands: number[][] = Array.from({ length: bandCount }, () => []);
  for (let i = 0; i < lines.length; i += 4) {
    const y1 = lines[i + 1]!;
    const y2 = lines[i + 3]!;
    const first = bandAt(Math.min(y1, y2), south, bandDegrees);
    const last = bandAt(Math.max(y1, y2), south, bandDegrees);
    for (let b = first; b <= last; b++) bands[b]!.push(lines[i]!, y1, lines[i + 2]!, y2);
  }
  return { south, bandDegrees, bands };
}

function bandAt(lat: number, south: number, bandDegrees: number): number {
  return Math.min(bandCount - 1, Math.max(0, Math.floor((lat - south) / bandDegrees)));
}

/** Even-odd rule over outer rings and holes together. */
function contains({ south, bandDegrees, bands }: BandedPolygon, lon: number, lat: number): boolean {
  const lines = bands[bandAt(lat, south, bandDegrees)]!;
  let isInside = false;
  for (let i = 0; i < lines.length; i += 4) {
    const y1 = lines[i + 1]!;
    const y2 = lines[i + 3]!;
    if (y1 > lat === y2 > lat) continue;
    const x = lines[i]! + ((lat - y1) / (y2 - y1)) * (lines[i + 2]! - lines[i]!);
    if (lon < x) isInside = !isInside;
  }
  return isInside;
}
