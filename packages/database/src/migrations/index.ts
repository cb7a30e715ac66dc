/** All migrations in order. A static list: nothing is looked up in the file system. */
import type { Migration } from "kysely/migration";
import { up as extensions } from "./0001-extensions.ts";
import { up as registers } from "./0002-registers.ts";
import { up as roads } from "./0003-roads.ts";
import { up as population } from "./0004-population.ts";
import { up as runs } from "./0005-runs.ts";
import { up as scenarios } from "./0006-scenarios.ts";
import { up as turningPlaces } from "./0007-turning-places.ts";
import { up as candidateSites } from "./0008-candidate-sites.ts";
import { up as sitingRuns } from "./0009-siting-runs.ts";

export const migrations: Readonly<Record<string, Migration>> = {
  "0001-extensions": { up: extensions },
  "0002-registers": { up: registers },
  "0003-roads": { up: roads },
  "0004-population": { up: population },
  "0005-runs": { up: runs },
  "0006-scenarios": { up: scenarios },
  "0007-turning-places": { up: turningPlaces },
  "0008-candidate-sites": { up: candidateSites },
  "0009-siting-runs": { up: sitingRuns },
};
