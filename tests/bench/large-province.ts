/** A seeded province of 300,000 junctions with doors, cells, stations and water, for coverage at full size. */
import type { CoverageInput } from "@firecover/coverage";
import {
  defaultStandard,
  type FireStation,
  type LonLat,
  type PopulationCell,
  type Premises,
  type WaterSource,
} from "@firecover/domain";
import { type RoadNetwork, roadClasses } from "@firecover/road-network";
import { gridNetwork, seededRandom } from "./grid-graph.ts";

export interface ProvinceSize {
  readonly premises: number;
  readonly cells: number;
  readonly stations: number;
  readonly waterSources: number;
}

export const fullSize: ProvinceSize = {
  premises: 50_000,
  cells: 100_000,
  stations: 30,
  waterSources: 10_000,
};

const provenance = { source: "bench", dataDate: "2026-11-01", isSynthetic: true };

export const largeProvince = (): CoverageInput => placesOn(measured(gridNetwork(548, 1), 3), fullSize, 2);

/** Clear width measured on six ways of seven: without that the certain result would fall into a thousand pieces. */
function measured(network: RoadNetwork, seed: number): RoadNetwork {
  const random = seededRandom(seed);
  return {
    ...network,
    wayWidthMetres: network.wayWidthMetres.map(() => (random() < 1 / 7 ? Number.NaN : 6)),
  };
}

/** Everything within 50 m of some junction of the network, drawn at random; stations on main roads. */
export function placesOn(network: RoadNetwork, size: ProvinceSize, seed: number): CoverageInput {
  const random = seededRandom(seed);
  const place = (): LonLat => {
    const u = Math.floor(random() * network.nodeCount);
    const offset = () => (random() - 0.5) * 0.0009;
    return [network.nodeLon[u]! + offset(), network.nodeLat[u]! + offset()];
  };
  const wide = Array.from(network.edgeTail).filter((_, e) => isWide(network, e));
  /** Beside a main road, as stations are. */
  const roadside = (): LonLat => {
    const u = wide[Math.floor(random() * wide.length)]!;
    return [network.nodeLon[u]! + 0.0001, network.nodeLat[u]!];
  };
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const list = <T>(count: number, make: (id: string) => T): T[] =>
    Array.from({ length: count }, (_, i) => make(String(i).padStart(6, "0")));
  const communeCodes = list(60, (id) => id.slice(1));
  return {
    network,
    communes: communeCodes.map((code, i) => ({
      code: code as CoverageInput["communes"][number]["code"],
      name: code,
      isUrbanCentre: i % 3 === 0,
      population: 20_000,
    })),
    stations: list(size.stations, (id) => stationAt(id, roadside(), pick([1, 1, 2, 3]))),
    waterSources: list(size.waterSources, (id) =>
      sourceAt(id, place(), pick(["hydrant", "hydrant", "tank", "pond"]), pick([null, 10, 20])),
    ),
    premises: list(size.premises, (id) =>
      premisesAt(id, place(), pick(["low", "low", "ordinary", "high"]), pick(communeCodes)),
    ),
    cells: list(size.cells, (id) => cellAt(id, place(), pick(communeCodes), Math.floor(random() * 40))),
    standard: defaultStandard,
    parameters: {
      standardId: defaultStandard.id,
      vehicleClass: "engine",
      turnRestrictions: true,
      contraflow: false,
      speedFactor: 1,
      hour: null,
      season: null,
    },
  };
}

function isWide({ edgeWay, wayClass }: RoadNetwork, e: number): boolean {
  return wayClass[edgeWay[e]!]! <= roadClasses.indexOf("tertiary");
}

function stationAt(id: string, location: LonLat, engines: number): FireStation {
  return {
    ...provenance,
    id: id as FireStation["id"],
    name: id,
    kind: "area-team",
    location,
    address: null,
    communeCode: null,
    turnoutSeconds: null,
    crewOnDuty: null,
    vehicles: [{ vehicleClass: "engine", count: engines, state: "in-service" }],
  };
}

function sourceAt(
  id: string,
  location: LonLat,
  kind: WaterSource["kind"],
  flowLps: number | null,
): WaterSource {
  return {
    ...provenance,
    id: id as WaterSource["id"],
    name: null,
    kind,
    state: "working",
    location,
    communeCode: null,
    flowLps,
    volumeM3: kind === "hydrant" ? null : 120,
    pipeDiameterMm: null,
    pressureBar: null,
    liftMetres: null,
    lastCheckDate: null,
  };
}

function premisesAt(
  id: string,
  location: LonLat,
  hazardClass: Premises["hazardClass"],
  communeCode: string,
): Premises {
  return {
    ...provenance,
    id: id as Premises["id"],
    name: id,
    address: null,
    category: "shop",
    managementTier: "annex-1-commune",
    hazardClass,
    communeCode: communeCode as Premises["communeCode"],
    location,
    storeys: 2,
    floorAreaM2: null,
    volumeM3: 900,
    occupants: null,
    lastInspectionDate: null,
    nextInspectionDate: null,
    openViolations: null,
  };
}

function cellAt(h3: string, location: LonLat, communeCode: string, people: number): PopulationCell {
  return {
    h3: h3 as PopulationCell["h3"],
    communeCode: communeCode as PopulationCell["communeCode"],
    location,
    people,
    dwellings: null,
    weightedBy: "area",
  };
}
