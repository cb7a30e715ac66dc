/** One import from choosing the file to its report: sending, following, stopping. */
import type { ImportKind } from "@firecover/domain";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import {
  cancelImport,
  getImport,
  type ImportRequest,
  type ImportState,
  startImport,
} from "../api/imports.ts";

const isUnderWay = (job: ImportState | undefined) => job?.state === "queued" || job?.state === "running";

/** State, progress and report of an import, asked for again until it has ended. */
export function useImportJob(id: string | undefined) {
  return useQuery({
    queryKey: ["import", id],
    queryFn: ({ signal }) => getImport(id!, signal),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? 400 : false),
    retry: false,
  });
}

export function useImport(jobId: string | undefined, onStarted: (id: string) => void) {
  const queryClient = useQueryClient();
  const [sentShare, setSentShare] = useState(0);
  const abort = useRef<AbortController | null>(null);
  const job = useImportJob(jobId);

  const send = useMutation({
    mutationFn: (request: ImportRequest) => {
      abort.current?.abort();
      abort.current = new AbortController();
      setSentShare(0);
      return startImport(request, { signal: abort.current.signal, onSent: setSentShare });
    },
    onSuccess: (started) => {
      queryClient.setQueryData(["import", started.id], started);
      void queryClient.invalidateQueries({ queryKey: ["imports"] });
      onStarted(started.id);
    },
  });
  const wasStopped = send.error instanceof DOMException && send.error.name === "AbortError";

  return {
    job,
    isSending: send.isPending,
    sentShare,
    error: wasStopped ? null : send.error,
    start: (file: File, kind: ImportKind, isDryRun: boolean, layerDate: string | null) =>
      send.mutate({ file, kind, isDryRun, layerDate }),
    cancel: async () => {
      abort.current?.abort();
      if (jobId !== undefined && isUnderWay(job.data)) {
        await cancelImport(jobId);
        await job.refetch();
      }
    },
  };
}
