/** State of a record's form: what is typed, what is wrong, and the saving of it. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError } from "../api/http.ts";
import { createRecord, getRecord, updateRecord, type Versioned } from "../api/records.ts";
import { useText } from "../i18n/use-text.ts";
import { checkRecord, serverFault } from "./check-record.ts";
import { draftOf, type Values } from "./draft.ts";
import type { Draft, FieldFault } from "./field.ts";
import type { Register } from "./register.ts";
import { useRefreshRegisters } from "./use-record-writes.ts";

/** Somebody else's version, or null where they deleted the record. */
export interface Conflict<Row> {
  readonly mine: Row;
  readonly theirs: Versioned<Row> | null;
}

export function useRecordForm<Row>(
  register: Register<Row>,
  start: Values,
  etag: string | null,
  onSaved: (record: Row) => void,
) {
  const { path, schema, fields, idOf, verbs } = register;
  const decimalMark = useText().language === "en" ? "." : ",";
  const shown = () => draftOf(fields, start, decimalMark);
  const [draft, setDraft] = useState<Draft>(shown);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [conflict, setConflict] = useState<Conflict<Row> | null>(null);
  const refresh = useRefreshRegisters();

  const save = useMutation({
    mutationFn: async ({ record, against }: { record: Row; against: string | null }) => {
      if (against === null) return createRecord(path, schema, record);
      const method = verbs.update ?? "PUT";
      const body = method === "PATCH" ? changedFields(register, record) : record;
      return updateRecord(method, path, schema, idOf(record), body, against);
    },
    onSuccess: async (record) => {
      setConflict(null);
      await refresh();
      onSaved(record);
    },
    onError: async (error, { record }) => {
      if (!(error instanceof ApiError)) return;
      if (error.status === 412) setConflict({ mine: record, theirs: await latest(idOf(record)) });
      else if (error.fields.length > 0)
        setFaults(error.fields.map((field) => serverFault(fields, field.path.split("."), field.message)));
    },
  });

  async function latest(id: string): Promise<Versioned<Row> | null> {
    try {
      return await getRecord(path, schema, id);
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return null;
      throw error;
    }
  }

  return {
    draft,
    faults,
    conflict,
    save,
    isChanged: fields.some(({ key }) => draft[key] !== shown()[key]),
    type: (change: Draft) => {
      setDraft((old) => ({ ...old, ...change }));
      setFaults((old) => old.filter(({ key }) => !(key in change)));
    },
    discard: () => {
      setDraft(shown());
      setFaults([]);
      save.reset();
    },
    submit: (against: string | null = etag) => {
      const checked = checkRecord(fields, schema, draft, start);
      if ("faults" in checked) setFaults(checked.faults);
      else save.mutate({ record: checked.record, against });
      return "faults" in checked ? checked.faults : [];
    },
  };
}

/** What a PATCH carries: the fields of the form that may change. */
function changedFields<Row>({ fields }: Register<Row>, record: Row): Values {
  const values = record as Values;
  return Object.fromEntries(fields.filter(({ isFixed }) => !isFixed).map(({ key }) => [key, values[key]]));
}
