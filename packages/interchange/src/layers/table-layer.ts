/** What a layer must say to be read from any table: its columns, and how a row becomes a record. */
import type { ImportLayer, ImportRecords } from "@firecover/domain";
import type { RecordOrigin } from "../osm/origin.ts";
import type { Cells } from "../table/cells.ts";
import type { Column } from "../table/columns.ts";
import type { ProvinceBounds } from "../table/place.ts";

export interface RowContext {
  origin: RecordOrigin;
  bounds: ProvinceBounds;
}

export interface TableLayer<Layer extends ImportLayer> {
  layer: Layer;
  columns: readonly Column[];
  /** One record, several for a row of many parts, none where a cell was rejected. */
  read(cells: Cells, context: RowContext): ImportRecords[Layer][];
}
