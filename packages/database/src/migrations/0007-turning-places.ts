/** Nodes where engines turn round, as roads are recorded with them. */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table turning_place (
      node_id bigint primary key,
      kind text collate "C" not null,
      geom geometry(Point, 4326) not null check (st_isvalid(geom)),
      version bigint not null default 1
    )
  `.execute(db);
  await sql`create index turning_place_geom on turning_place using gist (geom)`.execute(db);
}
