/** PostGIS and trigrams, and the Vietnamese grids that PostGIS' own list of reference systems lacks. */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists postgis`.execute(db);
  await sql`create extension if not exists pg_trgm`.execute(db);

  // VN-2000: geographic 4756, UTM zones 48 and 49, TM-3 zones and the national grids. PROJ knows each by its code alone.
  await sql`
    insert into spatial_ref_sys (srid, auth_name, auth_srid)
    select code, 'EPSG', code
    from unnest(array[
      4756, 3405, 3406, 5896, 5897, 5898, 5899,
      9205, 9206, 9207, 9208, 9209, 9210, 9211, 9212, 9213, 9214, 9215, 9216, 9217, 9218
    ]) as code
    on conflict (srid) do nothing
  `.execute(db);

  // Lower-case letters without accents, the same on every database: "Đường Lê Lợi" composed or decomposed → "duong le loi".
  // Not unaccent(): its rules differ between versions, and they are no constant to an index.
  await sql`
    create function fold(value text) returns text
    language sql immutable strict parallel safe
    return lower(translate(
      regexp_replace(normalize(value, NFD), U&'[\\0300-\\036F]', '', 'g'),
      'đĐ', 'dd'
    ) collate "C")
  `.execute(db);
}
