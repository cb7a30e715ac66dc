/** What can be wrong with a cell, one sentence each in both languages. */
import type { ImportIssueCode, Label } from "@firecover/domain";
import { shortened, text } from "../issues.ts";
import { didYouMean } from "./normalise.ts";
import type { TextFault } from "./text-faults.ts";

export interface Range {
  min?: number;
  max?: number;
  /** Zero is out of range too. */
  isPositive?: boolean;
}
export interface CellFault {
  code: ImportIssueCode;
  field: string;
  reason: Label;
  suggestion?: Label | null;
  fix?: string | null;
  value?: string | null;
}

export const missingValue = (field: string, column = field): CellFault => ({
  code: "missing-value",
  field,
  reason: text(`Thiếu giá trị ở cột ${column}.`, `The column ${column} is empty.`),
});

export const spoiltText = (field: string, column: string, written: string, fault: TextFault): CellFault => ({
  code: fault.code,
  field,
  reason: text(
    `“${shown(written)}” ở cột ${column} ${fault.reason.vi}.`,
    `“${shown(written)}” in ${column} ${fault.reason.en}.`,
  ),
  suggestion: fault.suggestion,
  value: shown(written),
});

/** Without what would command a terminal. */
const shown = (written: string): string => shortened(written.toWellFormed().replace(/\p{Cc}/gu, "\ufffd"));

export const notANumber = (field: string, column: string, written: string): CellFault => ({
  code: "not-a-number",
  field,
  reason: text(
    `“${shown(written)}” ở cột ${column} không phải là số.`,
    `“${shown(written)}” in ${column} is not a number.`,
  ),
});

export const readAs = (field: string, column: string, written: string, value: number): CellFault => ({
  code: "number-format",
  field,
  reason: text(
    `“${written}” ở cột ${column} được đọc là ${value}: dấu ngăn cách hàng nghìn.`,
    `“${written}” in ${column} is read as ${value}: its marks separate thousands.`,
  ),
});

export function outOfRange(
  field: string,
  column: string,
  written: string,
  { min, max, isPositive }: Range,
): CellFault {
  const low = isPositive ? "> 0" : min === undefined ? "" : `≥ ${min}`;
  const allowed = [low, max === undefined ? "" : `≤ ${max}`].filter(Boolean).join(", ");
  return {
    code: "out-of-range",
    field,
    reason: text(
      `“${shown(written)}” ở cột ${column} nằm ngoài khoảng cho phép (${allowed}).`,
      `“${shown(written)}” in ${column} is out of range (${allowed}).`,
    ),
  };
}

export const tooLong = (field: string, column: string, written: string, maxLength: number): CellFault => ({
  code: "out-of-range",
  field,
  reason: text(
    `Cột ${column} có ${written.length} ký tự, nhiều nhất là ${maxLength}.`,
    `${column} has ${written.length} characters, at most ${maxLength} are kept.`,
  ),
});

export const invalidDate = (field: string, column: string, written: string): CellFault => ({
  code: "invalid-date",
  field,
  reason: text(
    `“${shown(written)}” ở cột ${column} không phải là ngày có thật.`,
    `“${shown(written)}” in ${column} is not a date that exists.`,
  ),
  suggestion: text("Viết ngày theo dạng 22/11/2026 hoặc 2026-11-22.", "Write 22/11/2026 or 2026-11-22."),
});

export function unknownValue(
  field: string,
  column: string,
  written: string,
  words: readonly string[],
): CellFault {
  const near = didYouMean(written, words);
  return {
    code: "unknown-value",
    field,
    reason: text(
      `Không có loại “${shown(written)}” ở cột ${column}.`,
      `“${shown(written)}” is not a known value of ${column}.`,
    ),
    suggestion: near ? text(`Có phải là “${near}”?`, `Did you mean “${near}”?`) : null,
  };
}
