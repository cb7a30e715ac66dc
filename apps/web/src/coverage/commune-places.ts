/** The part of a result that lies in one commune. */
import type { CoverageResult } from "@firecover/coverage";
import type { MultiPolygonGeometry } from "@firecover/domain";

/** The same result with the people of every other commune's cells set to none. */
export function cellsOfCommune(result: CoverageResult, communeIndex: number): CoverageResult {
  const { cells } = result;
  return {
    ...result,
    cells: {
      ...cells,
      people: cells.people.map((people, i) => (cells.communeIndex[i] === communeIndex ? people : 0)),
    },
  };
}

type Bounds = [number, number, number, number];

/** Envelope of a commune's cells, `[west, south, east, north]`; null where it has none. */
export function communeBounds(result: CoverageResult, communeIndex: number): Bounds | null {
  const { count, communeIndex: communes, lon, lat } = result.cells;
  let bounds: Bounds | null = null;
  for (let i = 0; i < count; i++) {
    if (communes[i] !== communeIndex) continue;
    bounds ??= [lon[i]!, lat[i]!, lon[i]!, lat[i]!];
    bounds[0] = Math.min(bounds[0], lon[i]!);
    bounds[1] = Math.min(bounds[1], lat[i]!);
    bounds[2] = Math.max(bounds[2], lon[i]!);
    bounds[3] = Math.max(bounds[3], lat[i]!);
  }
  return bounds;
}

export function polygonBounds({ coordinates }: MultiPolygonGeometry): Bounds {
  const points = coordinates.flat(2);
  const lons = points.map(([lon]) => lon);
  const lats = points.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** Where to write each commune's name: the middle of its people. */
export function communeMiddles(result: CoverageResult, communeCount: number): ([number, number] | null)[] {
  const { count, communeIndex, lon, lat, people } = result.cells;
  const sums = Array.from({ length: communeCount }, () => [0, 0, 0] as [number, number, number]);
  for (let i = 0; i < count; i++) {
    const sum = sums[communeIndex[i]!];
    if (!sum) continue;
    const weight = people[i]! + 1;
    sum[0] += lon[i]! * weight;
    sum[1] += lat[i]! * weight;
    sum[2] += weight;
  }
  return sums.map(([x, y, weight]) => (weight ? [x / weight, y / weight] : null));
}

/** The address word for a view that shows `bounds` in a map of about 700 × 700 px. */
export function viewOf([west, south, east, north]: Bounds): string {
  const degrees = Math.max(east - west, (north - south) * 1.07, 0.012);
  const zoom = Math.min(15, Math.log2((360 / degrees) * (600 / 512)));
  return `${((west + east) / 2).toFixed(5)},${((south + north) / 2).toFixed(5)},${zoom.toFixed(2)}`;
}
