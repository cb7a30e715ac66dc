/** The run that everyone sees who asks for none: of the baseline, under the default parameters. */
import { type Database, newestCoverageRun, putCoverageRunFirst } from "@firecover/database";
import { type CoverageParameters, type CoverageRun, defaultStandard } from "@firecover/domain";
import type { StampReader } from "./layer-stamps.ts";

export const defaultParameters: CoverageParameters = {
  standardId: defaultStandard.id,
  vehicleClass: "engine",
  turnRestrictions: true,
  contraflow: false,
  speedFactor: 1,
  hour: null,
  season: null,
};

export interface CurrentRun {
  /** The newest under the default parameters, else the newest. */
  read(): Promise<CoverageRun | null>;
  /** After an undo the registers fit an older run, which must not stand behind the one that no longer fits. */
  putFirst(run: CoverageRun): Promise<CoverageRun>;
}

export function createCurrentRun({ db }: Database, stamps: StampReader): CurrentRun {
  let known: { key: string; run: CoverageRun | null } | undefined;

  /** Whoever tries another standard or a scenario does not change what everyone else looks at. */
  const choose = async (): Promise<CoverageRun | null> =>
    (await newestCoverageRun(db, defaultParameters)) ?? (await newestCoverageRun(db)) ?? null;

  return {
    async read() {
      const counted = (await stamps.read()).find(({ layer }) => layer === "coverage-runs");
      const key = String(counted?.counter ?? 0);
      if (known?.key !== key) known = { key, run: await choose() };
      return known.run;
    },

    async putFirst(run) {
      if ((await newestCoverageRun(db, run.parameters))?.id !== run.id) {
        await putCoverageRunFirst(db, run.id);
        stamps.invalidate();
      }
      return run;
    },
  };
}
