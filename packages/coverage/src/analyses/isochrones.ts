/**
 * Where the first crew is within given minutes: parts of ways, and areas of squares drawn round them.
 *
 * Every square of a fixed lattice gets one moment: the later of the first arrival anywhere on a way in it and the last
 * arrival at a junction in it. The area of t minutes is the squares whose moment is not later than t. From this alone
 * follow the three promises: no junction inside is later than t; the area of fewer minutes lies in that of more; and a
 * new road between known junctions only brings moments forward. The areas illustrate; places are judged one by one.
 */
import type { Certainty, FireStationId, Isochrone, Isochrones, LonLat } from "@firecover/domain";
import { createReachQuery, UNREACHED } from "@firecover/road-network";
import type { PreparedCoverage } from "../compute-coverage.ts";
import { stretchOfEdge } from "../edge-geometry.ts";
import { gateSeeds } from "../gate-seeds.ts";
import { arrivalField, gatesOf } from "../run-state.ts";
import { arrivalsOnEdges, type EdgeArrivals } from "./edge-arrivals.ts";
import { defaultSquareMetres, type Lattice, latticeFor, squaresOfEdge } from "./lattice.ts";
import { outlinesOf } from "./square-outlines.ts";

export interface IsochroneOptions {
  /** 5, 10 and 15 by default. */
  readonly minutes?: readonly number[];
  readonly certainty?: Certainty;
  /** All by default; of those that send no crew nothing is reached. */
  readonly stationIds?: readonly FireStationId[];
  /** 50 by default, 100 where the network is wider or higher than 30 km. */
  readonly squareMetres?: number;
  /** Whether the reached parts of ways come with their lines. */
  readonly roads?: boolean;
}

export function isochrones(prepared: PreparedCoverage, options: IsochroneOptions = {}): Isochrones {
  const { minutes = [5, 10, 15], certainty = "certain", roads = false } = options;
  const stationIds = options.stationIds ?? null;
  const { network } = prepared.input;
  const squareMetres = options.squareMetres ?? defaultSquareMetres(network);
  const arrivals = arrivalsOf(prepared, certainty, stationIds);
  const lattice = latticeFor(network, squareMetres);
  const moments = momentsOfSquares(arrivals, lattice);
  return {
    certainty,
    stationIds: stationIds && [...stationIds],
    squareMetres,
    isochrones: [...new Set(minutes)]
      .sort((a, b) => a - b)
      .map((minute): Isochrone => {
        const millis = minute * 60_000;
        const squares = [...moments].filter(([, moment]) => moment <= millis).map(([square]) => square);
        const reached = reachedParts(arrivals, millis);
        return {
          minutes: minute,
          lengthKm: Math.round(reached.millimetres / 1000) / 1000,
          areaKm2: Math.round(squares.reduce((sum, one) => sum + lattice.areaM2(one), 0)) / 1e6,
          area: squares.length === 0 ? null : outlinesOf(lattice, squares),
          roads: roads ? { type: "MultiLineString", coordinates: reached.lines() } : null,
        };
      }),
  };
}

/** As in a run, but by the crews of some stations alone. */
function arrivalsOf(
  { input, roads, grid }: PreparedCoverage,
  certainty: Certainty,
  stationIds: readonly FireStationId[] | null,
): EdgeArrivals {
  const { stations, standard } = input;
  const { crew } = roads[certainty];
  const gates = gatesOf(roads, grid, stations, certainty);
  const ofAll = arrivalField(crew, gates, stations, standard);
  const isAsked = stations.map(({ id }) => stationIds === null || stationIds.includes(id));
  const countsAt = (station: number) => isAsked[station]! && ofAll.countsAt(station);
  const field = { ...ofAll, countsAt };
  const { gateMillis, haulMetresPerSecond } = field;
  const seeds = gateSeeds(crew, gates, gateMillis, haulMetresPerSecond, countsAt);
  return arrivalsOnEdges(field, createReachQuery(crew.graph).run(seeds).cost);
}

/** The moment of every square that a way touches; UNREACHED squares are left out. */
function momentsOfSquares(arrivals: EdgeArrivals, lattice: Lattice): Map<number, number> {
  const { network } = arrivals;
  const first = new Map<number, number>();
  for (let e = 0; e < network.edgeCount; e++) {
    for (const { square, from, to } of squaresOfEdge(lattice, network, e)) {
      const millis = arrivals.firstWithin(e, from, to);
      if (millis < (first.get(square) ?? UNREACHED)) first.set(square, millis);
    }
  }
  for (let u = 0; u < network.nodeCount; u++) {
    const square = lattice.squareAt(network.nodeLon[u]!, network.nodeLat[u]!);
    const millis = arrivals.atNode(u);
    const moment = first.get(square);
    if (moment === undefined || millis <= moment) continue;
    if (millis === UNREACHED) first.delete(square);
    else first.set(square, millis);
  }
  return first;
}

function reachedParts(arrivals: EdgeArrivals, millis: number) {
  const { network } = arrivals;
  const parts: [edge: number, from: number, to: number][] = [];
  for (let e = 0; e < network.edgeCount; e++) {
    for (const [from, to] of arrivals.reachedOn(e, millis)) parts.push([e, from, to]);
  }
  return {
    millimetres: parts.reduce((sum, [, from, to]) => sum + to - from, 0),
    lines: (): LonLat[][] =>
      parts.map(([e, from, to]) => stretchOfEdge(network, e, from, to)).filter((line) => line.length > 1),
  };
}
