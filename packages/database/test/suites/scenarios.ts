/** Facts about scenarios, the runs computed with them, and settings. */
import { Change, type CoverageRun, ScenarioId } from "@firecover/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ChangedBaseline,
  deleteScenario,
  existingIds,
  findCoverageRunByHash,
  findScenario,
  findScenarioByName,
  findSetting,
  getCoverageRun,
  importSink,
  insertScenario,
  listCoverageRuns,
  listScenarios,
  nameCoverageRun,
  newestCoverageRun,
  readBaseline,
  runHashOf,
  saveCoverageRun,
  saveSetting,
  updateScenario,
} from "../../src/index.ts";
import type { Opened } from "../databases.ts";
import { hydrant, road, station } from "../records.ts";
import { runOf } from "./kept-results.ts";

const about = {
  year: null,
  costMillionDong: null,
  fundingSource: null,
  responsibleBody: null,
  state: "proposed",
  note: null,
};
const closeRoad = (roadId: number) =>
  Change.parse({ ...about, id: `c-${roadId}`, kind: "closeRoad", roadId });
const everyKind: readonly Change[] = [
  { ...about, id: "1", kind: "openStation", station: station("Đ-9"), year: 2027, costMillionDong: 12_500.25 },
  { ...about, id: "2", kind: "closeStation", stationId: "Đ-1", note: "Đã xuống cấp" },
  { ...about, id: "3", kind: "moveStation", stationId: "Đ-2", location: [104.123456789012, 21.1] },
  { ...about, id: "4", kind: "addVehicle", stationId: "Đ-2", vehicleClass: "tanker", count: 2 },
  { ...about, id: "5", kind: "addWaterSource", waterSource: hydrant("N-9", { flowLps: 1 / 3 }) },
  { ...about, id: "6", kind: "repairWaterSource", waterSourceId: "N-1", flowLps: 15, volumeM3: null },
  { ...about, id: "7", kind: "widenRoad", roadId: 5, widthMetres: 3.5 },
  { ...about, id: "8", kind: "openRoad", roadId: 6, fundingSource: "socialised", responsibleBody: "UBND xã" },
  { ...about, id: "9", kind: "closeRoad", roadId: 9_007_199_254_740_991 },
].map((each) => Change.parse(each));

