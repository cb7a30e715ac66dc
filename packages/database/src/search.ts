/** Search by name over the registers, with or without accents. */
import type { BoundingBox, LonLat } from "@firecover/domain";
import { type Kysely, sql } from "kysely";
import { fold, hasWords, likeLiteral } from "./folded.ts";
import type { Schema } from "./schema.ts";

export interface SearchHit {
  kind: "premises" | "commune" | "fire-station" | "road";
  /** Of a road: one of the ways that bear the name in that commune. */
  id: string;
  name: string;
  /** Address, commune or province, to tell namesakes apart. */
  detail: string | null;
  location: LonLat;
  /** Of a commune or a road. */
  bounds: BoundingBox | null;
}

interface Row {
  kind: SearchHit["kind"];
  id: string;
  name: string;
  detail: string | null;
  lon: number;
  lat: number;
  west: number | null;
  south: number | null;
  east: number | null;
  north: number | null;
}

/** Ways looked at before they are gathered into roads: a name like “Đường số 1” has hundreds. */
const maxWays = 500;

/** Best first: the whole name, its beginning, the beginning of a word in it, anything else. */
export async function searchByName(db: Kysely<Schema>, q: string, limit: number): Promise<SearchHit[]> {
  const typed = fold(q.replaceAll("\0", "")).trim().replace(/\s+/g, " ");
  if (typed === "") return [];
  const found = hasWords(sql.ref("t.search_text"), q);
  const prefix = `${likeLiteral(typed)}%`;
  const rank = sql`case
    when t.sort_name = ${typed} then 0 when t.sort_name like ${prefix} then 1 when t.sort_name like ${`% ${prefix}`} then 2 else 3
  end`;
  const best = sql`order by ${rank}, t.sort_name, t.id limit ${limit}`;
  const noBounds = sql.raw(
    "null::float8 as west, null::float8 as south, null::float8 as east, null::float8 as north",
  );

  const { rows } = await sql<Row>`
    with premises_hit as (
      select 2 as kind_order, 'premises' as kind, t.id, t.name, coalesce(t.address, c.name) as detail, t.sort_name,
        st_x(t.geom) as lon, st_y(t.geom) as lat, ${noBounds}
      from premises t left join commune c on c.code = t.commune_code
      where ${found} ${best}
    ),
    station_hit as (
      select 1, 'fire-station', t.id, t.name, coalesce(t.address, c.name), t.sort_name,
        st_x(t.geom), st_y(t.geom), ${noBounds}
      from fire_station t left join commune c on c.code = t.commune_code
      where ${found} ${best}
    ),
    commune_hit as (
      select 0, 'commune', t.code, t.name, t.province_name, t.sort_name,
        (st_xmin(t.geom) + st_xmax(t.geom)) / 2, (st_ymin(t.geom) + st_ymax(t.geom)) / 2,
        st_xmin(t.geom), st_ymin(t.geom), st_xmax(t.geom), st_ymax(t.geom)
      from commune t
      where ${found} order by ${rank}, t.sort_name, t.code limit ${limit}
    ),
    way as materialized (
      select t.id, t.name, t.sort_name, t.geom, st_lineinterpolatepoint(t.geom, 0.5) as middle
      from road t
      where t.name is not null and ${found} order by ${rank}, t.sort_name, t.id limit ${maxWays}
    ),
    placed_way as (
      select way.*, c.name as commune_name
      from way left join lateral (
        select name from commune where st_covers(geom, way.middle) order by code limit 1
      ) c on true
    ),
    road_hit as (
      select 3, 'road', min(id)::text, name, commune_name, sort_name,
        (array_agg(st_x(middle) order by id))[1], (array_agg(st_y(middle) order by id))[1],
        min(st_xmin(geom)), min(st_ymin(geom)), max(st_xmax(geom)), max(st_ymax(geom))
      from placed_way group by name, sort_name, commune_name
    )
    select kind, id, name, detail, lon, lat, west, south, east, north
    from (
      select * from premises_hit union all select * from station_hit
      union all select * from commune_hit union all select * from road_hit
    ) t
    order by ${rank}, kind_order, sort_name collate "C", id collate "C", detail collate "C"
    limit ${limit}
  `.execute(db);

  return rows.map(({ kind, id, name, detail, lon, lat, west, south, east, north }) => ({
    kind,
    id,
    name,
    detail,
    location: [lon, lat],
    bounds:
      west === null || south === null || east === null || north === null ? null : [west, south, east, north],
  }));
}
