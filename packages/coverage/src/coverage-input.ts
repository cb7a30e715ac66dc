/** What a coverage run is computed from, put into one order so that the same records give the same bytes. */
import type {
  CommuneCode,
  CoverageParameters,
  FireStation,
  PopulationCell,
  Premises,
  Standard,
  WaterSource,
} from "@firecover/domain";
import type { RoadNetwork } from "@firecover/road-network";

/** What coverage needs of a commune; a whole `Commune` fits. */
export interface CoverageCommune {
  readonly code: CommuneCode;
  readonly name: string;
  readonly isUrbanCentre: boolean;
  readonly population: number | null;
}

export interface CoverageInput {
  readonly network: RoadNetwork;
  readonly communes: readonly CoverageCommune[];
  readonly stations: readonly FireStation[];
  readonly waterSources: readonly WaterSource[];
  readonly premises: readonly Premises[];
  readonly cells: readonly PopulationCell[];
  readonly standard: Standard;
  readonly parameters: CoverageParameters;
}

/** By code units, not by locale: a browser in Việt Nam and a server elsewhere must agree. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Registers ordered by id, cells by H3 index and commune: every index of a result counts in this order. */
export function inCanonicalOrder(input: CoverageInput): CoverageInput {
  return {
    ...input,
    communes: input.communes.toSorted((a, b) => compareText(a.code, b.code)),
    stations: input.stations.toSorted((a, b) => compareText(a.id, b.id)),
    waterSources: input.waterSources.toSorted((a, b) => compareText(a.id, b.id)),
    premises: input.premises.toSorted((a, b) => compareText(a.id, b.id)),
    cells: input.cells.toSorted(
      (a, b) => compareText(a.h3, b.h3) || compareText(a.communeCode, b.communeCode),
    ),
  };
}
