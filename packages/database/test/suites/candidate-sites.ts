/** Facts about places for stations and about land on which none may stand. */
import { CandidateSite, type CandidateSiteId, ExclusionZone, type ExclusionZoneId } from "@firecover/domain";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import {
  findCandidateSite,
  importSink,
  insertCandidateSite,
  insertExclusionZone,
  layerStamps,
  listCandidateSites,
  listExclusionZones,
  readLayer,
  removeSyntheticRecords,
  replaceGeneratedSites,
  updateCandidateSite,
} from "../../src/index.ts";
import type { Opened } from "../databases.ts";
import { squareCommune } from "../records.ts";

const provenance = { source: "thử nghiệm", dataDate: "2026-11-01", isSynthetic: true };

const square = ([west, south]: readonly [number, number], size: number) => ({
  type: "MultiPolygon" as const,
  coordinates: [
    [
      [
        [west, south],
        [west + size, south],
        [west + size, south + size],
        [west, south + size],
        [west, south],
      ],
    ],
  ],
});

const site = (id: string, more: Partial<Record<keyof CandidateSite, unknown>> = {}) =>
  CandidateSite.parse({
    id,
    name: `Thửa ${id}`,
    kind: "plot",
    location: [105.5, 21.5],
    geometry: null,
    areaSquareMetres: null,
    roadWidthMetres: null,
    slopePercent: null,
    priceMillionDong: null,
    communeCode: null,
    note: null,
    ...provenance,
    ...more,
  });

const zone = (id: string, more: Partial<Record<keyof ExclusionZone, unknown>> = {}) =>
  ExclusionZone.parse({
    id,
    name: `Vùng ${id}`,
    kind: "flood",
    geometry: square([105, 21], 0.5),
    ...provenance,
    ...more,
  });

