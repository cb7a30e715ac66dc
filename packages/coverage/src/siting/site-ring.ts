/** "Best within 500 m": road places round a chosen site, each tried exactly in its stead, for the land office. */
import type { FireStation, LonLat, SiteShare } from "@firecover/domain";
import { cosineOfLatitude, metresPerDegree, roadClasses } from "@firecover/road-network";
import { roadsForStations } from "../analyses/fix-stations.ts";
import type { Approaches } from "../approach.ts";
import { placeOnEdge } from "../edge-geometry.ts";
import type { EdgeTiles } from "../edge-tiles.ts";
import type { ChoiceGauge } from "./choice-gauge.ts";
import { allSiteTimes, type SiteTimes, siteTimes } from "./site-times.ts";
import { fieldOn, type SitingRoads } from "./siting-roads.ts";
import { metresBetween } from "./siting-sites.ts";
import type { WaysToPlaces } from "./ways-to-places.ts";

export const ringMetres = 500;
/** One place is tried per square of that size. */
const squareMetres = 80;
const mostListed = 10;

export interface RoadPlace {
  readonly location: LonLat;
  readonly roadName: string | null;
}

/** Matrix of stations like `station` at these places. */
export type TimesAt = (locations: readonly LonLat[]) => SiteTimes;

export function timesAtPlaces(
  roads: SitingRoads,
  like: FireStation,
  approaches: Approaches,
  tiles: EdgeTiles,
  /** null = however late. */
  ways: WaysToPlaces | null,
  maxMillis: number,
): TimesAt {
  return (locations) => {
    const field = fieldOn(
      roads,
      locations.map((location) => ({ ...like, location })),
    );
    return ways === null
      ? allSiteTimes(field, locations.length, approaches, tiles, { staying: [], thresholdMillis: 0 })
      : siteTimes(field, locations.length, ways, maxMillis);
  };
}

/** `rest` are the open sites without the one that stands at `around`; `whole` is what they reach together. */
export function siteRing(
  roads: SitingRoads,
  gauge: ChoiceGauge,
  rest: readonly number[],
  around: LonLat,
  whole: number | null,
  timesAt: TimesAt,
  isFree: (location: LonLat) => boolean,
): SiteShare["ring"] {
  const places = roadPlacesWithin(roads, around, ringMetres).filter(({ location }) => isFree(location));
  if (places.length === 0) return null;
  const times = timesAt(places.map(({ location }) => location));
  const values = gauge.withEach(rest, [...places.keys()], times);
  const tried = places
    .map((place, n) => ({ ...place, loss: gauge.gain(whole, values[n]!), n }))
    .filter((place): place is typeof place & { loss: number } => place.loss !== null)
    .sort((a, b) => a.loss - b.loss || a.n - b.n);
  return {
    radiusMetres: ringMetres,
    placesTried: places.length,
    places: tried.slice(0, mostListed).map(({ location, roadName, loss }) => ({ location, roadName, loss })),
  };
}

/** Places beside roads that engines get to, nearest first, one per square. */
export function roadPlacesWithin(roads: SitingRoads, [lon, lat]: LonLat, metres: number): RoadPlace[] {
  const { network, grid, usable, certainty } = roads;
  const { edgeWay, wayClass, wayName, edgeLengthMillimetres } = network;
  const near = grid.edgesNear(lon, lat, metres);
  const edges = Array.from(
    near.edge.subarray(0, near.count),
    (edge, k) => [edge, near.alongMillimetres[k]!] as const,
  );
  const squareLat = squareMetres / metresPerDegree;
  const squareLon = squareLat / cosineOfLatitude(lat);
  const bySquare = new Map<string, RoadPlace & { readonly metres: number }>();
  for (const [e, nearestAlong] of edges) {
    const way = edgeWay[e]!;
    if (!usable[certainty].usable[e] || !roadsForStations.has(roadClasses[wayClass[way]!]!)) continue;
    const length = edgeLengthMillimetres[e]!;
    const steps = Math.max(1, Math.ceil(length / 1000 / squareMetres));
    const alongs = [
      nearestAlong,
      ...Array.from({ length: steps + 1 }, (_, s) => Math.round((s * length) / steps)),
    ];
    for (const along of alongs) {
      const location = placeOnEdge(network, e, along);
      const apart = metresBetween(location, [lon, lat]);
      if (apart > metres) continue;
      const square = `${Math.floor(location[0] / squareLon)} ${Math.floor(location[1] / squareLat)}`;
      const known = bySquare.get(square);
      if (known && known.metres <= apart) continue;
      bySquare.set(square, { location, roadName: wayName[way] ?? null, metres: apart });
    }
  }
  return [...bySquare.values()]
    .sort((a, b) => a.metres - b.metres || a.location[0] - b.location[0] || a.location[1] - b.location[1])
    .map(({ location, roadName }) => ({ location, roadName }));
}
