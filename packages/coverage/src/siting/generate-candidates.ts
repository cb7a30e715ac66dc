/**
 * Places along roads where a station could stand, for provinces that have no list of plots yet.
 *
 * Every road that engines certainly get along, and that is not known to be too narrow, is cut into places 100 m apart.
 * One after the other the place is taken round which most people live, those beyond the threshold counting in full and
 * the others a little; whom a taken place lies near to counts less from then on, and no place within the spacing of one
 * taken is taken any more. The spacing begins wide and is halved while places are wanted, so that few places spread
 * over the whole area and many fill the dense parts. A place that certainly fails a condition is passed over.
 */
import {
  type CandidateSite,
  CandidateSiteId,
  type CommuneCode,
  type LonLat,
  roadClassLabels,
} from "@firecover/domain";
import { allowsEngine, haversineMetres, metresPerDegree, roadClasses } from "@firecover/road-network";
import { createGainHeap, type Gain } from "../analyses/gain-heap.ts";
import { placeOnEdge } from "../edge-geometry.ts";
import { engineTraveller } from "../engine-traveller.ts";
import { createNeighbourhood } from "./neighbourhood.ts";
import { createSiteAssessor } from "./site-conditions.ts";
import type { SiteSurroundings } from "./site-surroundings.ts";

/** Residents by place, and whether the first engine is certainly there within the threshold. */
export interface CandidateDemand {
  readonly location: LonLat;
  readonly people: number;
  readonly isCovered: boolean;
}

export interface GenerateOptions {
  /** At most; fewer where the roads offer no more. */
  readonly count?: number;
  readonly demand: readonly CandidateDemand[];
  /** Stations of today: places this near to one are none. */
  readonly stations: readonly LonLat[];
  readonly communeAt: (location: LonLat) => { readonly code: CommuneCode; readonly name: string } | null;
  /** Of the roads. */
  readonly dataDate: string;
  readonly isSynthetic: boolean;
}

export const defaultCandidateCount = 150;
const stepMetres = 100;
/** People farther off than that do not make a place more wanted. */
const nearMetres = 3_000;
const coveredShare = 0.05;
const fromStationMetres = 500;
const widestSpacingMetres = 3_000;
/** Below the step, so that in the end neighbours on one road may both be taken. */
const leastSpacingMetres = 90;
/** Roads beside which a station can stand. */
const roadsForStations: ReadonlySet<string> = new Set([
  "trunk",
  "primary",
  "secondary",
  "tertiary",
  "unclassified",
  "residential",
]);

