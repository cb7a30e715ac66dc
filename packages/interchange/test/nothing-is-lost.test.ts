import type { Premises } from "@firecover/domain";
import { HazardClass, ManagementTier, PremisesCategory } from "@firecover/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importFile, importText, writeInput } from "./files.ts";

const header = ["id", "tên", "kinh độ", "vĩ độ", "loại", "số tầng", "diện tích", "ngày kiểm tra"];
const soundCells: readonly fc.Arbitrary<string>[] = [
  fc.integer({ min: 1, max: 10_000 }).map((n) => `CS-${n}`),
  fc.constantFrom("Chợ Đồng Xuân", 'Kho "A"', "Nhà, xưởng", "Trường; học"),
  fc.integer({ min: 1020, max: 1090 }).map((n) => String(n / 10)),
  fc.integer({ min: 80, max: 230 }).map((n) => String(n / 10)),
  fc.constantFrom("Chợ", "market", "karaoke", ""),
  fc.constantFrom("", "1", "12"),
  fc.constantFrom("", "100", "1.234,5", "12,5"),
  fc.constantFrom("", "2026-01-31", "31/01/2026"),
];
const rubbish = fc.constantFrom("", "abc", "-1", "999999", "??", "NaN", "1e999", "31/02/2026", "０", "  ");
/** A row is sound but for some cells. */
const row = fc.tuple(
  ...soundCells.map((cell) => fc.oneof({ weight: 12, arbitrary: cell }, { weight: 1, arbitrary: rubbish })),
);
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const toCsv = (rows: readonly (readonly string[])[], delimiter: string): string =>
  rows.map((cells) => cells.map(quoted).join(delimiter)).join("\n");

describe("rows", () => {
  it("are accepted or rejected with an issue, whatever stands in them", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (rows) => {
        const { report, sink } = await importText("premises", toCsv([header, ...rows], ";"));
        const counts = report.layers["premises"]!;
        expect(counts.read).toBe(rows.length);
        expect(counts.added + counts.rejected).toBe(rows.length);
        expect(sink.records("premises")).toHaveLength(counts.added);
        const rowsWithErrors = new Set(
          report.issues.filter(({ severity }) => severity === "error").map((issue) => issue.row),
        );
        expect(rowsWithErrors.size).toBe(counts.rejected);
      }),
      { numRuns: 60 },
    );
  });

  it("mean the same in any order of columns and with any separator", async () => {
    const order = fc.shuffledSubarray([...header.keys()], { minLength: header.length });
    const delimiter = fc.constantFrom(",", ";", "\t");
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 8 }),
        order,
        delimiter,
        async (rows, columns, mark) => {
          const shuffled = [header, ...rows].map((cells) => columns.map((c) => cells[c]!));
          const name = "register.csv";
          const plain = await importFile("premises", writeInput(toCsv([header, ...rows], ",")), {
            originalName: name,
          });
          const other = await importFile("premises", writeInput(toCsv(shuffled, mark)), {
            originalName: name,
          });
          expect(other.sink.records("premises")).toEqual(plain.sink.records("premises"));
          expect(other.report.layers).toEqual(plain.report.layers);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("come back as they were written", async () => {
    const premises = fc.record({
      name: fc
        .string({ minLength: 1, maxLength: 40 })
        .filter((s) => s.trim() === s && !s.includes("\0") && s !== ""),
      category: fc.constantFrom(...PremisesCategory.options),
      managementTier: fc.constantFrom(...ManagementTier.options),
      hazardClass: fc.constantFrom(...HazardClass.options),
      lon: fc.integer({ min: 102_000_000, max: 109_000_000 }).map((n) => n / 1e6),
      lat: fc.integer({ min: 8_000_000, max: 23_000_000 }).map((n) => n / 1e6),
      storeys: fc.option(fc.integer({ min: 1, max: 200 })),
      floorAreaM2: fc.option(fc.integer({ min: 0, max: 10_000_000 }).map((n) => n / 100)),
      lastInspectionDate: fc.option(
        fc
          .integer({ min: 0, max: 20_000 })
          .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(premises, { minLength: 1, maxLength: 20 }), async (list) => {
        const columns = [
          "id",
          "lon",
          "lat",
          "name",
          "category",
          "managementTier",
          "hazardClass",
          "storeys",
          "floorAreaM2",
          "lastInspectionDate",
        ];
        const rows = list.map((item, i) =>
          [
            i,
            item.lon,
            item.lat,
            item.name,
            item.category,
            item.managementTier,
            item.hazardClass,
            item.storeys,
            item.floorAreaM2,
            item.lastInspectionDate,
          ].map((cell) => String(cell ?? "")),
        );
        const { report, sink } = await importText("premises", toCsv([columns, ...rows], ","));
        expect(report.issues.filter(({ severity }) => severity === "error")).toEqual([]);
        const expected = list.map(({ lon, lat, ...rest }, i) => ({
          ...rest,
          id: String(i),
          location: [lon, lat],
        }));
        expect(sink.records("premises")).toMatchObject(expected as unknown as Premises[]);
      }),
      { numRuns: 40 },
    );
  });
});
