/** Between a record and the text of its form. */
import type { Draft, Field, FieldFault } from "./field.ts";
import { type Reading, readCoordinate, readDate, readNumber, writeDate, writeNumber } from "./typed-text.ts";
import { readVehicles, writeVehicles } from "./vehicles-text.ts";

/** A record as the forms see it. */
export type Values = Readonly<Record<string, unknown>>;

export function draftOf(fields: readonly Field[], record: Values, decimalMark: "," | "." = ","): Draft {
  return Object.fromEntries(fields.map((field) => [field.key, textOf(field, record, decimalMark)]));
}

function textOf(field: Field, record: Values, decimalMark: "," | "."): string {
  if (field.type === "longitude" || field.type === "latitude") {
    const location = record["location"];
    const degrees = Array.isArray(location) ? location[field.type === "longitude" ? 0 : 1] : null;
    return typeof degrees === "number" ? writeNumber(degrees, decimalMark) : "";
  }
  const value = record[field.key];
  if (value === null || value === undefined) return "";
  if (field.type === "vehicles") return writeVehicles(value as Parameters<typeof writeVehicles>[0]);
  if (field.type === "date") return writeDate(String(value));
  return typeof value === "number" ? writeNumber(value, decimalMark) : String(value);
}

/** Every fault at once, in the order of the fields; `values` are only complete when there are none. */
export function readDraft(fields: readonly Field[], draft: Draft): { values: Values; faults: FieldFault[] } {
  const values: Record<string, unknown> = {};
  const faults: FieldFault[] = [];
  const location: [number | null, number | null] = [null, null];
  for (const field of fields) {
    const typed = (draft[field.key] ?? "").trim().normalize("NFC");
    const read = typed === "" ? emptyOf(field) : readField(field, typed);
    if ("message" in read) faults.push({ key: field.key, ...read });
    else if (field.type === "longitude") location[0] = read.value as number;
    else if (field.type === "latitude") location[1] = read.value as number;
    else values[field.key] = read.value;
  }
  if (location[0] !== null && location[1] !== null) values["location"] = location;
  return { values, faults };
}

type FieldReading = { readonly value: unknown } | Omit<FieldFault, "key">;

function emptyOf(field: Field): FieldReading {
  if (field.type === "vehicles") return { value: [] };
  if (field.type === "boolean") return { value: false };
  return field.isRequired ? { message: "registers.fault.missing" } : { value: null };
}

function readField(field: Field, typed: string): FieldReading {
  switch (field.type) {
    case "text":
      return field.maxLength !== undefined && typed.length > field.maxLength
        ? { message: "registers.fault.tooLong", values: { max: field.maxLength } }
        : { value: typed };
    case "number":
      return inRange(field, readNumber(typed));
    case "longitude":
      return inRange({ min: -180, max: 180 }, readCoordinate(typed));
    case "latitude":
      return inRange({ min: -90, max: 90 }, readCoordinate(typed));
    case "date":
      return explained(readDate(typed));
    case "choice":
      return typed in field.choices ? { value: typed } : { message: "registers.fault.missing" };
    case "commune":
      return { value: typed };
    case "boolean":
      return { value: typed === "true" };
    case "vehicles": {
      const vehicles = readVehicles(typed);
      return vehicles ? { value: vehicles } : { message: "registers.fault.vehicles" };
    }
  }
}

interface Range {
  readonly isInteger?: boolean;
  readonly min?: number;
  readonly above?: number;
  readonly max?: number;
}

function inRange(range: Range, reading: Reading<number>): FieldReading {
  if ("fault" in reading) return explained(reading);
  const { value } = reading;
  if (range.isInteger && !Number.isInteger(value)) return { message: "registers.fault.notWhole" };
  if (range.min !== undefined && value < range.min)
    return { message: "registers.fault.below", values: { min: writeNumber(range.min) } };
  if (range.above !== undefined && value <= range.above)
    return { message: "registers.fault.notAbove", values: { min: writeNumber(range.above) } };
  if (range.max !== undefined && value > range.max)
    return { message: "registers.fault.above", values: { max: writeNumber(range.max) } };
  return { value };
}

function explained<T>(reading: Reading<T>): FieldReading {
  if (!("fault" in reading)) return reading;
  switch (reading.fault) {
    case "ambiguous":
      return { message: "registers.fault.ambiguous" };
    case "not-a-number":
      return { message: "registers.fault.notANumber" };
    case "not-a-date":
      return { message: "registers.fault.notADate" };
    case "no-such-day":
      return { message: "registers.fault.noSuchDay" };
  }
}
