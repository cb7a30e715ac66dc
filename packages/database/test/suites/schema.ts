/** Facts about the schema: reference systems, valid geometry, folding. */
import fc from "fast-check";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { fold } from "../../src/folded.ts";
import { migrate } from "../../src/migrate.ts";
import type { Opened } from "../databases.ts";

/** WGS 84 to VN-2000 TM-3, published values to the millimetre. */
const vn2000: [string, number, number, number, number, number][] = [
  ["Hà Nội", 105.852, 21.0287, 5897, 588363.139, 2326366.233],
  ["Lào Cai", 103.9707, 22.4857, 9208, 419615.44, 2487650.588],
  ["Điện Biên Phủ", 103.023, 21.386, 9205, 502188.696, 2365683.612],
  ["Thái Nguyên", 105.8442, 21.5928, 9213, 431899.521, 2388726.08],
  ["Đà Lạt", 108.4583, 11.9404, 5899, 576951.718, 1320571.325],
  ["TP.HCM", 106.7009, 10.7769, 9210, 603797.261, 1191942.305],
];

export function schemaFacts(opened: Opened): void {
  describe("the schema", () => {
    it("is made once: migrating again changes nothing", async () => {
      const { db } = opened.database;
      const history = () => sql`select name, timestamp from kysely_migration order by name`.execute(db);
      const before = await history();
      expect(before.rows.length).toBeGreaterThan(0);
      await migrate(db);
      expect(await history()).toEqual(before);
    });

    it.each(vn2000)("knows VN-2000 at %s", async (_place, lon, lat, srid, east, north) => {
      const { rows } = await sql<{ east: number; north: number }>`
        select st_x(g) as east, st_y(g) as north
        from st_transform(st_setsrid(st_makepoint(${lon}::float8, ${lat}::float8), 4326), ${srid}::int) as g
      `.execute(opened.database.db);
      expect(Math.abs(rows[0]!.east - east)).toBeLessThan(0.002);
      expect(Math.abs(rows[0]!.north - north)).toBeLessThan(0.002);
    });

    it("has every TM-3 zone of Việt Nam", async () => {
      const zones = [5896, 5897, 5898, 5899, ...Array.from({ length: 14 }, (_, index) => 9205 + index)];
      const { rows } = await sql<{ srid: number }>`
        select srid from spatial_ref_sys where srid in (${sql.join(zones)}) order by srid
      `.execute(opened.database.db);
      expect(rows.map(({ srid }) => srid)).toEqual(zones);
    });

    it("refuses a bow-tie", async () => {
      const refused = sql`
        insert into land_cover (id, kind, name, geom, source, data_date, is_synthetic)
        values ('bow-tie', 'water', null, 'SRID=4326;POLYGON((0 0,1 1,1 0,0 1,0 0))', 'x', '2026-01-01', true)
      `.execute(opened.database.db);
      await expect(refused).rejects.toMatchObject({ code: "23514" });
    });

    it("checks the geometry of every table that has one, and indexes it", async () => {
      const { rows } = await sql<{ column: string; is_checked: boolean; is_indexed: boolean }>`
        select c.table_name || '.' || c.column_name as column,
          exists (
            select from pg_constraint k where k.conrelid = c.table_name::text::regclass and k.contype = 'c'
              and pg_get_constraintdef(k.oid) ilike '%st_isvalid(' || c.column_name || ')%'
          ) as is_checked,
          exists (
            select from pg_indexes i where i.tablename = c.table_name and i.indexdef ilike '%using gist (' || c.column_name || ')%'
          ) as is_indexed
        from information_schema.columns c where c.table_schema = 'public' and c.udt_name = 'geometry'
        order by 1
      `.execute(opened.database.db);
      expect(rows.map((row) => row.column)).toEqual([
        "building.geom",
        "candidate_site.geom",
        "candidate_site.outline",
        "commune.geom",
        "exclusion_zone.geom",
        "fire_station.geom",
        "land_cover.geom",
        "population_cell.geom",
        "population_point.geom",
        "premises.geom",
        "road.geom",
        "road_barrier.geom",
        "turning_place.geom",
        "water_source.geom",
      ]);
      expect(rows.filter((row) => !row.is_checked || !row.is_indexed)).toEqual([]);
    });

    it("folds Vietnamese, composed or decomposed", async () => {
      const fold = async (text: string) =>
        (await sql<{ folded: string }>`select fold(${text}::text) as folded`.execute(opened.database.db))
          .rows[0]?.folded;
      expect(await fold("Đường Nguyễn Thị Định".normalize("NFC"))).toBe("duong nguyen thi dinh");
      expect(await fold("Đường Nguyễn Thị Định".normalize("NFD"))).toBe("duong nguyen thi dinh");
      expect(await fold("ƯỚC MƠ, Ỷ LA, Ẵm ẫm ỗ ỡ ữ ỹ")).toBe("uoc mo, y la, am am o o u y");
    });

    it("folds in SQL as it does outside", async () => {
      const text = fc.string({
        unit: fc.constantFrom(
          ..."aAăẮằâđĐeêỆioôơƠuưyỸ b1-%_\\'\u0301\u0323\u0302\u0304",
          "é",
          "č",
          "ø",
          "ß",
          "Ж",
          "日",
        ),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 50 }), async (texts) => {
          const { rows } = await sql<{ folded: string }>`
            select fold(value) as folded
            from json_array_elements_text(${JSON.stringify(texts)}::text::json) with ordinality as t (value, place)
            order by place
          `.execute(opened.database.db);
          expect(rows.map(({ folded }) => folded)).toEqual(texts.map(fold));
        }),
        { numRuns: 20 },
      );
    });
  });
}
