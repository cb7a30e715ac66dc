/** Fields that every register has: place, and where the record came from. */
import type { Field } from "./field.ts";

export const placeFields: readonly Field[] = [
  { key: "longitude", label: "registers.field.longitude", type: "longitude", isRequired: true },
  { key: "latitude", label: "registers.field.latitude", type: "latitude", isRequired: true },
  { key: "communeCode", label: "registers.field.commune", type: "commune" },
];

export const sourceFields: readonly Field[] = [
  { key: "source", label: "registers.field.source", type: "text", isRequired: true, maxLength: 200 },
  { key: "dataDate", label: "registers.field.dataDate", type: "date", isRequired: true },
  { key: "isSynthetic", label: "registers.field.isSynthetic", type: "boolean" },
];

export const idField: Field = {
  key: "id",
  label: "registers.field.id",
  type: "text",
  isRequired: true,
  isFixed: true,
  maxLength: 80,
};
