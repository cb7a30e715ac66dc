/** Records to store: real communes, and small invented ones beside them. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  Commune,
  CommuneCode,
  FireStation,
  type LonLat,
  type Premises,
  PremisesId,
  type Road,
  RoadId,
  WaterSource,
} from "@firecover/domain";

const provenance = { source: "thử nghiệm", dataDate: "2026-11-01", isSynthetic: true };

/** Path of a real input, or null where the folder of real inputs is absent. */
export function sharedData(path: string): string | null {
  const folder = process.env["FIRECOVER_SHARED_DATA"] ?? join(import.meta.dirname, "../../../../shared/data");
  const file = join(folder, path);
  return existsSync(file) ? file : null;
}

/** Communes of a GeoJSON file as it lies there: valid geometry is taken for granted. */
export function readCommunes(file: string): Commune[] {
  const collection = JSON.parse(readFileSync(file, "utf8")) as {
    features: {
      properties: Record<string, unknown>;
      geometry: { type: string; coordinates: unknown };
    }[];
  };
  return collection.features.map(({ properties, geometry }) =>
    Commune.parse({
      code: properties["code"],
      name: properties["name"],
      kind: "commune",
      provinceCode: "01",
      provinceName: "Hà Nội",
      population: null,
      areaKm2: null,
      isUrbanCentre: false,
      geometry:
        geometry.type === "Polygon"
          ? { type: "MultiPolygon", coordinates: [geometry.coordinates] }
          : geometry,
      ...provenance,
    }),
  );
}

/** A square commune, `size` degrees wide, its south-west corner at `at`. */
export function squareCommune(
  code: string,
  [west, south]: LonLat,
  size = 1,
  more: Partial<Commune> = {},
): Commune {
  const [east, north] = [west + size, south + size];
  return {
    code: CommuneCode.parse(code),
    name: `Xã ${code}`,
    kind: "commune",
    provinceCode: "15",
    provinceName: "Lào Cai",
    population: 1024,
    areaKm2: null,
    isUrbanCentre: false,
    geometry: {
      type: "MultiPolygon",
      coordinates: [
        [
          [
            [west, south],
            [east, south],
            [east, north],
            [west, north],
            [west, south],
          ],
        ],
      ],
    },
    ...provenance,
    ...more,
  };
}

export const premises = (id: string, more: Partial<Premises> = {}): Premises => ({
  id: PremisesId.parse(id),
  name: `Cơ sở ${id}`,
  address: null,
  category: "karaoke",
  managementTier: "annex-2-group-1",
  hazardClass: "ordinary",
  communeCode: null,
  location: [105.5, 21.5],
  storeys: 3,
  floorAreaM2: 120.5,
  volumeM3: null,
  occupants: null,
  lastInspectionDate: null,
  nextInspectionDate: null,
  openViolations: null,
  ...provenance,
  ...more,
});

export const hydrant = (id: string, more: Partial<WaterSource> = {}): WaterSource =>
  WaterSource.parse({
    id,
    name: null,
    kind: "hydrant",
    state: "working",
    location: [105.5, 21.5],
    communeCode: null,
    flowLps: 15,
    volumeM3: null,
    pipeDiameterMm: 150,
    pressureBar: null,
    liftMetres: null,
    lastCheckDate: null,
    ...provenance,
    ...more,
  });

export const station = (id: string, more: Partial<FireStation> = {}): FireStation =>
  FireStation.parse({
    id,
    name: `Đội ${id}`,
    kind: "area-team",
    location: [105.5, 21.5],
    address: null,
    communeCode: null,
    turnoutSeconds: 60,
    crewOnDuty: null,
    vehicles: [{ vehicleClass: "engine", count: 2, state: "in-service" }],
    ...provenance,
    ...more,
  });

export const road = (id: number, more: Partial<Road> = {}): Road => ({
  id: RoadId.parse(id),
  name: null,
  roadClass: "residential",
  direction: "both",
  engineAccess: "yes",
  maxSpeedKph: null,
  widthMetres: null,
  maxHeightMetres: null,
  maxWeightTonnes: null,
  nodeIds: [5_000_000_001, 5_000_000_002],
  geometry: {
    type: "LineString",
    coordinates: [
      [105.1234567, 21.7654321],
      [105.2, 21.8],
    ],
  },
  ...provenance,
  ...more,
});
