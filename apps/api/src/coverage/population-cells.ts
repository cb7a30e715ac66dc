/** Commune totals spread over H3 cells, as work for a worker. */
import { type PopulationSources, spreadPopulation } from "@firecover/coverage/population";
import type { PopulationCell } from "@firecover/domain";

export type PopulationPayload = PopulationSources;

export const spread = (payload: PopulationPayload): PopulationCell[] => spreadPopulation(payload);
