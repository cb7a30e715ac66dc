/** Facts about tiles, read by the reader that browsers use. */

import { decodeCoverageResult } from "@firecover/coverage";
import type { CoverageRun } from "@firecover/domain";
import { UNREACHED } from "@firecover/road-network";
import { VectorTile, type VectorTileLayer } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { expect, it } from "vitest";
import type { RunSubjects } from "../../src/coverage/run-archive.ts";
import type { TestServer } from "../server.ts";

const layers = [
  "premises",
  "water-sources",
  "fire-stations",
  "roads",
  "communes",
  "density-cells",
  "coverage-gaps",
  "land-cover",
] as const;

/** The middle of the demo province's city. */
const city = { lon: 104.686, lat: 21.895 };

export function tileOf(lon: number, lat: number, z: number): { x: number; y: number } {
  const side = 2 ** z;
  const radians = (lat * Math.PI) / 180;
  return {
    x: Math.floor(((lon + 180) / 360) * side),
    y: Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * side),
  };
}

export function tileFacts(server: () => TestServer): void {
  async function tile(layer: string, z: number, at = city): Promise<VectorTileLayer | null> {
    const { x, y } = tileOf(at.lon, at.lat, z);
    const response = await server().get(`/tiles/${layer}/${z}/${x}/${y}.mvt`);
    if (response.status === 204) return null;
    expect(response.headers.get("content-encoding")).toBe("gzip");
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(bytes.length).toBeLessThan(500_000);
    return new VectorTile(new PbfReader(bytes)).layers[layer]!;
  }
  const propertiesOf = (layer: VectorTileLayer) =>
    Array.from({ length: layer.length }, (_, i) => layer.feature(i).properties);

  it.each(layers)("describes %s by TileJSON that leads to its tiles", async (layer) => {
    const document = await server().json<{
      tiles: string[];
      minzoom: number;
      maxzoom: number;
      vector_layers: { id: string; fields: Record<string, string> }[];
    }>(`/tiles/${layer}.json`);
    expect(document).toMatchObject({ tilejson: "3.0.0", maxzoom: 14, vector_layers: [{ id: layer }] });
    const { x, y } = tileOf(city.lon, city.lat, 12);
    const address = document.tiles[0]!.replace("{z}", "12")
      .replace("{x}", String(x))
      .replace("{y}", String(y));
    const response = await fetch(address);
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toContain("immutable");
    const drawn = new VectorTile(new PbfReader(new Uint8Array(await response.arrayBuffer()))).layers[layer]!;
    const named = new Set(propertiesOf(drawn).flatMap((properties) => Object.keys(properties)));
    expect(Object.keys(document.vector_layers[0]!.fields)).toEqual(expect.arrayContaining([...named]));
  });

  it.each(layers)("keeps %s under 500 KB at every zoom over the city", async (layer) => {
    for (let z = 0; z <= 14; z++) await tile(layer, z);
  });

  it("shows all 40 communes and 12 stations at zoom 7, on the two tiles the province lies on", async () => {
    const { x, y } = tileOf(city.lon, city.lat, 7);
    const north = { lon: city.lon, lat: city.lat + 0.2 };
    expect(tileOf(north.lon, north.lat, 7)).toEqual({ x, y: y - 1 });
    const idsOf = async (layer: string, id: string) => {
      const tiles = [await tile(layer, 7), await tile(layer, 7, north)];
      return new Set(
        tiles.flatMap((each) => (each ? propertiesOf(each).map((properties) => properties[id]) : [])),
      );
    };
    expect((await idsOf("communes", "code")).size).toBe(40);
    expect((await idsOf("fire-stations", "id")).size).toBe(12);
  });

  it("says of each premises what the run says, at the place it stands", async () => {
    const run = await server().json<CoverageRun>("/api/coverage-runs/current");
    const response = await server().get(`/api/coverage-runs/${run.id}/result`);
    const { premises } = decodeCoverageResult(new Uint8Array(await response.arrayBuffer()));
    const subjects = await server().json<RunSubjects>(`/api/coverage-runs/${run.id}/subjects`);
    const rows = new Map(subjects.premises.map(({ id }, row) => [String(id), row]));
    const { x, y } = tileOf(city.lon, city.lat, 14);
    const layer = (await tile("premises", 14))!;
    let compared = 0;
    for (let i = 0; i < layer.length; i++) {
      const feature = layer.feature(i);
      const row = rows.get(String(feature.properties["id"]));
      if (row === undefined) continue;
      const millis = premises.certain.responseMillis[row]!;
      const seconds = millis === UNREACHED ? undefined : Math.ceil(millis / 1000);
      expect(feature.properties["seconds_certain"]).toBe(seconds);
      expect(feature.properties["water_certain"]).toBe(premises.certain.waterOk[row]);
      const { geometry } = feature.toGeoJSON(x, y, 14);
      if (geometry.type !== "Point") throw new Error(`Premises ${row} is a ${geometry.type}.`);
      const [lon, lat] = geometry.coordinates as [number, number];
      expect(Math.abs(lon - premises.lon[row]!)).toBeLessThan(1e-5);
      expect(Math.abs(lat - premises.lat[row]!)).toBeLessThan(1e-5);
      compared++;
    }
    expect(compared).toBeGreaterThan(100);
  });

  it("draws side streets only close by, and one-way roads as such", async () => {
    const classes = async (z: number) =>
      new Set(propertiesOf((await tile("roads", z))!).map((properties) => properties["class"]));
    expect(await classes(10)).not.toContain("residential");
    expect(await classes(14)).toContain("residential");
    const roads = propertiesOf((await tile("roads", 14))!);
    expect(roads.filter(({ oneway }) => oneway === 1).length).toBeGreaterThan(0);
    for (const { seconds_certain, seconds_possible } of roads) {
      if (seconds_certain !== undefined)
        expect(seconds_possible).toBeLessThanOrEqual(seconds_certain as number);
    }
  });

  it("changes a layer's version when a record changes, and only that layer's", async () => {
    const versionOf = async (layer: string) =>
      new URL((await server().json<{ tiles: string[] }>(`/tiles/${layer}.json`)).tiles[0]!).searchParams.get(
        "v",
      );
    const before = { water: await versionOf("water-sources"), communes: await versionOf("communes") };
    const [source] = (
      await server().json<{ items: { id: string; flowLps: number | null }[] }>("/api/water-sources")
    ).items;
    const path = `/api/water-sources/${source!.id}`;
    const etag = (await server().get(path)).headers.get("etag")!;
    const changed = { ...source, flowLps: 3.25 };
    const put = await server().send("PUT", path, changed, { "if-match": etag });
    expect(await versionOf("water-sources")).not.toBe(before.water);
    expect(await versionOf("communes")).toBe(before.communes);
    await server().send("PUT", path, source, { "if-match": put.headers.get("etag")! });
  });

  it("answers 304 to who has the tile, and 204 where nothing is", async () => {
    const { x, y } = tileOf(city.lon, city.lat, 13);
    const path = `/tiles/roads/13/${x}/${y}.mvt`;
    const etag = (await server().get(path)).headers.get("etag")!;
    expect((await server().get(path, { "if-none-match": etag })).status).toBe(304);
    expect((await server().get("/tiles/roads/10/0/0.mvt")).status).toBe(204);
  });
}
