/** A register's records as CSV rows: one column per field, heads in the reader's language. */
import type { Text } from "../i18n/use-text.ts";
import { draftOf, type Values } from "./draft.ts";
import type { Field } from "./field.ts";

export interface CsvTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Records that are invented say so in a column of their own, first in the row. */
export function csvTable(
  fields: readonly Field[],
  records: readonly Values[],
  communes: ReadonlyMap<string, string>,
  text: Text,
): CsvTable {
  const { t } = text;
  const hasSynthetic = records.some((record) => record["isSynthetic"] === true);
  const shown = fields.filter(({ key }) => key !== "isSynthetic");
  const heads = shown.map((field) => fieldTitle(field, text));
  const rows = records.map((record) => {
    const draft = draftOf(shown, record, text.language === "vi" ? "," : ".");
    const cells = shown.map((field) => cellOf(field, draft[field.key] ?? "", communes, text));
    return hasSynthetic ? [record["isSynthetic"] === true ? t("registers.synthetic") : "", ...cells] : cells;
  });
  return { heads: hasSynthetic ? [t("registers.noteColumn"), ...heads] : heads, rows };
}

/** `Diện tích sàn (m²)` */
export function fieldTitle(field: Field, { t }: Text): string {
  const name = t(field.label);
  return field.type === "number" && field.unit
    ? t("registers.fieldWithUnit", { field: name, unit: t(field.unit) })
    : name;
}

function cellOf(field: Field, draft: string, communes: ReadonlyMap<string, string>, text: Text): string {
  if (draft === "") return "";
  switch (field.type) {
    case "choice": {
      const words = field.choices[draft];
      return words ? text.label(words) : draft;
    }
    case "commune":
      return communes.get(draft) ?? draft;
    case "boolean":
      return text.t(draft === "true" ? "registers.csv.yes" : "registers.csv.no");
    default:
      return draft;
  }
}
