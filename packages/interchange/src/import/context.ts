/** What every way of importing shares: the store, the issues, progress and the wish to stop. */
import type { ImportReport, ImportStore, LayerCounts, OnProgress } from "@firecover/domain";
import type { ProvinceTotals } from "../communes/controls.ts";
import type { IssueList } from "../issues.ts";
import type { RecordOrigin } from "../osm/origin.ts";
import type { FileFormat } from "../sniff.ts";

export interface ImportContext {
  path: string;
  format: FileFormat;
  issues: IssueList;
  origin: RecordOrigin;
  layers: Record<string, LayerCounts>;
  controls: ImportReport["controls"];
  provinceTotals: ProvinceTotals;
  onProgress: OnProgress;
  /** Throws once the import is to stop. */
  /** A fault found before has settled that nothing of the file goes in: its rows are only looked at. */
  isLost: () => boolean;
  throwIfCancelled(): void;
}
/** Reads what needs no store, then hands back what writes. */
export type PreparedImport = (store: ImportStore) => Promise<void>;

export function countsOf(layers: Record<string, LayerCounts>, layer: string): LayerCounts {
  layers[layer] ??= { read: 0, added: 0, changed: 0, unchanged: 0, rejected: 0 };
  return layers[layer];
}

/** Adds what the store said of records, all of which it was given to read. */
export function addCounts(into: LayerCounts, counts: LayerCounts): void {
  into.read += counts.read;
  into.added += counts.added;
  into.changed += counts.changed;
  into.unchanged += counts.unchanged;
  into.rejected += counts.rejected;
}

export function addRejected(into: LayerCounts, rejected: number): void {
  into.read += rejected;
  into.rejected += rejected;
}
