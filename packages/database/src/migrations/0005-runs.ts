/** The project, its own standards, the coverage runs kept, and how often each layer has changed. */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table project (
      id integer primary key default 1 check (id = 1),
      name text collate "C" not null,
      is_synthetic boolean not null,
      version bigint not null default 1
    )
  `.execute(db);

  await sql`
    create table standard (
      id text collate "C" primary key,
      body jsonb not null,
      version bigint not null default 1
    )
  `.execute(db);

  await sql`
    create table coverage_run (
      id text collate "C" primary key,
      hash text collate "C" not null unique,
      computed_at timestamptz not null,
      run jsonb not null,
      result bytea not null
    )
  `.execute(db);
  await sql`create index coverage_run_computed_at on coverage_run (computed_at desc)`.execute(db);

  await sql`
    create table layer_change (
      layer text collate "C" primary key,
      counter bigint not null default 0,
      count integer not null default 0,
      sources text[] not null default '{}',
      data_date_from date,
      data_date_to date,
      is_synthetic boolean not null default false,
      changed_at timestamptz not null default now()
    )
  `.execute(db);
}
