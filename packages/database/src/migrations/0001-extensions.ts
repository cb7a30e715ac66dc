/** PostGIS and trigrams, and the Vietnamese grids that PostGIS' own list of reference systems lacks. */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists postgis`.execute(db);
  await sql`create extension if not exists pg_trgm`.execute(db);

  // By definition instead of by EPSG code alone: PROJ picks its datum shift by its own version and the place, and two
  // servers would differ by up to 0.8 m in the south. Seven parameters of EPSG:6960, rotations as position vector.
  await sql`
    insert into spatial_ref_sys (srid, proj4text)
    select srid, definition || ' +ellps=WGS84 +towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278 +no_defs'
    from (
      select 4756, '+proj=longlat'
      union all
      select srid, '+proj=tmerc +lat_0=0 +lon_0=' || meridian || ' +k=0.9996 +x_0=500000 +y_0=0 +units=m'
      from (values (3405, 105), (3406, 111)) as utm (srid, meridian)
      union all
      select srid, '+proj=tmerc +lat_0=0 +lon_0=' || meridian || ' +k=0.9999 +x_0=500000 +y_0=0 +units=m'
      from (values
        (5896, 102), (5897, 105), (5898, 108), (5899, 107.75), (9205, 103), (9206, 104), (9207, 104.5), (9208, 104.75),
        (9209, 105.5), (9210, 105.75), (9211, 106), (9212, 106.25), (9213, 106.5), (9214, 107), (9215, 107.25),
        (9216, 107.5), (9217, 108.25), (9218, 108.5)
      ) as tm3 (srid, meridian)
    ) as vn2000 (srid, definition)
    on conflict (srid) do update set auth_name = null, auth_srid = null, srtext = null, proj4text = excluded.proj4text
  `.execute(db);

  // Lower-case letters without accents, the same on every database: "Đường Lê Lợi" composed or decomposed → "duong le loi".
  // Not unaccent(): its rules differ between versions, and they are no constant to an index.
  await sql`
    create function fold(value text) returns text
    language sql immutable strict parallel safe
    return lower(translate(
      normalize(value, NFD),
      U&'đĐ\\0300\\0301\\0302\\0303\\0306\\0308\\0309\\030A\\030C\\031B\\0323\\0327',
      'dd'
    ) collate "C")
  `.execute(db);
}
