/** Scenarios beside the untouched baseline, runs that were computed with changes, and settings of the project. */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table scenario (
      id text collate "C" primary key,
      name text collate "C" not null,
      name_key text collate "C" not null unique,
      note text collate "C",
      changes jsonb not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version bigint not null default 1
    )
  `.execute(db);

  // null = a run of the baseline itself
  await sql`alter table coverage_run add column changes jsonb, add column scenario_id text collate "C"`.execute(
    db,
  );
  await sql`create index coverage_run_scenario on coverage_run (scenario_id) where changes is not null`.execute(
    db,
  );

  await sql`
    create table setting (
      key text collate "C" primary key,
      value jsonb not null,
      version bigint not null default 1
    )
  `.execute(db);
}
