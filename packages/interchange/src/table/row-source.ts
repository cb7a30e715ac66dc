/** Rows of any file, cells as text, whatever the format was. */

export interface SourceRow {
  /** One-based: a CSV's header is row 1; a GeoJSON counts features. */
  row: number;
  /** One per header; absent cells are empty. */
  cells: readonly string[];
  /** Cells beyond the header that are not empty. */
  surplusCount: number;
  /** GeoJSON geometry as it stands in the file, unchecked; undefined for tables. */
  geometry?: unknown;
}

export interface RowSource {
  headers: readonly string[];
  rows: AsyncIterable<SourceRow> | Iterable<SourceRow>;
  /** Share of the file read so far, bytes of a table or features of a GeoJSON. */
  progress(): { done: number; total: number };
}
