/** Rows into records, in batches: every row is accepted or rejected with an issue, none disappears. */
import type { ImportLayer, ImportRecords } from "@firecover/domain";
import { type IssueList, text } from "../issues.ts";
import { yesNo } from "../layers/common-columns.ts";
import type { RowContext, TableLayer } from "../layers/table-layer.ts";
import { createCells } from "./cells.ts";
import type { RowSource } from "./row-source.ts";

const batchSize = 1000;

export interface RecordBatch<Layer extends ImportLayer> {
  records: ImportRecords[Layer][];
  /** Row of each record. */
  rows: number[];
  rejected: number;
}

export async function* readRecords<Layer extends ImportLayer>(
  layer: TableLayer<Layer>,
  source: RowSource,
  indexOfField: ReadonlyMap<string, number>,
  context: RowContext,
  issues: IssueList,
): AsyncGenerator<RecordBatch<Layer>, void, undefined> {
  const rowOfId = new Map<string, number>();
  let batch: RecordBatch<Layer> = { records: [], rows: [], rejected: 0 };
  for await (const row of source.rows) {
    const cells = createCells(row, source.headers, indexOfField, issues);
    if (row.surplusCount > 0) cells.reject(tooManyCells(row.cells.length, source.headers.length));
    const isSynthetic = cells.oneOf("isSynthetic", yesNo) === "yes" || context.origin.isSynthetic;
    const records = layer.read(cells, { ...context, origin: { ...context.origin, isSynthetic } });
    const isNew = records.every((record) => !rowOfId.has(idOf(record)));
    for (const record of records) {
      const id = idOf(record);
      const before = rowOfId.get(id);
      if (before !== undefined && before !== row.row) cells.reject(duplicateId(id, before));
      else rowOfId.set(id, row.row);
    }
    if (cells.isFaulty || !isNew || records.length === 0) batch.rejected++;
    else {
      batch.records.push(...records);
      for (const _ of records) batch.rows.push(row.row);
    }
    if (batch.records.length + batch.rejected >= batchSize) {
      yield batch;
      batch = { records: [], rows: [], rejected: 0 };
    }
  }
  yield batch;
}

function idOf(record: object): string {
  return "id" in record ? String(record.id) : "";
}

const duplicateId = (id: string, before: number) => ({
  code: "duplicate-id" as const,
  field: "id",
  value: id,
  reason: text(`Mã “${id}” đã có ở dòng ${before}.`, `The id “${id}” already stands in row ${before}.`),
});

const tooManyCells = (found: number, expected: number) => ({
  code: "other" as const,
  field: "",
  value: null,
  reason: text(
    `Dòng có ${found} ô, tiêu đề chỉ có ${expected} cột.`,
    `The row has ${found} cells, the header only ${expected} columns.`,
  ),
  suggestion: text(
    "Số thập phân viết bằng dấu phẩy phải nằm trong ngoặc kép, hoặc dùng dấu chấm phẩy để tách cột.",
    "Put decimals written with a comma in quotation marks, or separate the columns by semicolons.",
  ),
});
