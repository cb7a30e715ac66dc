/** Builders of small provinces for tests: metres on a plane, ten-metre precision not needed. */
import {
  type CoverageParameters,
  defaultStandard,
  type FireStation,
  FireStation as FireStationSchema,
  type PopulationCell,
  PopulationCell as PopulationCellSchema,
  type Premises,
  Premises as PremisesSchema,
  type Standard,
  type WaterSource,
  WaterSource as WaterSourceSchema,
} from "@firecover/domain";
import { buildRoadNetwork, type RoadWay, type TurnRestriction } from "@firecover/road-network";
import type { CoverageCommune, CoverageInput } from "../src/index.ts";

const provenance = { source: "test", dataDate: "2026-11-01", isSynthetic: true };
const metresPerDegree = (6_371_008.8 * Math.PI) / 180;
/** Where the plane of the tests touches the globe: on the equator a degree is as long both ways. */
const origin = { lon: 105, lat: 0 };

/** A place x metres east and y metres north of the origin. */
export function at(xMetres: number, yMetres: number): [number, number] {
  const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
  return [round(origin.lon + xMetres / metresPerDegree), round(origin.lat + yMetres / metresPerDegree)];
}

/** Junctions by name; ways run through them. */
export type Junctions = Readonly<Record<string, readonly [x: number, y: number]>>;

export interface WayOptions extends Partial<Omit<RoadWay, "id" | "nodeIds" | "lonLats">> {
  readonly id?: number;
}

/** A street map drawn by hand: junction names to places, then ways as strings of junction names. */
export function drawRoads(
  junctions: Junctions,
  ways: readonly (readonly [path: string, options?: WayOptions])[],
  barriers: readonly string[] = [],
  turnRestrictions: readonly TurnRestriction[] = [],
  turningPlaces: readonly string[] = [],
) {
  const names = Object.keys(junctions);
  const idOf = (name: string) => {
    const index = names.indexOf(name);
    if (index < 0) throw new Error(`No junction ${name}.`);
    return index + 1;
  };
  const { network } = buildRoadNetwork({
    ways: ways.map(([path, options = {}], i) => {
      const stops = path.split(" ");
      return {
        id: i + 1,
        nodeIds: stops.map(idOf),
        lonLats: stops.flatMap((name) => at(...junctions[name]!)),
        roadClass: "residential",
        direction: "both",
        engineAccess: "yes",
        maxSpeedKph: null,
        widthMetres: 12, // engines turn on it anywhere
        maxHeightMetres: null,
        maxWeightTonnes: null,
        name: null,
        ...options,
      };
    }),
    barrierNodeIds: barriers.map(idOf),
    turningPlaceNodeIds: turningPlaces.map(idOf),
    turnRestrictions,
  });
  return network;
}

export function station(id: string, location: [number, number], more: object = {}): FireStation {
  return FireStationSchema.parse({
    id,
    name: id,
    kind: "area-team",
    location,
    address: null,
    communeCode: null,
    turnoutSeconds: null,
    crewOnDuty: null,
    vehicles: [{ vehicleClass: "engine", count: 1, state: "in-service" }],
    ...provenance,
    ...more,
  });
}

export function waterSource(id: string, location: [number, number], more: object = {}): WaterSource {
  return WaterSourceSchema.parse({
    id,
    name: null,
    kind: "hydrant",
    state: "working",
    location,
    communeCode: null,
    flowLps: 20,
    volumeM3: null,
    pipeDiameterMm: null,
    pressureBar: null,
    liftMetres: null,
    lastCheckDate: null,
    ...provenance,
    ...more,
  });
}

export function premises(id: string, location: [number, number], more: object = {}): Premises {
  return PremisesSchema.parse({
    id,
    name: id,
    address: null,
    category: "shop",
    managementTier: "annex-1-commune",
    hazardClass: "low",
    communeCode: "00001",
    location,
    storeys: 1,
    floorAreaM2: null,
    volumeM3: 800,
    occupants: null,
    lastInspectionDate: null,
    nextInspectionDate: null,
    openViolations: null,
    ...provenance,
    ...more,
  });
}

export function cell(
  h3: string,
  location: [number, number],
  people: number,
  more: object = {},
): PopulationCell {
  return PopulationCellSchema.parse({
    h3,
    communeCode: "00001",
    location,
    people,
    dwellings: null,
    weightedBy: "area",
    ...more,
  });
}

/** QCVN with alarm handling and turnout of a minute each, so that answers start at 120 s. */
export const standard: Standard = defaultStandard;

export const parameters: CoverageParameters = {
  standardId: standard.id,
  vehicleClass: "engine",
  turnRestrictions: true,
  contraflow: false,
  speedFactor: 1,
  hour: null,
  season: null,
};

export const town = (more: Partial<CoverageCommune> = {}): CoverageCommune => ({
  code: "00001" as CoverageCommune["code"],
  name: "Thị trấn",
  isUrbanCentre: true,
  population: 4000,
  ...more,
});

export function province(more: Partial<CoverageInput> & Pick<CoverageInput, "network">): CoverageInput {
  return {
    communes: [town()],
    stations: [],
    waterSources: [],
    premises: [],
    cells: [],
    standard,
    parameters,
    ...more,
  };
}
