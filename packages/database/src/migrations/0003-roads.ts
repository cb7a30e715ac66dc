/** Roads and ways on foot, what bars them, and which turns are forbidden. */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table road (
      id bigint primary key,
      name text collate "C",
      road_class text collate "C" not null,
      direction text collate "C" not null,
      engine_access text collate "C" not null,
      max_speed_kph double precision,
      width_metres double precision,
      max_height_metres double precision,
      max_weight_tonnes double precision,
      node_ids bigint[] not null check (cardinality(node_ids) = st_npoints(geom)),
      geom geometry(LineString, 4326) not null check (st_isvalid(geom)),
      source text collate "C" not null,
      data_date date not null,
      is_synthetic boolean not null,
      version bigint not null default 1,
      edited_fields jsonb not null default '[]',
      sort_name text collate "C" generated always as (fold(coalesce(name, ''))) stored,
      search_text text collate "C" generated always as (fold(coalesce(name, ''))) stored
    )
  `.execute(db);
  await sql`create index road_geom on road using gist (geom)`.execute(db);
  await sql`
    create index road_search on road using gin (search_text gin_trgm_ops) where name is not null
  `.execute(db);

  await sql`
    create table road_barrier (
      node_id bigint primary key,
      kind text collate "C" not null,
      geom geometry(Point, 4326) not null check (st_isvalid(geom)),
      version bigint not null default 1
    )
  `.execute(db);
  await sql`create index road_barrier_geom on road_barrier using gist (geom)`.execute(db);

  await sql`
    create table turn_restriction (
      id bigint primary key,
      kind text collate "C" not null,
      from_road_id bigint not null,
      via_node_id bigint,
      via_road_ids bigint[] not null,
      to_road_id bigint not null,
      version bigint not null default 1
    )
  `.execute(db);
}
