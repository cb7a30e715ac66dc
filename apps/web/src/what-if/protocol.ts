/** What the page and the worker with the graph say to each other. */
import type {
  Certainty,
  Change,
  CommuneIndicators,
  CumulativeCurve,
  EngineAccess,
  FireStation,
  Indicators,
  LonLat,
  WaterSource,
} from "@firecover/domain";

/** How the numbers of an answer are to be counted. */
export interface Question {
  readonly thresholdMillis: number;
  readonly certainty: Certainty;
  /** Place of the chosen commune in the order of codes; -1 = the whole area. */
  readonly communeIndex: number;
}

export type LoadPhase = "network" | "input" | "prepare";

export interface LoadProgress {
  readonly phase: LoadPhase;
  /** Bytes that have come, unpacked; how many are to come nobody says of a packed answer. */
  readonly bytes: number;
}

/** What a drag shows: small enough to cross the border at every move. */
export interface LiveAnswer {
  readonly total: Indicators;
  readonly communes: readonly CommuneIndicators[];
  readonly curve: CumulativeCurve;
  readonly withoutRoads: { readonly total: number; readonly communes: Float64Array };
  /** Per premises, one bit per failed question. */
  readonly premisesGaps: Uint8Array;
  /** Edges drawn otherwise than at the last answer, with their new bins; `sameAsToday` = as the tiles have it. */
  readonly edges: Uint32Array;
  readonly bins: Uint8Array;
  /** Stations from which no road leads: they stand too far from any. */
  readonly offNetwork: readonly string[];
  readonly workerMillis: number;
}

/** The whole result, once the pointer rests. */
export interface SettledAnswer {
  /** As `encodeCoverageResult` writes it. */
  readonly result: Uint8Array<ArrayBuffer>;
  readonly stationNames: readonly { readonly id: string; readonly name: string }[];
  readonly waterSourceIds: readonly string[];
}

/** A road of the network, as far as a change of it needs to know. */
export interface RoadSketch {
  readonly roadId: number;
  readonly name: string | null;
  readonly access: EngineAccess;
  readonly widthMetres: number | null;
  /** Somewhere in the middle of it. */
  readonly at: LonLat;
}

/** What the page needs of the baseline to edit it. */
export interface BaselineSketch {
  readonly stations: readonly FireStation[];
  readonly waterSources: readonly Pick<WaterSource, "id" | "name" | "location">[];
}

export type ToWorker = { readonly number: number } & (
  | { readonly kind: "load"; readonly runId: string }
  | { readonly kind: "preview"; readonly changes: readonly Change[]; readonly question: Question }
  | { readonly kind: "settle"; readonly changes: readonly Change[]; readonly question: Question }
  | { readonly kind: "roads"; readonly roadIds: readonly number[] }
  | { readonly kind: "compare"; readonly runId: string }
);

export type FromWorker =
  | { readonly number: number; readonly kind: "progress"; readonly progress: LoadProgress }
  | { readonly number: number; readonly kind: "done"; readonly answer: unknown }
  | {
      readonly number: number;
      readonly kind: "failed";
      readonly message: string;
      /** HTTP status where the server refused, 0 without an answer, null where the fault is not the network's. */
      readonly status: number | null;
    };

/** Answers by question. */
export interface Answers {
  load: BaselineSketch;
  preview: LiveAnswer;
  settle: LiveAnswer & SettledAnswer;
  roads: readonly RoadSketch[];
  compare: boolean;
}
