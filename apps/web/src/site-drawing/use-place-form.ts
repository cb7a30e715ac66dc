/** Saving a sketch: faults by field, somebody else's version, and nothing lost when it fails. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError } from "../api/http.ts";
import { createRecord, getRecord, updateRecord, type Versioned } from "../api/records.ts";
import { checkRecord, serverFault } from "../registers/check-record.ts";
import type { FieldFault } from "../registers/field.ts";
import type { Register } from "../registers/register.ts";
import type { Conflict } from "../registers/use-record-form.ts";
import type { Place, Sketch } from "./drawing.ts";
import { baseOf } from "./place-registers.ts";
import { useRefreshPlaces } from "./use-place-writes.ts";

export function usePlaceForm<Row extends Place>(
  register: Register<Row>,
  sketch: Sketch,
  onSaved: (record: Row) => void,
) {
  const { path, schema, fields } = register;
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [conflict, setConflict] = useState<Conflict<Row> | null>(null);
  const refresh = useRefreshPlaces();

  const save = useMutation({
    mutationFn: async ({ record, against }: { record: Row; against: string | null }) => {
      const saved =
        against === null
          ? await createRecord(path, schema, record)
          : await updateRecord("PUT", path, schema, record.id, record, against);
      // The list is to know it, with its conditions, when the form closes.
      await refresh();
      return saved;
    },
    onSuccess: onSaved,
    onError: async (error, { record }) => {
      if (!(error instanceof ApiError)) return;
      if (error.status === 412) {
        const theirs = await getRecord(path, schema, record.id).catch(() => null);
        setConflict({ mine: record, theirs });
      } else if (error.fields.length > 0)
        setFaults(error.fields.map((fault) => serverFault(fields, fault.path.split("."), fault.message)));
    },
  });

  return {
    faults,
    conflict,
    save,
    dropConflict: () => setConflict(null),
    forgive: (key: string) => setFaults((old) => old.filter((fault) => fault.key !== key)),
    /** `over`: somebody else's version, over which mine is saved; what the form does not show stays theirs. */
    submit: (over: Versioned<Row> | null = null): readonly FieldFault[] => {
      const stored = over ?? sketch.stored;
      const against = stored?.etag ?? null;
      const checked = checkRecord(fields, schema, sketch.draft, baseOf({ ...sketch, stored }));
      if ("faults" in checked) setFaults(checked.faults);
      else {
        setFaults([]);
        save.mutate({ record: checked.record, against });
      }
      return "faults" in checked ? checked.faults : [];
    },
  };
}
