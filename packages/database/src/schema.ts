/** Every table as Kysely sees it: snake_case, singular, geometry opaque. */
import type { ColumnType, Generated } from "kysely";
import type { AnyGeometryColumn, LineStringColumn, MultiPolygonColumn, PointColumn } from "./geometry.ts";

interface ProvenanceColumns {
  source: string;
  data_date: string;
  is_synthetic: boolean;
}

/** Columns of a register that planners edit by hand. */
interface RegisterColumns extends ProvenanceColumns {
  /** Raised on each real change; the ETag. */
  version: Generated<number>;
  /** Properties that a planner set by hand: imports leave them alone. */
  edited_fields: ColumnType<string[], string | undefined, string>;
  /** Name and the like, folded to lower-case letters without accents. */
  search_text: ColumnType<string, never, never>;
  /** The name alone, folded, to sort by. */
  sort_name: ColumnType<string, never, never>;
}

/** Columns of records that only imports write. */
interface ImportedColumns extends ProvenanceColumns {
  version: Generated<number>;
}

type Json<T> = ColumnType<T, string, string>;
type NullableJson<T> = ColumnType<T | null, string | null | undefined, string | null>;

interface CommuneTable extends RegisterColumns {
  code: string;
  name: string;
  kind: string;
  province_code: string;
  province_name: string;
  population: number | null;
  area_km2: number | null;
  is_urban_centre: boolean;
  geom: MultiPolygonColumn;
}

interface PremisesTable extends RegisterColumns {
  id: string;
  name: string;
  address: string | null;
  category: string;
  management_tier: string;
  hazard_class: string;
  commune_code: string | null;
  geom: PointColumn;
  storeys: number | null;
  floor_area_m2: number | null;
  volume_m3: number | null;
  occupants: number | null;
  last_inspection_date: string | null;
  next_inspection_date: string | null;
  open_violations: number | null;
}

interface WaterSourceTable extends RegisterColumns {
  id: string;
  name: string | null;
  kind: string;
  state: string;
  geom: PointColumn;
  commune_code: string | null;
  flow_lps: number | null;
  volume_m3: number | null;
  pipe_diameter_mm: number | null;
  pressure_bar: number | null;
  lift_metres: number | null;
  last_check_date: string | null;
}

interface FireStationTable extends RegisterColumns {
  id: string;
  name: string;
  kind: string;
  geom: PointColumn;
  address: string | null;
  commune_code: string | null;
  turnout_seconds: number | null;
  crew_on_duty: number | null;
  vehicles: Json<{ vehicleClass: string; count: number; state: string }[]>;
}

interface RoadTable extends RegisterColumns {
  id: number;
  name: string | null;
  road_class: string;
  direction: string;
  engine_access: string;
  max_speed_kph: number | null;
  width_metres: number | null;
  max_height_metres: number | null;
  max_weight_tonnes: number | null;
  node_ids: number[];
  geom: LineStringColumn;
}

interface RoadBarrierTable {
  node_id: number;
  kind: string;
  geom: PointColumn;
  version: Generated<number>;
}

interface TurningPlaceTable {
  node_id: number;
  kind: string;
  geom: PointColumn;
  version: Generated<number>;
}

interface TurnRestrictionTable {
  id: number;
  kind: string;
  from_road_id: number;
  via_node_id: number | null;
  via_road_ids: number[];
  to_road_id: number;
  version: Generated<number>;
}

interface BuildingTable extends ImportedColumns {
  id: number;
  geom: PointColumn;
  footprint_m2: number;
  levels: number | null;
  is_residential: boolean | null;
}

interface PopulationPointTable extends ImportedColumns {
  id: string;
  geom: PointColumn;
  people: number;
}

interface PopulationCellTable {
  h3: string;
  commune_code: string;
  geom: PointColumn;
  people: number;
  dwellings: number | null;
  weighted_by: string;
}

interface LandCoverTable extends ImportedColumns {
  id: string;
  kind: string;
  name: string | null;
  geom: AnyGeometryColumn;
}

interface CandidateSiteTable extends RegisterColumns {
  id: string;
  name: string;
  kind: string;
  geom: PointColumn;
  outline: MultiPolygonColumn | null;
  area_square_metres: number | null;
  road_width_metres: number | null;
  slope_percent: number | null;
  price_million_dong: number | null;
  commune_code: string | null;
  note: string | null;
}

interface ExclusionZoneTable extends RegisterColumns {
  id: string;
  name: string;
  kind: string;
  geom: MultiPolygonColumn;
}

interface StandardTable {
  id: string;
  body: Json<unknown>;
  version: Generated<number>;
}

interface CoverageRunTable {
  id: string;
  /** Names the inputs: of a baseline run its stamp's hash, of a scenario's run also scenario and changes. */
  hash: string;
  computed_at: string;
  run: Json<unknown>;
  result: Uint8Array;
  /** What was changed beside the baseline; null = nothing, a run of the baseline itself. */
  changes: NullableJson<unknown>;
  scenario_id: string | null;
}

interface ScenarioTable {
  id: string;
  name: string;
  /** The name as it is compared: no two scenarios share it. */
  name_key: string;
  note: string | null;
  changes: Json<unknown>;
  created_at: string;
  updated_at: string;
  version: Generated<number>;
}

interface SitingRunTable {
  id: string;
  state: string;
  started_at: string;
  is_synthetic: boolean;
  /** Names the state of everything that the run was asked of; null = the inputs were never read. */
  input_key: string | null;
  run: Json<unknown>;
}

interface SettingTable {
  key: string;
  value: Json<unknown>;
  version: Generated<number>;
}

interface ProjectTable {
  /** Always 1: one project per database. */
  id: Generated<number>;
  name: string;
  is_synthetic: boolean;
  version: Generated<number>;
}

interface LayerChangeTable {
  layer: string;
  /** Raised once per transaction that changed the layer. */
  counter: Generated<number>;
  count: Generated<number>;
  sources: Generated<string[]>;
  data_date_from: string | null;
  data_date_to: string | null;
  /** Whether any record is invented. */
  is_synthetic: Generated<boolean>;
  changed_at: ColumnType<string, string | undefined, string>;
}

export interface Schema {
  commune: CommuneTable;
  premises: PremisesTable;
  water_source: WaterSourceTable;
  fire_station: FireStationTable;
  road: RoadTable;
  road_barrier: RoadBarrierTable;
  turning_place: TurningPlaceTable;
  turn_restriction: TurnRestrictionTable;
  building: BuildingTable;
  population_point: PopulationPointTable;
  population_cell: PopulationCellTable;
  land_cover: LandCoverTable;
  candidate_site: CandidateSiteTable;
  exclusion_zone: ExclusionZoneTable;
  standard: StandardTable;
  coverage_run: CoverageRunTable;
  scenario: ScenarioTable;
  siting_run: SitingRunTable;
  setting: SettingTable;
  project: ProjectTable;
  layer_change: LayerChangeTable;
}