export function scenarioFacts(opened: Opened): void {
  const db = () => opened.database.db;
  const content = (name: string, changes: readonly Change[] = []) => ({ name, note: null, changes });
  const code = (name: string) => expect.objectContaining({ code: name });

  describe("scenarios", () => {
    it("come back as they were given, every kind of change, and the baseline stays as it is", async () => {
      const before = await readBaseline(db());
      const { record, version } = await insertScenario(db(), content("Phương án A", everyKind));
      expect(version).toBe(1);
      expect(record.changes).toEqual(everyKind);
      expect(await findScenario(db(), record.id)).toEqual({ record, version });
      expect(await findScenarioByName(db(), " phương ÁN a ")).toEqual({ record, version });
      expect(await findScenario(db(), ScenarioId.parse("nobody"))).toBeUndefined();
      expect(await readBaseline(db())).toEqual(before);
    });

    it("have names of their own, whatever the case and the normal form, accents apart", async () => {
      const first = await insertScenario(db(), content("Cầu Đỏ".normalize("NFC")));
      for (const name of ["CẦU ĐỎ", "cầu đỏ".normalize("NFD"), "  Cầu Đỏ "]) {
        await expect(insertScenario(db(), content(name))).rejects.toEqual(code("conflict"));
      }
      const second = await insertScenario(db(), content("Cau Do"));
      await expect(updateScenario(db(), second.record.id, content("cầu đỏ"), second.version)).rejects.toEqual(
        code("conflict"),
      );
      const renamed = await updateScenario(db(), first.record.id, content("CẦU đỏ"), first.version);
      expect(renamed.record.name).toBe("CẦU đỏ");
    });

    it("are written by who saw the last version only", async () => {
      const { record } = await insertScenario(db(), content("A"));
      const changed = await updateScenario(db(), record.id, content("A", [closeRoad(1)]), 1);
      expect(changed).toMatchObject({ version: 2, record: { changes: [closeRoad(1)] } });
      expect(changed.record.createdAt).toBe(record.createdAt);
      expect(changed.record.updatedAt >= record.updatedAt).toBe(true);
      await expect(updateScenario(db(), record.id, content("A"), 1)).rejects.toEqual(
        code("precondition-failed"),
      );
      await expect(deleteScenario(db(), record.id, 1)).rejects.toEqual(code("precondition-failed"));
      expect((await listScenarios(db())).map(({ id }) => id)).toEqual([record.id]);
      await deleteScenario(db(), record.id, 2);
      expect(await listScenarios(db())).toEqual([]);
      await expect(deleteScenario(db(), record.id, 2)).rejects.toEqual(code("not-found"));
    });
  });

  describe("runs of scenarios", () => {
    const changedBy = (id: string | null, changes: readonly Change[]): ChangedBaseline => ({
      id: id === null ? null : ScenarioId.parse(id),
      name: id,
      changes,
    });
    const runWith = (id: string, hash: string, minute: number, changed: ChangedBaseline | null) => ({
      ...runOf(id, hash, `2026-11-22T08:${String(minute).padStart(2, "0")}:00.000Z`),
      scenario: changed && { id: changed.id, name: changed.name, changeCount: changed.changes.length },
    });

    it("lie beside the baseline's run of the same stamp, and are never the newest of the baseline", async () => {
      const changed = changedBy(null, [closeRoad(1)]);
      const baseline = runWith("base", "a", 1, null);
      const tried = runWith("tried", "a", 2, changed);
      await saveCoverageRun(db(), tried, new Uint8Array([2]), changed);
      expect(await newestCoverageRun(db(), baseline.parameters)).toBeUndefined();
      expect(await newestCoverageRun(db())).toBeUndefined();
      await saveCoverageRun(db(), baseline, new Uint8Array([1]));

      expect(await newestCoverageRun(db(), baseline.parameters)).toEqual(baseline);
      expect(await newestCoverageRun(db())).toEqual(baseline);
      expect((await listCoverageRuns(db())).map(({ id }) => String(id))).toEqual(["tried", "base"]);
      expect(await getCoverageRun(db(), tried.id)).toEqual({
        run: tried,
        result: new Uint8Array([2]),
        changes: changed.changes,
      });
      expect(await getCoverageRun(db(), baseline.id)).toMatchObject({ changes: null });
      const { hash } = tried.stamp;
      expect(await findCoverageRunByHash(db(), hash)).toEqual(baseline);
      expect(await findCoverageRunByHash(db(), runHashOf(hash, changed))).toEqual(tried);
      expect(await saveCoverageRun(db(), { ...tried, id: baseline.id }, new Uint8Array(), changed)).toEqual(
        tried,
      );
    });

    it("are told apart by scenario and changes, not by the order of keys", () => {
      fc.assert(
        fc.property(
          fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 }),
          fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 }),
          fc.option(fc.constantFrom("s", "t")),
          fc.option(fc.constantFrom("s", "t")),
          (a, b, idA, idB) => {
            const hashes = [
              runHashOf("h", changedBy(idA, a.map(closeRoad))),
              runHashOf("h", changedBy(idB, b.map(closeRoad))),
            ];
            const isSame = idA === idB && String(a) === String(b);
            expect(hashes[0] === hashes[1]).toBe(isSame);
            const reversed = a
              .map(closeRoad)
              .map((change) => Object.fromEntries(Object.entries(change).reverse()) as Change);
            expect(runHashOf("h", changedBy(idA, reversed))).toBe(hashes[0]);
          },
        ),
      );
    });

    it("go when newer ones of the same scenario pile up, and with the scenario itself", async () => {
      const { record, version } = await insertScenario(db(), content("A"));
      const save = (k: number, id: string | null) => {
        const changed = changedBy(id, [closeRoad(k)]);
        return saveCoverageRun(db(), runWith(`${id}-${k}`, "b", k, changed), new Uint8Array(), changed);
      };
      const baseline = runWith("base", "c", 0, null);
      await saveCoverageRun(db(), baseline, new Uint8Array());
      for (let k = 1; k <= 20; k++) await save(k, null);
      await save(1, record.id);
      const idsOf = (runs: readonly CoverageRun[]) => runs.map(({ id }) => String(id)).sort();
      const newest = Array.from({ length: 12 }, (_, k) => `null-${k + 9}`);
      expect(idsOf(await listCoverageRuns(db()))).toEqual(["base", `${record.id}-1`, ...newest].sort());

      await deleteScenario(db(), record.id, version);
      expect(idsOf(await listCoverageRuns(db()))).toEqual(["base", ...newest].sort());
    });

    it("take the scenario's new name", async () => {
      const changed = changedBy("s", [closeRoad(1)]);
      const run = runWith("tried", "d", 1, changed);
      await saveCoverageRun(db(), run, new Uint8Array([7]), changed);
      const renamed = { ...run, scenario: { ...run.scenario!, name: "Tên mới" } };
      await nameCoverageRun(db(), renamed);
      expect(await getCoverageRun(db(), run.id)).toMatchObject({ run: renamed, result: new Uint8Array([7]) });
    });
  });

  it("finds a run that was stored before its parameters had an hour and a season", async () => {
    const run = runOf("old", "e", "2026-11-22T08:00:00.000Z");
    await saveCoverageRun(db(), run, new Uint8Array());
    const { parameters } = run;
    const withoutNulls = Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== null));
    const older = { ...run, parameters: withoutNulls };
    await nameCoverageRun(db(), older as CoverageRun);
    expect((await newestCoverageRun(db(), { ...parameters, laterOne: null } as never))?.id).toBe(run.id);
    expect(await newestCoverageRun(db(), { ...parameters, laterOne: 1 } as never)).toBeUndefined();
  });

  it("tells which ids are in the registers", async () => {
    await importSink(opened.database).transaction(
      async (store) => {
        await store.upsert("fire-stations", [station("Đ-1"), station("Đ-2")]);
        await store.upsert("roads", [road(7)]);
      },
      { isDryRun: false },
    );
    expect(await existingIds(db(), "fire_station", ["Đ-2", "Đ-3", "Đ-2"])).toEqual(new Set(["Đ-2"]));
    expect(await existingIds(db(), "road", [7, 8])).toEqual(new Set([7]));
    expect(await existingIds(db(), "water_source", [])).toEqual(new Set());
  });

  it("keeps a setting for who saw the last version", async () => {
    expect(await findSetting(db(), "unit-prices")).toBeUndefined();
    expect(await saveSetting(db(), "unit-prices", { hydrant: 12.5 }, 0)).toBe(1);
    await expect(saveSetting(db(), "unit-prices", {}, 0)).rejects.toEqual(code("precondition-failed"));
    expect(await saveSetting(db(), "unit-prices", { hydrant: 13 }, 1)).toBe(2);
    await expect(saveSetting(db(), "unit-prices", {}, 1)).rejects.toEqual(code("precondition-failed"));
    expect(await findSetting(db(), "unit-prices")).toEqual({ record: { hydrant: 13 }, version: 2 });
    expect(await findSetting(db(), "other")).toBeUndefined();
  });
}
