/** One embedded database and one PostgreSQL per run of a test file, emptied between tests. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, it } from "vitest";
import { type Database, openDatabase } from "../src/index.ts";
import { findPostgresBin, startPostgresCluster } from "../src/testing/postgres-cluster.ts";

export const hasPostgres = findPostgresBin() !== null;
const mayLeaveOutPostgres = process.env["CI"] !== "true" && process.env["FIRECOVER_REQUIRE_POSTGRES"] !== "1";

export interface Opened {
  readonly database: Database;
}

export interface OpenedHere extends Opened {
  /** Data folder or URL. */
  location: string;
  close(): Promise<void>;
}

export async function openEmbedded(): Promise<OpenedHere> {
  const location = await mkdtemp(join(tmpdir(), "firecover-embedded-"));
  const database = await openDatabase({ dataFolder: location });
  return {
    database,
    location,
    async close() {
      await database.close();
      await rm(location, { recursive: true, force: true });
    },
  };
}

export async function openCluster(): Promise<OpenedHere> {
  const cluster = await startPostgresCluster();
  const database = await openDatabase({ databaseUrl: cluster.url });
  return {
    database,
    location: cluster.url,
    async close() {
      await database.close();
      await cluster.stop();
    },
  };
}

/** Runs the same facts on both databases. */
export function describeOnBoth(facts: (opened: Opened) => void): void {
  const kinds = [{ name: "the embedded database", open: openEmbedded, isHere: true }].concat({
    name: "PostgreSQL",
    open: openCluster,
    isHere: hasPostgres,
  });
  for (const { name, open, isHere } of kinds) {
    if (!isHere && mayLeaveOutPostgres) {
      // never in CI, where a missing PostgreSQL fails; elsewhere the report names what was left out
      describe.skip(`on ${name} (left out: no PostgreSQL with PostGIS on this machine)`, () => {
        it("runs the same facts", () => {});
      });
      continue;
    }
    describe(`on ${name}`, () => {
      const opened: { database: Database; close(): Promise<void> } = {
        database: undefined as never,
        close: async () => {},
      };
      beforeAll(async () => Object.assign(opened, await open()));
      afterAll(() => opened.close());
      beforeEach(() => empty(opened.database));
      facts(opened);
    });
  }
}

async function empty({ db }: Database): Promise<void> {
  await sql`
    truncate commune, premises, water_source, fire_station, road, road_barrier, turning_place, turn_restriction,
      candidate_site, exclusion_zone, building, population_point, population_cell, land_cover, standard, coverage_run, siting_run, scenario, setting, project,
      layer_change
  `.execute(db);
}
