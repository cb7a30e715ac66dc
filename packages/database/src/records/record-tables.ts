/** The table of every kind of record that an import can bring. */
import type { ImportLayer } from "@firecover/domain";
import { type RecordTable, recordTable } from "./record-table.ts";

const provenance = {
  source: ["source", "text"],
  dataDate: ["data_date", "date"],
  isSynthetic: ["is_synthetic", "boolean"],
} as const;

export const communeTable = recordTable(
  "communes",
  "commune",
  "code",
  {
    code: ["code", "text"],
    name: ["name", "text"],
    kind: ["kind", "text"],
    provinceCode: ["province_code", "text"],
    provinceName: ["province_name", "text"],
    population: ["population", "integer"],
    areaKm2: ["area_km2", "double precision"],
    isUrbanCentre: ["is_urban_centre", "boolean"],
    geometry: ["geom", "geometry"],
    ...provenance,
  },
  true,
);

export const premisesTable = recordTable(
  "premises",
  "premises",
  "id",
  {
    id: ["id", "text"],
    name: ["name", "text"],
    address: ["address", "text"],
    category: ["category", "text"],
    managementTier: ["management_tier", "text"],
    hazardClass: ["hazard_class", "text"],
    communeCode: ["commune_code", "text"],
    location: ["geom", "point"],
    storeys: ["storeys", "integer"],
    floorAreaM2: ["floor_area_m2", "double precision"],
    volumeM3: ["volume_m3", "double precision"],
    occupants: ["occupants", "integer"],
    lastInspectionDate: ["last_inspection_date", "date"],
    nextInspectionDate: ["next_inspection_date", "date"],
    openViolations: ["open_violations", "integer"],
    ...provenance,
  },
  true,
);

export const waterSourceTable = recordTable(
  "water-sources",
  "water_source",
  "id",
  {
    id: ["id", "text"],
    name: ["name", "text"],
    kind: ["kind", "text"],
    state: ["state", "text"],
    location: ["geom", "point"],
    communeCode: ["commune_code", "text"],
    flowLps: ["flow_lps", "double precision"],
    volumeM3: ["volume_m3", "double precision"],
    pipeDiameterMm: ["pipe_diameter_mm", "double precision"],
    pressureBar: ["pressure_bar", "double precision"],
    liftMetres: ["lift_metres", "double precision"],
    lastCheckDate: ["last_check_date", "date"],
    ...provenance,
  },
  true,
);

export const fireStationTable = recordTable(
  "fire-stations",
  "fire_station",
  "id",
  {
    id: ["id", "text"],
    name: ["name", "text"],
    kind: ["kind", "text"],
    location: ["geom", "point"],
    address: ["address", "text"],
    communeCode: ["commune_code", "text"],
    turnoutSeconds: ["turnout_seconds", "integer"],
    crewOnDuty: ["crew_on_duty", "integer"],
    vehicles: ["vehicles", "jsonb"],
    ...provenance,
  },
  true,
);

export const roadTable = recordTable(
  "roads",
  "road",
  "id",
  {
    id: ["id", "bigint"],
    name: ["name", "text"],
    roadClass: ["road_class", "text"],
    direction: ["direction", "text"],
    engineAccess: ["engine_access", "text"],
    maxSpeedKph: ["max_speed_kph", "double precision"],
    widthMetres: ["width_metres", "double precision"],
    maxHeightMetres: ["max_height_metres", "double precision"],
    maxWeightTonnes: ["max_weight_tonnes", "double precision"],
    nodeIds: ["node_ids", "bigint[]"],
    geometry: ["geom", "geometry"],
    ...provenance,
  },
  true,
);

export const candidateSiteTable = recordTable(
  "candidate-sites",
  "candidate_site",
  "id",
  {
    id: ["id", "text"],
    name: ["name", "text"],
    kind: ["kind", "text"],
    location: ["geom", "point"],
    geometry: ["outline", "geometry"],
    areaSquareMetres: ["area_square_metres", "double precision"],
    roadWidthMetres: ["road_width_metres", "double precision"],
    slopePercent: ["slope_percent", "double precision"],
    priceMillionDong: ["price_million_dong", "double precision"],
    communeCode: ["commune_code", "text"],
    note: ["note", "text"],
    ...provenance,
  },
  true,
);

export const exclusionZoneTable = recordTable(
  "exclusion-zones",
  "exclusion_zone",
  "id",
  {
    id: ["id", "text"],
    name: ["name", "text"],
    kind: ["kind", "text"],
    geometry: ["geom", "geometry"],
    ...provenance,
  },
  true,
);

const roadBarrierTable = recordTable(
  "road-barriers",
  "road_barrier",
  "nodeId",
  { nodeId: ["node_id", "bigint"], kind: ["kind", "text"], location: ["geom", "point"] },
  false,
);

const turningPlaceTable = recordTable(
  "turning-places",
  "turning_place",
  "nodeId",
  { nodeId: ["node_id", "bigint"], kind: ["kind", "text"], location: ["geom", "point"] },
  false,
);

const turnRestrictionTable = recordTable(
  "turn-restrictions",
  "turn_restriction",
  "id",
  {
    id: ["id", "bigint"],
    kind: ["kind", "text"],
    fromRoadId: ["from_road_id", "bigint"],
    viaNodeId: ["via_node_id", "bigint"],
    viaRoadIds: ["via_road_ids", "bigint[]"],
    toRoadId: ["to_road_id", "bigint"],
  },
  false,
);

const buildingTable = recordTable(
  "buildings",
  "building",
  "id",
  {
    id: ["id", "bigint"],
    location: ["geom", "point"],
    footprintM2: ["footprint_m2", "double precision"],
    levels: ["levels", "double precision"],
    isResidential: ["is_residential", "boolean"],
    ...provenance,
  },
  false,
);

const populationPointTable = recordTable(
  "population-points",
  "population_point",
  "id",
  {
    id: ["id", "text"],
    location: ["geom", "point"],
    people: ["people", "double precision"],
    ...provenance,
  },
  false,
);

const landCoverTable = recordTable(
  "land-cover",
  "land_cover",
  "id",
  {
    id: ["id", "text"],
    kind: ["kind", "text"],
    name: ["name", "text"],
    geometry: ["geom", "geometry"],
    ...provenance,
  },
  false,
);

export const recordTables: { readonly [Layer in ImportLayer]: RecordTable<Layer> } = {
  communes: communeTable,
  roads: roadTable,
  "road-barriers": roadBarrierTable,
  "turning-places": turningPlaceTable,
  "turn-restrictions": turnRestrictionTable,
  buildings: buildingTable,
  "population-points": populationPointTable,
  "land-cover": landCoverTable,
  premises: premisesTable,
  "water-sources": waterSourceTable,
  "fire-stations": fireStationTable,
  "candidate-sites": candidateSiteTable,
  "exclusion-zones": exclusionZoneTable,
};
