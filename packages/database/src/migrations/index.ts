/** All migrations in order. A static list: nothing is looked up in the file system. */
import type { Migration } from "kysely/migration";
import * as extensions from "./0001-extensions.ts";
import * as registers from "./0002-registers.ts";
import * as roads from "./0003-roads.ts";
import * as population from "./0004-population.ts";
import * as runs from "./0005-runs.ts";

export const migrations: Readonly<Record<string, Migration>> = {
  "0001-extensions": extensions,
  "0002-registers": registers,
  "0003-roads": roads,
  "0004-population": population,
  "0005-runs": runs,
};
