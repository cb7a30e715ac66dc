/** What one run is computed from beside the roads: registers, standard, parameters, and the dates that its stamp tells. */
import { createHash } from "node:crypto";
import { engineVersion, type StampOptions } from "@firecover/coverage";
import { type Database, findStandard, type LayerStamp } from "@firecover/database";
import { type CoverageParameters, FirecoverError, type Standard, type StandardId } from "@firecover/domain";
import type { Baseline } from "./baseline.ts";

export interface RunInputs {
  readonly baseline: Baseline;
  readonly standard: Standard;
  readonly parameters: CoverageParameters;
}

/**
 * Equal keys, equal numbers for equal parameters. Cheaper than a stamp: it counts changes instead of reading records.
 * A newer engine may count otherwise, so its version is part of the key.
 */
export const inputKeyOf = (baselineKey: string, standard: Standard): string =>
  createHash("sha256")
    .update(`${engineVersion} ${baselineKey} ${JSON.stringify(standard)}`)
    .digest("hex")
    .slice(0, 16);

export async function standardOf(db: Database["db"], id: StandardId): Promise<Standard> {
  const found = await findStandard(db, id);
  if (!found) throw new FirecoverError("not-found", `There is no standard ${id}.`);
  return found.record;
}

/** Dates of the layers whose records a run does not hold one by one. */
export function stampOptions(stamps: readonly LayerStamp[]): StampOptions {
  const told = ["communes", "roads", "buildings", "population-points"];
  const layers = stamps.filter(({ layer, count }) => told.includes(layer) && count > 0);
  return {
    isSynthetic: layers.some(({ isSynthetic }) => isSynthetic),
    dataDates: layers.flatMap(({ layer, sources, dataDateFrom: from, dataDateTo: to }) =>
      from && to ? sources.map((source) => ({ layer, source, from, to })) : [],
    ),
  };
}
