/** Streets along which working hydrants stand farther apart than the standard allows: a list, a map and sums. */
import type {
  Certainty,
  HydrantSpacing,
  HydrantSpacingSums,
  HydrantStretch,
  LonLat,
} from "@firecover/domain";
import { type RoadNetwork, roadClasses } from "@firecover/road-network";
import type { PreparedCoverage } from "../compute-coverage.ts";
import { compareText } from "../coverage-input.ts";
import { stretchOfEdge } from "../edge-geometry.ts";
import { communesOfEdges } from "./hydrant-spacing-communes.ts";
import { hydrantCounts, piecesBeyond, roadwayGraph, streetEdges } from "./hydrant-spacing-pieces.ts";
import { type Stretch, stretchesOf } from "./hydrant-spacing-stretches.ts";

export interface HydrantSpacingOptions {
  readonly certainty?: Certainty;
  /** Longest list of stretches; 500 by default. */
  readonly mostStretches?: number;
}

const bothCertainties = ["certain", "possible"] as const;

export function hydrantSpacing(
  prepared: PreparedCoverage,
  { certainty = "certain", mostStretches = 500 }: HydrantSpacingOptions = {},
): HydrantSpacing {
  const { input, roads, water } = prepared;
  const { network, communes, waterSources, standard, parameters } = input;
  const { value: spacingMetres, basis, clause } = standard.hydrantSpacingMetres;
  const isStreet = streetEdges(network);
  const communeOfEdge = communesOfEdges(prepared, isStreet);
  const roadway = roadwayGraph(roads.foot);
  const names = {
    ...network,
    communeOf: (edge: number) => communeOfEdge[edge]!,
    streetOf: (edge: number) => {
      const w = network.edgeWay[edge]!;
      return network.wayName[w] ?? `#${network.wayId[w]}`;
    },
  };
  const covers = both((c) =>
    piecesBeyond(
      roadway,
      isStreet,
      water.approaches,
      (s) => hydrantCounts(waterSources[s]!, c, parameters.season),
      Math.round(spacingMetres * 500),
    ),
  );
  const stretches = both((c) => stretchesOf(covers[c].pieces, names));
  const neededIn = ({ lengthMillimetres }: Stretch) => Math.ceil(lengthMillimetres / (spacingMetres * 1000));

  const noSums = (): HydrantSpacingSums => ({
    streetMetres: 0,
    beyondMetres: { certain: 0, possible: 0 },
    stretches: { certain: 0, possible: 0 },
    hydrantsNeeded: { certain: 0, possible: 0 },
  });
  const urbanCentre = noSums();
  const elsewhere = noSums();
  const byCommune = communes.map(noSums);
  const isUrban = (commune: number) => communes[commune]?.isUrbanCentre === true;
  const sumsOf = (commune: number) => [
    isUrban(commune) ? urbanCentre : elsewhere,
    ...(commune >= 0 ? [byCommune[commune]!] : []),
  ];
  // whole millimetres until the end, so that the sums of the communes make the total
  for (let e = 0; e < network.edgeCount; e++) {
    if (!isStreet[e]) continue;
    for (const sums of sumsOf(communeOfEdge[e]!)) sums.streetMetres += network.edgeLengthMillimetres[e]!;
  }
  for (const c of bothCertainties) {
    for (const stretch of stretches[c]) {
      for (const sums of sumsOf(stretch.communeIndex)) {
        sums.beyondMetres[c] += stretch.lengthMillimetres;
        sums.stretches[c]++;
        sums.hydrantsNeeded[c] += neededIn(stretch);
      }
    }
  }
  const listed = stretches[certainty]
    .toSorted(
      (a, b) =>
        Number(isUrban(b.communeIndex)) - Number(isUrban(a.communeIndex)) ||
        b.lengthMillimetres - a.lengthMillimetres ||
        a.pieces[0]!.edge - b.pieces[0]!.edge,
    )
    .slice(0, mostStretches);
  const numbers = new Map<number, number>();
  return {
    certainty,
    spacingMetres,
    basis,
    clause,
    hydrants: both((c) => covers[c].hydrants),
    urbanCentre: inMetres(urbanCentre),
    elsewhere: inMetres(elsewhere),
    communes: communes
      .map(({ code, name, isUrbanCentre }, c) => ({
        communeCode: code,
        name,
        isUrbanCentre,
        ...inMetres(byCommune[c]!),
      }))
      .sort(
        (a, b) =>
          b.beyondMetres[certainty] - a.beyondMetres[certainty] || compareText(a.communeCode, b.communeCode),
      ),
    stretchCount: stretches[certainty].length,
    stretches: listed.map((stretch) => describe(stretch)),
  };

  function describe(stretch: Stretch): HydrantStretch {
    const { pieces, communeIndex, lengthMillimetres } = stretch;
    const longest = pieces.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a));
    const w = network.edgeWay[longest.edge]!;
    const roadId = network.wayId[w]! as HydrantStretch["roadId"];
    const number = (numbers.get(roadId) ?? 0) + 1;
    numbers.set(roadId, number);
    return {
      id: `${roadId}/${number}`,
      roadId,
      roadName: network.wayName[w] ?? null,
      roadClass: roadClasses[network.wayClass[w]!]!,
      communeCode: communes[communeIndex]?.code ?? null,
      isUrbanCentre: isUrban(communeIndex),
      lengthMetres: Math.round(lengthMillimetres / 100) / 10,
      hydrantsNeeded: neededIn(stretch),
      geometry: { type: "MultiLineString", coordinates: linesOf(network, stretch) },
    };
  }
}

/** Pieces that follow each other are drawn as one line; a tenth of a metre is fine enough to draw. */
function linesOf(network: RoadNetwork, { pieces }: Stretch): LonLat[][] {
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  const same = (a: LonLat | undefined, b: LonLat | undefined) => a?.[0] === b?.[0] && a?.[1] === b?.[1];
  const lines: LonLat[][] = [];
  for (const { edge, from, to } of pieces) {
    const points = stretchOfEdge(network, edge, from, to).map(
      ([lon, lat]): LonLat => [round(lon), round(lat)],
    );
    const line = lines.find((known) => same(known.at(-1), points[0]));
    if (line) line.push(...points.slice(1));
    else lines.push(points);
  }
  return lines;
}

function inMetres(sums: HydrantSpacingSums): HydrantSpacingSums {
  const metres = (millimetres: number) => Math.round(millimetres / 100) / 10;
  return {
    ...sums,
    streetMetres: metres(sums.streetMetres),
    beyondMetres: both((c) => metres(sums.beyondMetres[c])),
  };
}

function both<T>(value: (certainty: Certainty) => T): { certain: T; possible: T } {
  return { certain: value("certain"), possible: value("possible") };
}
