/** Reads ways into drafts: points by place number, faulty ways left out with an issue. */
import type { NetworkIssue, RoadWay } from "./way.ts";

/** A way whose points are places in the tables of all points. */
export interface WayDraft {
  readonly way: RoadWay;
  readonly places: readonly number[];
}

export interface PointTable {
  readonly id: number[];
  /** Degrees, whole multiples of 1e-7. */
  readonly lon: number[];
  readonly lat: number[];
  /** How often ways pass; a way that comes back counts twice. */
  readonly visits: number[];
}

/** Ways in order of id; of ways with one id, the first in order of their content is kept. */
export function readWays(
  input: Iterable<RoadWay>,
  issues: NetworkIssue[],
): { ways: WayDraft[]; points: PointTable; placeOf: Map<number, number> } {
  const sorted = [...input].sort((a, b) => a.id - b.id || compareText(JSON.stringify(a), JSON.stringify(b)));
  const points: PointTable = { id: [], lon: [], lat: [], visits: [] };
  const placeOf = new Map<number, number>();
  const ways: WayDraft[] = [];
  let lastId = Number.NaN;

  for (const way of sorted) {
    if (way.id === lastId) {
      issues.push({ code: "way-repeated", id: way.id, nodeId: null });
      continue;
    }
    lastId = way.id;
    if (!hasCoordinates(way)) {
      issues.push({ code: "way-without-coordinates", id: way.id, nodeId: null });
      continue;
    }
    if (!way.nodeIds.some((nodeId) => nodeId !== way.nodeIds[0])) {
      issues.push({ code: "way-too-short", id: way.id, nodeId: null });
      continue;
    }
    ways.push({ way, places: placesOf(way, points, placeOf, issues) });
  }
  return { ways, points, placeOf };
}

function placesOf(
  way: RoadWay,
  points: PointTable,
  placeOf: Map<number, number>,
  issues: NetworkIssue[],
): number[] {
  const places: number[] = [];
  way.nodeIds.forEach((nodeId, i) => {
    const lon = Math.round(way.lonLats[2 * i]! * 1e7) / 1e7;
    const lat = Math.round(way.lonLats[2 * i + 1]! * 1e7) / 1e7;
    let place = placeOf.get(nodeId);
    if (place === undefined) {
      place = points.id.length;
      placeOf.set(nodeId, place);
      points.id.push(nodeId);
      points.lon.push(lon);
      points.lat.push(lat);
      points.visits.push(0);
    } else if (points.lon[place] !== lon || points.lat[place] !== lat) {
      issues.push({ code: "node-in-two-places", id: way.id, nodeId });
    }
    if (place === places[places.length - 1]) return; // the same node twice running is one visit
    places.push(place);
    points.visits[place]!++;
  });
  return places;
}

function hasCoordinates({ nodeIds, lonLats }: RoadWay): boolean {
  if (lonLats.length !== 2 * nodeIds.length) return false;
  return lonLats.every((degrees, i) => Math.abs(degrees) <= (i % 2 === 0 ? 180 : 90));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
