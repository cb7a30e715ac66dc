/** Columns that several registers share. */
import type { CommuneCode } from "@firecover/domain";
import { text } from "../issues.ts";
import type { RecordOrigin } from "../osm/origin.ts";
import { type Cells, type Choices, choicesOf } from "../table/cells.ts";
import type { Column } from "../table/columns.ts";

export const idColumn: Column = {
  field: "id",
  names: ["mã", "mã số", "mã cơ sở", "mã nguồn nước", "mã đội", "mã điểm", "code", "ref", "@id", "ma so"],
};
export const nameColumn: Column = {
  field: "name",
  names: ["tên", "tên cơ sở", "tên đơn vị", "tên đội", "tên nguồn nước", "tên gọi", "ten goi"],
};
export const addressColumn: Column = {
  field: "address",
  names: ["địa chỉ", "dia chi", "addr", "street address"],
};
export const communeColumn: Column = {
  field: "communeCode",
  names: ["mã xã", "mã phường xã", "mã xã phường", "commune code", "commune_code", "ma xa", "mã ĐVHC"],
};

/** A row may say of itself that it is invented: for trials and training. */
export const syntheticColumn: Column = {
  field: "isSynthetic",
  names: ["giả định", "minh họa", "số liệu giả định", "synthetic", "is_synthetic"],
};
/** A row may say where it came from, as rows that were exported do; the file and its day speak for the others. */
export const originColumns: readonly Column[] = [
  { field: "source", names: ["nguồn", "nguồn số liệu"] },
  { field: "dataDate", names: ["ngày số liệu", "data date", "data_date"] },
];
export function readOrigin(cells: Cells, origin: RecordOrigin): RecordOrigin {
  return {
    ...origin,
    source: cells.text("source") ?? origin.source,
    dataDate: cells.date("dataDate") ?? origin.dataDate,
  };
}

export const yesNo: Choices<"yes" | "no"> = choicesOf(
  { yes: text("có", "true"), no: text("không", "false") },
  { "1": "yes", x: "yes", "0": "no" },
);

const maxIdLength = 80;

/** The file's own id, or one derived from what the row says. */
export function readId(cells: Cells, derive: () => string): string {
  const id = cells.text("id");
  if (id === null) return derive();
  if (id.length > maxIdLength) {
    cells.reject({
      code: "out-of-range",
      field: "id",
      reason: text(`Mã dài hơn ${maxIdLength} ký tự.`, `The id is longer than ${maxIdLength} characters.`),
    });
  }
  return id;
}

/** Five digits; a spreadsheet drops leading zeros, and putting them back is certain. */
export function readCommuneCode(cells: Cells, field = "communeCode"): CommuneCode | null {
  const written = cells.text(field);
  if (written === null) return null;
  if (/^\d{5}$/.test(written)) return written as CommuneCode;
  const padded = written.padStart(5, "0");
  if (/^\d{1,5}$/.test(written)) {
    cells.warn({
      code: "lost-digits",
      field,
      reason: text(
        `Mã xã “${written}” mất số 0 ở đầu; đọc là ${padded}.`,
        `The commune code “${written}” has lost its leading zeros; read as ${padded}.`,
      ),
      fix: padded,
    });
    return padded as CommuneCode;
  }
  cells.reject({
    code: "unknown-value",
    field,
    reason: text(
      `“${written}” không phải là mã xã gồm năm chữ số.`,
      `“${written}” is not a commune code of five digits.`,
    ),
  });
  return null;
}
