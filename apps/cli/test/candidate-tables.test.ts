/** Whatever is known of a place comes back from its row: held against the import, which reads the text as anybody's. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type AssessedSite, CandidateSite, type ImportSink, SiteConditionName } from "@firecover/domain";
import { runImport } from "@firecover/interchange";
import fc from "fast-check";
import { expect, it } from "vitest";
import { candidateTable } from "../src/candidate-tables.ts";
import { csvOf } from "../src/csv.ts";
import { scratchFolder } from "./run.ts";

const folder = scratchFolder();

/** Keeps what it is given; no road is near. */
function keeper() {
  const kept: unknown[] = [];
  const sink: ImportSink = {
    transaction: (work) =>
      work({
        async upsert(_, records) {
          kept.push(...records);
          return { read: records.length, added: records.length, changed: 0, unchanged: 0, rejected: 0 };
        },
        setCommunePopulations: () => Promise.reject(new Error("No populations come from places.")),
        roadsMeeting: async () => [],
        provinceBounds: async () => null,
      }),
  };
  return { kept, sink };
}

const text = fc
  .array(fc.constantFrom("=", "-", "+", "@", "'", '"', ",", ";", "\n", " ", "Thửa", "đất", "3.100", "7"), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join("").trim())
  // an apostrophe before such a sign is taken for the guard against formulas
  .filter((all) => all !== "" && !/^'[=+\-@]/.test(all));
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const measure = (max: number) =>
  fc.oneof(
    fc.double({ min: 0.001, max, noNaN: true }),
    fc.integer({ min: 1, max: 999_999 }).map((thousandths) => Math.min(max, thousandths / 1000)),
  );
const corner = (least: number, most: number) => fc.double({ min: least, max: most, noNaN: true });
/** One corner in each of four quarters never crosses; some 100 m wide, with a hole in the middle or a second part. */
const geometry = fc
  .record({
    corners: fc.tuple(
      ...[
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ].map(([x, y]) =>
        fc.tuple(
          corner(105 + 7e-4 * x!, 105 + 7e-4 * x! + 3e-4),
          corner(21 + 7e-4 * y!, 21 + 7e-4 * y! + 3e-4),
        ),
      ),
    ),
    hasHole: fc.boolean(),
    hasSecond: fc.boolean(),
  })
  .map(({ corners, hasHole, hasSecond }) => {
    const square = (lon: number, lat: number, side: number): [number, number][] => [
      [lon, lat],
      [lon + side, lat],
      [lon + side, lat + side],
      [lon, lat + side],
      [lon, lat],
    ];
    const first = [[...corners, corners[0]!], ...(hasHole ? [square(105.00048, 21.00048, 4e-5)] : [])];
    const second = [square(105.002, 21.002, 3e-4)];
    return {
      type: "MultiPolygon" as const,
      coordinates: hasSecond ? [first, second] : [first],
    };
  });

const site = fc
  .record({
    name: text,
    kind: fc.constantFrom("plot", "generated"),
    location: fc.tuple(corner(104, 106), corner(20, 22)),
    geometry: orNull(geometry),
    areaSquareMetres: measure(1e6),
    isAreaKnown: fc.boolean(),
    roadWidthMetres: orNull(measure(200)),
    slopePercent: orNull(measure(1000)),
    priceMillionDong: orNull(measure(1e8)),
    communeCode: orNull(fc.constantFrom("00123", "12345")),
    note: orNull(text),
    source: text,
    dataDate: fc.constantFrom("2024-02-29", "2026-11-22"),
    isSynthetic: fc.boolean(),
  })
  // Of a plot that is drawn the area is known: from the outline where nobody wrote another.
  .map(({ isAreaKnown, ...all }) => ({
    ...all,
    areaSquareMetres: isAreaKnown || all.geometry ? all.areaSquareMetres : null,
  }));

it("places come back from their rows as they were, without a word on our own columns", async () => {
  const file = join(folder, "vi-tri.csv");
  await fc.assert(
    fc.asyncProperty(
      fc.array(site, { minLength: 1, maxLength: 8 }),
      fc.subarray([...SiteConditionName.options]),
      async (sites, asked) => {
        const all = sites.map((one, i): AssessedSite => {
          const parsed = CandidateSite.parse({ ...one, id: `VT-${i}` });
          return {
            site: parsed,
            verdict: "unknown",
            conditions: asked.map((condition) => ({
              condition,
              verdict: "unknown",
              measured: i,
              limit: null,
              subject: "Trường, chợ",
              source: null,
              dataDate: null,
              basis: "planning-assumption",
              clause: null,
            })),
          };
        });
        writeFileSync(file, csvOf(candidateTable(all, asked)));
        const { kept, sink } = keeper();
        const report = await runImport({ path: file, kind: "candidate-sites", sink, isDryRun: false });
        expect(kept).toEqual(all.map((one) => one.site));
        // That the written area is not the outline's is said of anybody's file.
        expect(report.issues.filter(({ code }) => code !== "area-mismatch")).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});
