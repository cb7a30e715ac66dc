/** Facts about what is computed and kept: cells, runs, own standards, the project. */
import {
  CoverageRun,
  defaultStandard,
  type PopulationCell,
  StandardId,
  standardPresets,
} from "@firecover/domain";
import { describe, expect, it } from "vitest";
import {
  findCoverageRunByHash,
  findStandard,
  getCoverageRun,
  getProject,
  importSink,
  layerStamps,
  listCoverageRuns,
  listPopulationCells,
  listStandards,
  newestCoverageRun,
  putCoverageRunFirst,
  readBaseline,
  removeSyntheticRecords,
  replacePopulationCells,
  saveCoverageRun,
  saveProject,
  saveStandard,
} from "../../src/index.ts";
import type { Opened } from "../databases.ts";
import { premises, road, squareCommune } from "../records.ts";

const none = { certain: 0, possible: 0 };
const causes = { time: none, access: none, water: none, force: none };

export const runOf = (id: string, hash: string, computedAt: string) =>
  CoverageRun.parse({
    id,
    parameters: {
      standardId: defaultStandard.id,
      vehicleClass: "engine",
      turnRestrictions: true,
      contraflow: false,
      speedFactor: 1,
    },
    stamp: { hash: hash.repeat(64), engineVersion: "1", computedAt, dataDates: [], isSynthetic: true },
    indicators: {
      people: 0,
      premises: 0,
      peopleInTime: null,
      premisesInTime: null,
      peopleCovered: null,
      premisesCovered: null,
      peopleBeyondThreshold: none,
      peopleBeyondThresholdInsideRadius: none,
      peopleInTimeOutsideRadius: none,
      premisesByCause: causes,
      peopleByCause: causes,
      premisesWithGap: none,
      responseSeconds90: { certain: null, possible: null },
    },
    communes: [],
    curve: { minutes: [0, 1], certain: [0, 0.5], possible: [0, 1] },
    highDensityAreas: [],
    issues: [],
    seconds: 0.5,
  });

