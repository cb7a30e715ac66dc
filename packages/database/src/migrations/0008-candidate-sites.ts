/** Places where a station could stand, and land on which none may. */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // geom = where engines leave the plot; outline = the plot as drawn, null where nobody drew it
  await sql`
    create table candidate_site (
      id text collate "C" primary key,
      name text collate "C" not null,
      kind text collate "C" not null,
      geom geometry(Point, 4326) not null check (st_isvalid(geom)),
      outline geometry(MultiPolygon, 4326) check (st_isvalid(outline)),
      area_square_metres double precision check (area_square_metres > 0),
      road_width_metres double precision check (road_width_metres > 0),
      slope_percent double precision check (slope_percent >= 0),
      price_million_dong double precision check (price_million_dong >= 0),
      commune_code text collate "C",
      note text collate "C",
      source text collate "C" not null,
      data_date date not null,
      is_synthetic boolean not null,
      version bigint not null default 1,
      edited_fields jsonb not null default '[]',
      sort_name text collate "C" generated always as (fold(name)) stored,
      search_text text collate "C" generated always as (fold(name || ' ' || id)) stored
    )
  `.execute(db);
  await sql`create index candidate_site_geom on candidate_site using gist (geom)`.execute(db);
  await sql`create index candidate_site_outline on candidate_site using gist (outline)`.execute(db);
  await sql`create index candidate_site_commune on candidate_site (commune_code, id)`.execute(db);

  await sql`
    create table exclusion_zone (
      id text collate "C" primary key,
      name text collate "C" not null,
      kind text collate "C" not null,
      geom geometry(MultiPolygon, 4326) not null check (st_isvalid(geom)),
      source text collate "C" not null,
      data_date date not null,
      is_synthetic boolean not null,
      version bigint not null default 1,
      edited_fields jsonb not null default '[]',
      sort_name text collate "C" generated always as (fold(name)) stored,
      search_text text collate "C" generated always as (fold(name || ' ' || id)) stored
    )
  `.execute(db);
  await sql`create index exclusion_zone_geom on exclusion_zone using gist (geom)`.execute(db);
}
