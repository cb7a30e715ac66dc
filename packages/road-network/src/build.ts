/** Builds a road network from ways: splits them at junctions, orders nodes and edges, resolves restrictions. */
import { readWays, type WayDraft } from "./draft.ts";
import { haversineMetres } from "./geometry.ts";
import { hilbertIndex } from "./hilbert.ts";
import type { RoadNetwork } from "./network.ts";
import { resolveRestrictions } from "./resolve-restrictions.ts";
import { roadClasses } from "./road-class.ts";
import { directions, engineAccesses, type NetworkIssue, type RoadWay, type TurnRestriction } from "./way.ts";

export interface RoadNetworkInput {
  readonly ways: Iterable<RoadWay>;
  /** Nodes where engines may arrive but not pass; ids on no way are without effect. */
  readonly barrierNodeIds: Iterable<number>;
  /** Nodes where engines turn round; none by default, ids on no way are without effect. */
  readonly turningPlaceNodeIds?: Iterable<number>;
  readonly turnRestrictions: Iterable<TurnRestriction>;
}

/** A stretch of a way between two junctions: places first … last of the way's points. */
interface EdgeDraft {
  readonly way: number;
  readonly first: number;
  readonly last: number;
  readonly tail: number;
  readonly head: number;
}

/** The same ways, barriers, turning places and restrictions give the same network, in whatever order they come. */
export function buildRoadNetwork(input: RoadNetworkInput): { network: RoadNetwork; issues: NetworkIssue[] } {
  const issues: NetworkIssue[] = [];
  const { ways, points, placeOf } = readWays(input.ways, issues);
  const restrictions = [...input.turnRestrictions];

  const isJunction = new Uint8Array(points.id.length);
  for (const way of ways) {
    isJunction[way.places[0]!] = 1;
    isJunction[way.places[way.places.length - 1]!] = 1;
  }
  for (let p = 0; p < isJunction.length; p++) if (points.visits[p]! > 1) isJunction[p] = 1;
  for (const { viaNodeId } of restrictions) markPlace(viaNodeId, placeOf, isJunction);
  const isBarrier = new Uint8Array(points.id.length);
  for (const nodeId of input.barrierNodeIds) {
    markPlace(nodeId, placeOf, isJunction);
    markPlace(nodeId, placeOf, isBarrier);
  }
  const isTurningPlace = new Uint8Array(points.id.length);
  for (const nodeId of input.turningPlaceNodeIds ?? []) {
    markPlace(nodeId, placeOf, isJunction);
    markPlace(nodeId, placeOf, isTurningPlace);
  }

  const nodePlaces = orderAlongHilbertCurve(points, isJunction);
  const nodeOfPlace = new Int32Array(points.id.length).fill(-1);
  nodePlaces.forEach((place, u) => {
    nodeOfPlace[place] = u;
  });

  const edges = splitWays(ways, nodeOfPlace);
  const wayOrder = orderOfAppearance(edges, ways.length);
  const network = {
    ...nodeColumns(nodePlaces, points, isBarrier, isTurningPlace),
    ...edgeColumns(edges, ways, points, wayOrder.rank),
    ...wayColumns(wayOrder.order.map((w) => ways[w]!.way)),
  };
  const paths = resolveRestrictions(network, restrictions, edgesOfWays(edges, wayOrder.rank), (id) => {
    const place = placeOf.get(id);
    return place === undefined ? -1 : nodeOfPlace[place]!;
  });
  issues.push(...paths.issues);
  return { network: { ...network, restrictions: paths.restrictions }, issues };
}

function markPlace(nodeId: number | null, placeOf: ReadonlyMap<number, number>, marks: Uint8Array): void {
  const place = nodeId === null ? undefined : placeOf.get(nodeId);
  if (place !== undefined) marks[place] = 1;
}

interface Points {
  readonly id: readonly number[];
  readonly lon: readonly number[];
  readonly lat: readonly number[];
}

/** The places of the junctions, in node order. */
function orderAlongHilbertCurve(points: Points, isJunction: Uint8Array): number[] {
  const places: number[] = [];
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let p = 0; p < isJunction.length; p++) {
    if (isJunction[p] === 0) continue;
    places.push(p);
    west = Math.min(west, points.lon[p]!);
    east = Math.max(east, points.lon[p]!);
    south = Math.min(south, points.lat[p]!);
    north = Math.max(north, points.lat[p]!);
  }
  const scale = 65535 / Math.max(east - west, north - south, 1e-7);
  const key = new Float64Array(isJunction.length);
  for (const p of places) {
    key[p] = hilbertIndex(
      Math.floor((points.lon[p]! - west) * scale),
      Math.floor((points.lat[p]! - south) * scale),
    );
  }
  return places.sort((a, b) => key[a]! - key[b]! || points.id[a]! - points.id[b]!);
}

function splitWays(ways: readonly WayDraft[], nodeOfPlace: Int32Array): EdgeDraft[] {
  const edges: EdgeDraft[] = [];
  ways.forEach(({ places }, way) => {
    let first = 0;
    for (let last = 1; last < places.length; last++) {
      const head = nodeOfPlace[places[last]!]!;
      if (head < 0) continue;
      edges.push({ way, first, last, tail: nodeOfPlace[places[first]!]!, head });
      first = last;
    }
  });
  return edges.sort(
    (a, b) =>
      Math.min(a.tail, a.head) - Math.min(b.tail, b.head) ||
      Math.max(a.tail, a.head) - Math.max(b.tail, b.head) ||
      a.way - b.way ||
      a.first - b.first,
  );
}

