/** Facts about registers: versions, pages, filters, search without accents. */
import { type FirecoverError, type Premises, PremisesId } from "@firecover/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  deletePremises,
  findPremises,
  importSink,
  insertPremises,
  layerStamps,
  listPremises,
  listRoads,
  type Page,
  type PremisesFilter,
  searchByName,
  updatePremises,
} from "../../src/index.ts";
import type { Opened } from "../databases.ts";
import { premises, road, squareCommune, station } from "../records.ts";

const code = (expected: FirecoverError["code"]) => expect.objectContaining({ code: expected });
const id = (text: string) => PremisesId.parse(text);

export function registerFacts(opened: Opened): void {
  const db = () => opened.database.db;
  const store = (records: readonly Premises[]) =>
    importSink(opened.database).transaction((to) => to.upsert("premises", records), { isDryRun: false });
  const idsOf = async (filter: PremisesFilter) =>
    (await listPremises(db(), filter, { limit: 500 })).items.map((each) => each.id);

  async function everyPage(filter: PremisesFilter, limit: number): Promise<Premises[]> {
    const items: Premises[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<Premises> = await listPremises(db(), filter, { limit, cursor });
      expect(page.items.length).toBeLessThanOrEqual(limit);
      items.push(...page.items);
      cursor = page.nextCursor;
      if (cursor === null) expect(page.total).toBe(items.length);
    } while (cursor !== null);
    return items;
  }

  describe("a register", () => {
    it("adds, replaces and deletes under versions", async () => {
      const added = await insertPremises(db(), premises("CS-1"));
      expect(added).toEqual({ record: premises("CS-1"), version: 1 });
      await expect(insertPremises(db(), premises("CS-1"))).rejects.toEqual(code("conflict"));

      const renamed = premises("CS-1", { name: "Chợ Đồng Xuân" });
      expect(await updatePremises(db(), id("CS-1"), renamed, 1)).toEqual({ record: renamed, version: 2 });
      await expect(updatePremises(db(), id("CS-1"), premises("CS-1"), 1)).rejects.toEqual(
        code("precondition-failed"),
      );
      expect(await updatePremises(db(), id("CS-1"), renamed, 2)).toEqual({ record: renamed, version: 2 });
      await expect(updatePremises(db(), id("CS-9"), premises("CS-9"), 1)).rejects.toEqual(code("not-found"));
      await expect(updatePremises(db(), id("CS-1"), premises("CS-2"), 2)).rejects.toEqual(
        code("invalid-input"),
      );

      await expect(deletePremises(db(), id("CS-1"), 1)).rejects.toEqual(code("precondition-failed"));
      await deletePremises(db(), id("CS-1"), 2);
      expect(await findPremises(db(), id("CS-1"))).toBeUndefined();
      const stamp = (await layerStamps(db())).find(({ layer }) => layer === "premises");
      expect(stamp).toMatchObject({ counter: 3, count: 0, dataDateFrom: null });
    });

    it("lets one of two writers of the same version through", async () => {
      await insertPremises(db(), premises("CS-1"));
      const writers = ["A", "B"].map((name) =>
        updatePremises(db(), id("CS-1"), premises("CS-1", { name }), 1),
      );
      const states = (await Promise.allSettled(writers)).map(({ status }) => status);
      expect(states.sort()).toEqual(["fulfilled", "rejected"]);
      expect((await findPremises(db(), id("CS-1")))?.version).toBe(2);
    });

    it("pages through every record once, in order, whatever the sort and the page", async () => {
      const letters = ["An", "ăn", "Ân", "đa", "Da", "b", "B'", "%", "日"];
      const records = Array.from({ length: 60 }, (_, index) =>
        premises(`CS-${String((index * 37) % 60).padStart(2, "0")}`, {
          name: letters[index % letters.length]!,
          floorAreaM2: index % 7 === 0 ? null : (index % 5) * 0.1,
          nextInspectionDate: index % 3 === 0 ? null : `2026-0${1 + (index % 9)}-15`,
          occupants: index % 2 === 0 ? null : index % 4,
        }),
      );
      await store(records);
      const sorts = ["id", "name", "floorAreaM2", "nextInspectionDate", "occupants"] as const;
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...sorts),
          fc.boolean(),
          fc.integer({ min: 1, max: 70 }),
          async (property, isDescending, limit) => {
            const sort = isDescending ? `-${property}` : property;
            const items = await everyPage({ sort }, limit);
            expect(items.map((item) => item.id)).toEqual(
              sorted(records, property, isDescending).map((item) => item.id),
            );
          },
        ),
        { numRuns: 25 },
      );
    });

    it("refuses a cursor of another list, a made-up one and an unknown sort", async () => {
      await store([premises("CS-1"), premises("CS-2")]);
      const { nextCursor } = await listPremises(db(), { sort: "name" }, { limit: 1 });
      const refused = code("invalid-input");
      await expect(listPremises(db(), { sort: "id" }, { limit: 1, cursor: nextCursor })).rejects.toEqual(
        refused,
      );
      await expect(listPremises(db(), {}, { limit: 1, cursor: "abc" })).rejects.toEqual(refused);
      await expect(listPremises(db(), { sort: "location" }, { limit: 1 })).rejects.toEqual(refused);
      await expect(listPremises(db(), { sort: "id; drop table premises" }, { limit: 1 })).rejects.toEqual(
        refused,
      );
    });

    it("filters by what was asked, and counts the same", async () => {
      await importSink(opened.database).transaction(
        (to) => to.upsert("communes", [squareCommune("10001", [105, 21])]),
        { isDryRun: false },
      );
      await store([
        premises("a", { category: "market", hazardClass: "high" }),
        premises("b", { category: "market", managementTier: "dwelling" }),
        premises("c", { location: [1, 1] }),
      ]);
      expect(await idsOf({ category: "market" })).toEqual(["a", "b"]);
      expect(await idsOf({ category: "market", hazardClass: "high" })).toEqual(["a"]);
      expect(await idsOf({ managementTier: "dwelling" })).toEqual(["b"]);
      expect(await idsOf({ commune: "10001" })).toEqual(["a", "b"]);
      expect(await idsOf({ ids: ["c", "a", "x"] })).toEqual(["a", "c"]);
      expect(await idsOf({ ids: [] })).toEqual([]);
    });

    it("tells overdue, due, done and unplanned inspections apart", async () => {
      await store([
        premises("overdue", { nextInspectionDate: "2026-11-21" }),
        premises("today", { nextInspectionDate: "2026-11-22", lastInspectionDate: "2025-11-22" }),
        premises("in 30 days", { nextInspectionDate: "2026-12-22" }),
        premises("in 31 days", { nextInspectionDate: "2026-12-23" }),
        premises("once", { lastInspectionDate: "2024-01-01" }),
        premises("never"),
      ]);
      const today = "2026-11-22";
      expect(await idsOf({ inspection: "overdue", today })).toEqual(["overdue"]);
      expect(await idsOf({ inspection: "due", today })).toEqual(["in 30 days", "today"]);
      expect(await idsOf({ inspection: "done", today })).toEqual(["in 31 days", "once"]);
      expect(await idsOf({ inspection: "none", today })).toEqual(["never"]);
    });

    it("is searched without accents, in both normal forms, and takes signs literally", async () => {
      await store([
        premises("a", { name: "Karaoke Đêm Sài Gòn", address: "12 Nguyễn Thị Minh Khai" }),
        premises("b", { name: "Nhà trọ Ánh Dương".normalize("NFD") }),
        premises("c", { name: "Giảm 50% _ \\ O'Neil" }),
      ]);
      expect(await idsOf({ q: "dem sai gon" })).toEqual(["a"]);
      expect(await idsOf({ q: "GÒN  Đêm" })).toEqual(["a"]);
      expect(await idsOf({ q: "minh khai" })).toEqual(["a"]);
      expect(await idsOf({ q: "ánh dương".normalize("NFD") })).toEqual(["b"]);
      expect(await idsOf({ q: "anh duong" })).toEqual(["b"]);
      expect(await idsOf({ q: "0%" })).toEqual(["c"]);
      expect(await idsOf({ q: "%" })).toEqual(["c"]);
      expect(await idsOf({ q: "_" })).toEqual(["c"]);
      expect(await idsOf({ q: "\\" })).toEqual(["c"]);
      expect(await idsOf({ q: "o'neil" })).toEqual(["c"]);
      expect(await idsOf({ q: "a\0b" })).toEqual([]);
      expect((await listPremises(db(), { q: "dem" }, { limit: 1 })).total).toBe(1);
    });

    it("lists roads by name, commune, width and box", async () => {
      await importSink(opened.database).transaction(
        async (to) => {
          await to.upsert("communes", [squareCommune("10001", [105, 21])]);
          await to.upsert("roads", [
            road(1, { name: "Đường Điện Biên", widthMetres: 6 }),
            road(2),
            road(3, {
              geometry: {
                type: "LineString",
                coordinates: [
                  [110, 10],
                  [110.1, 10],
                ],
              },
            }),
          ]);
        },
        { isDryRun: false },
      );
      const roadIds = async (filter: Parameters<typeof listRoads>[1]) =>
        (await listRoads(db(), filter, { limit: 10 })).items.map((each) => each.id);
      expect(await roadIds({ q: "dien bien" })).toEqual([1]);
      expect(await roadIds({ commune: "10001" })).toEqual([1, 2]);
      expect(await roadIds({ width: "unknown" })).toEqual([2, 3]);
      expect(await roadIds({ width: "known" })).toEqual([1]);
      expect(await roadIds({ bounds: [109, 9, 111, 11] })).toEqual([3]);
      expect(await roadIds({ sort: "-id" })).toEqual([3, 2, 1]);
    });
  });

  describe("search by name", () => {
    it("finds communes, stations, premises and roads, the closest name first", async () => {
      await importSink(opened.database).transaction(
        async (to) => {
          await to.upsert("communes", [
            squareCommune("10001", [105, 21], 1, { name: "Sa Pa" }),
            squareCommune("10002", [106, 21], 1, { name: "Mường Sa" }),
          ]);
          await to.upsert("fire-stations", [station("Đ-1", { name: "Đội Sa Pa", address: null })]);
          await to.upsert("premises", [
            premises("p1", { name: "Chợ Sa Pa", address: "1 Fansipan" }),
            premises("p2", { name: "Kho Rusa Pac" }),
          ]);
          await to.upsert("roads", [
            road(21, { name: "Đường Sa Pả" }),
            road(22, { name: "Đường Sa Pả" }),
            road(23, { name: "Đường khác" }),
          ]);
        },
        { isDryRun: false },
      );
      const hits = await searchByName(db(), "sa pa", 10);
      expect(hits.map(({ kind, id, detail }) => [kind, id, detail])).toEqual([
        ["commune", "10001", "Lào Cai"],
        ["fire-station", "Đ-1", "Sa Pa"],
        ["premises", "p1", "1 Fansipan"],
        ["road", "21", "Sa Pa"],
        ["premises", "p2", "Sa Pa"],
      ]);
      expect(hits[0]).toMatchObject({ name: "Sa Pa", location: [105.5, 21.5], bounds: [105, 21, 106, 22] });
      expect(hits[3]?.bounds).toEqual([105.1234567, 21.7654321, 105.2, 21.8]);
      expect(await searchByName(db(), "sa pa", 2)).toEqual(hits.slice(0, 2));
      expect(await searchByName(db(), "   ", 10)).toEqual([]);
    });
  });
}

/** Code points, absent last either way, equal ones by id. */
function sorted(records: readonly Premises[], property: keyof Premises, isDescending: boolean): Premises[] {
  const sign = isDescending ? -1 : 1;
  const plain = (record: Premises) => {
    const value = record[property] as string | number | null;
    if (property !== "name") return value;
    return String(value)
      .normalize("NFD")
      .replace(/\p{Mn}/gu, "")
      .replace(/đ/gi, "d")
      .toLowerCase();
  };
  return [...records].sort((left, right) => {
    const [a, b] = [plain(left), plain(right)];
    if (a !== b) {
      if (a === null) return 1;
      if (b === null) return -1;
      return a < b ? -sign : sign;
    }
    return left.id < right.id ? -sign : sign;
  });
}
