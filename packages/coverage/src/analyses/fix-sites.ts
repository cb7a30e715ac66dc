/** Places where something small could stand, and what lies within reach of each along ways. */
import type { LonLat } from "@firecover/domain";
import { type Approaches, findApproaches } from "../approach.ts";
import { placeOnEdge } from "../edge-geometry.ts";
import { pointsOfEdges, waterPairs } from "../water-pairs.ts";
import type { Gaps, PlaceLists } from "./fix-gaps.ts";
import { createGainHeap } from "./gain-heap.ts";

/** A place on an edge. */
export interface EdgePlace {
  readonly edge: number;
  readonly along: number;
}

/** Premises or cells within reach of a site. */
export interface SiteReach {
  readonly place: number[];
  readonly millimetres: number[];
}

export interface Sites {
  readonly count: number;
  readonly location: readonly LonLat[];
  readonly edge: readonly number[];
  readonly approaches: Approaches;
  readonly premises: readonly SiteReach[];
  readonly cells: readonly SiteReach[];
}

/** One site per square of so many metres: works nearer to each other than that serve the same doors. */
const squareMetres = 80;
const squareDegrees = squareMetres / 111_195;

/** The name of the square that a place lies in. */
export function squareOf(gaps: Gaps, { edge, along }: EdgePlace): string {
  const [lon, lat] = placeOnEdge(gaps.prepared.input.network, edge, along);
  return `${Math.floor(lon / squareDegrees)} ${Math.floor(lat / squareDegrees)}`;
}

/** Keeps the first place of every square. */
export function thinOut(gaps: Gaps, wanted: Iterable<EdgePlace>): EdgePlace[] {
  const bySquare = new Map<string, EdgePlace>();
  for (const place of wanted) {
    const square = squareOf(gaps, place);
    if (!bySquare.has(square)) bySquare.set(square, place);
  }
  return [...bySquare.values()];
}

/** Exactly as a source at that place would be reckoned by a run; `isAsked` names the places that matter. */
export function layOutSites(
  gaps: Gaps,
  places: readonly EdgePlace[],
  maxMillimetres: number,
  isAsked: readonly [premises: Uint8Array, cells: Uint8Array],
): Sites {
  const { input, grid, roads } = gaps.prepared;
  const location = places.map(({ edge, along }) => placeOnEdge(input.network, edge, along));
  const approaches = findApproaches(
    grid,
    Float64Array.from(location, ([lon]) => lon),
    Float64Array.from(location, ([, lat]) => lat),
  );
  const reachOf = (p: 0 | 1): SiteReach[] => {
    const reaches = places.map((): SiteReach => ({ place: [], millimetres: [] }));
    const { placed } = gaps.places[p];
    const points = pointsOfEdges(placed.approaches, input.network.edgeCount, maxMillimetres);
    const pairs = waterPairs(roads.foot, approaches, points, placed.points.count, maxMillimetres);
    for (let i = 0; i < placed.points.count; i++) {
      if (!isAsked[p][i]) continue;
      for (let k = pairs.first[i]!; k < pairs.first[i + 1]!; k++) {
        reaches[pairs.source[k]!]!.place.push(i);
        reaches[pairs.source[k]!]!.millimetres.push(pairs.millimetres[k]!);
      }
    }
    return reaches;
  };
  const edge = places.map((place) => place.edge);
  return { count: places.length, location, edge, approaches, premises: reachOf(0), cells: reachOf(1) };
}

/**
 * Few sites that together reach all places that some site reaches: the one that reaches most goes first
 * (the greedy cover). A place costs the same to serve from any site, so that nothing is lost by leaving sites out.
 */
export function fewestSites(reached: readonly PlaceLists[]): number[] {
  const done: [Set<number>, Set<number>] = [new Set(), new Set()];
  const gain = (site: number) =>
    reached[site]![0].filter((i) => !done[0].has(i)).length * 1000 +
    reached[site]![1].filter((i) => !done[1].has(i)).length;
  const heap = createGainHeap<number>();
  reached.forEach((_, site) => {
    heap.push({ item: site, gain: gain(site), order: site });
  });
  let order = reached.length; // a site put back goes behind those that gain as much
  const chosen: number[] = [];
  for (let best = heap.pop(); best; best = heap.pop()) {
    const site = best.item;
    const now = gain(site);
    if (now === 0) continue;
    // Gains only shrink: one that, reckoned anew, still leads the next one's old gain is the best.
    if (now < (heap.top?.gain ?? 0)) {
      heap.push({ item: site, gain: now, order: order++ });
      continue;
    }
    chosen.push(site);
    for (const i of reached[site]![0]) done[0].add(i);
    for (const i of reached[site]![1]) done[1].add(i);
  }
  return chosen;
}