/** Ways in the order in which the edges meet them: neighbours get close numbers, which store small. */
function orderOfAppearance(
  edges: readonly EdgeDraft[],
  wayCount: number,
): { order: number[]; rank: Int32Array } {
  const order: number[] = [];
  const rank = new Int32Array(wayCount).fill(-1);
  for (const { way } of edges) {
    if (rank[way]! >= 0) continue;
    rank[way] = order.length;
    order.push(way);
  }
  return { order, rank };
}

/** The edges of each way, in the way's order. */
function edgesOfWays(edges: readonly EdgeDraft[], rank: Int32Array): number[][] {
  const chains: number[][] = Array.from(rank, () => []);
  edges.forEach(({ way }, e) => {
    chains[rank[way]!]!.push(e);
  });
  for (const chain of chains) if (chain.length > 1) chain.sort((a, b) => edges[a]!.first - edges[b]!.first);
  return chains;
}

function nodeColumns(
  places: readonly number[],
  points: Points,
  isBarrier: Uint8Array,
  isTurningPlace: Uint8Array,
) {
  const nodeCount = places.length;
  return {
    nodeCount,
    nodeLon: filled(new Float64Array(nodeCount), (u) => points.lon[places[u]!]!),
    nodeLat: filled(new Float64Array(nodeCount), (u) => points.lat[places[u]!]!),
    nodeIsBarrier: filled(new Uint8Array(nodeCount), (u) => isBarrier[places[u]!]!),
    nodeIsTurningPlace: filled(new Uint8Array(nodeCount), (u) => isTurningPlace[places[u]!]!),
  };
}

function edgeColumns(
  edges: readonly EdgeDraft[],
  ways: readonly WayDraft[],
  points: Points,
  rank: Int32Array,
) {
  const edgeFirstPoint = new Uint32Array(edges.length + 1);
  edges.forEach((edge, e) => {
    edgeFirstPoint[e + 1] = edgeFirstPoint[e]! + edge.last - edge.first + 1;
  });
  const pointLon = new Float64Array(edgeFirstPoint[edges.length]!);
  const pointLat = new Float64Array(edgeFirstPoint[edges.length]!);
  const edgeLengthMillimetres = new Uint32Array(edges.length);
  edges.forEach(({ way, first, last }, e) => {
    const places = ways[way]!.places;
    let q = edgeFirstPoint[e]!;
    let metres = 0;
    for (let i = first; i <= last; i++, q++) {
      pointLon[q] = points.lon[places[i]!]!;
      pointLat[q] = points.lat[places[i]!]!;
      if (i > first)
        metres += haversineMetres(pointLon[q - 1]!, pointLat[q - 1]!, pointLon[q]!, pointLat[q]!);
    }
    edgeLengthMillimetres[e] = Math.min(0x7fffffff, Math.round(metres * 1000));
  });
  return {
    edgeCount: edges.length,
    edgeTail: filled(new Uint32Array(edges.length), (e) => edges[e]!.tail),
    edgeHead: filled(new Uint32Array(edges.length), (e) => edges[e]!.head),
    edgeWay: filled(new Uint32Array(edges.length), (e) => rank[edges[e]!.way]!),
    edgeLengthMillimetres,
    edgeFirstPoint,
    pointLon,
    pointLat,
  };
}

function wayColumns(ways: readonly RoadWay[]) {
  const wayCount = ways.length;
  const numbers = (value: (way: RoadWay) => number | null, perUnit: number) =>
    filled(new Float64Array(wayCount), (w) => rounded(value(ways[w]!), perUnit));
  return {
    wayCount,
    wayId: filled(new Float64Array(wayCount), (w) => ways[w]!.id),
    wayClass: filled(new Uint8Array(wayCount), (w) => roadClasses.indexOf(ways[w]!.roadClass)),
    wayDirection: filled(new Uint8Array(wayCount), (w) => directions.indexOf(ways[w]!.direction)),
    wayAccess: filled(new Uint8Array(wayCount), (w) => engineAccesses.indexOf(ways[w]!.engineAccess)),
    wayMaxSpeedKph: numbers((way) => way.maxSpeedKph, 1e5),
    wayWidthMetres: numbers((way) => way.widthMetres, 1000),
    wayMaxHeightMetres: numbers((way) => way.maxHeightMetres, 1000),
    wayMaxWeightTonnes: numbers((way) => way.maxWeightTonnes, 1000),
    wayName: ways.map((way) => way.name),
  };
}

function rounded(value: number | null, perUnit: number): number {
  return value === null ? Number.NaN : Math.round(value * perUnit) / perUnit;
}

/** A loop: `from` with a function makes a list first, ten times slower. */
function filled<T extends Uint8Array | Uint32Array | Float64Array>(
  column: T,
  valueAt: (i: number) => number,
): T {
  for (let i = 0; i < column.length; i++) column[i] = valueAt(i);
  return column;
}
