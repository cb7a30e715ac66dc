/** People and what their spread is weighted by, and the ground drawn under the roads. */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table building (
      id bigint primary key,
      geom geometry(Point, 4326) not null check (st_isvalid(geom)),
      footprint_m2 double precision not null,
      levels double precision,
      is_residential boolean,
      source text collate "C" not null,
      data_date date not null,
      is_synthetic boolean not null,
      version bigint not null default 1
    )
  `.execute(db);
  await sql`create index building_geom on building using gist (geom)`.execute(db);

  await sql`
    create table population_point (
      id text collate "C" primary key,
      geom geometry(Point, 4326) not null check (st_isvalid(geom)),
      people double precision not null check (people >= 0),
      source text collate "C" not null,
      data_date date not null,
      is_synthetic boolean not null,
      version bigint not null default 1
    )
  `.execute(db);
  await sql`create index population_point_geom on population_point using gist (geom)`.execute(db);

  await sql`
    create table population_cell (
      h3 text collate "C" not null,
      commune_code text collate "C" not null,
      geom geometry(Point, 4326) not null check (st_isvalid(geom)),
      people integer not null check (people >= 0),
      dwellings double precision,
      weighted_by text collate "C" not null,
      primary key (h3, commune_code)
    )
  `.execute(db);
  await sql`create index population_cell_geom on population_cell using gist (geom)`.execute(db);

  await sql`
    create table land_cover (
      id text collate "C" primary key,
      kind text collate "C" not null,
      name text collate "C",
      geom geometry(Geometry, 4326) not null check (st_isvalid(geom)),
      source text collate "C" not null,
      data_date date not null,
      is_synthetic boolean not null,
      version bigint not null default 1
    )
  `.execute(db);
  await sql`create index land_cover_geom on land_cover using gist (geom)`.execute(db);
}
