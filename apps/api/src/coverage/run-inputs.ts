/** What one run is computed from: baseline, changes beside it, standard, parameters, and the dates that its stamp tells. */
import { createHash } from "node:crypto";
import { engineVersion, type StampOptions } from "@firecover/coverage";
import { type ChangedBaseline, type Database, findStandard, type LayerStamp } from "@firecover/database";
import {
  type CoverageParameters,
  FirecoverError,
  type RunScenario,
  type Standard,
  type StandardId,
} from "@firecover/domain";
import type { Baseline } from "./baseline.ts";
import type { RunSource } from "./compute-run.ts";

export interface RunRequest {
  readonly parameters: CoverageParameters;
  /** Changes beside the baseline; null or absent = the baseline itself. */
  readonly changed?: ChangedBaseline | null;
}

export interface RunInputs {
  readonly baseline: Baseline;
  readonly standard: Standard;
  readonly parameters: CoverageParameters;
  readonly changed: ChangedBaseline | null;
}

/** As workers take it. */
export const sourceOf = ({ baseline, standard, parameters, changed }: RunInputs): RunSource => ({
  networkBytes: baseline.networkBytes,
  input: { ...baseline.input, standard, parameters },
  changes: changed?.changes ?? [],
});

export const runScenarioOf = (changed: ChangedBaseline | null): RunScenario | null =>
  changed && { id: changed.id, name: changed.name, changeCount: changed.changes.length };

/**
 * Equal keys, equal numbers for equal parameters and changes. Cheaper than a stamp: it counts changes instead of
 * reading records. A newer engine may count otherwise, so its version is part of the key.
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
