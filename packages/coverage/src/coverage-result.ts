/** The answers of a coverage run in columns: one row per premises or cell, in canonical order. */
import type { CoverageIssue } from "@firecover/domain";

/** Answers of one certainty. An index is -1 and a measure `UNREACHED` where there is none. */
export interface Answers {
  /** From the alarm until the first crew is at the point, hose hauled. */
  readonly responseMillis: Uint32Array;
  readonly stationIndex: Int32Array;
  /** Least hose from a road that the engine may use. */
  readonly hoseMillimetres: Uint32Array;
  readonly accessOk: Uint8Array;
  readonly waterOk: Uint8Array;
  /** To the nearest usable source within its radius. */
  readonly waterMillimetres: Uint32Array;
  readonly waterSourceIndex: Int32Array;
  /** Until the last engine of the required force, and the last of its people, is at the point. */
  readonly forceMillis: Uint32Array;
  readonly forceOk: Uint8Array;
}

export interface CoverageColumns {
  readonly count: number;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Residents of a cell; busiest-hour occupants of a premises, 0 where unknown. */
  readonly people: Uint32Array;
  /** -1 = in none. */
  readonly communeIndex: Int32Array;
  readonly certain: Answers;
  readonly possible: Answers;
  /** To the nearest station by the standard's way of measuring; `Infinity` without one. */
  readonly radiusMetres: Float32Array;
  readonly isInsideRadius: Uint8Array;
}

export interface CoverageResult {
  readonly premises: CoverageColumns;
  readonly cells: CoverageColumns;
  /** Response at the middle of each network edge; `UNREACHED` where no engine may drive. */
  readonly edgeMillis: { readonly certain: Uint32Array; readonly possible: Uint32Array };
  /** The threshold that `time` is judged by unless a caller gives another. */
  readonly firstEngineMillis: number;
  readonly issues: readonly CoverageIssue[];
}

export function emptyAnswers(count: number): Answers {
  return {
    responseMillis: new Uint32Array(count).fill(0xffffffff),
    stationIndex: new Int32Array(count).fill(-1),
    hoseMillimetres: new Uint32Array(count).fill(0xffffffff),
    accessOk: new Uint8Array(count),
    waterOk: new Uint8Array(count),
    waterMillimetres: new Uint32Array(count).fill(0xffffffff),
    waterSourceIndex: new Int32Array(count).fill(-1),
    forceMillis: new Uint32Array(count).fill(0xffffffff),
    forceOk: new Uint8Array(count),
  };
}
