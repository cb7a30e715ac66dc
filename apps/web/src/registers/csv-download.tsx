/** Saves the whole filtered list, not only the page shown. */

import { csvText } from "@firecover/domain";
import { useMutation } from "@tanstack/react-query";
import { Download, X } from "lucide-react";
import { useRef, useState } from "react";
import { listAllRecords } from "../api/records.ts";
import { saveText } from "../state/save-text.ts";
import { Button } from "../ui/button.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { csvTable } from "./csv-rows.ts";
import type { Values } from "./draft.ts";
import type { Register, RowContext } from "./register.ts";
import type { RegistersSearch } from "./registers-search.ts";
import { listParamsOf } from "./use-register-list.ts";

interface Props<Row> {
  register: Register<Row>;
  search: RegistersSearch;
  context: RowContext;
}

export function CsvDownload<Row>({ register, search, context }: Props<Row>) {
  const { t, format } = context.text;
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const abort = useRef<AbortController | null>(null);
  const download = useMutation({
    mutationFn: async () => {
      abort.current = new AbortController();
      const { records } = await listAllRecords(
        register.path,
        register.schema,
        listParamsOf(register, search),
        {
          max: Number.POSITIVE_INFINITY,
          signal: abort.current.signal,
          onProgress: (done, total) => setProgress({ done, total }),
        },
      );
      const { heads, rows } = csvTable(register.fields, records as Values[], context.communes, context.text);
      saveText(
        `firecover-${register.name}-${context.today}.csv`,
        "text/csv;charset=utf-8",
        csvText(heads, rows),
      );
    },
    onSettled: () => setProgress(null),
  });
  const wasStopped = abort.current?.signal.aborted ?? false;

  if (download.isPending)
    return (
      <span className="csv-progress" role="status">
        {t("registers.csv.progress", {
          done: format.count(progress?.done ?? 0),
          total: format.count(progress?.total ?? 0),
        })}
        <IconButton label={t("registers.csv.cancel")} onPress={() => abort.current?.abort()}>
          <X size={16} strokeWidth={1.7} />
        </IconButton>
      </span>
    );
  return (
    <>
      {download.isError && !wasStopped && (
        <span className="csv-failed" role="alert">
          {t("registers.csv.failed")}
        </span>
      )}
      <Button onPress={() => download.mutate()}>
        <Download size={16} strokeWidth={1.7} aria-hidden />
        {t("registers.csv.file")}
      </Button>
    </>
  );
}
