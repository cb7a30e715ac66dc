/** Both databases answer the same, row for row and in the same order, after the same imports. */
import type { ImportStore } from "@firecover/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Database,
  importSink,
  layerStamps,
  listCommunes,
  listFireStations,
  listPremises,
  listRoads,
  listWaterSources,
  provinceBounds,
  readBaseline,
  searchByName,
} from "../src/index.ts";
import { hasPostgres, type OpenedHere, openCluster, openEmbedded } from "./databases.ts";
import { hydrant, premises, readCommunes, road, sharedData, squareCommune, station } from "./records.ts";

const haNoi = sharedData("admin/ha-noi.communes.geojson");
const communes = haNoi === null ? [squareCommune("00004", [105, 20], 2)] : readCommunes(haNoi);
const words = ["Đặng", "đường", "An", "ăn", "Ân", "Ơn", "ỷ", "Ý", "B-1", "b 2", "(c)", "日", "Zz", "ß"];
const nameOf = (index: number) =>
  `${words[index % words.length]} ${words[(index * 5 + 3) % words.length]} ${index % 11}`;
/** Somewhere in Hà Nội, the same at every run. */
const placeOf = (index: number): [number, number] => [
  105.3 + ((index * 7919) % 7000) / 10_000,
  20.6 + ((index * 104_729) % 7000) / 10_000,
];

async function importAll(store: ImportStore): Promise<unknown> {
  const many = <T>(count: number, make: (index: number) => T) =>
    Array.from({ length: count }, (_, index) => make(index));
  return [
    await store.upsert("communes", communes),
    await store.upsert(
      "premises",
      many(2000, (index) =>
        premises(`CS-${index}`, {
          name: nameOf(index),
          location: placeOf(index),
          storeys: index % 9 || null,
        }),
      ),
    ),
    await store.upsert(
      "water-sources",
      many(300, (index) => hydrant(`N-${index}`, { location: placeOf(index), flowLps: index / 7 })),
    ),
    await store.upsert(
      "fire-stations",
      many(20, (index) => station(`Đ-${index}`, { name: nameOf(index), location: placeOf(index) })),
    ),
    await store.upsert(
      "roads",
      many(1000, (index) =>
        road(index, {
          name: index % 3 ? nameOf(index) : null,
          geometry: { type: "LineString", coordinates: [placeOf(index), placeOf(index + 1)] },
        }),
      ),
    ),
    await store.upsert(
      "premises",
      many(100, (index) => premises(`CS-${index * 3}`, { location: placeOf(index) })),
    ),
    await store.setCommunePopulations([{ code: "00004", population: 65_023 }]),
  ];
}

async function answersOf(database: Database): Promise<unknown> {
  const { db } = database;
  const counts = await importSink(database).transaction(importAll, { isDryRun: false });
  const firstPages = [];
  for (const sort of ["id", "name", "-name", "communeCode", "-storeys", "category"]) {
    firstPages.push(await listPremises(db, { sort }, { limit: 500 }));
  }
  const hits = [];
  for (const q of ["an", "đang", "duong y", "ON", "z", "(c)", "日"]) hits.push(await searchByName(db, q, 50));
  return {
    counts,
    baseline: await readBaseline(db),
    stamps: await layerStamps(db),
    bounds: await provinceBounds(db),
    pages: [
      ...firstPages,
      await listPremises(db, { q: "an", commune: "00004" }, { limit: 500 }),
      await listWaterSources(db, { sort: "-flowLps" }, { limit: 100 }),
      await listFireStations(db, { sort: "name" }, { limit: 100 }),
      await listRoads(db, { sort: "name", commune: "00004" }, { limit: 500 }),
      await listCommunes(db, { sort: "name", q: "xa" }, { limit: 500 }),
    ],
    hits,
  };
}

describe.skipIf(!hasPostgres)("after the same imports", () => {
  const opened: OpenedHere[] = [];
  beforeAll(async () => {
    opened.push(await openEmbedded(), await openCluster());
  });
  afterAll(async () => {
    for (const each of opened) await each.close();
  });

  it("both databases answer the same", async () => {
    const [embedded, server] = [await answersOf(opened[0]!.database), await answersOf(opened[1]!.database)];
    expect(JSON.stringify(embedded).length).toBeGreaterThan(1_000_000);
    expect(embedded).toEqual(server);
  });
});
