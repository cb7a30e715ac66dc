/** The registers that planners keep: communes, premises, water sources and fire stations. */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table commune (
      code text collate "C" primary key,
      name text collate "C" not null,
      kind text collate "C" not null,
      province_code text collate "C" not null,
      province_name text collate "C" not null,
      population integer check (population >= 0),
      area_km2 double precision,
      is_urban_centre boolean not null,
      geom geometry(MultiPolygon, 4326) not null check (st_isvalid(geom)),
      source text collate "C" not null,
      data_date date not null,
      is_synthetic boolean not null,
      version bigint not null default 1,
      edited_fields jsonb not null default '[]',
      sort_name text collate "C" generated always as (fold(name)) stored,
      search_text text collate "C" generated always as (fold(name || ' ' || code)) stored
    )
  `.execute(db);
  await sql`create index commune_geom on commune using gist (geom)`.execute(db);

  await sql`
    create table premises (
      id text collate "C" primary key,
      name text collate "C" not null,
      address text collate "C",
      category text collate "C" not null,
      management_tier text collate "C" not null,
      hazard_class text collate "C" not null,
      commune_code text collate "C",
      geom geometry(Point, 4326) not null check (st_isvalid(geom)),
      storeys integer,
      floor_area_m2 double precision,
      volume_m3 double precision,
      occupants integer,
      last_inspection_date date,
      next_inspection_date date,
      open_violations integer,
      source text collate "C" not null,
      data_date date not null,
      is_synthetic boolean not null,
      version bigint not null default 1,
      edited_fields jsonb not null default '[]',
      sort_name text collate "C" generated always as (fold(name)) stored,
      search_text text collate "C" generated always as (fold(name || ' ' || id || coalesce(' ' || address, ''))) stored
    )
  `.execute(db);
  await sql`create index premises_geom on premises using gist (geom)`.execute(db);
  await sql`create index premises_commune on premises (commune_code, id)`.execute(db);
  await sql`create index premises_sort on premises (sort_name, id)`.execute(db);
  await sql`create index premises_search on premises using gin (search_text gin_trgm_ops)`.execute(db);

  await sql`
    create table water_source (
      id text collate "C" primary key,
      name text collate "C",
      kind text collate "C" not null,
      state text collate "C" not null,
      geom geometry(Point, 4326) not null check (st_isvalid(geom)),
      commune_code text collate "C",
      flow_lps double precision,
      volume_m3 double precision,
      pipe_diameter_mm double precision,
      pressure_bar double precision,
      lift_metres double precision,
      last_check_date date,
      source text collate "C" not null,
      data_date date not null,
      is_synthetic boolean not null,
      version bigint not null default 1,
      edited_fields jsonb not null default '[]',
      sort_name text collate "C" generated always as (fold(coalesce(name, ''))) stored,
      search_text text collate "C" generated always as (fold(id || coalesce(' ' || name, ''))) stored
    )
  `.execute(db);
  await sql`create index water_source_geom on water_source using gist (geom)`.execute(db);
  await sql`create index water_source_commune on water_source (commune_code, id)`.execute(db);

  await sql`
    create table fire_station (
      id text collate "C" primary key,
      name text collate "C" not null,
      kind text collate "C" not null,
      geom geometry(Point, 4326) not null check (st_isvalid(geom)),
      address text collate "C",
      commune_code text collate "C",
      turnout_seconds integer,
      crew_on_duty integer,
      vehicles jsonb not null,
      source text collate "C" not null,
      data_date date not null,
      is_synthetic boolean not null,
      version bigint not null default 1,
      edited_fields jsonb not null default '[]',
      sort_name text collate "C" generated always as (fold(name)) stored,
      search_text text collate "C" generated always as (fold(name || ' ' || id || coalesce(' ' || address, ''))) stored
    )
  `.execute(db);
  await sql`create index fire_station_geom on fire_station using gist (geom)`.execute(db);
}
