/** New stations where many places are late or wait for engines: works for the time and the force cause. */
import { type FireStation, FireStationId, type LonLat, type UnitPrices } from "@firecover/domain";
import { roadClasses } from "@firecover/road-network";
import { placeOnEdge } from "../edge-geometry.ts";
import type { Arrivals } from "./fix-arrivals.ts";
import { type CrewEffect, crewEffect } from "./fix-crews.ts";
import { type FixDraft, noDetails, plannedAs } from "./fix-draft.ts";
import type { Gaps } from "./fix-gaps.ts";

/** Squares in which sites are looked for, and how many of the fullest are tried. */
const squareMetres = 1_000;
const mostSites = 60;
const farthestRoadMetres = 1_500;
/** What a new station is taken to have; planning assumptions. */
export const newStationEngines = 2;
export const newStationCrew = 14;
/** A premises weighs as much as so many residents when the fullest squares are chosen. */
const residentsPerPremises = 50;
/** Roads beside which a station can stand. */
export const roadsForStations: ReadonlySet<string> = new Set([
  "primary",
  "secondary",
  "tertiary",
  "unclassified",
  "residential",
]);

export function newStations(gaps: Gaps, arrivals: Arrivals, prices: UnitPrices): FixDraft[] {
  const { prepared } = gaps;
  const sites = sitesAmong(gaps, arrivals);
  const drafts: FixDraft[] = [];
  arrivals.of(
    sites.map(({ station }) => station),
    (station, millis) => {
      const { roadName } = sites.find((site) => site.station === station)!;
      const effect = crewEffect(gaps, arrivals, { station, index: -1, millis }, true);
      for (const cause of ["time", "force"] as const) drafts.push(draft(station, roadName, cause, effect));
    },
  );
  return drafts;

  function draft(
    station: FireStation,
    roadName: string | null,
    cause: "time" | "force",
    effect: CrewEffect,
  ): FixDraft {
    const costMillionDong = prices.station.value + newStationEngines * prices.engine.value;
    return {
      id: `${station.id}:${cause}`,
      workId: station.id,
      kind: "new-station",
      cause,
      costMillionDong,
      isSeenByRuns: true,
      freed: effect.freed(cause),
      covered: effect.covered(cause),
      describe: () => ({
        ...noDetails,
        location: station.location,
        roadName,
        vehicles: { vehicleClass: "engine", count: newStationEngines },
        changes: [{ kind: "openStation", station, ...plannedAs(station.id, costMillionDong) }],
      }),
    };
  }

  function sitesAmong(gaps: Gaps, { asked }: Arrivals) {
    const { network, stations } = prepared.input;
    const squares = new Map<string, { weight: number; lon: number; lat: number }>();
    const squareDegrees = squareMetres / 111_195;
    for (const p of [0, 1] as const) {
      const { lon, lat, people } = gaps.places[p].placed.points;
      for (const i of asked[p]) {
        const weight = p === 0 ? residentsPerPremises : people[i]!;
        const key = `${Math.floor(lon[i]! / squareDegrees)} ${Math.floor(lat[i]! / squareDegrees)}`;
        const square = squares.get(key) ?? { weight: 0, lon: 0, lat: 0 };
        square.weight += weight;
        square.lon += weight * lon[i]!;
        square.lat += weight * lat[i]!;
        squares.set(key, square);
      }
    }
    const fullest = [...squares.values()]
      .sort((a, b) => b.weight - a.weight || a.lon - b.lon)
      .slice(0, mostSites);
    const newest = stations.reduce((date, one) => (one.dataDate > date ? one.dataDate : date), "2026-01-01");
    const isSynthetic = stations.some((station) => station.isSynthetic);
    const byPlace = new Map<string, { station: FireStation; roadName: string | null }>();
    for (const { weight, lon, lat } of fullest) {
      if (weight === 0) continue;
      const edge = roadNear(lon / weight, lat / weight);
      if (edge < 0) continue;
      const location = placeOnEdge(network, edge, Math.round(network.edgeLengthMillimetres[edge]! / 2));
      const roadName = network.wayName[network.edgeWay[edge]!] ?? null;
      const station = newStation(location, roadName, newest, isSynthetic);
      if (!stations.some(({ id }) => id === station.id)) byPlace.set(station.id, { station, roadName });
    }
    return [...byPlace.values()];
  }

  /**
   * The nearest road that engines get to already, so that a new station stands on the network; where none is near, as
   * on an island without a station, the nearest that engines may drive. -1 = none.
   */
  function roadNear(lon: number, lat: number): number {
    const { roads, grid, input } = prepared;
    const { edgeWay, wayClass } = input.network;
    const near = grid.edgesNear(lon, lat, farthestRoadMetres);
    const firstOf = (isDriven: Uint8Array) =>
      Array.from(near.edge.subarray(0, near.count)).find(
        (e) => isDriven[e] && roadsForStations.has(roadClasses[wayClass[edgeWay[e]!]!]!),
      );
    return firstOf(gaps.reach.engineEdge) ?? firstOf(roads[gaps.certainty].usable) ?? -1;
  }
}

function newStation(
  location: LonLat,
  roadName: string | null,
  dataDate: string,
  isSynthetic: boolean,
): FireStation {
  return {
    id: FireStationId.parse(`new-station-${location.map((degrees) => degrees.toFixed(7)).join(",")}`),
    name: roadName ? `Đội mới, ${roadName}` : "Đội mới",
    kind: "area-team",
    location,
    address: null,
    communeCode: null,
    turnoutSeconds: null,
    crewOnDuty: newStationCrew,
    vehicles: [{ vehicleClass: "engine", count: newStationEngines, state: "in-service" }],
    source: "fixes",
    dataDate,
    isSynthetic,
  };
}
