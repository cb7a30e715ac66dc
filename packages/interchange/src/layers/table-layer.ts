/** What a layer must say to be read from any table: its columns, and how a row becomes a record. */
import type { ImportLayer, ImportRecords, ImportStore } from "@firecover/domain";
import type { RecordOrigin } from "../osm/origin.ts";
import type { CellFault } from "../table/cell-faults.ts";
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
  /** Those of the headers under which our own exports add what is computed, which no record holds. */
  computedColumns?(headers: readonly string[]): ReadonlySet<string>;
  /** One record, several for a row of many parts, none where a cell was rejected. */
  read(cells: Cells, context: RowContext): ImportRecords[Layer][];
  /** What a record can only be told beside what is stored already; a warning names the record's row. */
  complete?(
    record: ImportRecords[Layer],
    store: ImportStore,
    warn: (fault: Pick<CellFault, "code" | "field" | "reason">) => void,
  ): Promise<ImportRecords[Layer]>;
}
