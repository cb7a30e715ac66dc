/** Indicators and curve on weights in powers of two: a total names who is counted. */
import { UNREACHED } from "@firecover/road-network";
import { describe, expect, it } from "vitest";
import { emptyAnswers } from "../src/coverage-result.ts";
import {
  type CoverageColumns,
  type CoverageResult,
  curveOf,
  decodeCoverageResult,
  encodeCoverageResult,
  indicatorsOf,
  worstCommunes,
} from "../src/index.ts";
import { town } from "./builders.ts";

const communes = [
  town({ code: "00001" as never, name: "A" }),
  town({ code: "00002" as never, name: "B" }),
  town({ code: "00003" as never, name: "C" }),
];

/** minutes certain, minutes possible (null = unreached), commune, inside the radius, access, water, force. */
type Row = [number | null, number | null, number, 0 | 1, 0 | 1, 0 | 1, 0 | 1];

function columnsOf(rows: readonly Row[]): CoverageColumns {
  const millis = (minutes: number | null) => (minutes === null ? UNREACHED : minutes * 60_000);
  const answers = (side: 0 | 1) => ({
    ...emptyAnswers(rows.length),
    responseMillis: Uint32Array.from(rows, (row) => millis(row[side])),
    accessOk: Uint8Array.from(rows, (row) => row[4]),
    waterOk: Uint8Array.from(rows, (row) => row[5]),
    forceOk: Uint8Array.from(rows, (row) => row[6]),
  });
  return {
    count: rows.length,
    lon: new Float64Array(rows.length).fill(105.8),
    lat: new Float64Array(rows.length).fill(21),
    people: Uint32Array.from(rows, (_, i) => 2 ** i),
    communeIndex: Int32Array.from(rows, (row) => row[2]),
    certain: answers(0),
    possible: answers(1),
    radiusMetres: Float32Array.from(rows, (row) => (row[3] ? 2000 : 9000)),
    isInsideRadius: Uint8Array.from(rows, (row) => row[3]),
  };
}

const rows: Row[] = [
  [5, 5, 0, 1, 1, 1, 1], // 1
  [10, 9, 0, 1, 0, 1, 1], // 2
  [12, 8, 0, 1, 1, 0, 1], // 4: unknown between the two results
  [20, 20, 1, 0, 1, 1, 0], // 8
  [null, null, 1, 1, 0, 0, 0], // 16
  [7, 7, 1, 0, 1, 1, 1], // 32: quick although outside the radius
  [3, 3, -1, 1, 1, 1, 1], // 64: in no commune
];
const columns = columnsOf(rows);
const result: CoverageResult = {
  premises: columns,
  cells: columns,
  edgeMillis: { certain: Uint32Array.of(1, UNREACHED), possible: Uint32Array.of(1, 2) },
  firstEngineMillis: 600_000,
  issues: [{ code: "no-roads", severity: "error", count: 1, ids: [] }],
};

describe("indicators", () => {
  const { total, communes: byCommune } = indicatorsOf(result, communes, 600_000);

  it("count who is in time, certain and possible", () => {
    expect(total.people).toBe(127);
    expect(total.peopleInTime).toEqual({
      certain: (1 + 2 + 32 + 64) / 127,
      possible: (1 + 2 + 4 + 32 + 64) / 127,
    });
    expect(total.peopleBeyondThreshold).toEqual({ certain: 4 + 8 + 16, possible: 8 + 16 });
    expect(total.premisesInTime).toEqual({ certain: 4 / 7, possible: 5 / 7 });
  });

  it("set the legal radius beside the minutes", () => {
    expect(total.peopleBeyondThresholdInsideRadius).toEqual({ certain: 4 + 16, possible: 16 });
    expect(total.peopleInTimeOutsideRadius).toEqual({ certain: 32, possible: 32 });
  });

  it("count each cause by itself", () => {
    expect(total.peopleByCause).toEqual({
      time: { certain: 28, possible: 24 },
      access: { certain: 2 + 16, possible: 2 + 16 },
      water: { certain: 4 + 16, possible: 4 + 16 },
      force: { certain: 8 + 16, possible: 8 + 16 },
    });
    expect(total.premisesByCause.time).toEqual({ certain: 3, possible: 2 });
    expect(total.premisesWithGap).toEqual({ certain: 4, possible: 4 });
    expect(total.peopleCovered).toEqual({ certain: (1 + 32 + 64) / 127, possible: (1 + 32 + 64) / 127 });
  });

  it("keep communes apart, those without anybody without a share", () => {
    const [a, b, c] = byCommune;
    expect([a!.people, b!.people, c!.people]).toEqual([7, 56, 0]);
    expect(a!.peopleInTime).toEqual({ certain: 3 / 7, possible: 1 });
    expect(c!.peopleInTime).toBe(null);
    expect(worstCommunes(byCommune).map(({ name }) => name)).toEqual(["A", "B"]);
    expect(worstCommunes(byCommune, "possible").map(({ name }) => name)).toEqual(["B", "A"]);
  });

  it("find the minutes within which nine in ten are reached", () => {
    // Sorted by minutes: 64, 1, 32, 2, 4, 8, then 16 unreached; 0.9 × 127 = 114.3 > 111.
    expect(total.responseSeconds90).toEqual({ certain: null, possible: null });
    // Of commune A's 7 people 6.3 are needed: all three cells.
    expect(byCommune[0]!.responseSeconds90).toEqual({ certain: 720, possible: 540 });
  });

  it("follow the threshold", () => {
    expect(indicatorsOf(result, communes, 299_999).total.peopleBeyondThreshold.certain).toBe(127 - 64);
    expect(indicatorsOf(result, communes, 300_000).total.peopleBeyondThreshold.certain).toBe(127 - 65);
  });
});

describe("curve", () => {
  it("adds up people by whole minutes", () => {
    const { minutes, certain, possible } = curveOf(result);
    expect(minutes).toHaveLength(31);
    expect(certain[2]).toBe(0);
    expect(certain[3]).toBe(64 / 127);
    expect(certain[10]).toBe((64 + 1 + 32 + 2) / 127);
    expect(possible[10]).toBe((64 + 1 + 32 + 2 + 4) / 127);
    expect(certain[30]).toBe(111 / 127);
  });
});

describe("file of a result", () => {
  it("gives back what was put in", () => {
    expect(decodeCoverageResult(encodeCoverageResult(result))).toEqual(result);
  });

  it("reads from the middle of another buffer", () => {
    const bytes = encodeCoverageResult(result);
    const padded = new Uint8Array(bytes.length + 3);
    padded.set(bytes, 3);
    expect(decodeCoverageResult(padded.subarray(3))).toEqual(result);
  });

  it("refuses foreign, newer and cut files with a sentence", () => {
    const bytes = encodeCoverageResult(result);
    expect(() => decodeCoverageResult(new TextEncoder().encode("PK not a result at all"))).toThrow(
      /no coverage result/,
    );
    expect(() => decodeCoverageResult(bytes.subarray(0, bytes.length - 8))).toThrow(/cut off/);
    expect(() => decodeCoverageResult(bytes.subarray(0, 7))).toThrow(/too short/);
    const newer = bytes.slice();
    newer[4] = 9;
    expect(() => decodeCoverageResult(newer)).toThrow(/version 9/);
  });
});
