/** What an import needs of a store: interchange writes to it, the database implements it. */
import type { Commune } from "./commune.ts";
import type { FireStation } from "./fire-station.ts";
import type { BoundingBox } from "./geometry.ts";
import type { LayerCounts } from "./import-report.ts";
import type { LandCover } from "./land-cover.ts";
import type { Building, PopulationPoint } from "./population.ts";
import type { Premises } from "./premises.ts";
import type { Road, RoadBarrier, TurningPlace, TurnRestriction } from "./road.ts";
import type { CandidateSite, ExclusionZone } from "./siting/candidate-site.ts";
import type { WaterSource } from "./water-source.ts";

/** Every kind of record that a file can bring, by layer. */
export interface ImportRecords {
  communes: Commune;
  roads: Road;
  "road-barriers": RoadBarrier;
  "turning-places": TurningPlace;
  "turn-restrictions": TurnRestriction;
  buildings: Building;
  "population-points": PopulationPoint;
  "land-cover": LandCover;
  premises: Premises;
  "water-sources": WaterSource;
  "fire-stations": FireStation;
  "candidate-sites": CandidateSite;
  "exclusion-zones": ExclusionZone;
}
export type ImportLayer = keyof ImportRecords;

export interface ImportStore {
  /**
   * Adds new records and updates those whose id is known; records equal to what is stored count as unchanged.
   * Called as often as the importer likes; `communeCode: null` is filled from the place where communes are known.
   */
  upsert<Layer extends ImportLayer>(
    layer: Layer,
    records: readonly ImportRecords[Layer][],
  ): Promise<LayerCounts>;
  /** Sets official totals; codes that are not stored come back in `unknown`. */
  setCommunePopulations(
    totals: readonly { code: string; population: number }[],
  ): Promise<{ counts: LayerCounts; unknown: string[] }>;
  /** Envelope of the stored communes, `[west, south, east, north]`; null without communes. */
  provinceBounds(): Promise<[number, number, number, number] | null>;
  /** Stored roads whose own box meets this one, in order of their ids. */
  roadsMeeting(bounds: BoundingBox): Promise<Road[]>;
}

export interface ImportSink {
  /** Runs `work` in one transaction. A dry run rolls back after `work`; a thrown error leaves nothing. */
  transaction<T>(work: (store: ImportStore) => Promise<T>, options: { isDryRun: boolean }): Promise<T>;
}
