/** A town of nine blocks with two stations, for tests of scenarios. */
import type { CoverageInput } from "@firecover/coverage";
import {
  CommuneCode,
  defaultStandard,
  FireStation,
  PopulationCell,
  Premises,
  WaterSource,
} from "@firecover/domain";
import { buildRoadNetwork, type RoadWay } from "@firecover/road-network";

const provenance = { source: "test", dataDate: "2026-11-01", isSynthetic: true };
const side = 4;
const step = 0.008;
const at = (column: number, row: number): [number, number] => [105 + column * step, 21 + row * step];
const nodeId = (column: number, row: number) => 1 + row * side + column;

function street(id: number, places: readonly (readonly [number, number])[]): RoadWay {
  return {
    id,
    nodeIds: places.map(([column, row]) => nodeId(column, row)),
    lonLats: places.flatMap(([column, row]) => at(column, row)),
    roadClass: "residential",
    direction: "both",
    engineAccess: "yes",
    maxSpeedKph: null,
    widthMetres: 8,
    maxHeightMetres: null,
    maxWeightTonnes: null,
    name: `Phố ${id}`,
  };
}

const line = Array.from({ length: side }, (_, i) => i);
/** Ids 1 to 4 run east, 5 to 8 north. */
export const roadIds = Array.from({ length: 2 * side }, (_, i) => i + 1);

export const stations = [
  { id: "s1", location: at(0, 0) },
  { id: "s2", location: at(3, 3) },
].map(({ id, location }) =>
  FireStation.parse({
    id,
    name: `Đội ${id}`,
    kind: "area-team",
    location,
    address: null,
    communeCode: null,
    turnoutSeconds: null,
    crewOnDuty: null,
    vehicles: [{ vehicleClass: "engine", count: 1, state: "in-service" }],
    ...provenance,
  }),
);

export function smallProvince(): CoverageInput {
  const ways = [
    ...line.map((row) =>
      street(
        row + 1,
        line.map((column) => [column, row] as const),
      ),
    ),
    ...line.map((column) =>
      street(
        side + column + 1,
        line.map((row) => [column, row] as const),
      ),
    ),
  ];
  const places = line.flatMap((row) => line.map((column) => at(column + 0.3, row + 0.02)));
  return {
    network: buildRoadNetwork({ ways, barrierNodeIds: [], turnRestrictions: [] }).network,
    communes: [{ code: CommuneCode.parse("00001"), name: "Xã Thử", isUrbanCentre: false, population: 1600 }],
    stations,
    waterSources: [
      WaterSource.parse({
        id: "w1",
        name: null,
        kind: "hydrant",
        state: "working",
        location: at(1, 1.01),
        communeCode: null,
        flowLps: 20,
        volumeM3: null,
        pipeDiameterMm: null,
        pressureBar: null,
        liftMetres: null,
        lastCheckDate: null,
        ...provenance,
      }),
    ],
    premises: places.map((location, i) =>
      Premises.parse({
        id: `p${String(i).padStart(2, "0")}`,
        name: `Cơ sở ${i}`,
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
      }),
    ),
    cells: places.map((location, i) =>
      PopulationCell.parse({
        h3: `89${i.toString(16).padStart(13, "0")}`,
        communeCode: "00001",
        location,
        people: 100 + i,
        dwellings: null,
        weightedBy: "area",
      }),
    ),
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
