/** Everything that a coverage run or a population spread reads, in one consistent view. */
import type {
  Building,
  Commune,
  FireStation,
  PopulationPoint,
  Premises,
  Road,
  RoadBarrier,
  TurningPlace,
  TurnRestriction,
  WaterSource,
} from "@firecover/domain";
import type { Kysely } from "kysely";
import { recordTables } from "./records/record-tables.ts";
import { selectAll } from "./records/select-records.ts";
import type { Schema } from "./schema.ts";

export interface Baseline {
  communes: Commune[];
  stations: FireStation[];
  waterSources: WaterSource[];
  premises: Premises[];
  roads: Road[];
  barriers: RoadBarrier[];
  turningPlaces: TurningPlace[];
  restrictions: TurnRestriction[];
  buildings: Building[];
  populationPoints: PopulationPoint[];
}

/** Each list is ordered by id (code, node id), the same on both databases. */
export function readBaseline(db: Kysely<Schema>): Promise<Baseline> {
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (trx) => ({
      communes: await selectAll(trx, recordTables.communes),
      stations: await selectAll(trx, recordTables["fire-stations"]),
      waterSources: await selectAll(trx, recordTables["water-sources"]),
      premises: await selectAll(trx, recordTables.premises),
      roads: await selectAll(trx, recordTables.roads),
      barriers: await selectAll(trx, recordTables["road-barriers"]),
      turningPlaces: await selectAll(trx, recordTables["turning-places"]),
      restrictions: await selectAll(trx, recordTables["turn-restrictions"]),
      buildings: await selectAll(trx, recordTables.buildings),
      populationPoints: await selectAll(trx, recordTables["population-points"]),
    }));
}
