/** Everything wrong with a filled-in form, field by field, before the server is asked. */
import type { z } from "zod";
import { readDraft, type Values } from "./draft.ts";
import type { Draft, Field, FieldFault } from "./field.ts";

export type Checked<Row> = { readonly record: Row } | { readonly faults: readonly FieldFault[] };

/** `base` brings what the form does not show. */
export function checkRecord<Row>(
  fields: readonly Field[],
  schema: z.ZodType<Row>,
  draft: Draft,
  base: Values,
): Checked<Row> {
  const { values, faults } = readDraft(fields, draft);
  const last = values["lastInspectionDate"];
  const next = values["nextInspectionDate"];
  if (typeof last === "string" && typeof next === "string" && next < last)
    faults.push({ key: "nextInspectionDate", message: "registers.fault.nextBeforeLast" });
  if (faults.length > 0) return { faults };
  const parsed = schema.safeParse({ ...base, ...values });
  if (parsed.success) return { record: parsed.data };
  return {
    faults: parsed.error.issues.map(({ path, message }) => serverFault(fields, path.map(String), message)),
  };
}

/** A fault that only the schema or the server saw, put on the field it speaks of. */
export function serverFault(fields: readonly Field[], path: readonly string[], reason: string): FieldFault {
  const named = path.findLast((part) => part === "location" || fields.some(({ key }) => key === part));
  const key = named === "location" ? (path.at(-1) === "1" ? "latitude" : "longitude") : named;
  return { key: key ?? fields[0]!.key, message: "registers.fault.server", values: { reason } };
}