export function generateCandidates(
  surroundings: SiteSurroundings,
  options: GenerateOptions,
): CandidateSite[] {
  const { count = defaultCandidateCount, demand, stations, communeAt, dataDate, isSynthetic } = options;
  const { network } = surroundings;
  const assess = createSiteAssessor(surroundings);
  const edges = placesAlongRoads(surroundings);
  const near = createNeighbourhood(
    demand.map(({ location }) => location),
    nearMetres,
  );
  const weight = Float64Array.from(
    demand,
    ({ people, isCovered }) => people * (isCovered ? coveredShare : 1),
  );
  const atStation = createNeighbourhood(stations, fromStationMetres);

  /** Falls as places near by are taken, and never rises. */
  const gainAt = (location: LonLat) => {
    let gain = 0;
    near.forEach(location, (i, metres) => {
      gain += weight[i]! * (1 - metres / nearMetres);
    });
    return gain;
  };
  const heap = createGainHeap<number>();
  edges.forEach(({ location }, k) => {
    const gain = gainAt(location);
    if (gain > 0) heap.push({ item: k, gain, order: k });
  });

  const taken: CandidateSite[] = [];
  const names = createNames();
  for (let spacing = widestSpacingMetres; spacing >= leastSpacingMetres; spacing /= 2) {
    if (taken.length === count) break;
    takeApart(spacing);
  }
  return taken;

  function takeApart(spacing: number): void {
    const putBack: Gain<number>[] = [];
    while (taken.length < count) {
      const best = heap.pop();
      if (!best) break;
      const { edge, location } = edges[best.item]!;
      if (taken.some((site) => isNearer(site.location, location, spacing))) {
        putBack.push(best);
        continue;
      }
      const gain = gainAt(location);
      // Gains only shrink: one that, reckoned anew, still leads the next one's old gain is the best.
      if (gain < (heap.top?.gain ?? 0)) {
        heap.push({ ...best, gain });
        continue;
      }
      const commune = communeAt(location);
      const way = network.edgeWay[edge]!;
      const roadName = network.wayName[way] ?? roadClassLabels[roadClasses[network.wayClass[way]!]!].vi;
      const site: CandidateSite = {
        id: CandidateSiteId.parse(`G-${location.map((degrees) => degrees.toFixed(6)).join("-")}`),
        name: "",
        kind: "generated",
        location,
        geometry: null,
        areaSquareMetres: null,
        roadWidthMetres: null,
        slopePercent: null,
        priceMillionDong: null,
        communeCode: commune?.code ?? null,
        note: null,
        source: surroundings.roadSource ?? "roads",
        dataDate,
        isSynthetic,
      };
      let isAtStation = false;
      atStation.forEach(location, () => {
        isAtStation = true;
      });
      if (isAtStation || assess(site).verdict === "not-met") continue;
      taken.push({ ...site, name: names.of(roadName, commune?.name ?? null) });
      near.forEach(location, (i, metres) => {
        weight[i]! *= 0.5 + metres / nearMetres / 2;
      });
    }
    for (const one of putBack) heap.push(one);
  }
}

/** Most places differ by more in latitude alone. */
const isNearer = (a: LonLat, b: LonLat, metres: number): boolean =>
  Math.abs(a[1] - b[1]) * metresPerDegree < metres && haversineMetres(...a, ...b) < metres;

interface RoadPlace {
  readonly edge: number;
  readonly location: LonLat;
}

/** The middle of every stretch of 100 m, in order of the edges. */
function placesAlongRoads({ network, standard, parameters, rules }: SiteSurroundings): RoadPlace[] {
  const { edgeCount, edgeWay, edgeLengthMillimetres, wayClass, wayWidthMetres } = network;
  const traveller = engineTraveller(parameters, standard, "certain");
  const least = rules.minRoadWidthMetres.value ?? 0;
  const isOffered = Uint8Array.from(wayClass, (roadClass, w) =>
    roadsForStations.has(roadClasses[roadClass]!) &&
    allowsEngine(network, traveller, w) &&
    !(wayWidthMetres[w]! < least) // false for NaN: unmeasured is not too narrow
      ? 1
      : 0,
  );
  const places: RoadPlace[] = [];
  for (let e = 0; e < edgeCount; e++) {
    if (!isOffered[edgeWay[e]!]) continue;
    const length = edgeLengthMillimetres[e]!;
    const stretches = Math.max(1, Math.round(length / (stepMetres * 1000)));
    for (let s = 0; s < stretches; s++) {
      const along = Math.round(((s + 0.5) * length) / stretches);
      places.push({ edge: e, location: placeOnEdge(network, e, along) });
    }
  }
  return places;
}

/** "Phố Hào Nam, phường Ô Chợ Dừa"; a second place of the same road and commune gets a number. */
function createNames() {
  const seen = new Map<string, number>();
  return {
    of(roadName: string, communeName: string | null): string {
      const kind = /^(Xã|Phường|Đặc khu|Thị trấn)(?=\s)/;
      const commune = communeName?.replace(kind, (word) => word.toLowerCase());
      const name = commune ? `${roadName}, ${commune}` : roadName;
      const before = seen.get(name) ?? 0;
      seen.set(name, before + 1);
      return before === 0 ? name : `${name} (${before + 1})`;
    },
  };
}
