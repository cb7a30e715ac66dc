/** Facts about imports: all or nothing, nothing twice, planners' edits kept. */
import {
  FireStationId,
  type ImportStore,
  type LonLat,
  type Premises,
  PremisesId,
  RoadId,
} from "@firecover/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  deleteFireStation,
  findFireStation,
  findPremises,
  findRoad,
  importSink,
  layerStamps,
  provinceBounds,
  readBaseline,
  updateFireStation,
  updateRoad,
} from "../../src/index.ts";
import type { Opened } from "../databases.ts";
import { hydrant, premises, readCommunes, road, sharedData, squareCommune, station } from "../records.ts";

const haNoi = sharedData("admin/ha-noi.communes.geojson");

export function importFacts(opened: Opened): void {
  const importing = <T>(work: (store: ImportStore) => Promise<T>, isDryRun = false) =>
    importSink(opened.database).transaction(work, { isDryRun });
  const counterOf = async (layer: string) =>
    (await layerStamps(opened.database.db)).find((stamp) => stamp.layer === layer)?.counter;

  describe("an import", () => {
    it("reads back what it wrote, to the last bit", async () => {
      const records = {
        communes: [squareCommune("10001", [105, 21])],
        roads: [
          road(7_000_000_000, { name: "Ngõ 12", widthMetres: 2.45, nodeIds: [9_007_199_254_740_991, 1] }),
        ],
        premises: [premises("CS-1", { communeCode: squareCommune("10001", [0, 0]).code, openViolations: 0 })],
        "water-sources": [hydrant("N-1", { name: "Trụ “số 1”", flowLps: 0.1 + 0.2, communeCode: null })],
        "fire-stations": [station("Đ-1", { communeCode: null, vehicles: [] })],
        "road-barriers": [{ nodeId: 12, kind: "bollard", location: [105.1, 21.1] as LonLat }],
        "turning-places": [
          { nodeId: 12, kind: "turning_circle" as const, location: [105.1, 21.1] as LonLat },
          { nodeId: 9_007_199_254_740_991, kind: "turning_loop" as const, location: [105.2, 21.1] as LonLat },
        ],
        "turn-restrictions": [
          { id: 5, kind: "no" as const, fromRoadId: 1, viaNodeId: null, viaRoadIds: [3, 2], toRoadId: 4 },
        ],
      };
      await importing(async (store) => {
        for (const layer of Object.keys(records) as (keyof typeof records)[]) {
          await store.upsert(layer, records[layer] as never);
        }
      });
      const baseline = await readBaseline(opened.database.db);
      const { code } = records.communes[0]!;
      expect(baseline.communes).toEqual(records.communes);
      expect(baseline.roads).toEqual(records.roads);
      expect(baseline.premises).toEqual(records.premises);
      expect(baseline.waterSources).toEqual([{ ...records["water-sources"][0]!, communeCode: code }]);
      expect(baseline.stations).toEqual([{ ...records["fire-stations"][0]!, communeCode: code }]);
      expect(baseline.barriers).toEqual(records["road-barriers"]);
      expect(baseline.turningPlaces).toEqual(records["turning-places"]);
      expect(baseline.restrictions).toEqual(records["turn-restrictions"]);
    });

    it.skipIf(haNoi === null)("changes nothing the second time, on the 126 communes of Hà Nội", async () => {
      const communes = readCommunes(haNoi!);
      const first = await importing((store) => store.upsert("communes", communes));
      expect(first).toEqual({ read: 126, added: 126, changed: 0, unchanged: 0, rejected: 0 });
      const stored = await readBaseline(opened.database.db);
      const counter = await counterOf("communes");

      const second = await importing((store) => store.upsert("communes", communes));
      expect(second).toEqual({ read: 126, added: 0, changed: 0, unchanged: 126, rejected: 0 });
      expect(await readBaseline(opened.database.db)).toEqual(stored);
      expect(await counterOf("communes")).toBe(counter);
    });

    it("leaves nothing when it is a dry run", async () => {
      const counts = await importing((store) => store.upsert("premises", [premises("CS-1")]), true);
      expect(counts.added).toBe(1);
      expect((await readBaseline(opened.database.db)).premises).toEqual([]);
      expect(await counterOf("premises")).toBe(0);
    });

    it("leaves nothing when it throws, and passes the error on", async () => {
      await importing((store) => store.upsert("premises", [premises("CS-1")]));
      const stopped = new Error("stopped by the user");
      const broken = importing(async (store) => {
        await store.upsert("premises", [premises("CS-1", { name: "Khác" }), premises("CS-2")]);
        throw stopped;
      });
      await expect(broken).rejects.toBe(stopped);
      expect((await readBaseline(opened.database.db)).premises.map(({ id, name }) => [id, name])).toEqual([
        ["CS-1", "Cơ sở CS-1"],
      ]);
    });

    it("leaves nothing of a batch in which one geometry is a bow-tie", async () => {
      const bowTie = squareCommune("10002", [106, 21]);
      const [[ring]] = bowTie.geometry.coordinates as [[LonLat[]]];
      [ring[1], ring[2]] = [ring[2]!, ring[1]!];
      const broken = importing((store) =>
        store.upsert("communes", [squareCommune("10001", [105, 21]), bowTie]),
      );
      await expect(broken).rejects.toMatchObject({ code: "23514" });
      expect((await readBaseline(opened.database.db)).communes).toEqual([]);
    });

    it("finds the commune from the place, on a shared border the lower code", async () => {
      const [west, east] = [squareCommune("10002", [105, 21]), squareCommune("10001", [106, 21])];
      await importing(async (store) => {
        await store.upsert("communes", [west, east]);
        await store.upsert("premises", [
          premises("inside", { location: [105.2, 21.2] }),
          premises("on the border", { location: [106, 21.5] }),
          premises("outside", { location: [110, 21.5] }),
          premises("told", { location: [105.2, 21.2], communeCode: east.code }),
        ]);
      });
      const { premises: stored } = await readBaseline(opened.database.db);
      expect(stored.map(({ id, communeCode }) => [id, communeCode])).toEqual([
        ["inside", "10002"],
        ["on the border", "10001"],
        ["outside", null],
        ["told", "10001"],
      ]);
    });

    it("gives records their commune when communes come after them", async () => {
      await importing((store) =>
        store.upsert("water-sources", [hydrant("N-1"), hydrant("N-2", { location: [1, 1] })]),
      );
      await importing((store) => store.upsert("communes", [squareCommune("10001", [105, 21])]));
      const { waterSources } = await readBaseline(opened.database.db);
      expect(waterSources.map(({ communeCode }) => communeCode)).toEqual(["10001", null]);
      expect(await counterOf("water-sources")).toBe(2);

      const again = await importing((store) => store.upsert("water-sources", [hydrant("N-1")]));
      expect(again.unchanged).toBe(1);
    });

    it("keeps what a planner measured, and takes the rest", async () => {
      const { db } = opened.database;
      await importing((store) => store.upsert("roads", [road(7, { widthMetres: 5, maxSpeedKph: 30 })]));
      const read = (await findRoad(db, RoadId.parse(7)))!;
      await updateRoad(db, RoadId.parse(7), { ...read.record, widthMetres: 2.8 }, read.version);

      const same = await importing((store) =>
        store.upsert("roads", [road(7, { widthMetres: 5, maxSpeedKph: 30 })]),
      );
      expect(same.unchanged).toBe(1);
      const next = await importing((store) =>
        store.upsert("roads", [road(7, { widthMetres: 6, maxSpeedKph: 40 })]),
      );
      expect(next.changed).toBe(1);
      expect(await findRoad(db, RoadId.parse(7))).toMatchObject({
        record: { widthMetres: 2.8, maxSpeedKph: 40 },
        version: read.version + 2,
      });
    });

    it("brings back a station deleted by hand while its file still has it, as the file says", async () => {
      const { db } = opened.database;
      const bring = () =>
        importing((store) => store.upsert("fire-stations", [station("Đ-1"), station("Đ-2")]));
      await bring();
      const id = FireStationId.parse("Đ-1");
      await updateFireStation(db, id, { ...station("Đ-1"), name: "Đội đã đổi tên" }, 1);
      await deleteFireStation(db, id, 2);
      expect(await bring()).toMatchObject({ added: 1, changed: 0, unchanged: 1 });
      expect((await findFireStation(db, id))?.record).toEqual(station("Đ-1"));
      expect(await bring()).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    });

    it("holds a road of 20,000 corners to the last bit", async () => {
      const corners = Array.from({ length: 20_000 }, (_, i): LonLat => [105 + i * 1e-5, 21 + (i % 2) * 1e-5]);
      const long = road(8, {
        nodeIds: corners.map((_, i) => i + 1),
        geometry: { type: "LineString", coordinates: corners },
      });
      await importing((store) => store.upsert("roads", [long]));
      expect((await readBaseline(opened.database.db)).roads).toEqual([long]);
    });

    it("notes a newer date of the same values without a new version", async () => {
      const { db } = opened.database;
      await importing((store) => store.upsert("premises", [premises("CS-1")]));
      const counts = await importing((store) =>
        store.upsert("premises", [premises("CS-1", { dataDate: "2026-12-01" })]),
      );
      expect(counts).toMatchObject({ changed: 0, unchanged: 1 });
      expect(await findPremises(db, PremisesId.parse("CS-1"))).toMatchObject({
        record: { dataDate: "2026-12-01" },
        version: 1,
      });
      expect((await layerStamps(db)).find(({ layer }) => layer === "premises")).toMatchObject({
        counter: 1,
        count: 1,
        dataDateFrom: "2026-12-01",
        dataDateTo: "2026-12-01",
        sources: ["thử nghiệm"],
        isSynthetic: true,
      });
    });

    it("sets official totals and names the codes it does not know", async () => {
      await importing((store) =>
        store.upsert("communes", [squareCommune("10001", [105, 21]), squareCommune("10002", [106, 21])]),
      );
      const answer = await importing((store) =>
        store.setCommunePopulations([
          { code: "10002", population: 4096 },
          { code: "99999", population: 1 },
          { code: "10001", population: 1024 },
        ]),
      );
      expect(answer).toEqual({
        counts: { read: 3, added: 0, changed: 1, unchanged: 1, rejected: 1 },
        unknown: ["99999"],
      });
      const { communes } = await readBaseline(opened.database.db);
      expect(communes.map(({ population }) => population)).toEqual([1024, 4096]);
    });

    it("knows the envelope of the communes", async () => {
      expect(await provinceBounds(opened.database.db)).toBeNull();
      await importing((store) =>
        store.upsert("communes", [squareCommune("10001", [105, 21]), squareCommune("10002", [106.5, 20.5])]),
      );
      expect(await provinceBounds(opened.database.db)).toEqual([105, 20.5, 107.5, 22]);
    });

    it("counts and stores as one record after the other would, also when ids come twice", async () => {
      const batch = fc.array(
        fc.record({
          id: fc.constantFrom("a", "b", "c", "d"),
          storeys: fc.constantFrom(1, 2, null),
          name: fc.constantFrom("Chợ", "chợ"),
        }),
        { maxLength: 8 },
      );
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 3 }), async (batches) => {
          run += 1;
          const known = new Map<string, Premises>();
          for (const rows of batches) {
            const expected = { read: rows.length, added: 0, changed: 0, unchanged: 0, rejected: 0 };
            const records = rows.map((row) =>
              premises(`${run}-${row.id}`, { name: row.name, storeys: row.storeys }),
            );
            for (const record of records) {
              const before = known.get(record.id);
              if (before === undefined) expected.added += 1;
              else if (before.name === record.name && before.storeys === record.storeys)
                expected.unchanged += 1;
              else expected.changed += 1;
              known.set(record.id, record);
            }
            expect(await importing((store) => store.upsert("premises", records))).toEqual(expected);
          }
          const { premises: stored } = await readBaseline(opened.database.db);
          const ofThisRun = stored.filter(({ id }) => id.startsWith(`${run}-`));
          expect(ofThisRun).toEqual([...known.values()].sort((a, b) => (a.id < b.id ? -1 : 1)));
        }),
        { numRuns: 15 },
      );
    });
  });
}