export function keptResultFacts(opened: Opened): void {
  const db = () => opened.database.db;

  describe("what is kept", () => {
    it("is the cells of the last spread", async () => {
      const cell = (h3: string, communeCode: string, people: number): PopulationCell => ({
        h3,
        communeCode: squareCommune(communeCode, [0, 0]).code,
        location: [105.1, 21.2],
        people,
        dwellings: null,
        weightedBy: "floor-area",
      });
      const cells = Array.from({ length: 6000 }, (_, index) =>
        cell(`89${String(index).padStart(6, "0")}`, "10001", index),
      );
      await replacePopulationCells(db(), [cell("88", "10002", 1), ...cells]);
      await replacePopulationCells(db(), [...cells.toReversed(), cell("89000000", "10000", 2)]);
      expect(await listPopulationCells(db())).toEqual([cell("89000000", "10000", 2), ...cells]);
    });

    it("is one run per stamp, the newest first, with the same bytes", async () => {
      const result = Uint8Array.from({ length: 1000 }, (_, index) => index % 256);
      const older = runOf("1", "a", "2026-11-20T01:02:03.000Z");
      const newer = runOf("2", "b", "2026-11-21T01:02:03.000Z");
      await saveCoverageRun(db(), newer, result);
      await saveCoverageRun(db(), older, new Uint8Array());
      expect(await saveCoverageRun(db(), { ...older, id: newer.id }, result)).toEqual(older);

      expect((await listCoverageRuns(db())).map(({ id }) => id)).toEqual(["2", "1"]);
      expect(await listCoverageRuns(db(), 1)).toEqual([newer]);
      expect(await newestCoverageRun(db(), older.parameters)).toEqual(newer);
      expect(await newestCoverageRun(db(), { ...older.parameters, contraflow: true })).toBeUndefined();
      expect(await getCoverageRun(db(), newer.id)).toEqual({ run: newer, result, changes: null });
      expect(await findCoverageRunByHash(db(), "a".repeat(64))).toEqual(older);
      expect(await findCoverageRunByHash(db(), "c".repeat(64))).toBeUndefined();
      await expect(getCoverageRun(db(), runOf("3", "c", older.stamp.computedAt).id)).rejects.toMatchObject({
        code: "not-found",
      });

      await putCoverageRunFirst(db(), older.id);
      expect(await listCoverageRuns(db())).toEqual([older, newer]);
      expect(await newestCoverageRun(db(), older.parameters)).toEqual(older);
    });

    it("is the province's own standard beside presets that nobody edits", async () => {
      const own = { ...defaultStandard, id: StandardId.parse("tinh-lao-cai"), isPreset: false };
      await expect(saveStandard(db(), defaultStandard, null)).rejects.toMatchObject({ code: "conflict" });
      await expect(saveStandard(db(), own, 1)).rejects.toMatchObject({ code: "not-found" });
      expect(await saveStandard(db(), own, null)).toEqual({ record: own, version: 1 });
      await expect(saveStandard(db(), own, null)).rejects.toMatchObject({ code: "conflict" });

      const changed = { ...own, name: { vi: "Lào Cai", en: "Lao Cai" } };
      expect(await saveStandard(db(), changed, 1)).toEqual({ record: changed, version: 2 });
      await expect(saveStandard(db(), own, 1)).rejects.toMatchObject({ code: "precondition-failed" });
      expect(await findStandard(db(), own.id)).toEqual({ record: changed, version: 2 });
      expect(await listStandards(db())).toEqual([...standardPresets, changed]);
    });

    it("is the project's name", async () => {
      expect(await getProject(db())).toEqual({ name: "Dự án mới", isSynthetic: false });
      await saveProject(db(), { name: "Tỉnh minh họa", isSynthetic: true });
      await saveProject(db(), { name: "Tỉnh Minh Họa", isSynthetic: true });
      expect(await getProject(db())).toEqual({ name: "Tỉnh Minh Họa", isSynthetic: true });
      expect((await layerStamps(db())).find(({ layer }) => layer === "project")?.counter).toBe(2);
    });
  });

  describe("removing what is invented", () => {
    it("takes invented records, their runs and their name, and leaves the real ones", async () => {
      const { db } = opened.database;
      const real = { isSynthetic: false, source: "Sở Xây dựng" };
      await importSink(opened.database).transaction(
        async (store) => {
          await store.upsert("communes", [
            squareCommune("00101", [105, 21], 1, { isSynthetic: false }),
            squareCommune("99101", [107, 21]),
          ]);
          await store.upsert("premises", [premises("THAT-1", real), premises("GIA-1")]);
          await store.upsert("roads", [
            road(1, { ...real, nodeIds: [11, 12] }),
            road(2, { nodeIds: [21, 22] }),
          ]);
          for (const nodeId of [12, 22]) {
            const location: [number, number] = [105, 21];
            await store.upsert("road-barriers", [{ nodeId, kind: "bollard", location }]);
            await store.upsert("turning-places", [{ nodeId, kind: "turning_circle", location }]);
          }
          await store.upsert("turn-restrictions", [
            {
              id: 7,
              kind: "no",
              fromRoadId: 2 as never,
              viaNodeId: null,
              viaRoadIds: [],
              toRoadId: 2 as never,
            },
          ]);
        },
        { isDryRun: false },
      );
      await saveProject(db, { name: "Tỉnh minh họa", isSynthetic: true });
      await saveCoverageRun(db, runOf("synthetic", "e", "2026-11-22T08:00:00.000Z"), new Uint8Array([1]));

      const removed = await removeSyntheticRecords(db);

      expect(removed).toMatchObject({
        communes: 1,
        premises: 1,
        roads: 1,
        "road-barriers": 1,
        "turning-places": 1,
        "turn-restrictions": 1,
      });
      const baseline = await readBaseline(db);
      const { communes, premises: kept, roads, restrictions } = baseline;
      expect(baseline.barriers.map(({ nodeId }) => nodeId)).toEqual([12]);
      expect(baseline.turningPlaces.map(({ nodeId }) => nodeId)).toEqual([12]);
      expect(communes.map(({ code }) => code as string)).toEqual(["00101"]);
      expect(kept.map(({ id }) => id as string)).toEqual(["THAT-1"]);
      expect(roads.map(({ id }) => Number(id))).toEqual([1]);
      expect(restrictions).toEqual([]);
      expect(await listCoverageRuns(db)).toEqual([]);
      expect(await getProject(db)).toEqual({ name: "Dự án mới", isSynthetic: false });
      expect((await layerStamps(db)).some(({ isSynthetic }) => isSynthetic)).toBe(false);
      expect(await removeSyntheticRecords(db)).toEqual({});
    });
  });
}
