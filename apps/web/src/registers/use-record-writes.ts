/** Writes to a register, and the way back from a delete. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createRecord, deleteRecord, getRecord } from "../api/records.ts";
import { useText } from "../i18n/use-text.ts";
import type { Register } from "./register.ts";

/** What was last done, said under the table; `undo` while it can be taken back. */
export interface Notice {
  readonly tone: "ok" | "bad";
  readonly words: string;
  readonly undo?: () => void;
}

export function useRefreshRegisters(): () => Promise<void> {
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all(
      [["records"], ["record"], ["project"], ["search"]].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey }),
      ),
    );
  };
}

export function useRecordWrites<Row>(register: Register<Row>) {
  const { path, schema, idOf, nameOf } = register;
  const text = useText();
  const { t } = text;
  const refresh = useRefreshRegisters();
  const [notice, setNotice] = useState<Notice | null>(null);
  const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

  const restore = useMutation({
    mutationFn: async (records: readonly Row[]) => {
      for (const record of records) await createRecord(path, schema, record);
      return records.length;
    },
    onSuccess: (count) => setNotice({ tone: "ok", words: t("registers.undo.done", { count }) }),
    onError: (error) =>
      setNotice({ tone: "bad", words: t("registers.undo.failed", { reason: reasonOf(error) }) }),
    onSettled: refresh,
  });

  const remove = useMutation({
    /** An etag is given where the reader has the record open: what they have not seen is not deleted. */
    mutationFn: async (targets: readonly { id: string; etag?: string }[]) => {
      const deleted: Row[] = [];
      for (const { id, etag } of targets) {
        const current = await getRecord(path, schema, id);
        try {
          await deleteRecord(path, id, etag ?? current.etag);
        } catch (error) {
          return { deleted, failed: { name: nameOf(current.record, text), reason: reasonOf(error) } };
        }
        deleted.push(current.record);
      }
      return { deleted, failed: null };
    },
    onSuccess: ({ deleted, failed }) => {
      const [first] = deleted;
      if (failed) setNotice({ tone: "bad", words: t("registers.record.deleteFailed", failed) });
      else if (first)
        setNotice({
          tone: "ok",
          words:
            deleted.length === 1
              ? t("registers.undo.deleted", { name: nameOf(first, text) })
              : t("registers.undo.deletedMany", { count: deleted.length }),
          undo: () => restore.mutate(deleted),
        });
    },
    onError: (error) =>
      setNotice({
        tone: "bad",
        words: t("registers.record.deleteFailed", { name: "", reason: reasonOf(error) }),
      }),
    onSettled: refresh,
  });

  return {
    notice,
    setNotice,
    remove: remove.mutateAsync,
    isBusy: remove.isPending || restore.isPending,
    idOf,
  };
}
