/** What an analysis brings to the screen: one sentence, the rows of a table, and the same rows on the map. */
import type { Certainty, CommuneCode, Fix, GapCause, LonLat } from "@firecover/domain";
import type { ReactNode } from "react";
import type { Text } from "../i18n/use-text.ts";
import type { Column } from "../ui/table-columns.ts";

export interface AnalysisContext {
  readonly text: Text;
  readonly certainty: Certainty;
  readonly minutes: number;
  /** The standard's own threshold, by which the answers that ask for no minutes are reckoned. */
  readonly standardMinutes: number;
  /** The chosen commune: rows of others are left out. */
  readonly commune: string | undefined;
  /** The chosen cause picks works; the other tables stay whole. */
  readonly cause?: GapCause | undefined;
  communeName(code: CommuneCode | null): string;
}

/** Colour of the rows on the map: the cause that they speak of, or what is still unmeasured. */
export type AnalysisTone = GapCause | "unknown";

export interface AnalysisMark {
  readonly geometry: GeoJSON.Geometry;
  readonly tone: AnalysisTone;
  /** Where the row is named on the map. */
  readonly at: LonLat;
  /** Of an area that is reached within so many: it takes the colour of its time class. */
  readonly minutes?: number;
}

/** What a row says beyond its cells, shown once it is chosen. */
export interface RowDetail {
  readonly title: string;
  readonly lines: readonly string[];
  /** A work that a scenario can take over. */
  readonly fix?: Fix;
}

export interface AnalysisTable<Row = unknown> {
  /** The answer in a sentence, above the table. */
  readonly sentence: ReactNode;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  /** How many there are in the whole area, where the list holds the first of them or those of one commune. */
  readonly rowsInAll?: number;
  rowKey(row: Row): string;
  /** Null = the row has no place of its own. */
  mark(row: Row): AnalysisMark | null;
  /** Premises that a row is about: opening it opens "Vì sao?". */
  premisesId?(row: Row): string;
  /** A commune that a row is about: opening it chooses the commune. */
  communeCode?(row: Row): string;
  detail?(row: Row): RowDetail;
  readonly empty: string;
  /** Page under /docs that says how the numbers come about. */
  readonly methodology: string;
}

/** Hides the row type, so that tables of all analyses can be kept alike. */
export function analysisTable<Row>(table: AnalysisTable<Row>): AnalysisTable {
  return table as AnalysisTable<unknown>;
}

export const inCommune = (commune: string | undefined, code: string | null): boolean =>
  commune === undefined || code === commune;
