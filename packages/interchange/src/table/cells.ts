/** Reads the cells of one row by field, and collects what is wrong with them. */
import type { Label } from "@firecover/domain";
import type { IssueList } from "../issues.ts";
import {
  type CellFault,
  invalidDate,
  missingValue,
  notANumber,
  outOfRange,
  type Range,
  readAs,
  spoiltText,
  tooLong,
  unknownValue,
} from "./cell-faults.ts";
import { normalised } from "./normalise.ts";
import type { SourceRow } from "./row-source.ts";
import { textFault } from "./text-faults.ts";
import { type ReadNumber, readDate, readDecimal, readInteger } from "./values.ts";

export interface Cells {
  readonly row: number;
  readonly geometry: unknown;
  /** True after the first fault that rejects the row. */
  readonly isFaulty: boolean;
  /** Trimmed; null where the cell is empty or the column absent. */
  text(field: string): string | null;
  requiredText(field: string, maxLength?: number): string;
  integer(field: string, range?: Range): number | null;
  decimal(field: string, range?: Range): number | null;
  date(field: string): string | null;
  oneOf<Key extends string>(field: string, choices: Choices<Key>): Key | null;
  reject(fault: CellFault): void;
  warn(fault: CellFault): void;
  recordId: string | null;
}

/** Keys of an enum by every word that means them. */
export interface Choices<Key extends string> {
  keyOf: ReadonlyMap<string, Key>;
  words: readonly string[];
}

export function choicesOf<Key extends string>(
  labels: Readonly<Record<Key, Label>>,
  more: Readonly<Record<string, Key>> = {},
): Choices<Key> {
  const keyOf = new Map<string, Key>();
  for (const [word, key] of Object.entries(more)) keyOf.set(normalised(word), key);
  const keys = Object.keys(labels) as Key[];
  for (const key of keys) {
    for (const word of [key, labels[key].vi, labels[key].en]) keyOf.set(normalised(word), key);
  }
  return { keyOf, words: keys.flatMap((key) => [key, labels[key].vi, labels[key].en]) };
}

export function createCells(
  source: SourceRow,
  headers: readonly string[],
  indexOfField: ReadonlyMap<string, number>,
  issues: IssueList,
): Cells {
  let isFaulty = false;
  const rawText = (field: string): string | null => {
    const index = indexOfField.get(field);
    const cell = index === undefined ? "" : (source.cells[index] ?? "").trim();
    return cell === "" ? null : cell;
  };
  /** What the file itself calls the field: that is where its owner has to look. */
  const columnOf = (field: string): string => headers[indexOfField.get(field) ?? -1]?.trim() ?? field;
  const add = (fault: CellFault, severity: "error" | "warning"): void => {
    if (severity === "error") isFaulty = true;
    issues.add({
      ...fault,
      field: columnOf(fault.field),
      severity,
      row: source.row,
      recordId: cells.recordId,
      value: fault.value === undefined ? rawText(fault.field) : fault.value,
    });
  };
  const number = (field: string, range: Range, read: (text: string) => ReadNumber | null): number | null => {
    const written = rawText(field);
    if (written === null) return null;
    const found = read(written);
    if (!found) {
      cells.reject(notANumber(field, columnOf(field), written));
      return null;
    }
    if (found.isGrouped) cells.warn(readAs(field, columnOf(field), written, found.value));
    const { value } = found;
    if (
      value < (range.min ?? -Infinity) ||
      value > (range.max ?? Infinity) ||
      (range.isPositive && value <= 0)
    ) {
      cells.reject(outOfRange(field, columnOf(field), written, range));
      return null;
    }
    return value;
  };

  const cells: Cells = {
    row: source.row,
    geometry: source.geometry,
    recordId: null,
    get isFaulty() {
      return isFaulty;
    },
    text: rawText,
    requiredText(field, maxLength = 500) {
      const value = rawText(field);
      if (value === null) cells.reject(missingValue(field, columnOf(field)));
      else if (value.length > maxLength) cells.reject(tooLong(field, columnOf(field), value, maxLength));
      return value ?? "";
    },
    integer: (field, range = {}) => number(field, range, readInteger),
    decimal: (field, range = {}) => number(field, range, readDecimal),
    date(field) {
      const written = rawText(field);
      if (written === null) return null;
      const date = readDate(written);
      if (date === null) cells.reject(invalidDate(field, columnOf(field), written));
      return date;
    },
    oneOf(field, choices) {
      const written = rawText(field);
      if (written === null) return null;
      const key = choices.keyOf.get(normalised(written));
      if (key === undefined)
        cells.reject(unknownValue(field, columnOf(field), written, issues.isFull ? [] : choices.words));
      return key ?? null;
    },
    reject: (fault) => add(fault, "error"),
    warn: (fault) => add(fault, "warning"),
  };
  for (const field of indexOfField.keys()) {
    const written = rawText(field);
    const fault = written === null ? null : textFault(written);
    if (written !== null && fault) cells.reject(spoiltText(field, columnOf(field), written, fault));
  }
  return cells;
}