export function candidateSiteFacts(opened: Opened): void {
  const db = () => opened.database.db;
  const idsOf = async (filter: Parameters<typeof listCandidateSites>[1] = {}) =>
    (await listCandidateSites(db(), filter, { limit: 500 })).items.map(({ id }) => id);
  const counterOf = async () =>
    (await layerStamps(db())).find(({ layer }) => layer === "candidate-sites")!.counter;

  describe("candidate sites", () => {
    it("come back as they went in, drawn or not, measured or not", async () => {
      const drawn = site("V-1", {
        geometry: square([105.5, 21.5], 0.0005),
        areaSquareMetres: 2873.1,
        roadWidthMetres: 7.5,
        slopePercent: 0,
        priceMillionDong: 46_000,
        note: "Đất công, cạnh chợ",
      });
      await insertCandidateSite(db(), drawn);
      await insertCandidateSite(db(), site("V-2"));
      expect(await readLayer(db(), "candidate-sites")).toEqual([drawn, site("V-2")]);
      expect(await idsOf({ q: "thua v-1" })).toEqual(["V-1"]);
      expect(await idsOf({ kind: "generated" })).toEqual([]);
    });

    it("lie in the commune that holds their exit, whichever comes first", async () => {
      const importing = (work: Parameters<ReturnType<typeof importSink>["transaction"]>[0]) =>
        importSink(opened.database).transaction(work, { isDryRun: false });
      await importing((to) => to.upsert("candidate-sites", [site("V-1")]));
      await importing((to) => to.upsert("communes", [squareCommune("10001", [105, 21])]));
      await importing((to) => to.upsert("candidate-sites", [site("V-2")]));
      expect(await idsOf({ commune: "10001" })).toEqual(["V-1", "V-2"]);
    });

    it("keep what was set by hand when a file brings them again", async () => {
      await insertCandidateSite(db(), site("V-1", { priceMillionDong: 40_000 }));
      const again = site("V-1", { priceMillionDong: 52_000, areaSquareMetres: 3100 });
      await importSink(opened.database).transaction((to) => to.upsert("candidate-sites", [again]), {
        isDryRun: false,
      });
      const { record } = (await findCandidateSite(db(), "V-1" as CandidateSiteId))!;
      expect(record).toMatchObject({ priceMillionDong: 40_000, areaSquareMetres: 3100 });
    });

    it("refuse an outline that crosses itself and an area of nothing", async () => {
      const bowTie = square([105, 21], 1);
      const [a, b, c, d, e] = bowTie.coordinates[0]![0]!;
      bowTie.coordinates[0]![0] = [a!, c!, b!, d!, e!];
      const refused = expect.objectContaining({ code: "23514" });
      await expect(insertCandidateSite(db(), site("V-1", { geometry: bowTie }))).rejects.toEqual(refused);
      await expect(insertCandidateSite(db(), { ...site("V-1"), areaSquareMetres: 0 })).rejects.toEqual(
        refused,
      );
      await expect(insertExclusionZone(db(), zone("Z-1", { geometry: bowTie }))).rejects.toEqual(refused);
      expect(await idsOf()).toEqual([]);
    });
  });

  describe("generated places", () => {
    const generated = (id: string, more: Parameters<typeof site>[1] = {}) =>
      site(id, { kind: "generated", ...more });

    it("replace those generated before, while plots stay", async () => {
      await insertCandidateSite(db(), site("V-1"));
      await replaceGeneratedSites(db(), [generated("G-1"), generated("G-2")]);
      await replaceGeneratedSites(db(), [generated("G-2"), generated("G-3")]);
      expect(await idsOf()).toEqual(["G-2", "G-3", "V-1"]);
    });

    it("that somebody edited stay as edited", async () => {
      await replaceGeneratedSites(db(), [generated("G-1"), generated("G-2")]);
      const measured = generated("G-1", { areaSquareMetres: 3000 });
      await updateCandidateSite(db(), measured.id, measured, 1);
      await replaceGeneratedSites(db(), [generated("G-3")]);
      expect(await idsOf()).toEqual(["G-1", "G-3"]);
      await replaceGeneratedSites(db(), [generated("G-1")]);
      expect((await findCandidateSite(db(), measured.id))?.record.areaSquareMetres).toBe(3000);
    });

    it("asked for again change nothing, and none at all clears them", async () => {
      await replaceGeneratedSites(db(), [generated("G-1")]);
      const before = await counterOf();
      await replaceGeneratedSites(db(), [generated("G-1")]);
      expect(await counterOf()).toBe(before);
      await replaceGeneratedSites(db(), []);
      expect(await idsOf()).toEqual([]);
      expect(await counterOf()).toBe(before + 1);
    });

    it("are refused when one of them is a plot, and nothing is lost", async () => {
      await replaceGeneratedSites(db(), [generated("G-1")]);
      await expect(async () => replaceGeneratedSites(db(), [site("V-1")])).rejects.toEqual(
        expect.objectContaining({ code: "invalid-input" }),
      );
      expect(await idsOf()).toEqual(["G-1"]);
    });
  });

  describe("exclusion zones", () => {
    it("are listed by kind, name and box", async () => {
      await insertExclusionZone(db(), zone("Z-1"));
      await insertExclusionZone(
        db(),
        zone("Z-2", { kind: "forbidden", name: "Hành lang đê", geometry: square([107, 21], 0.1) }),
      );
      const ids = async (filter: Parameters<typeof listExclusionZones>[1]) =>
        (await listExclusionZones(db(), filter, { limit: 10 })).items.map(({ id }) => id);
      expect(await ids({})).toEqual(["Z-1", "Z-2"]);
      expect(await ids({ kind: "flood" })).toEqual(["Z-1"]);
      expect(await ids({ q: "hanh lang de" })).toEqual(["Z-2"]);
      expect(await ids({ bounds: [106.9, 20, 108, 22] })).toEqual(["Z-2"]);
      expect(await readLayer(db(), "exclusion-zones")).toContainEqual(zone("Z-1"));
    });

    it("and sites of a trial go with the trial's other records", async () => {
      await insertExclusionZone(db(), zone("Z-1"));
      await insertExclusionZone(db(), zone("Z-2", { isSynthetic: false }));
      await insertCandidateSite(db(), site("V-1"));
      expect(await removeSyntheticRecords(db())).toMatchObject({
        "candidate-sites": 1,
        "exclusion-zones": 1,
      });
      const left = await sql<{ id: ExclusionZoneId }>`select id from exclusion_zone`.execute(db());
      expect(left.rows).toEqual([{ id: "Z-2" }]);
    });
  });
}
