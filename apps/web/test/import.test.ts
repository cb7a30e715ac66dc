/** The import screen's pure parts: what a file is taken for, and its report in three numbers. */
import type { ImportIssue, ImportReport } from "@firecover/domain";
import { describe, expect, it } from "vitest";
import { createFormat } from "../src/i18n/format.ts";
import { fileSize } from "../src/import/file-size.ts";
import { guessKind } from "../src/import/guess-kind.ts";
import { reportCounts } from "../src/import/report-counts.ts";

describe("the kind of a file by its name", () => {
  it("is guessed from Vietnamese and English names, with or without accents", () => {
    expect(guessKind("ha-noi.communes.geojson")).toBe("communes");
    expect(guessKind("hanoi-centre.osm.pbf")).toBe("osm");
    expect(guessKind("Cơ sở phường Ô Chợ Dừa.csv")).toBe("premises");
    expect(guessKind("co-so-phuong-o-cho-dua.csv")).toBe("premises");
    expect(guessKind("tru-nuoc.csv")).toBe("water-sources");
    expect(guessKind("Nguồn nước 2026.geojson")).toBe("water-sources");
    expect(guessKind("tram.csv")).toBe("fire-stations");
    expect(guessKind("fire_stations.geojson")).toBe("fire-stations");
    expect(guessKind("Dân số xã.csv")).toBe("population");
    expect(guessKind("Vị trí đặt trạm 2026.csv")).toBe("candidate-sites");
    expect(guessKind("thua_dat.geojson")).toBe("candidate-sites");
    expect(guessKind("Vị trí trụ nước.csv")).toBe("water-sources");
    expect(guessKind("vung-ngap-song-thao.geojson")).toBe("exclusion-zones");
  });

  it("is left open where the name says nothing", () => {
    expect(guessKind("book1.csv")).toBeNull();
    expect(guessKind("2026-11-22.geojson")).toBeNull();
  });
});

const issue = (part: Partial<ImportIssue>): ImportIssue => ({
  code: "other",
  severity: "error",
  row: null,
  recordId: null,
  field: null,
  value: null,
  reason: { vi: "", en: "" },
  suggestion: null,
  fix: null,
  ...part,
});

describe("a report in three numbers", () => {
  const layers: ImportReport["layers"] = {
    premises: { read: 312, added: 300, changed: 2, unchanged: 1, rejected: 9 },
  };

  it("tells rows that are fine from rows to look at and rows left out", () => {
    const issues = [
      ...Array.from({ length: 9 }, (_, i) => issue({ row: 10 + i })),
      issue({ row: 10 }), // a second fault in a row left out already
      ...Array.from({ length: 19 }, (_, i) => issue({ severity: "warning", row: 100 + i })),
      issue({ severity: "warning", row: 10 }), // and a remark on it
    ];
    expect(reportCounts({ layers, issues, status: "accepted-with-issues" })).toEqual({
      read: 312,
      valid: 284,
      toCheck: 19,
      faulty: 9,
      accepted: 303,
      new: 302,
    });
  });

  it("leaves every row out of a file rejected as a whole", () => {
    const counts = reportCounts({ layers, issues: [issue({ code: "wrong-header" })], status: "rejected" });
    expect(counts).toMatchObject({ valid: 0, toCheck: 0, faulty: 312, accepted: 0, new: 0 });
  });

  it("does not let remarks on the whole file count as rows", () => {
    const issues = [issue({ severity: "warning", code: "total-mismatch" })];
    expect(reportCounts({ layers, issues, status: "accepted-with-issues" }).toCheck).toBe(0);
  });
});

it("writes the size of a file as Vietnamese does", () => {
  const format = createFormat("vi");
  expect(fileSize(503, format)).toBe("503\u00a0B");
  expect(fileSize(312_400, format)).toBe("312\u00a0KB");
  expect(fileSize(41_234_567, format)).toBe("41,2\u00a0MB");
});
